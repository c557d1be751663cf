import InventoryImports
import Spreadsheets
import Web

/// The form of a file to be imported, and what the choices on its page say.
enum InventoryImportForm {
    static let fileBytes = 20_000_000
    /// The greatest size of the whole form: the file and a little more.
    static let bodyLimit = fileBytes + 500_000

    static let upload = Form([
        Field(
            "file", "File with the inventory",
            hint: "A table of yours, the contract's tables A-1, or a file of the hub.",
            .file(types: [.csv, .xlsx, .json, .text], maxBytes: fileBytes))
    ])

    /// The plan that choices describe; columns of another heading row are recognised anew.
    static func plan(_ answers: Answers, _ before: ImportPlan, _ book: Workbook) -> ImportPlan {
        var plan = before
        for (index, sheet) in book.sheets.enumerated() where index < plan.sheets.count {
            var next = plan.sheets[index]
            next.numbers = SheetPlan.Numbers(rawValue: answers.text("numbers-\(index)")) ?? next.numbers
            let kind = SheetPlan.Kind(rawValue: answers.text("kind-\(index)")) ?? next.kind
            let heading = answers.integer("heading-\(index)") ?? next.headingRow
            if kind != .list && kind != .factors {
                let known = SheetPlan(recognising: sheet)
                // Only what a sheet is recognised as can be read as it.
                next.kind = kind == known.kind ? kind : .none
                if next.kind != .none { next.headingRow = known.headingRow }
            } else if heading != next.headingRow || next.columns.isEmpty || kind != next.kind {
                let row = sheet.rows.first { $0.number == heading } ?? sheet.rows.first
                if let row {
                    let numbers = next.numbers
                    next = SheetPlan(headings: row)
                    next.kind = kind
                    next.numbers = numbers
                }
            } else {
                next.columns = next.columns.indices.map { column in
                    ImportMeaning(rawValue: answers.text("column-\(index)-\(column)"))
                }
            }
            plan.sheets[index] = next
        }
        return plan
    }
}
