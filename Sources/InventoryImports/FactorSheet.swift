import Inventory
import Spreadsheets

/// A table of factors as a source printed them: a line for each carrier and gas.
struct FactorSheet {
    private let sheet: Sheet
    private let index: Int
    private let plan: SheetPlan

    init(_ sheet: Sheet, _ index: Int, _ plan: SheetPlan) {
        self.sheet = sheet
        self.index = index
        self.plan = plan
    }

    func read(into reading: inout ImportReading) {
        guard let start = sheet.rows.firstIndex(where: { $0.number == plan.headingRow }),
            let factor = plan.columns.firstIndex(of: .factor)
        else { return }
        let body = sheet.rows[(start + 1)...]
        let cells = NumberCells(body, column: factor, mark: plan.numbers.mark)
        for (place, row) in body.enumerated() where !row.isBlank {
            func text(_ meaning: ImportMeaning) -> String {
                plan.columns.firstIndex(of: meaning).map { row[$0].text.trimmingSpaces } ?? ""
            }
            var entry = ImportedEntry(
                sheet: index, line: row.number, outcome: .frame, problems: [], cells: row.cells.map(\.text))
            switch cells[place] {
            case .number(let number):
                reading.factors.append(
                    PrintedFactor(
                        carrier: text(.carrier), gas: text(.gas), value: number.value,
                        unit: number.unit ?? text(.factorUnit), year: Int(text(.year)), method: text(.methodology)))
            case .problem(let template, let arguments):
                entry.outcome = .leftOut
                entry.problems = [
                    TableProblem(
                        line: row.number, column: ImportMeaning.factor.title, .lineLeftOut, template, arguments)
                ]
            default: entry.outcome = .sum
            }
            reading.entries.append(entry)
        }
    }
}
