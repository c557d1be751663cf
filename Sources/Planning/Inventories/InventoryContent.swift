import Inventory
import Spreadsheets

/// An inventory as bytes: the canonical table, the same for the same inventory, read back without loss.
///
/// Where rows were computed, a last column `trace` holds what each method used and how it came to its result, so that
/// reading looks no factor up and computes nothing again.
package enum InventoryContent {
    /// What was frozen is not among the files, or cannot be read: a backup that lost it.
    package struct Missing: Error {}

    package static func bytes(_ inventory: CityInventory) throws -> [UInt8] {
        var table = InventoryTable.write(inventory)
        let traces = try traces(of: inventory)
        if !traces.isEmpty, let id = table.first?.firstIndex(of: TableColumn.id.rawValue) {
            for index in table.indices {
                table[index].append(index == 0 ? InventoryTable.traceColumn : traces[table[index][id]] ?? "")
            }
        }
        var file = CSVWriter(header: table.first ?? [], mode: .lossless)
        for line in table.dropFirst() { file.row(line) }
        return file.bytes
    }

    package static func read(_ bytes: [UInt8]) throws -> CityInventory {
        let workbook = try CSVReader.workbook(bytes, options: .init(isLossless: true))
        var rows = (workbook.sheets.first?.rows ?? []).map {
            TableRow(number: $0.number, cells: $0.cells.map(\.text))
        }
        let frozen = try FrozenMethods(taking: &rows)
        let reading = InventoryTable.read(rows)
        guard var inventory = reading.inventory, reading.problems.isEmpty else { throw Missing() }
        for index in inventory.rows.indices { inventory.rows[index].method = frozen.uses[inventory.rows[index].id] }
        return inventory
    }

    private static func traces(of inventory: CityInventory) throws -> [String: String] {
        var traces: [String: String] = [:]
        for row in inventory.rows {
            if let method = row.method { traces[row.id] = try MethodTrace(method).json }
        }
        return traces
    }
}

/// The methods of a frozen table, taken out of it by the id of their rows.
private struct FrozenMethods {
    var uses: [String: MethodUse] = [:]

    /// Empties the cells of methods, which would be computed on reading.
    init(taking rows: inout [TableRow]) throws {
        guard let header = rows.first?.cells, let trace = header.firstIndex(of: InventoryTable.traceColumn),
            let kind = header.firstIndex(of: TableColumn.kind.rawValue),
            let id = header.firstIndex(of: TableColumn.id.rawValue),
            let method = header.firstIndex(of: TableColumn.method.rawValue),
            let arguments = header.firstIndex(of: TableColumn.arguments.rawValue)
        else { return }
        for index in rows.indices.dropFirst() {
            let cells = rows[index].cells
            // Lines of printed factors have a word of their own in the column of methods.
            guard cells.count > trace, cells[kind] == TableLineKind.row.rawValue, !cells[method].isEmpty else {
                continue
            }
            uses[cells[id]] = try MethodTrace.read(
                name: cells[method], arguments: cells[arguments], trace: cells[trace])
            rows[index].cells[method] = ""
            rows[index].cells[arguments] = ""
        }
    }
}
