/// One line of the table by columns.
struct TableLine {
    let number: Int
    let kind: String
    private let cells: [String]
    private let columns: [Int?]

    /// Nil where nothing stands in the line.
    init?(_ row: TableRow, _ columns: [Int?]) {
        guard row.cells.contains(where: { !$0.utf8.isEmpty && !$0.trimmed.isEmpty }) else { return nil }
        number = row.number
        cells = row.cells
        self.columns = columns
        kind = Self.cell(.kind, cells, columns).lowercased()
    }

    /// The text of a column without white space around it; empty where the table has no such column.
    subscript(column: TableColumn) -> String { Self.cell(column, cells, columns) }

    /// How a method came to the line's masses, where the table says it.
    var trace: String { Self.cell(at: columns.last ?? nil, cells) }

    private static func cell(_ column: TableColumn, _ cells: [String], _ columns: [Int?]) -> String {
        cell(at: columns[column.position], cells)
    }

    private static func cell(at index: Int?, _ cells: [String]) -> String {
        guard let index, index < cells.count else { return "" }
        return InventoryTable.text(of: cells[index])
    }
}

extension InventoryTable {
    /// What a cell says: without white space around it, and without the sign that guards it in spreadsheet programs.
    package static func text(of cell: String) -> String { GuardedText.read(cell.trimmed) }
}
