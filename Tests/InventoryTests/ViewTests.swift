import Inventory
import Testing

@Suite("Views of an inventory")
struct ViewTests {
    static func row(_ id: String, _ code: String, _ masses: GasMasses) throws -> InventoryRow {
        InventoryRow(id: id, placement: Placement(try #require(GPCReference.coded(code))), content: .emissions(masses))
    }

    static func sample() throws -> CityInventory {
        var landfill = GasMasses(.ch4Biogenic, tonnes: 10)
        landfill.co2Biogenic = 99
        return CityInventory(
            city: "Orașul de probă", year: 2023, gwp: .ar5,
            rows: [
                try row("1", "I.1.1", GasMasses(.co2, tonnes: 1000)),
                try row("2", "I.1.2", GasMasses(.co2, tonnes: 500)),
                try row("3", "I.1.3", GasMasses(.co2, tonnes: 40)),
                try row("4", "II.1.1", GasMasses(.co2, tonnes: 300)),
                try row("5", "II.1.3", GasMasses(.co2, tonnes: 70)), try row("6", "III.1.2", landfill),
                try row("7", "III.1.3", GasMasses(.ch4Biogenic, tonnes: 1)),
                try row("8", "I.4.4", GasMasses(.co2, tonnes: 900)),
                try row("9", "IV.2", GasMasses(.sf6, tonnes: 0.001)), try row("10", "VI.1", GasMasses(.co2, tonnes: 5)),
                InventoryRow(
                    id: "11", placement: Placement(try #require(GPCReference.coded("V.1"))),
                    content: .notation(.notOccurring, reason: "Fără animale")),
            ])
    }

    @Test("Totals by level: each line counts where the GPC puts it, biogenic CO2 nowhere")
    func totals() throws {
        let report = InventoryReport(try Self.sample())
        #expect(report.gpc.totals[.basic] == Double(1000 + 500 + 300 + 280))
        #expect(report.gpc.totals[.basicPlus] == 1000 + 500 + 40 + 300 + 70 + 280 + 23.5)
        #expect(report.gpc.totals[.territorial] == 1000 + 300 + 28 + 900 + 23.5)
        #expect(report.contract.total == 1000 + 500 + 300 + 280 + 23.5)
        #expect(report.contract.beside == 110)
        #expect(report.contract.biogenicCO2 == 99)
        #expect(report.contract[.afolu, .one] == .keys([.notOccurring]))
        #expect(report.contract[.afolu, .three] == .empty)
        #expect(report.framework.total == 1000 + 500 + 40 + 300 + 70 + 280 + 23.5)
    }

    @Test("The GWP set changes every view, the reporting framework too")
    func sets() throws {
        let inventory = try Self.sample()
        let (fifth, sixth) = (InventoryReport(inventory), InventoryReport(inventory, under: .ar6))
        #expect(sixth.contract.total == 1800 + 270 + 25.2)
        #expect(fifth.framework.total != sixth.framework.total)
        #expect(fifth.gpc.masses == sixth.gpc.masses)
    }

    @Test("The order of the rows is nothing")
    func order() throws {
        let inventory = try Self.sample()
        var shuffled = inventory
        for _ in 0..<20 {
            shuffled.rows.shuffle()
            let (one, two) = (InventoryReport(inventory), InventoryReport(shuffled))
            #expect((one.contract.total - two.contract.total).magnitude < 1e-9)
            for total in InventoryTotal.allCases {
                #expect(((one.gpc.totals[total] ?? 0) - (two.gpc.totals[total] ?? 0)).magnitude < 1e-9)
            }
        }
    }

    @Test("Printed sector totals are shown when they differ from the cells by rounding only")
    func printedTotals() {
        func inventory(_ printed: Double) -> CityInventory {
            CityInventory(
                city: "Orașul de probă", year: 2016,
                rows: [
                    InventoryRow(
                        id: "1", placement: Placement(.industrialProcesses, .one),
                        content: .emissions(GasMasses(.unsplit, tonnes: 83_215))),
                    InventoryRow(
                        id: "2", placement: Placement(.stationaryEnergy, .two),
                        published: PublishedPlacement(sector: .ippu, scope: .two),
                        content: .emissions(GasMasses(.unsplit, tonnes: 201_903))),
                ], printedTotals: [PrintedTotal(sector: .ippu, scope: nil, value: printed)])
        }
        let rounded = InventoryReport(inventory(285_117)).contract
        #expect(rounded.total == 285_117 && rounded.sumOfCells == 285_118 && rounded.basis == .printedSectorTotals)
        let wrong = InventoryReport(inventory(285_000)).contract
        #expect(wrong.total == 285_118 && wrong.basis == .cells)
        // As published in the contract's table, where the GPC puts it in its own view.
        #expect(rounded[.ippu, .two] == .value(201_903))
        #expect(InventoryReport(inventory(285_117)).gpc.matrix[.stationaryEnergy]?[.two] == 201_903)
    }
}
