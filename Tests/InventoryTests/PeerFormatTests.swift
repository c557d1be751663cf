import Inventory
import Testing

/// Faults that published tools have had in what they write: each test would fail if one came in here.
@Suite("Faults of other tools: files")
struct PeerFormatTests {
    private static func row(_ id: String, _ code: String, _ content: InventoryRow.Content) throws -> InventoryRow {
        InventoryRow(id: id, placement: Placement(try #require(GPCReference.coded(code))), content: content)
    }

    private static func texts(_ inventory: CityInventory, _ form: ReportForm) -> [[String]] {
        InventorySheets.tables(InventoryReport(inventory), form).flatMap { $0.input.rows.map(\.cells) }
    }

    @Test("Notation keys survive every export as NO, IE, NE and C", arguments: ReportForm.allCases)
    func keys(form: ReportForm) throws {
        let places = ["V.1", "V.2", "IV.1", "III.3.1"]
        let inventory = CityInventory(
            city: "X", year: 2021,
            rows: try zip(places, NotationKey.allCases).map { code, key in
                try Self.row(code, code, .notation(key, reason: "motivul \(key.rawValue)"))
            })
        let cells = Set(Self.texts(inventory, form).flatMap { $0 })
        for key in NotationKey.allCases { #expect(cells.contains(key.rawValue), "\(key)") }
        #expect(!cells.contains("occurring") && !cells.contains("estimated") && !cells.contains("elsewhere"))
        let input = InventorySheets.tables(InventoryReport(inventory), form).map(\.input)
        let again = try #require(InventorySheets.read(input).inventory)
        #expect(again.rows.map(\.content) == inventory.rows.map(\.content))
    }

    @Test(
        "Nothing is rounded in files: a gram comes back as a gram", arguments: [ReportForm.gpc, .contract, .framework])
    func unrounded(form: ReportForm) throws {
        let masses = GasMasses(.co2, tonnes: 1.000000000001e-6)
        let inventory = CityInventory(city: "X", year: 2021, rows: [try Self.row("a", "I.1.1", .emissions(masses))])
        let input = InventorySheets.tables(InventoryReport(inventory), form).map(\.input)
        let again = InventoryReport(try #require(InventorySheets.read(input).inventory))
        #expect(again.total(form).value == 1.000000000001e-6)
        let table = InventoryTable.read(InventoryTable.write(inventory))
        #expect(table.inventory?.rows.first?.masses == masses)
    }

    @Test("The framework's form follows the GWP set")
    func framework() throws {
        let inventory = CityInventory(
            city: "X", year: 2021, rows: [try Self.row("a", "III.1.1", .emissions(GasMasses(.ch4Biogenic, tonnes: 10)))]
        )
        for (set, total) in [(GWPSet.sar, 210.0), (.ar4, 250), (.ar5, 280), (.ar6, 270)] {
            let report = InventoryReport(inventory, under: set)
            let cells = InventorySheets.tables(report, .framework).flatMap { $0.rows.flatMap { $0 } }
            #expect(cells.contains(.number(total)), "\(set)")
        }
    }

    @Test("A line without an answer stays empty: nobody said “not estimated”", arguments: ReportForm.allCases)
    func unfilled(form: ReportForm) {
        let cells = Self.texts(CityInventory(city: "X", year: 2021), form).flatMap { $0 }
        #expect(!cells.contains { $0.hasPrefix("NE") || $0.hasPrefix("NO") })
    }

    @Test("Leaks of coal and of oil and gas are lines of their own")
    func fugitive() throws {
        let inventory = CityInventory(
            city: "X", year: 2021,
            rows: [
                try Self.row("a", "I.7.1", .emissions(GasMasses(.ch4Fossil, tonnes: 1))),
                try Self.row("b", "I.8.1", .emissions(GasMasses(.ch4Fossil, tonnes: 2))),
            ])
        let lines = InventoryReport(inventory).gpc.lines.filter { $0.rows > 0 }
        #expect(lines.map(\.reference.code) == ["I.7.1", "I.8.1"] && lines.map(\.co2e) == [30, 60])
        let scopes = InventoryReport(inventory).framework.lines.flatMap { $0.co2e.keys }
        #expect(Set(scopes) == [.one])
    }

    @Test("A row keeps its factor with its unit and source through a file")
    func factorUnits() throws {
        let arguments: [String: Argument] = [
            "fuel": .word("natural-gas"), "use": .word("residential"), "energy": .number(10, "MWh"),
        ]
        let result = try MethodTrial.result("fuel-combustion-energy", arguments)
        var row = try Self.row("a", "I.1.1", .emissions(result.masses))
        row.method = MethodUse(result, arguments: arguments)
        let inventory = CityInventory(city: "X", year: 2023, rows: [row])
        let circumstances = InventoryTable.Circumstances(factors: registerForTests, regions: ["RO", "world"])
        let reading = InventoryTable.read(InventoryTable.write(inventory), in: circumstances)
        let inputs = try #require(reading.inventory?.rows.first?.method?.inputs)
        let factor = try #require(inputs.first { $0.name == "ef_co2" })
        #expect(factor.unit == "t/MWh" && inputs == result.inputs)
        #expect(reading.inventory?.rows.first?.method == row.method)
    }

    @Test("Carriers in the spellings of offices: with signs, without, with cedillas, in capitals")
    func carriers() {
        for (text, code) in [
            ("Energie electrică", "electricity"), ("ENERGIE ELECTRICA", "electricity"),
            ("energie electricã", "electricity"), ("Gaz metan", "natural-gas"), ("gaze naturale", "natural-gas"),
            ("GPL", "lpg"), ("motorină", "diesel-oil"), ("Motorina", "diesel-oil"), ("benzina", "motor-gasoline"),
            ("Benzină", "motor-gasoline"), ("păcură", "residual-fuel-oil"), ("pacura", "residual-fuel-oil"),
            ("cărbune", "other-bituminous-coal"), ("lemne de foc", "wood"), ("deşeuri lemnoase", "wood"),
            ("deșeuri lemnoase", "wood"), ("deseuri lemnoase", "wood"), ("peleţi", "biomass"),
            ("energie termica", "district-heat"), ("Încălzire centralizată", "district-heat"),
            ("natural-gas", "natural-gas"), ("Natural  Gas", "natural-gas"), ("lignit", "lignite"),
        ] { #expect(Carrier.named(text)?.code == code, "\(text)") }
    }

    @Test("A carrier that nobody knows is not guessed", arguments: ["gax", "electricitat", "", " ", "lem", "motor"])
    func unknownCarriers(text: String) { #expect(Carrier.named(text) == nil) }

    @Test("No two carriers answer to one name")
    func oneName() {
        for carrier in Carrier.all {
            for name in [carrier.code, carrier.name] + carrier.otherNames {
                #expect(Carrier.named(name)?.code == carrier.code, "\(name)")
            }
        }
    }
}
