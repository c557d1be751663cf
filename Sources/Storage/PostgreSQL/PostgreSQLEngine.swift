import Logging

/// PostgreSQL through libpq: a fixed set of threads with a connection each, opened when first needed.
final class PostgreSQLEngine: Engine {
    private let line: WaitingLine<PostgreSQLSession>
    private let logger: Logger

    init(location: String, connections: Int, logger: Logger) throws {
        let address = try PostgreSQLAddress(location)
        self.logger = logger
        line = WaitingLine(
            threads: max(connections, 1), length: address.waitingLine, limit: .milliseconds(address.waitingTime)
        ) { PostgreSQLSession(address: address, logger: logger) }
    }

    deinit { line.abandon() }

    func read<Result: Sendable>(
        isLong: Bool, _ body: @escaping @Sendable (any Connection) throws -> Result
    ) async throws -> Result { try await run(isLong ? .longRead : .read, body) }

    func write<Result: Sendable>(
        isLong: Bool, _ body: @escaping @Sendable (any Connection) throws -> Result
    ) async throws -> Result { try await run(isLong ? .longWrite : .write, body) }

    func rows(of statements: [Statement]) async throws -> [[Row]] {
        try await run(.answer) { try $0.rows(of: statements) }
    }

    func ping() async throws {
        try await run(.read, within: .seconds(2)) { connection in _ = try connection.exists("SELECT 1") }
    }

    func close() async throws { await line.close() }

    private func run<Result: Sendable>(
        _ work: PostgreSQLWork, within time: Duration? = nil,
        _ body: @escaping @Sendable (PostgreSQLConnection) throws -> Result
    ) async throws -> Result {
        try await line.submit(within: time) { [logger] session, deadline in
            let transaction = PostgreSQLTransaction(session: session, work: work, deadline: deadline, logger: logger)
            return try transaction.perform(body)
        }
    }
}
