import Foundation
import Hub
import Inventory
import Members
import SiteSupport
import Spreadsheets
import Storage
import Support
import Testing
import Web

@testable import Planning

/// The reference tables become the register, and what was in it stays readable.
@Suite struct FactorReferenceTests {
    private static let header = FactorTable.header.joined(separator: ",")
    private static let gas = "t/fuel/gas/co2,fuel/gas,co2,56100,54300,58300,kg/TJ,world,,,Table 2.2,sourced"
    private static let coal = "t/fuel/coal/co2,fuel/coal,co2,94600,,,kg/TJ,world,2006,,Table 2.2,unverified"
    private static let at = Instant("2026-11-23T09:00:00.000Z")!

    private static let locales = "\(TestClock.packageRoot)/Locales"

    private func write(_ lines: [String], to folder: URL) throws {
        let text = ([Self.header] + lines).joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: folder.appendingPathComponent("fuel.csv"))
    }

    private func load(_ database: Database, _ folder: URL, _ lines: [String]) async throws -> Bool {
        try write(lines, to: folder)
        return try await FactorReference.load(database, folder: folder.path, locales: Self.locales, at: Self.at)
    }

    private func list(_ database: Database) async throws -> FactorList {
        let register = FactorRegister()
        return try await database.read { try register.list($0) }
    }

    @Test(arguments: Engines.all) func theHubsOwnTablesAreLoadedOnceAndWhole(engine: Engines) async throws {
        try await withDatabase(engine, migrations: Hub.migrations) { database in
            let folder = "\(TestClock.packageRoot)/Data/factors"
            #expect(try await FactorReference.load(database, folder: folder, locales: Self.locales, at: Self.at))
            let register = FactorRegister()
            let first = try await database.read { try register.list($0) }
            let expected = try Self.files(folder)
            #expect(expected.count > 2900)
            #expect(first.book.all == FactorBook(expected).all)
            let isLoadedAgain = try await FactorReference.load(
                database, folder: folder, locales: Self.locales, at: Self.at)
            #expect(!isLoadedAgain)
            let second = try await database.read { try register.list($0) }
            #expect(second.changes == first.changes && second.entries.allSatisfy { $0.edition == 1 })
        }
    }

    static func files(_ folder: String) throws -> [Factor] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".csv") }.flatMap { name in
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
            let rows = try CSVReader.workbook(bytes).sheets.first?.rows ?? []
            return FactorTable.read(rows.map { TableRow(number: $0.number, cells: $0.cells.map(\.text)) }).factors
        }
    }

    @Test(arguments: Engines.all) func aChangedValueIsANewEdition(engine: Engines) async throws {
        try await withDatabase(engine, migrations: Hub.migrations) { database in
            try await withFolder { folder in
                #expect(try await load(database, folder, [Self.gas, Self.coal]))
                #expect(try await load(database, folder, [Self.gas.replacing("56100", with: "56000"), Self.coal]))
                let list = try await list(database)
                #expect(list["t/fuel/gas/co2"]?.factor.value == 56000)
                #expect(list["t/fuel/gas/co2"]?.edition == 2)
                #expect(list["t/fuel/coal/co2"]?.edition == 1)
                let editions = try await database.read { try FactorEdition.all($0, of: "t/fuel/gas/co2") }
                #expect(editions.map(\.factor.value) == [56000, 56100])
                #expect(editions.map(\.reason) == [FactorReference.changed, FactorReference.loaded])
            }
        }
    }

    @Test(arguments: Engines.all) func whatLeavesTheTablesIsWithdrawnAndKept(engine: Engines) async throws {
        try await withDatabase(engine, migrations: Hub.migrations) { database in
            try await withFolder { folder in
                _ = try await load(database, folder, [Self.gas, Self.coal])
                _ = try await load(database, folder, [Self.gas])
                let without = try await list(database)
                #expect(without["t/fuel/coal/co2"]?.isWithdrawn == true)
                #expect(without.book.all.map(\.id) == ["t/fuel/gas/co2"])
                _ = try await load(database, folder, [Self.gas, Self.coal])
                let again = try await list(database)
                #expect(again.book.all.count == 2)
                #expect(again["t/fuel/coal/co2"]?.edition == 1)
            }
        }
    }

    @Test(arguments: Engines.all) func anEditorsCorrectionStaysInForce(engine: Engines) async throws {
        try await withDatabase(engine, migrations: Hub.migrations) { database in
            try await withFolder { folder in
                _ = try await load(database, folder, [Self.gas, Self.coal])
                let person = try await Self.somebody(database)
                let known = try #require(try await list(database)["t/fuel/coal/co2"])
                let corrected = Factor(
                    id: known.factor.id, subject: known.factor.subject, property: known.factor.property, value: 95000,
                    unit: "kg/TJ", year: 2020, source: "Raportul național", status: .sourced)
                let number = try await database.write { connection in
                    try FactorEdition.add(
                        connection, corrected, after: 1, reason: "Verificat", by: person, at: Self.at)
                }
                #expect(number == 2)
                // Whoever has seen only the first edition comes too late.
                let late = try await database.write { connection in
                    try FactorEdition.add(
                        connection, corrected, after: 1, reason: "Verificat", by: person, at: Self.at)
                }
                #expect(late == nil)
                _ = try await load(database, folder, [Self.gas, Self.coal.replacing("94600", with: "94700")])
                let entry = try await list(database)["t/fuel/coal/co2"]
                #expect(entry?.factor == corrected && entry?.edition == 2)
                let editions = try await database.read { try FactorEdition.all($0, of: "t/fuel/coal/co2") }
                #expect(editions.map(\.factor.value) == [94700, 95000, 94600])
            }
        }
    }

    @Test(arguments: [
        "t/fuel/gas/co2,fuel/gas,co2,many,,,kg/TJ,world,,,Table 2.2,sourced",
        "t/fuel/gas/co2,fuel/gas,co2,1,,,kg/TJ,world,,,Table 2.2,certain",
        "t.fuel,fuel/gas,co2,1,,,kg/TJ,world,,,Table 2.2,sourced",
    ])
    func aTableWithAHoleIsRefusedAsAWhole(line: String) async throws {
        try await withDatabase(.sqlite, migrations: Hub.migrations) { database in
            try await withFolder { folder in
                await #expect(throws: FactorReference.Problem.self) {
                    try await load(database, folder, [Self.coal, line])
                }
                let entries = try await list(database).entries
                #expect(entries.isEmpty)
            }
        }
    }

    static func somebody(_ database: Database) async throws -> PersonID {
        let id: PersonID = IDSource(now: { at }).next()
        try await database.write { connection in
            try Person.create(
                connection, id: id, name: "Ioana Mureșan", email: "ioana@secretariat.example", language: .ro,
                passwordHash: "", at: at)
        }
        return id
    }
}
