import Foundation
import Spreadsheets

/// A column of a table: how a row's value becomes a cell, and a cell's text the row's value.
struct TableColumn<Row> {
    let title: String
    let write: (Row) -> Cell.Value
    /// False where the text is no value of the column; called for cells that hold something.
    let read: (inout Row, String) -> Bool

    static func text(_ title: String, _ path: WritableKeyPath<Row, String>) -> TableColumn {
        TableColumn(
            title: title, write: { Self.cell($0[keyPath: path]) },
            read: { row, text in
                row[keyPath: path] = text
                return true
            })
    }

    static func whole(_ title: String, _ path: WritableKeyPath<Row, Int>) -> TableColumn {
        TableColumn(
            title: title, write: { Self.cell(Double($0[keyPath: path])) },
            read: { row, text in
                guard let value = Self.whole(text) else { return false }
                row[keyPath: path] = value
                return true
            })
    }

    static func whole(_ title: String, _ path: WritableKeyPath<Row, Int?>) -> TableColumn {
        TableColumn(
            title: title, write: { $0[keyPath: path].map { Self.cell(Double($0)) } ?? .empty },
            read: { row, text in
                guard let value = Self.whole(text) else { return false }
                row[keyPath: path] = value
                return true
            })
    }

    static func decimal(_ title: String, _ path: WritableKeyPath<Row, Double>) -> TableColumn {
        TableColumn(
            title: title, write: { Self.cell($0[keyPath: path]) },
            read: { row, text in
                guard let value = Double(text), value.isFinite else { return false }
                row[keyPath: path] = value
                return true
            })
    }

    static func decimal(_ title: String, _ path: WritableKeyPath<Row, Double?>) -> TableColumn {
        TableColumn(
            title: title, write: { $0[keyPath: path].map { Self.cell($0) } ?? .empty },
            read: { row, text in
                guard let value = Double(text), value.isFinite else { return false }
                row[keyPath: path] = value
                return true
            })
    }

    static func flag(_ title: String, _ path: WritableKeyPath<Row, Bool>) -> TableColumn {
        TableColumn(
            title: title, write: { .text($0[keyPath: path] ? "true" : "false") },
            read: { row, text in
                guard let value = Bool(text.lowercased()) else { return false }
                row[keyPath: path] = value
                return true
            })
    }

    static func word<Word: RawRepresentable<String>>(_ title: String, _ path: WritableKeyPath<Row, Word>) -> TableColumn
    {
        TableColumn(
            title: title, write: { .text($0[keyPath: path].rawValue) },
            read: { row, text in
                guard let value = Word(rawValue: text) else { return false }
                row[keyPath: path] = value
                return true
            })
    }

    /// One item a line; as a JSON list where a line would not say the same.
    static func lines(_ title: String, _ path: WritableKeyPath<Row, [String]>) -> TableColumn {
        let other = json(title, path)
        return TableColumn(
            title: title,
            write: { row in
                let items = row[keyPath: path]
                let isPlain = items.allSatisfy { item in
                    !item.isEmpty && !item.hasPrefix("[") && !item.contains(where: \.isNewline)
                }
                return items.isEmpty ? .empty : isPlain ? .text(items.joined(separator: "\n")) : other.write(row)
            },
            read: { row, text in
                if text.hasPrefix("[") { return other.read(&row, text) }
                row[keyPath: path] = text.split(whereSeparator: \.isNewline).map(String.init)
                return true
            })
    }

    /// What has parts of its own: a JSON list, in the plan's own words.
    static func json<Value: Codable>(_ title: String, _ path: WritableKeyPath<Row, [Value]>) -> TableColumn {
        TableColumn(
            title: title, write: { $0[keyPath: path].isEmpty ? .empty : Self.json($0[keyPath: path]) },
            read: { row, text in
                guard let value = try? JSONDecoder().decode([Value].self, from: Data(text.utf8)) else { return false }
                row[keyPath: path] = value
                return true
            })
    }

    static func json(_ value: some Encodable) -> Cell.Value {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { .text(String(decoding: $0, as: UTF8.self)) } ?? .empty
    }

    static func cell(_ text: String) -> Cell.Value { text.isEmpty ? .empty : .text(text) }

    /// Workbooks keep 16 digits: a number with more is written as text, so that it comes back as it was.
    static func cell(_ value: Double) -> Cell.Value {
        let digits = String(format: "%.16g", value)
        return Double(digits) == value ? .number(Cell.Number(value)) : .text("\(value)")
    }

    private static func whole(_ text: String) -> Int? {
        Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
    }
}
