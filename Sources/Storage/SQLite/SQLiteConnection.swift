import Foundation
import GRDB

/// A GRDB connection seen through the hub's interface; statements are prepared once and cached.
final class SQLiteConnection: Connection {
    private let database: GRDB.Database
    /// The first failure of a statement; as on PostgreSQL, nothing of this transaction can be stored after it.
    private(set) var failure: StorageError?
    let dialect = Dialect.sqlite

    init(_ database: GRDB.Database) { self.database = database }

    func execute(_ statement: Statement) throws -> Int {
        try statement.checkValues()
        return try translating {
            let prepared = try database.cachedStatement(sql: statement.sql(.sqlite))
            try prepared.execute(arguments: arguments(of: statement))
            return database.changesCount
        }
    }

    func forEach(_ statement: Statement, _ body: (Row) throws -> Void) throws {
        try statement.checkValues()
        try translating {
            let prepared = try database.cachedStatement(sql: statement.sql(.sqlite))
            let columns = Columns(prepared.columnNames)
            let cursor = try GRDB.Row.fetchCursor(prepared, arguments: arguments(of: statement))
            while let row = try cursor.next() {
                try body(Row(columns: columns, values: (0..<row.count).map { value(of: row, at: $0) }))
            }
        }
    }

    func script(_ sql: String) throws { try translating { try database.execute(sql: sql) } }

    private func arguments(of statement: Statement) -> StatementArguments {
        StatementArguments(statement.values.map(\.databaseValue))
    }

    private func value(of row: GRDB.Row, at index: Int) -> Value {
        let stored: DatabaseValue = row[index]
        return switch stored.storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .double(let number): .real(number)
        case .string(let text): .text(text)
        case .blob(let data): .blob(Array(data))
        }
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

extension Value {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        case .boolean(let flag): flag.databaseValue
        }
    }
}
