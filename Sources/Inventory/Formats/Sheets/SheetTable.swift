/// One cell of a table in a form: what writers of workbooks need to know of it.
public enum SheetCell: Sendable, Hashable {
    case empty
    case text(String)
    case number(Double)

    /// A number where there is one.
    init(_ number: Double?) { self = number.map { .number($0) } ?? .empty }

    /// The cell as text; numbers read back exactly.
    public var text: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let number): NumberText.write(number)
        }
    }
}

/// A named table of an inventory's form: column names, and rows of typed cells below them.
public struct SheetTable: Sendable, Hashable {
    /// The name on the tab, at most 31 characters.
    public let name: String
    /// The names of the columns.
    public let columns: [String]
    /// The lines below the names.
    public var rows: [[SheetCell]]

    public init(name: String, columns: [String], rows: [[SheetCell]] = []) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    /// The table as text, column names first.
    public var text: [[String]] { [columns] + rows.map { $0.map(\.text) } }

    /// The table as it is read again.
    public var input: SheetInput { SheetInput(name: name, rows: TableRow.numbered(text)) }
}

/// A table that was read from a file.
public struct SheetInput: Sendable, Hashable {
    /// The name on the tab; empty for a text file.
    public let name: String
    /// The rows as read, with their numbers.
    public let rows: [TableRow]

    public init(name: String, rows: [TableRow]) {
        self.name = name
        self.rows = rows
    }

    /// The first row that has all of these column names (in lower case), with the place of each column.
    func header(_ needed: [String]) -> SheetHeader? {
        for (index, row) in rows.prefix(50).enumerated() {
            let names = row.cells.map { $0.trimmed.lowercased() }
            if needed.allSatisfy(names.contains) {
                return SheetHeader(
                    names: names, places: Dictionary(zip(names, names.indices)) { first, _ in first },
                    body: rows[(index + 1)...])
            }
        }
        return nil
    }
}

/// The header of a table and what lies below it.
struct SheetHeader {
    let names: [String]
    let places: [String: Int]
    let body: ArraySlice<TableRow>

    /// The text in a column; empty where there is none.
    func text(_ column: String, _ row: TableRow) -> String {
        guard let place = places[column], place < row.cells.count else { return "" }
        return row.cells[place].trimmed
    }
}

/// What is collected while the tables of a form are read.
struct SheetCollection {
    var rows: [InventoryRow] = []
    var totals: [PrintedTotal] = []
    var factors: [PrintedFactor] = []
    var problems: [TableProblem] = []
    /// Whether any table was recognised.
    var isRecognised = false

    /// A number, nil for an empty cell; anything else is a problem.
    mutating func number(_ text: String, _ row: TableRow, _ column: String) -> Double? {
        if text.isEmpty { return nil }
        if let number = NumberText.read(text) { return number }
        problems.append(
            TableProblem(
                line: row.number, column: column, .cellLeftOut, "{value} is not a number: write it as 1234.56.",
                ["value": text]))
        return nil
    }
}
