import Foundation

/// A sheet read as a table: one row names the columns, the rows below it hold the values.
public struct Table: Sendable {
    /// Names of the columns as they stand in the header, white space at their ends removed.
    public let columns: [String]
    /// Number of the row that names the columns.
    public let headerRow: Int
    /// The rows below the header that hold something.
    public let rows: [Row]
    /// What is wrong with the header.
    public let problems: ProblemList
    /// Name of the sheet.
    public let sheet: String

    private let places: [String: Int]

    /// Reads a sheet whose header stands in the given row, or in the one that looks like a header.
    public init(_ sheet: Sheet, headerRow: Int? = nil) throws(SpreadsheetProblem) {
        self.sheet = sheet.name
        let place = Place(sheet: sheet.name.isEmpty ? nil : sheet.name, row: headerRow)
        guard let number = headerRow ?? Self.headerRow(of: sheet),
            let index = sheet.rows.firstIndex(where: { $0.number == number })
        else { throw SpreadsheetProblem(.noHeader, at: place) }
        self.headerRow = number
        columns = sheet.rows[index].cells.map { NumberReading.trimmed($0.text) }
        rows = sheet.rows[(index + 1)...].filter { !$0.isBlank }
        var problems = ProblemList()
        var places: [String: Int] = [:]
        for (column, name) in columns.enumerated() where !name.isEmpty {
            let key = Self.folded(name)
            if places[key] == nil {
                places[key] = column
            } else {
                problems.add(.repeatedColumn(name), at: Place(sheet: place.sheet, row: number, column: column))
            }
        }
        self.problems = problems
        self.places = places
    }

    /// Place of the first column with one of these names, whatever their case, accents and spaces.
    public func column(_ names: String...) -> Int? {
        names.lazy.compactMap { places[Self.folded($0)] }.first
    }

    /// All cells of a column counted from 0.
    public func cells(_ column: Int) -> [Cell] { rows.map { $0[column] } }

    /// A name without case, accents and surplus white space, for comparing headings.
    public static func folded(_ name: String) -> String {
        let plain = name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        return plain.split { $0.isWhitespace || $0 == "_" }.joined(separator: " ")
    }

    /// The number of the row that looks most like names of columns; nil when no row holds texts.
    ///
    /// That is the first of the top rows with nearly as many different texts as any other of them has.
    public static func headerRow(of sheet: Sheet) -> Int? {
        let top = sheet.rows.prefix(40).map { row in (number: row.number, texts: texts(in: row)) }
        guard let most = top.map(\.texts).max(), most > 0 else { return nil }
        return top.first { $0.texts * 10 >= most * 6 }?.number
    }

    private static func texts(in row: Row) -> Int {
        let texts = row.cells.prefix(200).compactMap { cell -> String? in
            guard case .text(let text) = cell.value, case .problem = NumberReading(text) else { return nil }
            return text
        }
        return Set(texts).count
    }
}
