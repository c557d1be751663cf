import Storage

/// Passes statements on to a connection and keeps the plan of each: so the queries that a function really asks are held
/// to their indexes, and not a copy of them in a test.
package final class PlanRecorder: Connection {
    private let connection: any Connection
    package private(set) var plans: [QueryPlan] = []

    package var dialect: Dialect { connection.dialect }

    package init(_ connection: any Connection) { self.connection = connection }

    package func execute(_ statement: Statement) throws -> Int {
        plans.append(try connection.explain(statement))
        return try connection.execute(statement)
    }

    package func forEach(_ statement: Statement, _ body: (Row) throws -> Void) throws {
        plans.append(try connection.explain(statement))
        try connection.forEach(statement, body)
    }

    package func script(_ sql: String) throws { try connection.script(sql) }

    /// The plans of a query's statements.
    package static func plans<Answer>(
        of query: Query<Answer>, _ connection: any Connection
    ) throws -> [QueryPlan] { try query.statements.map { try connection.explain($0) } }
}
