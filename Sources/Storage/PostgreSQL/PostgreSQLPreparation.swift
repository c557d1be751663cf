/// A statement as the server has prepared it on one connection.
final class PostgreSQLPreparation {
    let name: String
    /// The columns of its results, known after the first.
    var shape: PostgreSQLShape?

    init(name: String) { self.name = name }
}

/// The prepared statements of one connection, by their SQL.
struct PostgreSQLPreparations {
    /// More statements than the hub has; a bound all the same, for lists of different lengths.
    private static let limit = 400

    private var bySQL: [String: PostgreSQLPreparation] = [:]
    private var order: [String] = []
    private var count = 0

    subscript(sql: String) -> PostgreSQLPreparation? { bySQL[sql] }

    /// A name that this connection has not used yet.
    mutating func newName() -> String {
        count += 1
        return "s\(count)"
    }

    mutating func keep(_ preparation: PostgreSQLPreparation, for sql: String) {
        bySQL[sql] = preparation
        order.append(sql)
    }

    /// The oldest when there are too many, for the server to forget too.
    mutating func removeSurplus() -> PostgreSQLPreparation? {
        guard order.count >= Self.limit else { return nil }
        return bySQL.removeValue(forKey: order.removeFirst())
    }

    /// After the connection has ended, or its statements belong to a schema of the past.
    mutating func forget() {
        bySQL = [:]
        order = []
    }
}
