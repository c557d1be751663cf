import Foundation
import Storage
import Support
import Testing

/// Backups, restores and moves from engine to engine lose nothing and never leave half of anything.
@Suite struct CopyTests {
    private static let migrations = [Blob.migration, SearchIndex.migration, tables(rule: "")]

    /// Names in an order that no foreign key likes, a table that refers to itself, and words that SQL keeps for itself.
    private static func tables(rule: String) -> Migration {
        Migration(
            "t-001",
            sql: """
                CREATE TABLE z_root (
                    id TEXT PRIMARY KEY \(rule), share DOUBLE PRECISION, active BOOLEAN NOT NULL, n BIGINT
                );
                CREATE TABLE a_leaf (
                    id TEXT PRIMARY KEY, root TEXT NOT NULL REFERENCES z_root (id), parent TEXT REFERENCES a_leaf (id)
                );
                CREATE TABLE "order" (id TEXT PRIMARY KEY, "select" TEXT, blob TEXT REFERENCES blob (hash));
                INSERT INTO z_root (id, active) VALUES ('\(rule.isEmpty ? "seed" : "other")', TRUE);
                """)
    }

    private static let later = Migration("t-002", sql: "ALTER TABLE z_root ADD COLUMN note TEXT NOT NULL DEFAULT 'new'")

    private func fill(_ db: Database, seed: UInt64) async throws {
        try await db.write { c in
            var random = SeededRandom(seed)
            try c.execute("UPDATE z_root SET active = \(false), share = \(0.1) WHERE id = 'seed'")
            for number in 0..<300 {
                let share: Double? = number % 7 == 0 ? nil : Double.random(in: -1e9...1e9, using: &random)
                let n: Int64? = number % 5 == 0 ? nil : Int64.random(in: .min ... .max, using: &random)
                try c.execute(
                    """
                    INSERT INTO z_root (id, share, active, n)
                    VALUES (\("r\(number)"), \(share), \(Bool.random(using: &random)), \(n))
                    """)
            }
            try c.execute("INSERT INTO a_leaf (id, root, parent) VALUES ('z', 'r1', NULL)")
            try c.execute("INSERT INTO a_leaf (id, root, parent) VALUES ('a', 'r2', 'z'), ('m', 'r3', 'a')")
            let bytes = (0..<70_000).map { _ in UInt8.random(in: 0...255, using: &random) }
            for content in [[], [0], bytes] {
                let hash = try Blob.store(content, mediaType: "image/png", at: Instant.now, in: c)
                try c.execute(
                    "INSERT INTO \"order\" (id, \"select\", blob) VALUES (\(hash), \("ș'\"\\ 👩‍👧 \u{1}"), \(hash))")
            }
            try SearchIndex.replace(
                SearchEntry(kind: "city", item: "1", language: "ro", title: "Iași", body: "Text", path: "/ro/1"), in: c)
        }
    }

    @Test(arguments: Engines.all, Engines.all)
    func backupAndRestore(from: Engines, to: Engines) async throws {
        try await withFolder { folder async throws in
            let file = folder.appendingPathComponent("hub.backup").path
            try await withDatabase(from, migrations: Self.migrations) { source async throws in
                try await fill(source, seed: 7)
                let written = try await source.backup(to: file)
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["hub.backup"])
                try await withDatabase(to) { target async throws in
                    let read = try await target.restore(from: file, migrations: Self.migrations + [Self.later])
                    #expect(read == written)
                    #expect(read.first { $0.name == "z_root" }?.rows == 301)
                    let hits = try await target.read { try SearchIndex.search("iasi", in: $0).map(\.item) }
                    #expect(hits == ["1"])
                    // What the backup did not know yet was applied after it.
                    #expect(try await target.appliedMigrations().contains("t-002"))
                    #expect(try await target.read { try $0.value("SELECT note FROM z_root WHERE id = 'r1'") } == "new")
                    // The rules hold again.
                    await #expect(throws: StorageError.self) {
                        try await target.write { c in
                            _ = try c.execute("INSERT INTO a_leaf (id, root) VALUES ('x', 'nowhere')")
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: Engines.all, Engines.all)
    func copyToAnotherEngine(from: Engines, to: Engines) async throws {
        let seed = UInt64.random(in: 0 ... .max)
        try await withDatabase(from, migrations: Self.migrations) { source async throws in
            try await fill(source, seed: seed)
            try await withDatabase(to) { target async throws in
                let copied = try await source.copy(to: target, migrations: Self.migrations)
                #expect(copied.reduce(0) { $0 + $1.rows } == 314, "seed \(seed)")
                let query: Statement = "SELECT id, share, active, n FROM z_root ORDER BY id"
                let before = try await source.read { try $0.all(query) { try Root(row: $0) } }
                let after = try await target.read { try $0.all(query) { try Root(row: $0) } }
                #expect(before == after, "seed \(seed)")
            }
        }
    }

    private struct Root: Equatable, RowDecodable {
        let id: String
        let share: Double?
        let active: Bool
        let n: Int64?

        init(row: Row) throws {
            (id, share, active, n) = (try row("id"), try row("share"), try row("active"), try row("n"))
        }
    }

    @Test(arguments: Engines.all)
    func aTargetWithRowsIsRefused(engine: Engines) async throws {
        try await withFolder { folder async throws in
            let file = folder.appendingPathComponent("hub.backup").path
            try await withDatabase(.sqlite, migrations: Self.migrations) { source async throws in
                try await fill(source, seed: 1)
                try await source.backup(to: file)
            }
            try await withDatabase(engine, migrations: Self.migrations) { target async throws in
                try await target.write { try $0.execute("INSERT INTO z_root (id, active) VALUES ('mine', TRUE)") }
                await #expect(throws: StorageError.self) {
                    try await target.restore(from: file, migrations: Self.migrations)
                }
                #expect(try await target.read { try $0.exists("SELECT 1 FROM z_root WHERE id = 'mine'") })
                try await target.restore(from: file, migrations: Self.migrations, replace: true)
                #expect(try await target.read { try $0.exists("SELECT 1 FROM z_root WHERE id = 'mine'") } == false)
                #expect(try await target.read { try $0.value("SELECT COUNT(*) FROM z_root") } == 301)
            }
        }
    }

    /// Whatever stops a restore, the target stays as it was.
    @Test(arguments: Engines.all)
    func aFailingRestoreChangesNothing(engine: Engines) async throws {
        try await withFolder { folder async throws in
            let newer = folder.appendingPathComponent("newer").path
            let noBackup = folder.appendingPathComponent("no-backup").path
            let text = folder.appendingPathComponent("text").path
            try Data("not a database at all, but long enough to look at".utf8).write(to: URL(fileURLWithPath: text))
            try await withDatabase(.sqlite, migrations: Self.migrations + [Self.later]) {
                try await $0.backup(to: newer)
            }
            try await withDatabase(.sqlite) { db async throws in
                try await db.write { try $0.script("CREATE TABLE other (id TEXT)") }
                try await db.write { try $0.script("DROP TABLE schema_migration") }
                try await db.backup(to: noBackup)
            }
            try await withDatabase(engine, migrations: Self.migrations) { target async throws in
                for file in [newer, noBackup, text, folder.appendingPathComponent("nowhere").path] {
                    await #expect(throws: StorageError.self, "\(file)") {
                        try await target.restore(from: file, migrations: Self.migrations, replace: true)
                    }
                }
                // A migration that does not fit the rows fails late, when everything has been cleared already.
                let strict = [
                    Blob.migration, SearchIndex.migration, Self.tables(rule: "CHECK (id <> 'seed')"), Self.later,
                ]
                await #expect(throws: StorageError.self) {
                    try await target.restore(from: newer, migrations: strict, replace: true)
                }
                #expect(try await target.read { try $0.value("SELECT COUNT(*) FROM z_root") } == 1)
                #expect(try await target.appliedMigrations().count == Self.migrations.count)
            }
        }
    }

    /// Each write changes two tables; a backup that saw one without the other would show it.
    @Test(arguments: Engines.all)
    func aBackupWhileWriting(engine: Engines) async throws {
        let table = Migration(
            "t-001",
            sql:
                "CREATE TABLE a_side (id TEXT PRIMARY KEY, filler TEXT NOT NULL); CREATE TABLE z_side (id TEXT PRIMARY KEY)"
        )
        try await withFolder { folder async throws in
            try await withDatabase(engine, migrations: [table]) { db async throws in
                let backups = try await withThrowingTaskGroup(of: [[CopiedTable]].self) { group in
                    group.addTask {
                        for number in 0..<200 {
                            try await db.write { c in
                                let filler = String(repeating: "x", count: 500)
                                try c.execute("INSERT INTO a_side (id, filler) VALUES (\("\(number)"), \(filler))")
                                try c.execute("INSERT INTO z_side (id) VALUES (\("\(number)"))")
                            }
                        }
                        return []
                    }
                    group.addTask {
                        var backups: [[CopiedTable]] = []
                        for number in 0..<8 {
                            backups.append(try await db.backup(to: folder.appendingPathComponent("\(number)").path))
                        }
                        return backups
                    }
                    return try await group.reduce(into: [[CopiedTable]]()) { $0 += $1 }
                }
                #expect(backups.count == 8)
                for tables in backups {
                    let rows = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0.rows) })
                    #expect(rows["a_side"] == rows["z_side"])
                }
                let count: Int? = try await db.read { try $0.value("SELECT COUNT(*) FROM z_side") }
                #expect(count == 200)
            }
        }
    }

    @Test(arguments: Engines.all)
    func aBackupOverwritesNothing(engine: Engines) async throws {
        try await withFolder { folder async throws in
            let file = folder.appendingPathComponent("hub.backup")
            try Data("precious".utf8).write(to: file)
            try await withDatabase(engine, migrations: Self.migrations) { db async throws in
                await #expect(throws: StorageError.self) { try await db.backup(to: file.path) }
                #expect(try Data(contentsOf: file) == Data("precious".utf8))
            }
        }
    }

    /// A byte changed in the file of a backup is noticed before anything is replaced.
    @Test func checksumsTellRowsApart() async throws {
        try await withDatabase(.sqlite, migrations: Self.migrations) { one async throws in
            try await withDatabase(.postgresql, migrations: Self.migrations) { other async throws in
                try await withFolder { folder async throws in
                    try await fill(one, seed: 3)
                    try await fill(other, seed: 3)
                    try await other.write { try $0.execute("UPDATE z_root SET share = share + 1 WHERE id = 'r1'") }
                    let first = try await one.backup(to: folder.appendingPathComponent("1").path)
                    let second = try await other.backup(to: folder.appendingPathComponent("2").path)
                    let names = ["a_leaf", "order", "search_entry", "z_root"]
                    let same = names.filter { name in
                        first.first { $0.name == name } == second.first { $0.name == name }
                    }
                    #expect(same == ["a_leaf", "order", "search_entry"])
                }
            }
        }
    }
}
