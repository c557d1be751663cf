import Inventory
import Spreadsheets
import Testing

@Suite("Inventories in the tables of a form")
struct SheetFormatTests {
    /// The tables through the bytes of a workbook, as a city would send them back.
    static func throughWorkbook(_ tables: [SheetTable]) throws -> [SheetInput] {
        let sheets = tables.map { table in
            OutputSheet(
                name: table.name, columns: table.columns.map { OutputColumn($0) },
                rows: table.rows.map { row in
                    row.map { cell in
                        switch cell {
                        case .empty: .empty
                        case .text(let text): .text(text)
                        case .number(let number): .number(Cell.Number(number))
                        }
                    }
                })
        }
        return try Workbook.read(XLSXWriter.bytes(sheets)).sheets.map { sheet in
            SheetInput(
                name: sheet.name, rows: sheet.rows.map { TableRow(number: $0.number, cells: $0.cells.map(\.text)) })
        }
    }

    static func isClose(_ left: Double, _ right: Double) -> Bool {
        (left - right).magnitude <= 1e-9 * max(1, left.magnitude, right.magnitude)
    }

    @Test("Each form reads back by itself to the same totals", arguments: 1...15, ReportForm.allCases)
    func roundTrip(seed: UInt64, form: ReportForm) throws {
        let inventory = FormatSample.random(seed, rows: 80)
        let report = InventoryReport(inventory)
        for input in [
            InventorySheets.tables(report, form).map(\.input),
            try Self.throughWorkbook(InventorySheets.tables(report, form)),
        ] {
            let reading = InventorySheets.read(input)
            #expect(reading.problems.isEmpty, "seed \(seed): \(reading.problems)")
            let again = InventoryReport(try #require(reading.inventory))
            #expect(again.gwp == report.gwp && again.inventory.city == inventory.city)
            #expect(Self.isClose(again.total(form).value, report.total(form).value), "seed \(seed)")
            #expect(again.inventory.boundary == inventory.boundary)
            let keys = inventory.rows.filter { if case .notation = $0.content { true } else { false } }
            let kept = again.inventory.rows.filter { if case .notation = $0.content { true } else { false } }
            #expect(kept.map(\.content) == keys.map(\.content) && kept.map(\.placement) == keys.map(\.placement))
            switch form {
            case .contract: try checkContract(report, again)
            case .gpc: checkGPC(report, again)
            case .framework: break
            }
        }
    }

    private func checkContract(_ report: InventoryReport, _ again: InventoryReport) throws {
        for sector in ContractSector.allCases {
            for scope in Scope.allCases {
                switch (report.contract[sector, scope], again.contract[sector, scope]) {
                case (.value(let left), .value(let right)): #expect(Self.isClose(left, right))
                case (let left, let right): #expect(left == right)
                }
            }
        }
        let lines = (ContractEnergy(report.inventory).lines, ContractEnergy(again.inventory).lines)
        #expect(lines.0.map(\.carrier) == lines.1.map(\.carrier))
        #expect(zip(lines.0, lines.1).allSatisfy { Self.isClose($0.megawattHours, $1.megawattHours) })
        #expect(again.inventory.printedFactors.count == report.inventory.printedFactors.count)
    }

    /// The GPC's form keeps the gases, so its totals agree under every set.
    private func checkGPC(_ report: InventoryReport, _ again: InventoryReport) {
        for set in GWPSet.allCases {
            let (left, right) = (
                InventoryReport(report.inventory, under: set), InventoryReport(again.inventory, under: set)
            )
            for total in InventoryTotal.allCases {
                #expect(Self.isClose(left.gpc.totals[total] ?? 0, right.gpc.totals[total] ?? 0))
            }
            #expect(Self.isClose(left.contract.biogenicCO2, right.contract.biogenicCO2))
            #expect(Self.isClose(left.contract.removedCO2, right.contract.removedCO2))
        }
    }

    @Test("Notation keys survive every form", arguments: ReportForm.allCases, NotationKey.allCases)
    func notationKeys(form: ReportForm, key: NotationKey) throws {
        let place = Placement(try #require(GPCReference.coded("V.1")))
        let inventory = CityInventory(
            city: "Orașul", year: 2022,
            rows: [
                InventoryRow(id: "a", placement: place, content: .notation(key, reason: "Nu sunt animale")),
                InventoryRow(
                    id: "b", placement: Placement(.waste, .one), content: .emissions(GasMasses(.co2, tonnes: 1))),
            ])
        let reading = InventorySheets.read(InventorySheets.tables(InventoryReport(inventory), form).map(\.input))
        #expect(reading.isComplete, "\(reading.problems)")
        let rows = try #require(reading.inventory?.rows)
        #expect(rows.contains { $0.content == .notation(key, reason: "Nu sunt animale") && $0.placement == place })
        #expect(rows.count == 2)
    }

    @Test("A table A-1.4 as a contract prints it, in Romanian and with N/A")
    func published() throws {
        let sheets = [
            SheetInput(
                name: "A-1.4",
                rows: TableRow.numbered([
                    ["A-1.4: Emisii GES pe sectoare sursă"], ["An de referință", "2021"], ["Unitate", "t CO2e/an"],
                    ["", "Scope 1", "Scope 2", "Scope 3", "Total"], ["Clădiri", "100", "50.5", "N/A", "150"],
                    ["Transport", "10", "-", "NO", "10"], ["Deșeuri", "", "", "3", "3"],
                    ["Total", "110", "50.5", "3", "163"],
                ])),
            SheetInput(name: "Altceva", rows: TableRow.numbered([["a", "b"], ["1", "2"]])),
        ]
        let reading = InventorySheets.read(sheets, in: .init(city: "Orașul", year: 2021))
        #expect(reading.problems.isEmpty, "\(reading.problems)")
        let report = InventoryReport(try #require(reading.inventory))
        #expect(report.contract.sumOfCells == 163.5 && report.contract.total == 163)
        #expect(report.contract.basis == .printedSectorTotals)
        #expect(report.contract[.buildings, .three] == .keys([.notEstimated]))
        #expect(report.contract[.transport, .three] == .keys([.notOccurring]))
        #expect(report.contract[.transport, .two] == .empty && report.contract[.afolu, .one] == .empty)
    }

    @Test("A number that cannot be read is named and the rest is kept")
    func badNumber() throws {
        let rows = TableRow.numbered([
            ["t CO2e", "Scope 1", "Scope 2", "Scope 3"], ["Buildings", "1.000,5", "7", ""], ["Transport", "x", "", ""],
        ])
        let reading = InventorySheets.read([SheetInput(name: "A-1.4", rows: rows)], in: .init(city: "O", year: 2020))
        #expect(reading.problems.map(\.line) == [2, 3])
        #expect(reading.inventory.map { InventoryReport($0).contract.total } == 7)
    }

    @Test("Sheets that hold no form are refused with a sentence")
    func unknown() {
        let reading = InventorySheets.read([SheetInput(name: "x", rows: TableRow.numbered([["a"], ["1"]]))])
        #expect(reading.inventory == nil && reading.problems.count == 1)
    }
}
