import Inventory
import Spreadsheets

/// The hub's own inventory table, as it was written or after somebody worked on it in a spreadsheet program.
struct CanonicalSheet {
    let sheet: Sheet
    let index: Int
    let plan: SheetPlan

    init(_ sheet: Sheet, _ index: Int, _ plan: SheetPlan) {
        self.sheet = sheet
        self.index = index
        self.plan = plan
    }

    static func headingRow(_ sheet: Sheet) -> Int? {
        sheet.rows.prefix(50).first { InventoryTable.isHeader($0.cells.map(\.text)) }?.number
    }

    /// Columns whose cells are numbers in every line.
    private static let numbers: Set<String> = [
        "activity", "activity_lower", "activity_upper", "energy_mwh", "co2_t", "co2_biogenic_t", "ch4_fossil_t",
        "ch4_combustion_t", "ch4_biogenic_t", "n2o_t", "sf6_t", "nf3_t", "co2e_unsplit_t", "co2_removed_t",
    ]

    func read(_ circumstances: InventoryTable.Circumstances, into reading: inout ImportReading) {
        guard let start = sheet.rows.firstIndex(where: { $0.number == plan.headingRow }) else { return }
        let names = sheet.rows[start].cells.map { $0.text.lowercased() }
        var rows = sheet.rows[start...].map { TableRow(number: $0.number, cells: $0.cells.map(\.text)) }
        var problems = rewriteNumbers(&rows, names)
        // The column that a list of left-out lines has is none of the table's.
        for (column, name) in names.enumerated() where ImportHeading.problemNames.contains(ImportWords.folded(name)) {
            for line in rows.indices where column < rows[line].cells.count { rows[line].cells[column] = "" }
        }
        let unreadable = Set(problems.map(\.line))
        let result = InventoryTable.read(rows.filter { !unreadable.contains($0.number) }, in: circumstances)
        problems += result.problems
        reading.problems += problems.filter { $0.line == 0 || $0.line == plan.headingRow }
        guard let inventory = result.inventory else { return }
        reading.totals += inventory.printedTotals
        reading.factors += inventory.printedFactors
        reading.exclusions += inventory.boundary.exclusions
        ImportFrame.compare(inventory, circumstances, &reading)
        addEntries(rows.dropFirst(), names, inventory, problems, &reading)
    }

    /// Puts numbers as the table writes them in the place of those that are written otherwise.
    private func rewriteNumbers(_ rows: inout [TableRow], _ names: [String]) -> [TableProblem] {
        let body = sheet.rows[(sheet.rows.count - rows.count + 1)...]
        let columns = names.indices.filter { Self.numbers.contains(names[$0]) }
        if plan.numbers != .comma, Self.arePlain(rows.dropFirst(), columns) { return [] }
        var read: [(column: Int, cells: NumberCells)] = columns.map {
            ($0, NumberCells(body, column: $0, mark: plan.numbers.mark))
        }
        let hasComma = read.contains { $0.cells.mark == .shown(.comma) || $0.cells.mark == .mixed }
        // The table is written with points; only a file that shows commas elsewhere leaves a column open.
        if !hasComma, plan.numbers == .shown {
            read = columns.map { ($0, NumberCells(body, column: $0, mark: .point)) }
        }
        var problems: [TableProblem] = []
        for (column, cells) in read {
            for index in 0..<body.count where column < rows[index + 1].cells.count {
                switch cells[index] {
                case .number(let number) where number.unit == nil:
                    let text = rows[index + 1].cells[column]
                    if Inventory.NumberText.read(text) != number.value {
                        rows[index + 1].cells[column] = Inventory.NumberText.write(number.value)
                    }
                case .problem(let template, let arguments) where arguments["point"] != nil:
                    problems.append(
                        TableProblem(
                            line: rows[index + 1].number, column: names[column], .lineLeftOut, template, arguments))
                default: continue
                }
            }
        }
        return problems
    }

    /// Whether every number stands as the table writes it, so that there is nothing to decide and nothing to rewrite.
    private static func arePlain(_ rows: ArraySlice<TableRow>, _ columns: [Int]) -> Bool {
        rows.allSatisfy { row in
            columns.allSatisfy { column in
                guard column < row.cells.count else { return true }
                let text = row.cells[column]
                return text.isEmpty || Inventory.NumberText.read(text) != nil
            }
        }
    }

    private func addEntries(
        _ lines: ArraySlice<TableRow>, _ names: [String], _ inventory: CityInventory, _ problems: [TableProblem],
        _ reading: inout ImportReading
    ) {
        let rows = Dictionary(inventory.rows.map { ($0.id, $0) }) { first, _ in first }
        let byLine = Dictionary(grouping: problems, by: \.line)
        let (kind, id) = (names.firstIndex(of: "kind"), names.firstIndex(of: "id"))
        func cell(_ column: Int?, _ line: TableRow) -> String {
            column.flatMap { $0 < line.cells.count ? InventoryTable.text(of: line.cells[$0]) : nil } ?? ""
        }
        for line in lines where line.cells.contains(where: { !$0.isEmpty }) {
            let wrong = byLine[line.number] ?? []
            var outcome = ImportedEntry.Outcome.frame
            if wrong.contains(where: { $0.effect == .lineLeftOut }) {
                outcome = .leftOut
            } else if ["row", "energy"].contains(cell(kind, line).lowercased()) {
                let name = cell(id, line)
                outcome = rows[name.isEmpty ? "line-\(line.number)" : name].map { .row($0) } ?? .leftOut
            }
            reading.entries.append(
                ImportedEntry(sheet: index, line: line.number, outcome: outcome, problems: wrong, cells: line.cells))
        }
    }
}

/// What a file says of the inventory as a whole, beside the inventory that it is sent to.
enum ImportFrame {
    static func compare(
        _ inventory: CityInventory, _ circumstances: InventoryTable.Circumstances, _ reading: inout ImportReading
    ) {
        if let year = circumstances.year, inventory.year != year {
            reading.problems.append(
                TableProblem(
                    line: 0, .kept,
                    "The file is of {year}, this inventory of {here}: look whether it is the right one.",
                    ["year": "\(inventory.year)", "here": "\(year)"]))
        }
        if let city = circumstances.city, !inventory.city.isEmpty,
            ImportWords.folded(inventory.city) != ImportWords.folded(city)
        {
            reading.problems.append(
                TableProblem(
                    line: 0, .kept,
                    "The file is of {city}, this inventory of {here}: look whether it is the right one.",
                    ["city": inventory.city, "here": city]))
        }
    }
}
