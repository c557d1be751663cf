import Members
import Storage
import Support
import Testing
import Web

@testable import Cities

@Suite struct ProgrammeTests {
    static func answers(year: String = "2035") -> Answers {
        Answers([
            "cohort": "m100-mirror", "target-year": year, "source": "Hotărârea 12/2026", "status": "sourced",
            "selected-on-day": "3", "selected-on-month": "11", "selected-on-year": "2026",
        ])
    }

    @Test(arguments: Engines.all) func theFourteenthCityIsARow(engine: Engines) async throws {
        try await CitiesWorld.with(engine) { database in
            let officer = try await CitiesWorld.person(database, "Radu").person
            let entry = try #require(ProgrammeEntry(Self.answers()))
            let isAdded = try await database.write { connection in
                try ProgrammeCity.add(
                    connection, entry, city: Code.sfantuGheorghe, by: officer, at: CitiesWorld.moment)
            }
            #expect(isAdded)
            let lines = try await database.read { try CityLine.programme($0) }
            #expect(lines.count == 14)
            #expect(lines.contains { $0.name == "Sfântu Gheorghe" && $0.targetYear == 2035 })
            let again = try await database.write { connection in
                try ProgrammeCity.add(
                    connection, entry, city: Code.sfantuGheorghe, by: officer, at: CitiesWorld.moment)
            }
            #expect(!again)
        }
    }

    @Test(arguments: Engines.all) func aCityLeavesAndComesBack(engine: Engines) async throws {
        try await CitiesWorld.with(engine) { database in
            let ids = IDSource(now: { CitiesWorld.moment })
            func leave() async throws {
                let id = ids.next(ProgrammeWithdrawal.Kind.self)
                try await database.write { connection in
                    try ProgrammeWithdrawal.record(
                        connection, id: id, city: Code.suceava, on: Day(year: 2026, month: 11, day: 1),
                        reason: "Hotărârea consiliului", by: nil, at: CitiesWorld.moment)
                }
            }
            try await leave()
            #expect(try await database.read { try CityLine.programme($0).count } == 12)
            #expect(try await database.read { try ProgrammeCity.active($0, city: Code.suceava) } == nil)
            await #expect(throws: StorageError.self) { try await leave() }
            let entry = try #require(ProgrammeEntry(Self.answers(year: "2040")))
            let isBack = try await database.write {
                try ProgrammeCity.add($0, entry, city: Code.suceava, by: nil, at: CitiesWorld.moment)
            }
            #expect(isBack)
            let now = try await database.read { try ProgrammeCity.active($0, city: Code.suceava) }
            #expect(now?.targetYear == 2040)
            #expect(now?.version == 2)
        }
    }

    @Test(arguments: Engines.all) func aStaleEntryIsNotSaved(engine: Engines) async throws {
        try await CitiesWorld.with(engine) { database in
            let entry = try #require(ProgrammeEntry(Self.answers(year: "2032")))
            func save(_ version: Int) async throws -> Bool {
                try await database.write {
                    try ProgrammeCity.update(
                        $0, entry, city: Code.suceava, version: version, by: nil, at: CitiesWorld.moment)
                }
            }
            #expect(try await save(1))
            #expect(try await !save(1))
            #expect(try await save(2))
        }
    }

    @Test(arguments: ["2024", "2061", "20,5", ""]) func yearsOutsideTheProgrammeAreRefused(year: String) {
        let t = Texts(language: .en, catalogue: nil)
        #expect(!ProgrammeForm.editing.check(Self.answers(year: year), t).isFine)
        #expect(ProgrammeForm.editing.check(Self.answers(), t).isFine)
    }
}
