import Foundation
import GRDB

/// SQLite through GRDB: WAL, foreign keys, one writer, several readers.
final class SQLiteEngine: Engine {
    private let pool: DatabasePool
    /// For `Database.answer`.
    private let answering: SQLiteReaders
    /// The folder of a `:memory:` database, which is a file so that its readers and writer behave as they do in earnest.
    private let passingFolder: URL?

    init(path: String, readers: Int) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = readers
        configuration.prepareDatabase { database in
            // NORMAL is safe in WAL mode: a crash of the process loses nothing that was committed.
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        passingFolder = path == ":memory:" ? try Self.makePassingFolder() : nil
        let path = passingFolder?.appendingPathComponent("hub.db").path ?? path
        answering = SQLiteReaders(path: path)
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
        } catch let error as DatabaseError { throw SQLiteConnection.translated(error) }
    }

    deinit { removePassingFolder() }

    func read<Result: Sendable>(
        isLong: Bool, _ body: @escaping @Sendable (any Connection) throws -> Result
    ) async throws -> Result {
        do { return try await pool.read { try Self.run(body, on: $0) } } catch let error as DatabaseError {
            throw SQLiteConnection.translated(error)
        }
    }

    func write<Result: Sendable>(
        isLong: Bool, _ body: @escaping @Sendable (any Connection) throws -> Result
    ) async throws -> Result {
        do { return try await pool.write { try Self.run(body, on: $0) } } catch let error as DatabaseError {
            throw SQLiteConnection.translated(error)
        }
    }

    func rows(of statements: [Statement]) async throws -> [[Row]] { try answering.rows(of: statements) }

    func ping() async throws { try await read(isLong: false) { connection in _ = try connection.exists("SELECT 1") } }

    /// Copies one snapshot of the database, page by page, into a new file, while others read and write.
    func backup(to path: String) async throws {
        do {
            let target = try DatabaseQueue(path: path)
            try pool.backup(to: target)
            // A backup is one file, without a log beside it.
            try await target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try target.close()
        } catch let error as DatabaseError { throw SQLiteConnection.translated(error) }
    }

    func close() async throws {
        answering.close()
        // So that the file alone is the whole database. Another process that still reads keeps it from being emptied,
        // which loses nothing: the log stays beside the file.
        try? await pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try pool.close()
        removePassingFolder()
    }

    private static func run<Result>(
        _ body: (any Connection) throws -> Result, on database: GRDB.Database
    ) throws -> Result {
        let connection = SQLiteConnection(database)
        let result = try body(connection)
        // As on PostgreSQL: a closure that swallowed the failure of a statement cannot have the rest stored.
        if let failure = connection.failure { throw failure }
        return result
    }

    private static func makePassingFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("m100-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private func removePassingFolder() {
        if let passingFolder { try? FileManager.default.removeItem(at: passingFolder) }
    }
}
