/// One step of the schema: run once, in a transaction, under a lock; never edited after it has landed.
///
/// `name` is unique in the hub and sorts nothing: the order is the order of the list (`members-001`, `cities-001`, …).
package struct Migration: Sendable {
    package let name: String
    package let run: @Sendable (any Connection) throws -> Void

    package init(_ name: String, _ run: @escaping @Sendable (any Connection) throws -> Void) {
        self.name = name
        self.run = run
    }

    /// The table that says which migrations have been applied.
    static let bookkeeping =
        "CREATE TABLE IF NOT EXISTS schema_migration (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL)"

    package init(_ name: String, sql: String) { self.init(name) { try $0.script(sql) } }
}

extension Database {
    /// Applies what is missing, in order, each in its own transaction; returns the names it applied.
    @discardableResult package func migrate(_ migrations: [Migration]) async throws -> [String] {
        let names = migrations.map(\.name)
        if let twice = names.first(where: { name in names.filter { $0 == name }.count > 1 }) {
            throw StorageError.failed("two migrations are called \(twice)")
        }
        try await writeAtLength { try $0.script(Migration.bookkeeping) }
        var applied: [String] = []
        for migration in migrations {
            // Writes take turns on both engines, and the check stands in the same transaction as the step: two nodes
            // that start at once apply it once.
            let ran = try await writeAtLength { connection in
                guard try !connection.exists("SELECT 1 FROM schema_migration WHERE name = \(migration.name)") else {
                    return false
                }
                try migration.run(connection)
                try connection.execute(
                    "INSERT INTO schema_migration (name, applied_at) VALUES (\(migration.name), \(Instant.now))")
                return true
            }
            if ran { applied.append(migration.name) }
        }
        return applied
    }

    package func appliedMigrations() async throws -> [String] {
        try await read { try $0.all("SELECT name FROM schema_migration ORDER BY name") { try $0("name") } }
    }
}
