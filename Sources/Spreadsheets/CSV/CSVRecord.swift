import Foundation

/// One row of a table with a header, by the names of its columns.
public struct CSVRecord: Sendable, CustomStringConvertible {
    private let columns: [String: Int]
    private let row: Row

    fileprivate init(columns: [String: Int], row: Row) {
        self.columns = columns
        self.row = row
    }

    /// Line of the file on which the row begins.
    public var line: Int { row.number }

    /// The text of a cell; throws when the table has no such column.
    public func callAsFunction(_ column: String) throws(SpreadsheetProblem) -> String {
        guard let index = columns[column] else {
            throw SpreadsheetProblem(.unknownColumn(column), at: Place(row: line))
        }
        return row[index].text
    }

    /// The text of a cell; nil when it is empty or there is no such column.
    public subscript(column: String) -> String? {
        columns[column].flatMap { row[$0].value == .empty ? nil : row[$0].text }
    }

    /// Such as `line 12`.
    public var description: String { "line \(line)" }
}

extension CSVReader {
    /// The rows below the header of a text by RFC 4180 with commas; throws at the first thing that is wrong with it.
    ///
    /// For files of our own, where a row of another length or a stray quotation mark is a mistake to be mended.
    public static func read(_ text: String) throws(SpreadsheetProblem) -> [CSVRecord] {
        var reader = try CSVReader(Array(text.utf8), options: Options(encoding: .utf8, separator: .comma))
        guard let header = try reader.strictRow() else { return [] }
        let columns = Dictionary(
            header.cells.enumerated().map { ($0.element.text, $0.offset) }, uniquingKeysWith: { first, _ in first })
        var records: [CSVRecord] = []
        while let row = try reader.strictRow() {
            guard row.cells.count == header.cells.count else {
                let fault = Fault.wrongWidth(found: row.cells.count, expected: header.cells.count)
                throw SpreadsheetProblem(fault, at: Place(row: row.number))
            }
            records.append(CSVRecord(columns: columns, row: row))
        }
        return records
    }

    /// The rows of a file in UTF-8, read as strictly as `read`.
    public static func records(file: String) throws -> [CSVRecord] {
        try read(try String(contentsOfFile: file, encoding: .utf8))
    }

    private mutating func strictRow() throws(SpreadsheetProblem) -> Row? {
        let row = try next()
        if let problem = problems.all.first(where: { $0.fault == .strayQuote || $0.fault == .unclosedQuote }) {
            throw problem
        }
        return row
    }
}
