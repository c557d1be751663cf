import Inventory
import Spreadsheets

/// The tables of a workbook that was exported, filled in elsewhere and sent back.
///
/// Only what differs is taken over, so that reasons and derived figures of the rest stay. A line without an id is a new
/// row; rows that the workbook leaves out stay. What cannot be read is left as it is and named with its place.
public struct ContractSheetReading: Sendable {
    /// What could not be read.
    public struct Problem: Sendable, Hashable {
        /// Sheet, row and column in the workbook.
        public let place: Place
        /// In English, with `{names}` for the values.
        public let message: String
        public let values: [String: String]
    }

    /// The contract with what the workbook says.
    public private(set) var contract: CityContract
    public private(set) var problems: [Problem] = []

    /// Reads a workbook into the contract that it was exported from.
    ///
    /// - Parameter translated: what became of headings when it was exported.
    public init(_ workbook: Workbook, into contract: CityContract, translated: (String) -> String = { $0 }) {
        self.contract = contract
        let forms = TableForm.all.filter { contract.documents.contains($0.module.document) }
        let names = Dictionary(
            forms.map { (ContractSheets.name($0, contract.template), $0) }, uniquingKeysWith: { first, _ in first })
        let others = Set(["Contract", "Texts", "Waivers"].map(translated))
        for sheet in workbook.sheets where !others.contains(sheet.name) {
            guard let form = names[sheet.name] else {
                note("No table of this contract is called {name}.", ["name": sheet.name], Place(sheet: sheet.name))
                continue
            }
            read(sheet, form, translated)
        }
    }

    private mutating func note(_ message: String, _ values: [String: String], _ place: Place) {
        problems.append(Problem(place: place, message: message, values: values))
    }

    private mutating func read(_ sheet: Sheet, _ form: TableForm, _ translated: (String) -> String) {
        guard let titles = sheet.rows.first else { return }
        var table = contract.tables[form.id] ?? ContractTable()
        let known = ContractSheets.columns(form, table, contract.template)
        let headings = titles.cells.map { Table.folded($0.text) }
        func place(_ title: String) -> Int? { headings.firstIndex(of: Table.folded(title)) }
        guard let ids = place(translated(ContractSheets.rowTitle)) else {
            let title = translated(ContractSheets.rowTitle)
            return note(
                "The column “{name}” is missing.", ["name": title], Place(sheet: sheet.name, row: titles.number))
        }
        var columns: [(place: Int, id: String, column: Column)] = []
        for (id, column) in known {
            let title = ContractSheets.heading(column, id, table.unit, translated)
            guard let found = place(title) else {
                note(
                    "The column “{name}” is missing.", ["name": title], Place(sheet: sheet.name, row: titles.number))
                continue
            }
            columns.append((found, id, column))
        }
        for row in sheet.rows.dropFirst() where !row.isBlank {
            guard let index = index(of: row, row[ids].text, &table, Place(sheet: sheet.name, row: row.number)) else {
                continue
            }
            for (position, id, column) in columns {
                let place = Place(sheet: sheet.name, row: row.number, column: position)
                change(&table.rows[index], id, column, row[position], place)
            }
        }
        if !table.rows.isEmpty { contract.tables[form.id] = table }
    }

    /// The row of an id; a new one without an id.
    private mutating func index(of row: Row, _ id: String, _ table: inout ContractTable, _ place: Place) -> Int? {
        if !id.isEmpty {
            if let index = table.rows.firstIndex(where: { $0.id == id }) { return index }
            note("This table has no row {name}.", ["name": id], place)
            return nil
        }
        var number = table.rows.count + 1
        while table.rows.contains(where: { $0.id == "row-\(number)" }) { number += 1 }
        table.rows.append(ContractRow("row-\(number)"))
        return table.rows.count - 1
    }

    private mutating func change(
        _ row: inout ContractRow, _ id: String, _ column: Column, _ cell: Cell, _ place: Place
    ) {
        if cell.isBlank {
            if !row.isBlank(id) { row.cells[id] = nil }
            return
        }
        // A text that stood in a column of numbers before is nobody's new mistake.
        if let old = row.cells[id], old.number == nil, old.content.text == cell.text { return }
        guard let content = content(of: cell, column) else {
            return note("“{name}” is no number.", ["name": cell.text], place)
        }
        var changed = row.cells[id] ?? ContractCell(content)
        if Self.isSame(changed.content, content) { return row.cells[id] = changed }
        changed.content = content
        changed.printed = ""
        row.cells[id] = changed
    }

    private func content(of cell: Cell, _ column: Column) -> ContractCell.Content? {
        if column.isNumber {
            switch NumberReading(cell) {
            case .number(let number): return .number(number.value)
            case .notation(let marks):
                return marks.first.flatMap { NotationKey(rawValue: $0.rawValue) }.map { .notation($0) }
            default: return nil
            }
        }
        if case .links = column.kind {
            return .list(
                cell.text.split(separator: ";").map { $0.trimmingPrefix(while: \.isWhitespace) }.map(String.init))
        }
        return .text(cell.text)
    }

    /// Workbooks hold 16 digits: a number that went there and back is the same.
    private static func isSame(_ old: ContractCell.Content, _ new: ContractCell.Content) -> Bool {
        switch (old, new) {
        case (.number(let old), .number(let new)): (old - new).magnitude <= 1e-14 * max(old.magnitude, 1e-300)
        default: old == new || old.text == new.text
        }
    }
}
