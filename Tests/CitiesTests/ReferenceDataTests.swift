import Foundation
import Members
import Storage
import Support
import Testing
import Web

@testable import Cities

@Suite struct ReferenceDataTests {
    @Test(arguments: Engines.all) func everyPlaceIsThere(engine: Engines) async throws {
        try await CitiesWorld.with(engine) { database in
            let cities = try await database.read { try City.allByName($0) }
            // Bucharest is one of the 103 municipalities of the law.
            #expect(cities.filter { $0.kind != .sector }.count == 103)
            #expect(cities.filter { $0.kind == .capital }.map(\.name) == ["București"])
            #expect(cities.filter { $0.kind == .sector }.count == 6)
            #expect(cities.filter { $0.kind == .sector }.allSatisfy { $0.parent == Code.bucharest })
            #expect(Set(cities.map(\.slug)).count == cities.count)
            #expect(try await database.read { try County.all($0).count } == 42)
            #expect(try await database.read { try Region.all($0).count } == 8)
        }
    }

    @Test(arguments: Engines.all) func theProgrammeHasThirteenCities(engine: Engines) async throws {
        try await CitiesWorld.with(engine) { database in
            let lines = try await database.read { try CityLine.programme($0) }
            #expect(
                lines.map(\.name) == [
                    "Alba Iulia", "Bistrița", "Brașov", "București", "București Sector 2", "Buzău", "Cluj-Napoca",
                    "Constanța", "Iași", "Oradea", "Reșița", "Suceava", "Timișoara",
                ])
            let mission = lines.filter { $0.cohort == .euMission }
            #expect(mission.map(\.name) == ["București Sector 2", "Cluj-Napoca", "Suceava"])
            #expect(mission.allSatisfy { $0.targetYear == 2030 })
            #expect(lines.filter { $0.cohort == .m100Mirror }.allSatisfy { $0.targetYear == 2035 })
        }
    }

    @Test(arguments: Engines.all) func programmeCitiesHavePopulationsWithSources(engine: Engines) async throws {
        try await CitiesWorld.with(engine) { database in
            for line in try await database.read({ try CityLine.programme($0) }) {
                let figures = try await database.read { try PopulationFigure.all($0, of: line.code) }
                let newest = try #require(figures.newest, "\(line.name)")
                #expect(newest.reference == "census-2021")
                #expect(newest.population == line.population)
                #expect(newest.reference == line.populationReference)
                #expect(!newest.source.isEmpty)
            }
        }
    }

    @Test(arguments: Engines.all) func loadingAgainTouchesNothingThatPeopleWrote(engine: Engines) async throws {
        try await CitiesWorld.with(engine) { database in
            let ana = try await CitiesWorld.person(database, "Ana Pop").person
            try await database.write { connection throws -> Void in
                let answers = Answers(["summary-ro": "Orașul nostru"])
                #expect(
                    try CityProfile(city: Code.albaIulia, version: 0, answers).save(
                        connection, by: ana, at: CitiesWorld.moment))
                let entry = try #require(ProgrammeEntry(ProgrammeTests.answers(year: "2033")))
                #expect(
                    try ProgrammeCity.update(
                        connection, entry, city: Code.albaIulia, version: 1, by: ana, at: CitiesWorld.moment))
            }
            #expect(try await !ReferenceData.load(database, folder: CitiesWorld.folder, at: CitiesWorld.moment))
            // The same rows in a changed file are loaded again.
            try await withFolder { folder in
                let copy = folder.appendingPathComponent("Data")
                try FileManager.default.copyItem(at: URL(fileURLWithPath: CitiesWorld.folder), to: copy)
                let file = copy.appendingPathComponent("municipalities.csv")
                let text = try String(contentsOf: file, encoding: .utf8)
                try text.appending("\r\n").write(to: file, atomically: true, encoding: .utf8)
                #expect(try await ReferenceData.load(database, folder: copy.path, at: CitiesWorld.moment))
            }
            try await database.read { connection throws -> Void in
                #expect(try CityProfile.find(connection, of: Code.albaIulia).summaryRomanian == "Orașul nostru")
                #expect(try ProgrammeCity.find(connection, city: Code.albaIulia)?.targetYear == 2033)
                #expect(try ProgrammeCity.find(connection, city: Code.suceava)?.targetYear == 2030)
                #expect(try AuditEntry.verify(connection).problem == nil)
            }
        }
    }

    @Test func aBrokenFileStoresNothing() async throws {
        try await withDatabase(.sqlite, migrations: CitiesWorld.migrations) { database in
            try await withFolder { folder in
                let copy = folder.appendingPathComponent("Data")
                try FileManager.default.copyItem(at: URL(fileURLWithPath: CitiesWorld.folder), to: copy)
                let file = copy.appendingPathComponent("populations.csv")
                try (try String(contentsOf: file, encoding: .utf8) + "1017,census-2031,2031-01-01,many,x,sourced\n")
                    .write(to: file, atomically: true, encoding: .utf8)
                await #expect(throws: (any Error).self) {
                    try await ReferenceData.load(database, folder: copy.path, at: CitiesWorld.moment)
                }
            }
            #expect(try await database.read { try City.allCodes($0) } == [])
        }
    }

    @Test func checkDigitsAgree() throws {
        let rows = try CSVReader.records(file: CitiesWorld.folder + "/municipalities.csv")
        for row in rows {
            let code = try row("siruta")
            #expect(SirutaCode.hasRightCheckDigit(code), "\(code)")
        }
        #expect(!SirutaCode.hasRightCheckDigit("1018"))
        #expect(!SirutaCode.hasRightCheckDigit("179133"))
        #expect(!SirutaCode.hasRightCheckDigit(""))
        #expect(!SirutaCode.hasRightCheckDigit("10a7"))
    }

    /// Places and outlines share one projection: every city lies in its own county, but for the roughness of the outline.
    @Test(arguments: [Engines.sqlite]) func citiesLieInTheirCounties(engine: Engines) async throws {
        try await CitiesWorld.with(engine) { database in
            let shapes = try await database.read { try MapShape.all($0) }
            #expect(shapes.count == 43)
            let outlines = Dictionary(uniqueKeysWithValues: shapes.map { ($0.code, Outline($0.outline)) })
            var placed = 0
            for city in try await database.read({ try City.allByName($0) }) {
                guard let latitude = city.latitude, let longitude = city.longitude else { continue }
                let point = CityMap.point(latitude: latitude, longitude: longitude)
                let outline = try #require(outlines[city.county])
                #expect(outline.distance(x: point.x, y: point.y) < 6, "\(city.name) lies outside \(city.county)")
                placed += 1
            }
            #expect(placed > 100)
        }
    }
}

/// The outline of a shape as points, read from `M`, `l` and `z` of its path data.
private struct Outline {
    var rings: [[(x: Double, y: Double)]] = []

    init(_ data: String) {
        var x = 0.0
        var y = 0.0
        for ring in data.split(separator: "M") {
            let numbers = ring.matches(of: /-?\d+/).compactMap { Double($0.output) }
            var points: [(x: Double, y: Double)] = []
            for index in stride(from: 0, to: numbers.count - 1, by: 2) {
                x = index == 0 ? numbers[0] : x + numbers[index]
                y = index == 0 ? numbers[1] : y + numbers[index + 1]
                points.append((x, y))
            }
            rings.append(points)
        }
    }

    /// 0 inside, else the distance to the nearest edge.
    func distance(x: Double, y: Double) -> Double {
        var isInside = false
        var nearest = Double.infinity
        for ring in rings {
            for (index, a) in ring.enumerated() {
                let b = ring[(index + 1) % ring.count]
                if (a.y > y) != (b.y > y), x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x { isInside.toggle() }
                let length = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)
                let along =
                    length == 0 ? 0 : min(1, max(0, ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / length))
                let dx = x - a.x - along * (b.x - a.x)
                let dy = y - a.y - along * (b.y - a.y)
                nearest = min(nearest, (dx * dx + dy * dy).squareRoot())
            }
        }
        return isInside ? 0 : nearest
    }
}
