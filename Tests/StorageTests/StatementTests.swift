import Storage
import Testing

@Suite struct StatementTests {
    @Test func valuesBecomeBindings() {
        let inner: Statement = "b = \(2)"
        let statement: Statement =
            "SELECT \(trusted: "x") FROM t WHERE a = \("1'") AND \(inner) AND c IN (\(list: [3, 4]))"
        #expect(statement.sql(.sqlite) == "SELECT x FROM t WHERE a = ? AND b = ? AND c IN (?, ?)")
        #expect(statement.sql(.postgresql) == "SELECT x FROM t WHERE a = $1 AND b = $2 AND c IN ($3, $4)")
        #expect(statement.values == [.text("1'"), .integer(2), .integer(3), .integer(4)])
    }

    @Test func statementsAddUp() {
        var statement: Statement = "SELECT 1 WHERE a = \(1)"
        statement += " AND b = \("x")"
        #expect(statement.sql(.postgresql) == "SELECT 1 WHERE a = $1 AND b = $2")
        #expect(statement.values == [.integer(1), .text("x")])
    }
}
