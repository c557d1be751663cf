/// What is to be read, put together before anything is asked: statements, and what becomes of their rows.
///
/// The statements of a query, and of queries joined by `and`, see one snapshot and travel together: PostgreSQL gets and
/// answers them in one round trip. Whoever knows beforehand what to read asks this way, with `Database.answer`.
package struct Query<Answer: Sendable>: Sendable {
    package let statements: [Statement]
    let decode: @Sendable (inout Results) throws -> Answer

    /// - Parameter decode: takes the rows of each statement, in the order of the statements.
    package init(_ statements: [Statement], decode: @escaping @Sendable (inout Results) throws -> Answer) {
        self.statements = statements
        self.decode = decode
    }

    /// An answer for which nothing has to be asked.
    package static func known(_ answer: Answer) -> Query { Query([]) { _ in answer } }

    /// The same rows made into something else.
    package func map<Other>(_ change: @escaping @Sendable (Answer) throws -> Other) -> Query<Other> {
        let decode = decode
        return Query<Other>(statements) { try change(try decode(&$0)) }
    }

    /// Both queries at once, on one snapshot.
    package func and<Other>(_ other: Query<Other>) -> Query<(Answer, Other)> {
        let (mine, theirs) = (decode, other.decode)
        return Query<(Answer, Other)>(statements + other.statements) { (try mine(&$0), try theirs(&$0)) }
    }
}

/// The rows of several statements, taken one statement after the other.
package struct Results {
    private var remaining: ArraySlice<[Row]>

    init(_ sets: [[Row]]) { remaining = sets[...] }

    /// All rows of the next statement.
    package mutating func rows() throws -> [Row] {
        guard let rows = remaining.popFirst() else { throw StorageError.failed("a query reads more than it asked") }
        return rows
    }

    package mutating func all<Record: RowDecodable>() throws -> [Record] { try rows().map { try Record(row: $0) } }

    package mutating func first<Record: RowDecodable>() throws -> Record? {
        try rows().first.map { try Record(row: $0) }
    }
}

extension Database {
    /// Reads what a query asks for, in one transaction and one round trip.
    package func answer<Answer>(_ query: Query<Answer>) async throws -> Answer {
        for statement in query.statements { try statement.checkValues() }
        var results = Results(query.statements.isEmpty ? [] : try await engine.rows(of: query.statements))
        return try query.decode(&results)
    }
}
