/// One restore inside one transaction of the target.
struct Restoring {
    let source: any Connection
    let target: any Connection
    let migrations: [Migration]
    let replace: Bool

    func run() throws -> [CopiedTable] {
        let tables = try Table.all(in: source)
        guard tables.contains(where: { $0.name == "schema_migration" }) else {
            throw StorageError.failed("this file is no backup of a hub")
        }
        let steps = try stepsOfSource()
        try clearTarget()
        try buildSchema(steps)
        let copied = try withoutForeignKeys { try tables.map(copy) }
        try SearchDialect.rebuild(in: target)
        return copied
    }

    /// The migrations that the backup had; all must be known here.
    private func stepsOfSource() throws -> [Migration] {
        let names: [String] = try source.all("SELECT name FROM schema_migration") { try $0("name") }
        let known = Set(migrations.map(\.name))
        if let strange = names.first(where: { !known.contains($0) }) {
            throw StorageError.failed("the backup comes from a newer hub: this one does not know \(strange)")
        }
        return migrations.filter { names.contains($0.name) }
    }

    private func clearTarget() throws {
        let tables = try Table.all(in: target)
        let isEmpty = try tables.allSatisfy { table in
            try table.name == "schema_migration" || table.rowCount(in: target) == 0
        }
        guard isEmpty || replace else { throw StorageError.failed("the target already holds data") }
        switch target.dialect {
        case .postgresql: for table in tables { try target.script("DROP TABLE \(table.quoted) CASCADE") }
        case .sqlite:
            try target.script("PRAGMA defer_foreign_keys = ON")
            let others: [(String, String)] = try target.all(
                "SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND type IN ('view', 'virtual')"
            ) { (try $0("name"), try $0("type")) }
            for (name, type) in others {
                try target.script("DROP \(type == "view" ? "VIEW" : "TABLE") \(Table.quoted(name))")
            }
            for table in tables { try target.script("DELETE FROM \(table.quoted)") }
            for table in tables { try target.script("DROP TABLE \(table.quoted)") }
        }
    }

    private func buildSchema(_ steps: [Migration]) throws {
        try target.script(Migration.bookkeeping)
        for step in steps { try step.run(target) }
        // What migrations put in is in the backup too, perhaps changed since.
        try withoutForeignKeys {
            for table in try Table.all(in: target) { try target.script("DELETE FROM \(table.quoted)") }
        }
    }

    private func copy(_ table: Table) throws -> CopiedTable {
        guard let own = try Table.all(in: target).first(where: { $0.name == table.name }),
            Set(own.columns.map(\.name)) == Set(table.columns.map(\.name))
        else { throw StorageError.failed("the table \(table.name) of the backup does not fit") }
        var expected = Checksum()
        var writer = RowWriter(table, in: target)
        try table.forEachRow(in: source) { row in
            expected.add(row)
            try writer.add(row)
        }
        try writer.flush()
        var found = Checksum()
        try table.forEachRow(in: target) { found.add($0) }
        guard found == expected else {
            throw StorageError.failed("the copy of \(table.name) differs: \(found.rows) of \(expected.rows) rows")
        }
        return CopiedTable(name: table.name, rows: found.rows, checksum: found.description)
    }

    /// Rows may refer to rows that come later, and to each other in circles: the rules hold again, and are checked,
    /// when `body` has ended.
    private func withoutForeignKeys<Result>(_ body: () throws -> Result) throws -> Result {
        guard target.dialect == .postgresql else {
            // Checked at COMMIT.
            try target.script("PRAGMA defer_foreign_keys = ON")
            return try body()
        }
        let rules: [(table: String, name: String, definition: String)] = try target.all(
            """
            SELECT relname, conname, pg_get_constraintdef(pg_constraint.oid) AS definition FROM pg_constraint
            JOIN pg_class ON pg_class.oid = conrelid
            WHERE contype = 'f' AND relnamespace = to_regnamespace(current_schema()) ORDER BY relname, conname
            """
        ) { (Table.quoted(try $0("relname")), Table.quoted(try $0("conname")), try $0("definition")) }
        for rule in rules { try target.script("ALTER TABLE \(rule.table) DROP CONSTRAINT \(rule.name)") }
        let result = try body()
        for rule in rules {
            try target.script("ALTER TABLE \(rule.table) ADD CONSTRAINT \(rule.name) \(rule.definition)")
        }
        return result
    }
}
