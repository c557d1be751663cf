/// Writes rows into one table, many in one statement.
struct RowWriter {
    private static let rowsAtOnce = 50
    private static let bytesAtOnce = 1 << 20

    private let table: Table
    private let connection: any Connection
    private var rows: [[Value]] = []
    private var bytes = 0

    init(_ table: Table, in connection: any Connection) {
        self.table = table
        self.connection = connection
    }

    mutating func add(_ row: [Value]) throws {
        rows.append(row)
        for value in row {
            switch value {
            case .text(let text): bytes += text.utf8.count
            case .blob(let blob): bytes += blob.count
            default: bytes += 8
            }
        }
        if rows.count >= Self.rowsAtOnce || bytes >= Self.bytesAtOnce { try flush() }
    }

    mutating func flush() throws {
        guard !rows.isEmpty else { return }
        var text = Statement.Interpolation(literalCapacity: 0, interpolationCount: 0)
        text.appendLiteral("INSERT INTO \(table.quoted) (\(table.columnList)) VALUES ")
        for (index, row) in rows.enumerated() {
            text.appendLiteral(index == 0 ? "(" : ", (")
            text.appendInterpolation(list: row)
            text.appendLiteral(")")
        }
        try connection.execute(Statement(stringInterpolation: text))
        rows = []
        bytes = 0
    }
}
