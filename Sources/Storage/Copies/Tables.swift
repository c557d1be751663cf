/// A table as the schema describes it, so that copies know new tables without being told.
struct Table: Sendable {
    struct Column: Sendable {
        let name: String
        let type: String
    }

    let name: String
    /// Without generated ones, which the target makes itself.
    let columns: [Column]

    /// The ordinary tables, without those that serve an index or the turn to write.
    static func all(in connection: any Connection) throws -> [Table] {
        let names: [String] =
            switch connection.dialect {
            case .sqlite:
                try connection.all(
                    """
                    SELECT name FROM pragma_table_list
                    WHERE schema = 'main' AND type = 'table' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name
                    """
                ) { try $0("name") }
            case .postgresql:
                try connection.all(
                    """
                    SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace(current_schema()) AND relkind = 'r'
                    AND relname <> '\(trusted: Turn.table)' ORDER BY relname
                    """
                ) { try $0("relname") }
            }
        return try names.map { name in Table(name: name, columns: try columns(of: name, in: connection)) }
    }

    private static func columns(of table: String, in connection: any Connection) throws -> [Column] {
        let statement: Statement =
            switch connection.dialect {
            case .sqlite: "SELECT name, type FROM pragma_table_xinfo(\(table)) WHERE hidden = 0 ORDER BY cid"
            case .postgresql:
                """
                SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
                JOIN pg_class ON pg_class.oid = attrelid
                WHERE relnamespace = to_regnamespace(current_schema()) AND relname = \(table)
                AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum
                """
            }
        return try connection.all(statement) { Column(name: try $0("name"), type: try $0("type")) }
    }

    var quoted: String { Self.quoted(name) }

    var columnList: String { columns.map { Self.quoted($0.name) }.joined(separator: ", ") }

    static func quoted(_ name: String) -> String {
        "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    func rowCount(in connection: any Connection) throws -> Int {
        try connection.value("SELECT COUNT(*) FROM \(trusted: quoted)") ?? 0
    }

    /// Hands over all rows, a few at a time in memory, in no particular order.
    func forEachRow(in connection: any Connection, _ body: ([Value]) throws -> Void) throws {
        let query = "SELECT \(columnList) FROM \(quoted)"
        guard connection.dialect == .postgresql else {
            return try connection.forEach("\(trusted: query)") { try body($0.values) }
        }
        let cursor = Self.quoted("copy_\(name)".prefix(60).description)
        try connection.script("DECLARE \(cursor) NO SCROLL CURSOR FOR \(query)")
        let hasFiles = columns.contains { $0.type == "bytea" }
        var count = 0
        repeat {
            count = 0
            try connection.forEach("FETCH \(trusted: hasFiles ? "4" : "1000") FROM \(trusted: cursor)") { row in
                count += 1
                try body(row.values)
            }
        } while count > 0
        try connection.script("CLOSE \(cursor)")
    }
}

extension Value: Storable {
    package var value: Value { self }
    package init(value: Value) { self = value }
}
