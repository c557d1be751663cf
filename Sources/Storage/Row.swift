/// The column names of a result, shared by all its rows.
package final class Columns: Sendable {
    let names: [String]
    init(_ names: [String]) { self.names = names }

    /// Lengths are compared first: that is cheap and settles most of the names.
    @usableFromInline func index(of name: String) -> Int? {
        let length = name.utf8.count
        return names.firstIndex { $0.utf8.count == length && $0 == name }
    }
}

/// One row of a result; `try row("name")` decodes a column into the type that is asked for.
package struct Row: Sendable {
    @usableFromInline let columns: Columns
    @usableFromInline let values: [Value]

    package init(columns: Columns, values: [Value]) {
        self.columns = columns
        self.values = values
    }

    @inlinable package func callAsFunction<Wanted: Storable>(_ column: String) throws -> Wanted {
        guard let index = columns.index(of: column) else { throw StorageError.noColumn(column) }
        do { return try Wanted(value: values[index]) } catch StorageError.mismatch(let expected, let found) {
            throw StorageError.column(column, expected: expected, found: found)
        }
    }

    /// Names and values in the order of the query, for copies and exports.
    package var pairs: [(name: String, value: Value)] { Array(zip(columns.names, values)) }
}

/// A record or joined view that a row decodes into.
package protocol RowDecodable { init(row: Row) throws }
