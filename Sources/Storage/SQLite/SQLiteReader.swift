import GRDBSQLite

/// A connection that only reads, for `Database.answer`: SQLite itself, on the thread that asks.
///
/// SQLite answers the queries of a page in some microseconds, mostly out of memory. Handing them to another thread and
/// back, as GRDB's pool does, costs more than they do.
final class SQLiteReader: @unchecked Sendable {
    // Whoever took a reader from `SQLiteReaders` has it alone; that is why it may pass between threads.

    /// More statements than the hub has; a bound all the same, for lists of different lengths.
    private static let preparedLimit = 400

    private let database: OpaquePointer
    private var prepared: [String: (cursor: SQLiteCursor, columns: Columns)] = [:]

    init(path: String) throws {
        var opened: OpaquePointer?
        // The log of a WAL database cannot be read by a connection that may not write to its index; `query_only` below
        // keeps this one from changing anything.
        let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else {
            defer { sqlite3_close_v2(opened) }
            throw SQLiteCursor.failure(opened)
        }
        database = opened
        sqlite3_extended_result_codes(database, 1)
        sqlite3_busy_timeout(database, 10_000)
        for pragma in ["PRAGMA query_only = ON", "PRAGMA temp_store = MEMORY"] {
            guard sqlite3_exec(database, pragma, nil, nil, nil) == SQLITE_OK else {
                defer { sqlite3_close_v2(database) }
                throw SQLiteCursor.failure(database)
            }
        }
    }

    deinit {
        forgetPrepared()
        sqlite3_close_v2(database)
    }

    /// The rows of each statement on one snapshot.
    func rows(of statements: [Statement]) throws -> [[Row]] {
        // A single statement is a transaction by itself.
        guard statements.count > 1 else { return try statements.map(rows) }
        _ = try rows(of: "BEGIN")
        do {
            let sets = try statements.map(rows)
            _ = try rows(of: "COMMIT")
            return sets
        } catch {
            sqlite3_exec(database, "ROLLBACK", nil, nil, nil)
            throw error
        }
    }

    private func rows(of statement: Statement) throws -> [Row] {
        let (cursor, columns) = try preparation(of: statement.sql(.sqlite))
        var rows: [Row] = []
        try cursor.run(statement.values, columns: columns) { rows.append($0) }
        return rows
    }

    private func preparation(of sql: String) throws -> (cursor: SQLiteCursor, columns: Columns) {
        if let known = prepared[sql] { return known }
        if prepared.count >= Self.preparedLimit { forgetPrepared() }
        var statement: OpaquePointer?
        guard sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil) == SQLITE_OK,
            let statement
        else { throw SQLiteCursor.failure(database) }
        let names = (0..<sqlite3_column_count(statement)).map { String(cString: sqlite3_column_name(statement, $0)) }
        let new = (cursor: SQLiteCursor(statement: statement), columns: Columns(names))
        prepared[sql] = new
        return new
    }

    private func forgetPrepared() {
        for (cursor, _) in prepared.values { sqlite3_finalize(cursor.statement) }
        prepared = [:]
    }
}
