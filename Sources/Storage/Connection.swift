/// An open connection inside `Database.read` or `Database.write`; it never leaves that closure.
package protocol Connection: AnyObject {
    var dialect: Dialect { get }

    /// Runs one statement; returns how many rows it changed.
    @discardableResult func execute(_ statement: Statement) throws -> Int

    /// Runs one query, handing over row by row.
    func forEach(_ statement: Statement, _ body: (Row) throws -> Void) throws

    /// Runs several statements without values; for migrations.
    func script(_ sql: String) throws
}

extension Connection {
    package func all<Record: RowDecodable>(_ statement: Statement) throws -> [Record] {
        try all(statement) { try Record(row: $0) }
    }

    package func all<Result>(_ statement: Statement, _ decode: (Row) throws -> Result) throws -> [Result] {
        var results: [Result] = []
        try forEach(statement) { results.append(try decode($0)) }
        return results
    }

    package func first<Record: RowDecodable>(_ statement: Statement) throws -> Record? {
        try first(statement) { try Record(row: $0) }
    }

    package func first<Result>(_ statement: Statement, _ decode: (Row) throws -> Result) throws -> Result? {
        var result: Result?
        try forEach(statement) { if result == nil { result = try decode($0) } }
        return result
    }

    /// The first column of the first row, as the type that is asked for; nil without a row and for NULL.
    package func value<Wanted: Storable>(_ statement: Statement) throws -> Wanted? {
        let found = try first(statement) { row in row.values[0] == .null ? nil : try Wanted(value: row.values[0]) }
        return found ?? nil
    }

    package func exists(_ statement: Statement) throws -> Bool {
        try first(statement) { _ in true } ?? false
    }
}
