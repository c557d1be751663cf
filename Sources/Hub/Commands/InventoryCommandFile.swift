import Inventory
import Spreadsheets

/// An inventory in a CSV or XLSX file.
enum InventoryFile {
    /// Reads the inventory table, or the tables of a form.
    /// - Parameter factors: asked only when a line has a method.
    static func read(_ path: String, factors: () throws -> FactorBook, regions: [String]) throws -> TableReading {
        let book = try book(path)
        let sheets = book.sheets.map { SheetInput(name: $0.name, rows: $0.rows.map(TableRow.init)) }
        let circumstances = InventoryTable.Circumstances(
            factors: try sheets.contains(where: needsFactors) ? factors() : FactorBook(), regions: regions)
        let reading = InventorySheets.read(sheets, in: circumstances)
        return TableReading(
            inventory: reading.inventory, problems: book.problems.all.map(TableProblem.init) + reading.problems)
    }

    private static func book(_ path: String) throws -> Workbook {
        do { return try Workbook.read(file: path) } catch { throw SettingsError("\(path): \(error)") }
    }

    private static func needsFactors(_ sheet: SheetInput) -> Bool {
        for (index, row) in sheet.rows.enumerated() where InventoryTable.isHeader(row.cells) {
            guard let column = row.cells.firstIndex(where: { $0.lowercased() == "method" }),
                let kind = row.cells.firstIndex(where: { $0.lowercased() == "kind" })
            else { return false }
            return sheet.rows[(index + 1)...].contains { row in
                row.cells.indices.contains(max(column, kind)) && row.cells[kind] == "row" && !row.cells[column].isEmpty
            }
        }
        return false
    }
}

extension TableRow {
    init(_ row: Spreadsheets.Row) { self.init(number: row.number, cells: row.cells.map(\.text)) }
}

extension TableProblem {
    init(_ problem: SpreadsheetProblem) {
        self.init(
            line: problem.place.row ?? 0, column: problem.place.cell ?? "", .kept, problem.fault.template,
            problem.fault.arguments)
    }
}
