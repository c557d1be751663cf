import Inventory
import Testing

@Suite("The inventory table")
struct TableFormatTests {
    /// A table of some columns, with city and year.
    static func read(
        _ columns: [String], _ rows: [[String]], factors: FactorBook = FactorBook()
    ) -> TableReading {
        let needed = ["kind", "sector", "scope", "name", "value"]
        let header = needed + columns.filter { !needed.contains($0) }
        func line(_ cells: [String: String]) -> [String] { header.map { cells[$0] ?? "" } }
        let frame = [("city", "Orașul"), ("year", "2021")].map {
            line(["kind": "property", "name": $0.0, "value": $0.1])
        }
        let body = rows.map { line(Dictionary(zip(columns, $0)) { first, _ in first }) }
        return InventoryTable.read([header] + frame + body, in: .init(factors: factors))
    }

    @Test("What is written reads back as the same inventory, bit by bit", arguments: 1...40)
    func roundTrip(seed: UInt64) throws {
        let inventory = FormatSample.random(seed, rows: 60)
        let table = InventoryTable.write(inventory)
        let reading = InventoryTable.read(table)
        #expect(reading.problems.isEmpty, "seed \(seed): \(reading.problems)")
        let again = try #require(reading.inventory)
        #expect(again == inventory, "seed \(seed)")
        #expect(InventoryTable.write(again) == table, "seed \(seed)")
        for form in ReportForm.allCases {
            #expect(InventoryReport(again).total(form) == InventoryReport(inventory).total(form), "seed \(seed)")
        }
    }

    @Test("Columns may stand in any order, and unknown ones are named")
    func columnOrder() throws {
        let reading = InventoryTable.read([
            ["Scope", "co2_t", "KIND", "Observații", "value", "name", "sector"],
            ["", "", "property", "", "2021", "year", ""], ["", "", "property", "", "Orașul", "city", ""],
            ["1", "12.5", "row", "x", "", "", "II"], ["", " ", "", "", "", "", ""],
        ])
        let inventory = try #require(reading.inventory)
        #expect(inventory.rows.map(\.masses) == [GasMasses(.co2, tonnes: 12.5)])
        #expect(inventory.rows[0].id == "line-4")
        #expect(reading.problems.map(\.line) == [1] && reading.problems[0].message.contains("Observații"))
    }

    @Test(
        "A bad cell is named by line and column, and what is good is kept",
        arguments: [
            ("co2_t", "1.234,56", "co2_t", TableProblem.Effect.lineLeftOut), ("co2_t", "nan", "co2_t", .lineLeftOut),
            ("co2_t", "0x10", "co2_t", .lineLeftOut), ("co2_t", "1e999", "co2_t", .lineLeftOut),
            ("scope", "4", "scope", .lineLeftOut), ("sector", "VII", "sector", .lineLeftOut),
            ("gpc_ref", "I.9.9", "gpc_ref", .lineLeftOut), ("gpc_ref", "II.1.2", "gpc_ref", .lineLeftOut),
            ("notation_key", "NA", "notation_key", .lineLeftOut), ("notation_key", "NE", "notation_key", .lineLeftOut),
            ("species", "HFC999=1", "species", .lineLeftOut), ("species", "CF4", "species", .lineLeftOut),
            ("kind", "rows", "kind", .lineLeftOut), ("activity", "12 MWh", "activity", .cellLeftOut),
            ("energy_mwh", "1 000", "energy_mwh", .cellLeftOut),
            ("activity_quality", "X", "activity_quality", .cellLeftOut),
            ("published_sector", "Homes", "published_sector", .cellLeftOut), ("method", "magic", "method", .kept),
        ])
    func badCells(column: String, text: String, named: String, effect: TableProblem.Effect) throws {
        let columns = [
            "kind", "id", "gpc_ref", "sector", "scope", "published_sector", "activity", "energy_mwh", "co2_t",
            "species", "notation_key", "method", "activity_quality",
        ]
        let good = ["row", "good", "I.1.1", "I", "1", "", "5", "7", "3", "", "", "", "H"]
        var bad = good
        bad[1] = "bad"
        bad[try #require(columns.firstIndex(of: column))] = text
        if column == "sector" || column == "scope" { bad[2] = "" }
        let reading = Self.read(columns, [good, bad])
        let problem = try #require(reading.problems.first)
        #expect(reading.problems.count == 1)
        #expect(problem.line == 5 && problem.column == named && problem.effect == effect, "\(problem)")
        #expect(!problem.message.contains("{"), "\(problem)")
        let inventory = try #require(reading.inventory)
        #expect(inventory.rows.map(\.id) == (effect == .lineLeftOut ? ["good"] : ["good", "bad"]))
        #expect(InventoryReport(inventory).contract.total == (effect == .lineLeftOut ? 3 : 6))
    }

    @Test("A line without any number is no silent nought")
    func noNumber() throws {
        let reading = Self.read(["kind", "gpc_ref", "activity"], [["row", "I.1.1", "5"], ["energy", "I.1.1", "5"]])
        #expect(reading.problems.count == 1 && reading.problems[0].line == 4)
        #expect(reading.inventory?.rows.map(\.content) == [.energyOnly])
        let zero = Self.read(["kind", "gpc_ref", "co2_t"], [["row", "I.1.1", "0"]])
        #expect(zero.problems.isEmpty && zero.inventory?.rows.first?.content == .emissions(GasMasses()))
    }

    @Test("Two lines with one id are not counted twice")
    func repeatedID() throws {
        let line = ["row", "a", "I.1.1", "5"]
        let reading = Self.read(["kind", "id", "gpc_ref", "co2_t"], [line, line])
        #expect(reading.problems.map(\.column) == ["id"] && reading.inventory?.rows.count == 1)
    }

    @Test("What is no table of an inventory, or has no year, says so")
    func noTable() {
        for rows in [[], [["a", "b"], ["1", "2"]], [["kind", "value"]]] as [[[String]]] {
            let reading = InventoryTable.read(rows)
            #expect(reading.inventory == nil && reading.problems.count == 1)
        }
        let noYear = InventoryTable.read([["kind", "sector", "scope"], ["row", "I", "1"]])
        #expect(noYear.inventory == nil && noYear.problems.contains { $0.message.contains("year") })
    }

    @Test(
        "Properties: what cannot be is refused and the rest is read",
        arguments: [
            ("year", "MMXXI"), ("gwp", "AR9"), ("coverage", "all"), ("population", "-3"), ("colour", "green"),
            ("year", "2022"),
        ])
    func properties(name: String, value: String) throws {
        let reading = Self.read(["kind", "name", "value"], [["property", name, value]])
        #expect(reading.problems.count == 1 && reading.problems[0].line == 4)
        #expect(reading.inventory?.year == 2021 && reading.inventory?.gwp == .ar5)
    }

    static let energyFactor = FactorBook(
        ["co2", "ch4", "n2o"].map { gas in
            Factor(
                id: "test/\(gas)", subject: "combustion/residential/natural-gas", property: gas,
                value: gas == "co2" ? 56_100 : gas == "ch4" ? 5 : 0.1, unit: "kg/TJ", source: "test")
        })

    @Test("A method without masses is computed; with masses it is checked")
    func methods() throws {
        let arguments = #"{"fuel":"natural-gas","use":"residential","energy":{"value":1,"unit":"TJ"}}"#
        let columns = ["kind", "id", "gpc_ref", "method", "arguments", "co2_t", "ch4_combustion_t", "n2o_t"]
        let method = "fuel-combustion-energy"
        let reading = Self.read(
            columns,
            [
                ["row", "computed", "I.1.1", method, arguments, "", "", ""],
                ["row", "same", "I.1.1", method, arguments, "56.1", "0.005", "0.0001"],
                ["row", "other", "I.1.1", method, arguments, "56.2", "0.005", "0.0001"],
                ["row", "missing", "I.1.1", method, #"{"fuel":"natural-gas","use":"residential"}"#, "", "", ""],
                [
                    "row", "unit", "I.1.1", method, #"{"fuel":"natural-gas","use":"residential","energy":"1 km"}"#, "",
                    "", "",
                ],
                ["row", "broken", "I.1.1", method, "{", "", "", ""],
            ], factors: Self.energyFactor)
        let rows = try #require(reading.inventory?.rows)
        #expect(rows.map(\.id) == ["computed", "same", "other"])
        // 1 TJ × 56,100 kg/TJ = 56.1 t; 5 kg/TJ = 0.005 t; 0.1 kg/TJ = 0.0001 t.
        let masses = try #require(rows[0].masses)
        #expect((masses.co2 - 56.1).magnitude < 1e-12 && (masses.ch4Combustion - 0.005).magnitude < 1e-15)
        #expect(rows[0].method?.steps.isEmpty == false && rows[1].method?.terms.isEmpty == false)
        #expect(
            rows[2].masses?.co2 == 56.2 && rows[2].method?.terms.isEmpty == true, "an explanation of another number")
        #expect(reading.problems.map(\.line) == [6, 7, 8, 9])
        #expect(reading.problems.map(\.effect) == [.kept, .lineLeftOut, .lineLeftOut, .lineLeftOut])
        #expect(reading.problems[1].message.contains("energy") && reading.problems[2].message.contains("km"))
        let again = InventoryTable.read(
            InventoryTable.write(try #require(reading.inventory)), in: .init(factors: Self.energyFactor))
        #expect(again.inventory == reading.inventory)
    }

    @Test("Fifty thousand lines are read in a moment, and cost grows with them alone")
    func manyLines() throws {
        let inventory = FormatSample.random(7, rows: 50_000)
        let table = InventoryTable.write(inventory)
        #expect(table.count == 50_000 + 8 + 1 + 3 + 2)
        #expect(InventoryTable.read(table).inventory == inventory)
    }
}
