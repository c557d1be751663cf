import Inventory
import Spreadsheets

/// An inventory as bytes: the canonical table, the same for the same inventory, read back without loss.
package enum InventoryContent {
    /// What was frozen is not among the files, or cannot be read: a backup that lost it.
    package struct Missing: Error {}

    package static func bytes(_ inventory: CityInventory) -> [UInt8] {
        let table = InventoryTable.write(inventory)
        var file = CSVWriter(header: table.first ?? [], mode: .lossless)
        for line in table.dropFirst() { file.row(line) }
        return file.bytes
    }

    package static func read(_ bytes: [UInt8]) throws -> CityInventory {
        let workbook = try CSVReader.workbook(bytes, options: .init(isLossless: true))
        let rows = workbook.sheets.first?.rows ?? []
        let reading = InventoryTable.read(rows.map { TableRow(number: $0.number, cells: $0.cells.map(\.text)) })
        guard let inventory = reading.inventory, reading.problems.isEmpty else { throw Missing() }
        return inventory
    }
}
