/// SQL text whose interpolated values become bindings, so that a value can never be read as SQL.
///
///     let statement: Statement = "SELECT name FROM city WHERE siruta = \(code)"
package struct Statement: ExpressibleByStringInterpolation, Sendable {
    /// The literal pieces; between `parts[i]` and `parts[i + 1]` stands `values[i]`.
    package private(set) var parts: [String]
    package private(set) var values: [Value]

    package init(stringLiteral text: String) {
        parts = [text]
        values = []
    }

    package init(stringInterpolation: Interpolation) {
        parts = stringInterpolation.parts
        values = stringInterpolation.values
    }

    /// The SQL with SQLite's `?` or PostgreSQL's `$1` in the places of the values.
    package func sql(_ dialect: Dialect) -> String {
        var text = parts[0]
        guard parts.count > 1 else { return text }
        text.reserveCapacity(parts.reduce(0) { $0 + $1.utf8.count + 4 })
        for index in 1..<parts.count {
            text += dialect == .sqlite ? "?" : "$\(index)"
            text += parts[index]
        }
        return text
    }

    /// Refuses on both engines what one of them could not keep: the character NUL (PostgreSQL) and NaN (SQLite).
    func checkValues() throws {
        for value in values {
            switch value {
            case .text(let text) where text.utf8.contains(0): throw StorageError.constraint("a text contains NUL")
            case .real(let number) where number.isNaN: throw StorageError.constraint("a number is not a number")
            default: break
            }
        }
    }

    package static func + (left: Statement, right: Statement) -> Statement { "\(left)\(right)" }

    package static func += (left: inout Statement, right: Statement) { left = left + right }

    package struct Interpolation: StringInterpolationProtocol {
        var parts = [""]
        var values: [Value] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) { parts[parts.count - 1] += literal }

        package mutating func appendInterpolation(_ value: some Storable) {
            values.append(value.value)
            parts.append("")
        }

        /// Stands apart from the one above so that the compiler does not warn of an optional.
        package mutating func appendInterpolation<Wrapped: Storable>(_ value: Wrapped?) {
            values.append(value.value)
            parts.append("")
        }

        /// A statement inside a statement, with its own bindings.
        package mutating func appendInterpolation(_ statement: Statement) {
            parts[parts.count - 1] += statement.parts[0]
            for index in 1..<max(statement.parts.count, 1) {
                values.append(statement.values[index - 1])
                parts.append(statement.parts[index])
            }
        }

        /// `IN (\(list: ids))`; an empty list becomes `NULL`, which matches nothing.
        package mutating func appendInterpolation(list: [some Storable]) {
            guard !list.isEmpty else { return appendLiteral("NULL") }
            for (index, item) in list.enumerated() {
                if index > 0 { appendLiteral(", ") }
                appendInterpolation(item)
            }
        }

        /// `VALUES \(rows: rows)`: many rows in one statement, all of the same width.
        package mutating func appendInterpolation(rows: [[Value]]) {
            for (position, row) in rows.enumerated() {
                appendLiteral(position > 0 ? ", (" : "(")
                for (index, value) in row.enumerated() {
                    if index > 0 { appendLiteral(", ") }
                    values.append(value)
                    parts.append("")
                }
                appendLiteral(")")
            }
        }

        /// Text written by us, such as a column name; never anything a visitor typed.
        package mutating func appendInterpolation(trusted text: String) { appendLiteral(text) }
    }
}

package enum Dialect: String, Sendable { case sqlite, postgresql }
