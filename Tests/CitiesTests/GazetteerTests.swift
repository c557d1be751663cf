import Foundation
import Storage
import Support
import Testing
import Web

@testable import Cities

/// What pages share is held in memory, and never a moment longer than it is true.
@Suite struct GazetteerTests {
    @Test(arguments: Engines.all) func aNewLoadShowsAtOnce(engine: Engines) async throws {
        try await CitiesWorld.with(engine) { database in
            let memory = GazetteerMemory(database)
            let before = try #require(try await memory.city("alba-iulia"))
            #expect(before.line.countyName == "Alba")

            // Another node loads other files; nothing tells this one.
            try await withFolder { folder in
                let copy = folder.appendingPathComponent("Data")
                try FileManager.default.copyItem(at: URL(fileURLWithPath: CitiesWorld.folder), to: copy)
                try change(copy, "counties.csv", "Alba", to: "Alba de Sus")
                try change(copy, "map/romania.csv", "RO,country,", to: "RO,country,M1 1")
                #expect(try await ReferenceData.load(database, folder: copy.path, at: CitiesWorld.moment))
            }

            let after = try #require(try await memory.city("alba-iulia"))
            #expect(after.line.countyName == "Alba de Sus")
            #expect(after.map.path != before.map.path)
            let shapes = try await database.read { try MapShape.all($0) }
            #expect(String(decoding: MapGround.file(shapes), as: UTF8.self).contains("d=\"M1 1"))
        }
    }

    @Test(arguments: Engines.all) func rowsOfAnotherLoadAreAskedAgain(engine: Engines) async throws {
        try await CitiesWorld.with(engine) { database in
            let memory = GazetteerMemory(database)
            let old = try await memory.known()
            let foreign = Gazetteer(digest: "old", counties: [], regions: [], sources: [], places: [])
            // A city that the old gazetteer does not know, and one that nobody knows.
            let found = try await database.answer(CityRecord.query(slug: "suceava", foreign))
            #expect(found.record == nil)
            #expect(try await memory.city(found)?.city.name == "Suceava")
            let nobody = try await database.answer(CityRecord.query(slug: "nowhere", foreign))
            #expect(try await memory.city(nobody) == nil)
            #expect(try await memory.city("nowhere") == nil)
            #expect(try await memory.gazetteer(of: old.digest).digest == old.digest)
        }
    }

    @Test(arguments: Engines.all) func neighboursAreThoseInTheProgramme(engine: Engines) async throws {
        try await CitiesWorld.with(engine) { database in
            let memory = GazetteerMemory(database)
            let alba = try #require(try await memory.city("alba-iulia"))
            #expect(alba.neighbours.map(\.name) == ["Brașov"])
            #expect(alba.parent == nil)
            let sector = try #require(try await memory.city("bucuresti-sector-2"))
            #expect(sector.parent?.name == "București")
            let capital = try #require(try await memory.city("bucuresti"))
            #expect(capital.sectors.count == 6)
            // Who leaves the programme leaves the list.
            try await database.write { connection in
                try ProgrammeWithdrawal.record(
                    connection, id: IDSource(now: { CitiesWorld.moment }).next(),
                    city: try #require(try City.find(connection, slug: "brasov")).code,
                    on: Day(year: 2026, month: 1, day: 1),
                    reason: "Test", by: nil, at: CitiesWorld.moment)
            }
            #expect(try await memory.city("alba-iulia")?.neighbours.map(\.name) == [])
        }
    }

    private func change(_ folder: URL, _ name: String, _ text: String, to other: String) throws {
        let file = folder.appendingPathComponent(name)
        let old = try String(contentsOf: file, encoding: .utf8)
        let new = old.replacingOccurrences(of: text, with: other)
        #expect(new != old, "\(name) has no \(text)")
        try new.write(to: file, atomically: true, encoding: .utf8)
    }
}
