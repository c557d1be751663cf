import Spreadsheets

/// All tables of a contract as the sheets of a workbook, in the order and the columns of its template.
public enum ContractSheets {
    /// One sheet for each table with rows, then the texts and the waivers.
    ///
    /// - Parameter translated: what becomes of headings, in the reader's language.
    public static func all(_ contract: CityContract, translated: (String) -> String = { $0 }) -> [OutputSheet] {
        var sheets = [head(contract, translated)]
        for form in TableForm.all where contract.documents.contains(form.module.document) {
            guard let table = contract.tables[form.id], !table.rows.isEmpty else { continue }
            sheets.append(sheet(form, table, contract.template, translated))
        }
        let texts = SectionForm.all.compactMap { form -> [Cell.Value]? in
            guard let text = contract.sections[form.id], !text.isEmpty else { return nil }
            return [.text(form.numbers[contract.template] ?? ""), .text(translated(form.title)), .text(text)]
        }
        if !texts.isEmpty {
            let titles = ["Number", "Section", "Text"].map(translated)
            sheets.append(OutputSheet(name: translated("Texts"), columns: titles.map { OutputColumn($0) }, rows: texts))
        }
        if !contract.waivers.isEmpty {
            let titles = ["Rule", "Place", "Reason", "Author"].map(translated)
            sheets.append(
                OutputSheet(
                    name: translated("Waivers"), columns: titles.map { OutputColumn($0) },
                    rows: contract.waivers.map {
                        [.text($0.rule), .text($0.place.path), .text($0.reason), .text($0.author)]
                    }))
        }
        return sheets
    }

    /// Heading of the first column, which says which row of the contract a line is.
    static let rowTitle = "Row"

    private static func head(_ contract: CityContract, _ translated: (String) -> String) -> OutputSheet {
        let rows: [(String, String)] = [
            ("City", contract.city), ("Template", contract.template.rawValue), ("Base year", "\(contract.baseYear)"),
            ("Target year", "\(contract.targetYear)"), ("Note", contract.note), ("Source", contract.source),
        ]
        return OutputSheet(
            name: translated("Contract"),
            columns: [OutputColumn(translated("Field"), width: 20), OutputColumn(translated("Value"), width: 60)],
            rows: rows.filter { !$0.1.isEmpty }.map { [.text(translated($0.0)), .text($0.1)] })
    }

    private static func sheet(
        _ form: TableForm, _ table: ContractTable, _ template: Template, _ translated: (String) -> String
    ) -> OutputSheet {
        let columns = Self.columns(form, table, template)
        let hasOverrides = table.rows.contains { $0.cells.values.contains { $0.isOverridden || !$0.reason.isEmpty } }
        var titles = [translated(rowTitle)] + columns.map { heading($0.column, $0.id, table.unit, translated) }
        if hasOverrides { titles.append(translated("Reasons")) }
        let rows = table.rows.map { row -> [Cell.Value] in
            var cells = [.text(row.id)] + columns.map { value(row.cells[$0.id]) }
            if hasOverrides { cells.append(reasons(row, columns, table.unit, translated)) }
            return cells
        }
        return OutputSheet(
            name: name(form, template), columns: titles.map { OutputColumn($0) }, rows: rows)
    }

    /// The template's columns that hold something, a yearly one for each of its years; keys always.
    public static func columns(_ form: TableForm, _ table: ContractTable, _ template: Template)
        -> [(id: String, column: Column)]
    {
        let used = Set(table.rows.flatMap(\.cells.keys))
        return form.columns(in: template).flatMap { column -> [(id: String, column: Column)] in
            guard column.isYearly else {
                return column.isKey || column.isAnswered || used.contains(column.id) ? [(column.id, column)] : []
            }
            return used.filter { form.column($0) == column }.sorted().map { ($0, column) }
        }
    }

    /// A column's heading with its year and its unit.
    ///
    /// - Parameter unit: of the table; in another currency than the template's it stands in its place.
    public static func heading(
        _ column: Column, _ id: String, _ unit: String, _ translated: (String) -> String
    ) -> String {
        var heading = translated(column.title)
        if column.isYearly, let year = TableForm.year(of: id) { heading += " \(year)" }
        if case .number(let own) = column.kind, !own.isEmpty {
            let isCurrency = unit.utf8.count == 3 && unit.utf8.allSatisfy { (0x41...0x5A).contains($0) }
            heading += " (\(isCurrency ? own.replacing("EUR", with: unit) : own))"
        }
        return heading
    }

    /// Numbers stay numbers; a notation key and links are texts.
    private static func value(_ cell: ContractCell?) -> Cell.Value {
        switch cell?.content {
        case nil: .empty
        case .number(let number): number.isFinite ? .number(Cell.Number(number)) : .empty
        case .some(let content): content.text.isEmpty ? .empty : .text(content.text)
        }
    }

    /// Why cells have no number or another one than the derived.
    private static func reasons(
        _ row: ContractRow, _ columns: [(id: String, column: Column)], _ unit: String,
        _ translated: (String) -> String
    ) -> Cell.Value {
        let texts = columns.compactMap { id, column -> String? in
            guard let cell = row.cells[id], cell.isOverridden || !cell.reason.isEmpty else { return nil }
            let derived = cell.isOverridden ? " [\(cell.derived?.text ?? "")]" : ""
            return "\(heading(column, id, unit, translated))\(derived): \(cell.reason)"
        }
        return texts.isEmpty ? .empty : .text(texts.joined(separator: "\n"))
    }

    /// A tab's name has 31 characters at most; several tables may share a number.
    static func name(_ form: TableForm, _ template: Template) -> String {
        let number = form.numbers[template] ?? TableForm.of(form.id).module.rawValue
        return String("\(number) \(form.id.rawValue)".prefix(31))
    }
}
