import Inventory
import Testing

@Suite("The published inventories in Data/examples")
struct ExampleTests {
    struct Expected: Sendable, CustomStringConvertible {
        let file: String
        let total: Double
        let cells: Double
        let scopes: [Scope: Double]
        let energy: Double
        let keys: Int
        var description: String { file }
    }

    /// Totals as the contracts print them; energy as table or the carriers of add up.
    static let all = [
        Expected(
            file: "cluj-napoca-2021", total: 1_167_223, cells: 1_167_223,
            scopes: [.one: 720_540, .two: 389_764, .three: 56_919], energy: 4_081_132, keys: 5),
        Expected(
            file: "suceava-2021", total: 289_055, cells: 289_055,
            scopes: [.one: 223_442, .two: 64_455, .three: 1_158], energy: 958_122, keys: 5),
        Expected(
            file: "bucuresti-sector-2-2016", total: 1_198_912, cells: 1_198_913,
            scopes: [.one: 438_334, .two: 760_579],
            energy: 4_201_299, keys: 5),
    ]

    static func inventory(_ file: String) throws -> CityInventory {
        let reading = InventoryTable.read(try FormatSample.rows("Data/examples/\(file).csv"))
        #expect(reading.problems.isEmpty, "\(reading.problems)")
        return try #require(reading.inventory)
    }

    @Test("Totals to the last tonne, under every set since gases are not stated", arguments: all, GWPSet.allCases)
    func totals(expected: Expected, set: GWPSet) throws {
        let report = InventoryReport(try Self.inventory(expected.file), under: set)
        #expect(report.contract.total == expected.total)
        #expect(report.contract.sumOfCells == expected.cells)
        #expect(report.contract.scopeTotals == expected.scopes)
        #expect(report.gpc.totals[.contract] == expected.cells)
        #expect(report.framework.total == expected.cells)
        let total = report.total(.contract)
        #expect(total.value == expected.total)
        #expect((total.remark == nil) == (expected.total == expected.cells))
        #expect(total.basis == (expected.total == expected.cells ? "sum of cells" : "printed sector totals"))
    }

    @Test("Sector totals are the printed ones", arguments: all)
    func sectors(expected: Expected) throws {
        let inventory = try Self.inventory(expected.file)
        let printed = inventory.printedTotals.filter { $0.scope == nil && $0.sector != nil }
        #expect(printed.count == 5)
        let shown = InventoryReport(inventory).contract.sectorTotals
        for total in printed { #expect(shown[try #require(total.sector)] == total.value) }
    }

    @Test("Energy by carrier is kept and not counted as emissions; N/A became NE with its reason", arguments: all)
    func energy(expected: Expected) throws {
        let inventory = try Self.inventory(expected.file)
        #expect(ContractEnergy(inventory).lines.reduce(0) { $0 + $1.megawattHours } == expected.energy)
        #expect(inventory.rows.allSatisfy { $0.content == .energyOnly || $0.energyMWh == nil })
        let keys = inventory.rows.filter { $0.content == .notation(.notEstimated, reason: "printed N/A in the source") }
        #expect(keys.count == expected.keys)
        #expect(InventoryReport(inventory).contract[.buildings, .three] == .keys([.notEstimated]))
        #expect(!inventory.printedFactors.isEmpty && inventory.source.contains("as published"))
    }

    @Test(
        "Industrial electricity stays in its printed cell, and stands under stationary energy in the GPC",
        arguments: all)
    func placement(expected: Expected) throws {
        let inventory = try Self.inventory(expected.file)
        let row = try #require(inventory.rows.first { $0.id == "ippu-2" })
        #expect(row.published == PublishedPlacement(sector: .ippu, scope: .two))
        #expect(row.placement == Placement(.stationaryEnergy, .two) && !row.note.isEmpty)
        let view = InventoryReport(inventory).gpc
        #expect(view.matrix[.industrialProcesses]?[.two] == nil)
        for item in view.loose where item.rows > 0 { #expect(item.isAllowed, "\(item)") }
    }

    @Test("Every form reads back to the same total", arguments: all, ReportForm.allCases)
    func forms(expected: Expected, form: ReportForm) throws {
        let report = InventoryReport(try Self.inventory(expected.file))
        let again = InventorySheets.read(InventorySheets.tables(report, form).map(\.input))
        #expect(again.problems.isEmpty, "\(again.problems)")
        let second = InventoryReport(try #require(again.inventory))
        #expect(second.total(form) == report.total(form))
        #expect(second.contract.sumOfCells == report.contract.sumOfCells)
        if form == .contract {
            #expect(second.contract.cells == report.contract.cells)
            #expect(second.contract.sectorTotals == report.contract.sectorTotals)
            #expect(ContractEnergy(second.inventory).lines.count == ContractEnergy(report.inventory).lines.count)
            #expect(Set(second.inventory.printedFactors) == Set(report.inventory.printedFactors))
        }
    }
}
