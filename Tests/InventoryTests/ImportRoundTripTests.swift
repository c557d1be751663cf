import Inventory
import InventoryImports
import Spreadsheets
import Testing

@Suite("Every export comes back through the import")
struct ImportRoundTripTests {
    private static func reading(_ bytes: [UInt8], _ inventory: CityInventory) throws -> ImportReading {
        let file = try ImportFile(bytes)
        return file.read(
            ImportPlan(recognising: file.book),
            in: InventoryTable.Circumstances(city: inventory.city, year: inventory.year))
    }

    private static func again(_ reading: ImportReading, _ inventory: CityInventory) -> CityInventory {
        var again = inventory
        again.rows = reading.rows
        again.printedTotals = reading.totals
        again.printedFactors = reading.factors
        again.boundary.exclusions = reading.exclusions
        return again
    }

    private static func keys(_ inventory: CityInventory) -> [InventoryRow.Content] {
        inventory.rows.map(\.content).filter { if case .notation = $0 { true } else { false } }
    }

    @Test("CSV, to the last bit", arguments: 1...20)
    func csv(seed: UInt64) throws {
        let inventory = FormatSample.random(seed, rows: 60)
        let table = InventoryTable.write(inventory)
        var writer = CSVWriter(header: table[0], mode: .lossless)
        for line in table.dropFirst() { writer.row(line) }
        let reading = try Self.reading(writer.bytes, inventory)
        #expect(reading.leftOut.isEmpty && reading.problems.isEmpty, "seed \(seed): \(reading.problems)")
        #expect(Self.again(reading, inventory) == inventory)
    }

    @Test("JSON, to the last bit", arguments: 1...20)
    func json(seed: UInt64) throws {
        let inventory = FormatSample.random(seed, rows: 60)
        let text = JSONValue.object(["table": JSONTable.value(inventory), "total": .number(1)]).json()
        let reading = try Self.reading(Array(text.utf8), inventory)
        #expect(reading.leftOut.isEmpty && reading.problems.isEmpty, "seed \(seed): \(reading.problems)")
        #expect(Self.again(reading, inventory) == inventory)
    }

    @Test("XLSX in each form, to the same totals and notation keys", arguments: 1...10, ReportForm.allCases)
    func xlsx(seed: UInt64, form: ReportForm) throws {
        let inventory = FormatSample.random(seed, rows: 60)
        let report = InventoryReport(inventory)
        let bytes = try InventoryWorkbook.bytes(report, form)
        let reading = try Self.reading(bytes, inventory)
        #expect(reading.leftOut.isEmpty && reading.problems.isEmpty, "seed \(seed): \(reading.problems)")
        let again = InventoryReport(Self.again(reading, inventory))
        #expect(SheetFormatTests.isClose(again.total(form).value, report.total(form).value), "seed \(seed)")
        #expect(Self.keys(again.inventory) == Self.keys(inventory))
        #expect(again.inventory.boundary.exclusions == inventory.boundary.exclusions)
    }
}
