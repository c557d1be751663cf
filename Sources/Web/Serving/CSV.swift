import Foundation

/// Writes RFC 4180 tables that are safe to open in a spreadsheet program.
package struct CSVWriter: Sendable {
    /// What the table holds so far, as UTF-8.
    package private(set) var bytes: [UInt8] = []
    private let columns: Int

    /// - Parameter header: column names of our own, in the order of the cells.
    package init(header: [String]) {
        columns = header.count
        write(header.map { Optional($0) })
    }

    /// Adds one row; nil is an empty cell. Missing cells at the end are filled, surplus ones dropped.
    package mutating func row(_ cells: [String?]) {
        let missing = max(0, columns - cells.count)
        write(Array(cells.prefix(columns)) + [String?](repeating: nil, count: missing))
    }

    private mutating func write(_ cells: [String?]) {
        let line = cells.map { $0.map(Self.cell) ?? "" }.joined(separator: ",")
        bytes.append(contentsOf: line.utf8)
        bytes.append(contentsOf: "\r\n".utf8)
    }

    /// One cell as it is written: what a spreadsheet would run as a formula gets an apostrophe in front.
    package static func cell(_ text: String) -> String {
        let safe = isFormula(text) ? "'" + text : text
        let needsQuotes = safe.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n" }
        return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
    }

    /// A plain number such as `-12.5` is data; anything else that begins like a formula is not.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else {
            return false
        }
        let isNumber =
            first == "-" && text.dropFirst().allSatisfy { ("0"..."9").contains($0) || $0 == "." }
            && Double(text) != nil
        return !isNumber
    }
}

/// One row of a table that was read, by the names of its columns.
package struct CSVRecord: Sendable, CustomStringConvertible {
    let cells: [String: String]
    /// Line of the file on which the row begins.
    package let line: Int

    /// The text of a cell; throws when the table has no such column.
    package func callAsFunction(_ column: String) throws -> String {
        guard let cell = cells[column] else { throw CSVReader.Problem(line: line, text: "no column \(column)") }
        return cell
    }

    /// The text of a cell; nil when it is empty or there is no such column.
    package subscript(column: String) -> String? { cells[column].flatMap { $0.isEmpty ? nil : $0 } }

    package var description: String { "line \(line)" }
}

/// Reads RFC 4180 tables with a header.
package enum CSVReader {
    /// What cannot be read, with its line.
    package struct Problem: Error, CustomStringConvertible {
        package let line: Int
        package let text: String
        package var description: String { "line \(line): \(text)" }
    }

    /// The rows below the header. Throws when a quote stays open or a row has another number of cells.
    package static func read(_ text: String) throws -> [CSVRecord] {
        var parser = Parser()
        for scalar in text.unicodeScalars where scalar != "\u{feff}" { try parser.take(scalar) }
        let rows = try parser.finish()
        guard let header = rows.first?.cells else { return [] }
        return try rows.dropFirst().map { row in
            guard row.cells.count == header.count else {
                throw Problem(line: row.line, text: "\(row.cells.count) cells instead of \(header.count)")
            }
            return CSVRecord(cells: Dictionary(zip(header, row.cells)) { first, _ in first }, line: row.line)
        }
    }

    /// The rows of a file in UTF-8.
    package static func records(file: String) throws -> [CSVRecord] {
        do { return try read(try String(contentsOfFile: file, encoding: .utf8)) } catch let problem as Problem {
            throw Problem(line: problem.line, text: "\(file): \(problem.text)")
        }
    }

    private struct Parser {
        var rows: [(line: Int, cells: [String])] = []
        var cells: [String] = []
        var cell = ""
        var isQuoted = false
        /// A quote inside a quoted cell: the end of it, or half of a doubled one.
        var sawQuote = false
        var line = 1
        var firstLine = 1

        mutating func take(_ scalar: Unicode.Scalar) throws {
            if isQuoted, !sawQuote {
                if scalar == "\"" { sawQuote = true } else { cell.unicodeScalars.append(scalar) }
            } else if scalar == "\"" {
                if sawQuote {
                    cell.append("\"")
                } else if !cell.isEmpty {
                    throw Problem(line: line, text: "a quote in the middle of a cell")
                }
                isQuoted = true
                sawQuote = false
            } else if scalar == "," {
                endCell()
            } else if scalar == "\n" {
                endRow()
            } else if scalar != "\r" {
                if sawQuote { throw Problem(line: line, text: "text after a closing quote") }
                cell.unicodeScalars.append(scalar)
            }
            if scalar == "\n" { line += 1 }
            if cells.isEmpty, cell.isEmpty, !isQuoted { firstLine = line }
        }

        mutating func finish() throws -> [(line: Int, cells: [String])] {
            if isQuoted, !sawQuote { throw Problem(line: firstLine, text: "a quote is not closed") }
            endRow()
            return rows
        }

        private mutating func endCell() {
            cells.append(cell)
            cell = ""
            isQuoted = false
            sawQuote = false
        }

        private mutating func endRow() {
            if cells.isEmpty, cell.isEmpty, !isQuoted { return }
            endCell()
            rows.append((firstLine, cells))
            cells = []
        }
    }
}
