import Inventory
import Spreadsheets

/// An inventory as a workbook in one of the forms that programmes ask for.
public enum InventoryWorkbook {
    /// The tables of a form, one to a sheet; the same bytes for the same inventory.
    public static func bytes(_ report: InventoryReport, _ form: ReportForm) throws(SpreadsheetProblem) -> [UInt8] {
        let sheets = InventorySheets.tables(report, form).map { table in
            OutputSheet(
                name: table.name, columns: table.columns.map { OutputColumn($0) },
                rows: table.rows.map { $0.map(value) })
        }
        return try XLSXWriter.bytes(
            sheets,
            properties: DocumentProperties(
                title: "\(report.inventory.city) \(report.inventory.year): \(form.name)",
                comments: report.inventory.source))
    }

    private static func value(_ cell: SheetCell) -> Cell.Value {
        switch cell {
        case .empty: .empty
        case .text(let text): .text(text)
        case .number(let number): .number(Cell.Number(number))
        }
    }
}
