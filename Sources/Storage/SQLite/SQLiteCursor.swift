import GRDB
import GRDBSQLite

/// A prepared statement of SQLite's C interface: values in, rows out.
///
/// GRDB prepares and keeps the statements of `Database.read` and `write`, but rows come straight from SQLite: making
/// GRDB's values of them first, and ours of those, took half of the time of a small query.
struct SQLiteCursor {
    let statement: OpaquePointer

    /// Steps through all rows. Whatever happens, the statement is ready for its next use afterwards.
    func run(_ values: [Value], columns: Columns, _ body: (Row) throws -> Void) throws {
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        try bind(values)
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                // SQLite prepares anew by itself when somebody changed the schema; the names would no longer fit.
                guard sqlite3_column_count(statement) == columns.names.count else {
                    throw DatabaseError(resultCode: .SQLITE_SCHEMA, message: "the columns of a result have changed")
                }
                let values = (0..<Int32(columns.names.count)).map(value)
                try body(Row(columns: columns, values: values))
            case SQLITE_DONE: return
            default: throw Self.failure(sqlite3_db_handle(statement))
            }
        }
    }

    private func bind(_ values: [Value]) throws {
        for (index, value) in values.enumerated() {
            let place = Int32(index + 1)
            let code =
                switch value {
                case .null: sqlite3_bind_null(statement, place)
                case .integer(let number): sqlite3_bind_int64(statement, place, number)
                case .real(let number): sqlite3_bind_double(statement, place, number)
                case .boolean(let flag): sqlite3_bind_int64(statement, place, flag ? 1 : 0)
                case .text(let text): sqlite3_bind_text(statement, place, text, -1, Self.copied)
                // The address of no bytes may be nil, which would mean NULL.
                case .blob(let bytes) where bytes.isEmpty: sqlite3_bind_zeroblob(statement, place, 0)
                case .blob(let bytes): sqlite3_bind_blob(statement, place, bytes, Int32(bytes.count), Self.copied)
                }
            guard code == SQLITE_OK else { throw Self.failure(sqlite3_db_handle(statement)) }
        }
    }

    private func value(_ column: Int32) -> Value {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: .real(sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            .text(
                String(
                    decoding: UnsafeBufferPointer(
                        start: sqlite3_column_text(statement, column), count: bytes(column)), as: UTF8.self))
        case SQLITE_BLOB:
            .blob([UInt8](UnsafeRawBufferPointer(start: sqlite3_column_blob(statement, column), count: bytes(column))))
        default: .null
        }
    }

    /// To be asked after the text or blob itself, which may have to be made first.
    private func bytes(_ column: Int32) -> Int { Int(sqlite3_column_bytes(statement, column)) }

    /// Tells SQLite to copy what it is given (SQLITE_TRANSIENT, a cast that Swift does not import).
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// What went wrong last on a connection.
    static func failure(_ database: OpaquePointer?) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database)),
            message: String(cString: sqlite3_errmsg(database)))
    }
}
