/// A session inside one transaction, seen through the hub's interface.
final class PostgreSQLConnection: Connection {
    private let session: PostgreSQLSession
    /// The first failure. The server refuses everything after it, so nothing of this transaction can be stored.
    private(set) var failure: PostgreSQLFailure?
    let dialect = Dialect.postgresql

    init(_ session: PostgreSQLSession) { self.session = session }

    func execute(_ statement: Statement) throws -> Int {
        try statement.checkValues()
        return try translating { try session.run(statement).changes }
    }

    func forEach(_ statement: Statement, _ body: (Row) throws -> Void) throws {
        try statement.checkValues()
        try translating { try session.run(statement) }.forEach(body)
    }

    /// The rows of statements that are sent together.
    func rows(of statements: [Statement]) throws -> [[Row]] {
        try translating { try session.run(statements) }.map { try $0.rows }
    }

    func script(_ sql: String) throws { _ = try translating { try session.run(sql) } }

    private func translating<Result>(_ work: () throws -> Result) throws -> Result {
        if let failure { throw failure.error }
        do { return try work() } catch let failure as PostgreSQLFailure {
            self.failure = failure
            throw failure.error
        }
    }
}
