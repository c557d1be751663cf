import Inventory
import InventoryImports
import Spreadsheets
import Testing

@Suite("Import of tables that cities keep")
struct ImportTests {
    static func read(_ text: String, numbers: SheetPlan.Numbers = .shown, year: Int? = 2023) throws -> ImportReading {
        let file = try ImportFile(Array(text.utf8))
        var plan = ImportPlan(recognising: file.book)
        for index in plan.sheets.indices { plan.sheets[index].numbers = numbers }
        return file.read(plan, in: InventoryTable.Circumstances(city: "Alba Iulia", year: year))
    }

    static func tonnes(_ reading: ImportReading) -> [Double] { reading.rows.compactMap { $0.masses?.unsplit } }

    @Test(
        "One number in every usual way of writing it",
        arguments: [
            "1.234,56;7,5", "1,234.56;7.5", "1 234,56;7,5", "1 234.56;7.5", "1234.56;7.5", "1234,56;7,5",
            "1\u{a0}234,56;7,5", "1'234.56;7.5",
        ])
    func numbers(cells: String) throws {
        let (first, second) = (cells.split(separator: ";")[0], cells.split(separator: ";")[1])
        let reading = try Self.read(
            "Sector;Domeniu;Emisii (t CO2e)\nClădiri;1;\(first)\nTransport;1;\(second)\n")
        #expect(Self.tonnes(reading) == [1234.56, 7.5], "\(reading.entries)")
    }

    @Test("A number that could be either is asked and not guessed")
    func ambiguity() throws {
        let text = "Sector;Domeniu;Emisii (t CO2e)\nClădiri;1;1.234\nTransport;1;2.500\n"
        let open = try Self.read(text)
        #expect(open.rows.isEmpty && open.leftOut.count == 2)
        #expect(open.leftOut[0].problems[0].message.contains("1.234 can be read as 1.234 or as 1234"))
        #expect(Self.tonnes(try Self.read(text, numbers: .comma)) == [1234, 2500])
        #expect(Self.tonnes(try Self.read(text, numbers: .point)) == [1.234, 2.5])
        // Another cell of the column decides; a cell of another column does not.
        let decided = try Self.read(text + "Deșeuri;1;3.000,5\n")
        #expect(Self.tonnes(decided) == [1234, 2500, 3000.5])
        let other = try Self.read(
            "Sector;Domeniu;Emisii (t CO2e);Energie (MWh)\nClădiri;1;1.234;2,5\nTransport;1;2.500;3,5\n")
        #expect(other.leftOut.count == 2)
    }

    @Test(
        "Units become tonnes and MWh, wherever they stand",
        arguments: [
            ("Emisii (kt CO2e)", "2", 2000.0), ("Emisii [Gg CO2e/an]", "2", 2000), ("Emisii, kg", "500", 0.5),
            ("Emisii (tone)", "2", 2), ("Emisii (mii tone CO2e)", "2", 2000), ("tCO2e", "2", 2), ("co2e_t", "2", 2),
            ("Emisii (Mt)", "2", 2e6), ("Emisii", "2 kt", 2000), ("Emisii (t)", "500 kg", 0.5),
        ])
    func masses(example: (heading: String, cell: String, tonnes: Double)) throws {
        let reading = try Self.read("Sector;Scope;\(example.heading)\nBuildings;1;\"\(example.cell)\"\n")
        #expect(Self.tonnes(reading) == [example.tonnes], "\(reading.entries) \(reading.problems)")
    }

    @Test(
        "Energy in every usual unit",
        arguments: [
            ("Energie (MWh)", 3.6, 3.6), ("Energie (GJ)", 3.6, 1), ("Energie (TJ/an)", 3.6, 1000),
            ("Consum de energie [kWh]", 3.6, 0.0036), ("GWh", 3.6, 3600), ("Energie (Gcal)", 2, 2.326),
            ("Energie (tep)", 2, 23.26),
        ])
    func energies(example: (heading: String, value: Double, megawattHours: Double)) throws {
        let reading = try Self.read(
            "Sector,Scope,Purtător,\(example.heading)\nBuildings,1,Gaz natural,\(example.value)\n")
        let energy = try #require(reading.rows.first?.energyMWh)
        #expect((energy - example.megawattHours).magnitude < 1e-9)
    }

    @Test(
        "What is not known leaves out its line with what to do, and the others stay",
        arguments: [
            ("Clădiri;1;5 mii", "mii"), ("Clădiri;1;12 lei", "lei"), ("Clădiri;1;mult", "mult"),
            ("Clădiri;4;12", "4"), ("Clădiri;;12", "–"), ("Spațiu;1;12", "Spațiu"), ("Clădiri;1;", "no figure"),
            ("Clădiri;1;1.2.3", "1.2.3"),
        ])
    func badLines(example: (line: String, said: String)) throws {
        let reading = try Self.read("Sector;Domeniu;Emisii (t CO2e)\nTransport;1;10\n\(example.line)\nDeșeuri;3;20\n")
        #expect(Self.tonnes(reading) == [10, 20])
        let wrong = try #require(reading.leftOut.first)
        #expect(reading.leftOut.count == 1 && wrong.line == 3)
        #expect(wrong.problems.contains { $0.message.contains(example.said) }, "\(wrong.problems)")
    }

    @Test("A number without any unit is no number of tonnes")
    func noUnit() throws {
        let reading = try Self.read("Sector;Domeniu;Emisii\nClădiri;1;10\n")
        #expect(reading.rows.isEmpty)
        #expect(reading.leftOut.first?.problems.first?.message.contains("no unit of mass") == true)
    }

    @Test("Methane of which kind is not said is asked")
    func methane() throws {
        let text = "Sector;Domeniu;CH4 (t)\nDeșeuri;1;10\n"
        #expect(try Self.read(text).rows.isEmpty)
        let file = try ImportFile(Array(text.utf8))
        var plan = ImportPlan(recognising: file.book)
        plan.sheets[0].columns[2] = .methaneBiogenic
        let reading = file.read(plan)
        #expect(reading.rows.first?.masses?.ch4Biogenic == 10)
    }

    @Test("Notation keys and N/A are read with their reasons")
    func keys() throws {
        let reading = try Self.read(
            """
            Sector,Sub-sector,Scope,t CO2e,Notation key,Reason
            Stationary energy,Residential buildings,1,10,,
            Transport,Transport feroviar,1,,NO,Nu există
            Transport,Aviație,1,NE,,
            Waste,,3,,N/A,
            """)
        #expect(reading.leftOut.isEmpty, "\(reading.leftOut)")
        #expect(reading.rows.map { $0.placement.reference?.code } == ["I.1.1", "II.2.1", "II.4.1", nil])
        #expect(
            reading.rows.map(\.content) == [
                .emissions(GasMasses(.unsplit, tonnes: 10)), .notation(.notOccurring, reason: "Nu există"),
                .notation(.notEstimated, reason: ""), .notation(.notEstimated, reason: "printed N/A in the source"),
            ])
    }

    @Test("The contract's tables are known in both languages, with other units and a column before them")
    func contractTables() throws {
        let energy = try Self.read(
            """
            Tabelul A-1.1: Consumul final de energie;;;;;
            Nr.;Sector;Domeniul de aplicare 1 (GWh/an);Domeniul de aplicare 2 (GWh/an);Domeniul de aplicare 3 (GWh/an);Total
            1;CLADIRI;1,5;2;;3,5
            ;Gaz natural;1,5;;;1,5
            ;Electricitate;;2;;2
            2;Transporturi;3;;;3
            """)
        #expect(energy.leftOut.isEmpty && energy.problems.isEmpty, "\(energy.problems) \(energy.leftOut)")
        #expect(energy.rows.map(\.energyMWh) == [1500, 2000, 3000])
        #expect(energy.rows.map(\.carrier) == ["Gaz natural", "Electricitate", nil])
        let emissions = try Self.read(
            """
            Table A-1.4 GHG emissions (t CO2e/year),,,,
            Sector,Scope 1,Scope 2,Scope 3,Total
            Buildings,"1,000.5","2,000",N/A,"3,000.5"
            IPPU,oops,5,NO,5
            Total,"1,000.5","2,005",,"3,005.5"
            """)
        let report = InventoryReport(Self.inventory(emissions))
        #expect(report.contract.total == 3005.5)
        #expect(emissions.leftOut.count == 1 && emissions.leftOut[0].line == 4)
        #expect(emissions.leftOut[0].cells == ["IPPU", "oops", "", "", ""])
    }

    static func inventory(_ reading: ImportReading) -> CityInventory {
        var inventory = CityInventory(city: "Alba Iulia", year: 2023)
        inventory.rows = reading.rows
        inventory.printedTotals = reading.totals
        inventory.printedFactors = reading.factors
        inventory.boundary.exclusions = reading.exclusions
        return inventory
    }

    @Test("The hub's own table survives a Romanian spreadsheet program")
    func canonicalWithCommas() throws {
        let reading = try Self.read(
            "kind;id;sector;scope;label;activity;activity_unit;co2_t\nrow;a;I;1;Gaz;1.234,5;MWh;1.000\nrow;b;I;1;Lemn;2;MWh;12,5\n"
        )
        #expect(reading.rows.map { $0.masses?.co2 } == [1000, 12.5])
        #expect(reading.rows.first?.activity?.value == 1234.5)
        // As the hub writes it, a point stands before decimals.
        let ours = try Self.read("kind,id,sector,scope,co2_t\nrow,a,I,1,1.234\nrow,b,Z,1,5\n")
        #expect(ours.rows.map { $0.masses?.co2 } == [1.234])
        #expect(ours.leftOut.map(\.line) == [3])
    }

    @Test(
        "What is no table is refused with a message",
        arguments: ["", "\n\n", "%PDF-1.7", "<html><body>x</body></html>", "{\"a\": 1}", "{\"table\": ["])
    func refused(text: String) {
        #expect(throws: SpreadsheetProblem.self) { _ = try ImportFile(Array(text.utf8)) }
    }

    @Test("A table without a heading that says anything is not read")
    func unknownTable() throws {
        let reading = try Self.read("abc,def\n1,2\n")
        #expect(reading.entries.isEmpty)
        let file = try ImportFile(Array("abc,def\n1,2\n".utf8))
        #expect(ImportPlan(recognising: file.book).sheets.map(\.kind) == [.none])
    }

    @Test("The list of left-out lines comes back after correction")
    func leftOutAgain() throws {
        let first = try Self.read("Sector;Domeniu;Emisii (t CO2e)\nClădiri;1;10\nClădiri;1;5 mii\n")
        let wrong = try #require(first.leftOut.first)
        var writer = CSVWriter(header: ["Sector", "Domeniu", "Emisii (t CO2e)", "Problemă"])
        writer.row(wrong.cells.map { Optional($0.replacing("5 mii", with: "5 mii tone")) } + ["x"])
        let again = try Self.read(String(decoding: writer.bytes, as: UTF8.self))
        #expect(Self.tonnes(again) == [5000])
    }
}
