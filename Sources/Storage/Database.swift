import Logging

/// The hub's database: one interface over SQLite (a file path) and PostgreSQL (`postgres://…`).
///
/// `read` and `write` take a *synchronous* closure, so nothing can be awaited inside a transaction. A write is one
/// transaction; when its closure throws or one of its statements fails, nothing of it stays. On PostgreSQL the closure of a write may run more than
/// once (serialization retries), so it must have no effect but through its connection.
package final class Database: Sendable {
    package let dialect: Dialect
    let engine: any Engine

    /// - Parameter location: a file path, `:memory:` (tests), or `postgres://user@host:port/name?options`.
    package init(_ location: String, logger: Logger = Logger(label: "storage"), connections: Int = 8) throws {
        if location.hasPrefix("postgres://") || location.hasPrefix("postgresql://") {
            dialect = .postgresql
            engine = try PostgreSQLEngine(location: location, connections: connections, logger: logger)
        } else {
            dialect = .sqlite
            engine = try SQLiteEngine(path: location, readers: connections)
        }
    }

    package func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Result
    ) async throws -> Result { try await engine.read(isLong: false, body) }

    @discardableResult package func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Result
    ) async throws -> Result { try await engine.write(isLong: false, body) }

    /// A read without time limits, on one snapshot; for backups.
    func readAtLength<Result: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Result
    ) async throws -> Result { try await engine.read(isLong: true, body) }

    /// A write without time limits; for migrations and restores.
    @discardableResult func writeAtLength<Result: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Result
    ) async throws -> Result { try await engine.write(isLong: true, body) }

    /// Answers within about two seconds whether the database can be read; throws `StorageError.unavailable` if not.
    package func ping() async throws { try await engine.ping() }

    /// Closes all connections after the running transactions have ended.
    package func close() async throws { try await engine.close() }
}

/// What an engine must do; the only two are in SQLite/ and PostgreSQL/.
protocol Engine: Sendable {
    func read<Result: Sendable>(
        isLong: Bool, _ body: @escaping @Sendable (any Connection) throws -> Result
    ) async throws -> Result
    func write<Result: Sendable>(
        isLong: Bool, _ body: @escaping @Sendable (any Connection) throws -> Result
    ) async throws -> Result
    /// The rows of each statement, read on one snapshot.
    func rows(of statements: [Statement]) async throws -> [[Row]]
    func ping() async throws
    func close() async throws
}
