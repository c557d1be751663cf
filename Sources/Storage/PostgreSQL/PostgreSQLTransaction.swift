import Foundation
import Logging

/// What kind of transaction a request wants.
enum PostgreSQLWork: Sendable {
    case read, write
    /// Without time limits: migrations, backups, copies.
    case longRead, longWrite
    /// Statements that are sent together, a transaction by themselves.
    case answer

    var isWrite: Bool { self == .write || self == .longWrite }

    var isLong: Bool { self == .longRead || self == .longWrite }

    var opening: String {
        let limits = isLong ? "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;" : ""
        guard isWrite else { return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" + (isLong ? ";" + limits : "") }
        // LOCK takes no snapshot: the transaction sees all that was committed before its turn came.
        return "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE;" + limits + "LOCK TABLE \(Turn.table) IN EXCLUSIVE MODE"
    }
}

/// The table whose lock is the turn to write; docs/decisions/0003 says why.
enum Turn {
    static let table = "storage_turn"
    static let creation = """
        BEGIN READ WRITE; SELECT pg_advisory_xact_lock(7218403); CREATE TABLE IF NOT EXISTS \(table) (turn BIGINT); COMMIT
        """
}

/// One request on one session: the only place that tries anything again.
struct PostgreSQLTransaction {
    let session: PostgreSQLSession
    let work: PostgreSQLWork
    let deadline: ContinuousClock.Instant
    let logger: Logger

    /// Something that another attempt may get past.
    private struct Interruption: Error {
        let cause: PostgreSQLFailure
    }

    func perform<Result>(_ body: (PostgreSQLConnection) throws -> Result) throws -> Result {
        var attempt = 0
        while true {
            attempt += 1
            do {
                if !session.isConnected { try open() }
                return try once(body)
            } catch let interruption as Interruption {
                guard ContinuousClock.now < deadline else { throw StorageError.unavailable(interruption.cause.message) }
                if interruption.cause.isLost, attempt == 1 {
                    logger.warning("PostgreSQL connection lost: \(interruption.cause.message)")
                }
                pause(attempt)
            }
        }
    }

    private func once<Result>(_ body: (PostgreSQLConnection) throws -> Result) throws -> Result {
        let connection = PostgreSQLConnection(session)
        let result: Result
        do {
            try begin()
            result = try body(connection)
            // A closure that swallowed the failure of a statement cannot have the rest stored.
            if let failure = connection.failure { throw failure }
        } catch {
            throw ended(by: error, failure: connection.failure ?? (error as? PostgreSQLFailure))
        }
        try commit()
        return result
    }

    private func begin() throws {
        if work == .answer { return }
        if work == .read { return session.openLazily(work.opening) }
        do { try session.run(work.opening) } catch let failure as PostgreSQLFailure where failure.state == "42P01" {
            try session.run("ROLLBACK")
            try session.run(Turn.creation)
            try session.run(work.opening)
        }
    }

    private func commit() throws {
        if work == .answer { return }
        guard work.isWrite else { return session.endRead() }
        do { try session.run("COMMIT") } catch let failure as PostgreSQLFailure {
            if failure.isLost {
                session.disconnect()
                throw StorageError.unavailable("the connection broke before it was known whether the change was stored")
            }
            throw ended(by: failure, failure: failure)
        }
    }

    /// Rolls back and says what the caller of `once` gets: an interruption or the final error.
    private func ended(by error: any Error, failure: PostgreSQLFailure?) -> any Error {
        if let failure, failure.isLost || (failure.isReadOnly && work.isWrite) {
            session.disconnect()
            return Interruption(cause: failure)
        }
        if work != .answer { do { try session.rollback() } catch { session.disconnect() } }
        guard let failure else { return error }
        if failure.isStale { session.forgetPrepared() }
        if failure.isConflict || failure.isStale { return Interruption(cause: failure) }
        return (error as? PostgreSQLFailure)?.error ?? error
    }

    private func open() throws {
        do {
            try session.connect()
            if let schema = session.address.schema { try ensure(schema) }
        } catch let failure as PostgreSQLFailure { throw failure.isLost ? Interruption(cause: failure) : failure.error }
    }

    private func ensure(_ schema: String) throws {
        let statement: Statement = "SELECT 1 FROM pg_namespace WHERE nspname = \(schema)"
        var isThere = false
        try session.run(statement).forEach { _ in isThere = true }
        guard !isThere else { return }
        // Two connections at once would both try, and one would fail.
        try session.run(
            """
            BEGIN READ WRITE; SELECT pg_advisory_xact_lock(7218404); CREATE SCHEMA IF NOT EXISTS \(schema); COMMIT
            """)
    }

    /// Waits longer with each attempt, by chance up to twice as long, so that two do not meet again.
    private func pause(_ attempt: Int) {
        let base = min(0.005 * pow(2, Double(attempt)), 0.5)
        Thread.sleep(forTimeInterval: base * Double.random(in: 0.5...1))
    }
}
