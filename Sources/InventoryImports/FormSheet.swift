import Inventory
import Spreadsheets

/// A table of a form as somebody sent it, brought into the words and numbers of the hub's own.
struct FormSheet {
    let sheet: Sheet
    let index: Int
    /// The table with English headings, numbers as 1234.56 and the units of the form.
    private(set) var input: SheetInput
    private(set) var table: FormTable?
    private(set) var problems: [TableProblem] = []
    /// Columns that hold figures, to be emptied where a line is sent back because of one cell.
    private var figures: Set<Int> = []

    static func headingRow(_ sheet: Sheet) -> Int? {
        let form = FormSheet(sheet, 0, SheetPlan(kind: .form))
        return InventorySheets.recognise(form.input)?.headingRow
    }

    init(_ sheet: Sheet, _ index: Int, _ plan: SheetPlan) {
        self.sheet = sheet
        self.index = index
        input = SheetInput(
            name: sheet.name, rows: sheet.rows.map { TableRow(number: $0.number, cells: $0.cells.map(\.text)) })
        switch InventorySheets.recognise(input)?.table {
        case .properties, .notationKeys, .gpcSummary, .activity: break
        case .gpc, .framework, .factors: readNumbers(plan.numbers.mark)
        default: if let matrix = MatrixSheet(sheet) { take(matrix, plan.numbers.mark) }
        }
        table = InventorySheets.recognise(input)?.table
    }

    private mutating func take(_ matrix: MatrixSheet, _ mark: DecimalMark?) {
        let (input, problems) = matrix.translated(mark)
        self.input = input
        self.problems = problems
        figures = Set(matrix.figures)
    }

    /// Numbers of columns that say tonnes or are factors, where they are written otherwise than the hub writes them.
    private mutating func readNumbers(_ mark: DecimalMark?) {
        guard let heading = InventorySheets.recognise(input),
            let start = input.rows.firstIndex(where: { $0.number == heading.headingRow })
        else { return }
        let texts: Set<String> = [
            "energy source", "methodology", "year", "unit", "gpc ref", "sector", "sub-sector", "scope", "level",
            "hfc and pfc (t)", "notation keys", "crf sector > sub-sector", "gpc refs", "",
        ]
        let names = input.rows[start].cells.map { $0.lowercased() }
        var rows = input.rows
        for (column, name) in names.enumerated() where !texts.contains(name) {
            let cells = NumberCells(sheet.rows[(start + 1)...], column: column, mark: mark)
            for place in 0..<(rows.count - start - 1) where column < rows[start + 1 + place].cells.count {
                if case .number(let number) = cells[place], number.unit == nil {
                    rows[start + 1 + place].cells[column] = Inventory.NumberText.write(number.value)
                } else if case .problem(let template, let arguments) = cells[place] {
                    rows[start + 1 + place].cells[column] = ""
                    problems.append(
                        TableProblem(
                            line: rows[start + 1 + place].number, column: names[column], .lineLeftOut, template,
                            arguments))
                }
            }
        }
        let wrong = Set(problems.map(\.line))
        input = SheetInput(name: input.name, rows: rows.filter { !wrong.contains($0.number) })
    }

    /// Reads the forms of a file together.
    static func read(
        _ forms: [FormSheet], _ circumstances: InventoryTable.Circumstances, into reading: inout ImportReading
    ) {
        let result = InventorySheets.read(forms.map(\.input), in: circumstances)
        var problems: [Int: [TableProblem]] = [:]
        for (place, form) in forms.enumerated() { problems[place] = form.problems }
        for problem in result.problems {
            let place = problem.line == 0 ? nil : forms.firstIndex { $0.isOwner(of: problem) }
            if let place { problems[place, default: []].append(problem) } else { reading.problems.append(problem) }
        }
        if let inventory = result.inventory {
            reading.totals += inventory.printedTotals
            reading.factors += inventory.printedFactors
            reading.exclusions += inventory.boundary.exclusions
            ImportFrame.compare(inventory, circumstances, &reading)
            for row in inventory.rows { reading.entries.append(entry(row, forms)) }
        }
        for (place, form) in forms.enumerated() {
            let byLine = Dictionary(grouping: problems[place] ?? [], by: \.line)
            for (line, wrong) in byLine.sorted(by: { $0.key < $1.key }) {
                reading.entries.append(
                    ImportedEntry(
                        sheet: form.index, line: line, outcome: .leftOut, problems: wrong,
                        cells: form.cells(line, keeping: wrong)))
            }
        }
    }

    private func isOwner(of problem: TableProblem) -> Bool {
        switch problem.column {
        case "Value": table == .properties
        case "Key": table == .notationKeys
        case "CRF sector > sub-sector": table == .framework
        case "GPC ref", "HFC and PFC (t)": table == .gpc
        default: input.rows.contains { $0.number == problem.line }
        }
    }

    /// The line as it stands; of a table with a column for each scope only the cells that were not read.
    private func cells(_ line: Int, keeping problems: [TableProblem]) -> [String] {
        guard let row = sheet.rows.first(where: { $0.number == line }) else { return [] }
        let kept = Set(problems.compactMap { Int($0.column.drop { !$0.isNumber }) })
        return row.cells.enumerated().map { column, cell in
            guard figures.contains(column) else { return cell.text }
            let scope = MatrixSheet(sheet)?.scope(ofColumn: column)
            return scope.map { kept.contains($0.rawValue) } ?? false ? cell.text : ""
        }
    }

    /// A row with the line that it comes from, which its name tells.
    private static func entry(_ row: InventoryRow, _ forms: [FormSheet]) -> ImportedEntry {
        let parts = row.id.split(separator: "-")
        let tables: [String: FormTable] = ["gpc": .gpc, "crf": .framework, "key": .notationKeys]
        let table: FormTable =
            row.id.hasPrefix("a-1.1") ? .energy : tables[String(parts.first ?? "")] ?? .emissions
        let form = forms.first { $0.table == table }
        var line = parts.dropFirst(table == .energy ? 2 : 1).first.flatMap { Int($0) } ?? 0
        if table == .emissions, let form, let sector = row.contractPlacement?.sector {
            line =
                form.input.rows.first { $0.cells.first.map { SectorWords.contract(ImportWords.folded($0)) } == sector }?
                .number ?? 0
        }
        let cells = form?.sheet.rows.first { $0.number == line }?.cells.map(\.text) ?? []
        return ImportedEntry(
            sheet: form?.index ?? 0, line: line, outcome: .row(row), problems: [], cells: cells)
    }
}
