import GRDB

/// A GRDB connection seen through the hub's interface; statements are prepared once and cached.
final class SQLiteConnection: Connection {
    private let database: GRDB.Database
    /// The first failure of a statement; as on PostgreSQL, nothing of this transaction can be stored after it.
    private(set) var failure: StorageError?
    let dialect = Dialect.sqlite

    init(_ database: GRDB.Database) { self.database = database }

    func execute(_ statement: Statement) throws -> Int {
        try run(statement) { _ in }
        return database.changesCount
    }

    func forEach(_ statement: Statement, _ body: (Row) throws -> Void) throws { try run(statement, body) }

    func script(_ sql: String) throws { try translating { try database.execute(sql: sql) } }

    private func run(_ statement: Statement, _ body: (Row) throws -> Void) throws {
        try statement.checkValues()
        let (cursor, columns) = try translating {
            let prepared = try database.cachedStatement(sql: statement.sql(.sqlite))
            return (SQLiteCursor(statement: prepared.sqliteStatement), Columns(prepared.columnNames))
        }
        try translating { try cursor.run(statement.values, columns: columns, body) }
    }

    private func translating<Result>(_ work: () throws -> Result) throws -> Result {
        if let failure { throw failure }
        do { return try work() } catch let error as DatabaseError {
            let failure = Self.translated(error)
            self.failure = failure
            throw failure
        }
    }

    static func translated(_ error: DatabaseError) -> StorageError {
        let text = error.message ?? "\(error)"
        return switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: .duplicate(text)
        default:
            switch error.resultCode {
            case .SQLITE_CONSTRAINT: .constraint(text)
            case .SQLITE_BUSY, .SQLITE_CANTOPEN, .SQLITE_LOCKED, .SQLITE_FULL, .SQLITE_IOERR: .unavailable(text)
            default: .failed(text)
            }
        }
    }
}
