import Storage
import Support
import Testing

/// The schema grows in steps, each once, whoever starts first.
@Suite struct MigrationTests {
    private static let steps = [
        Migration("a-001", sql: "CREATE TABLE a (id TEXT PRIMARY KEY)"),
        Migration("a-002") { try $0.execute("INSERT INTO a (id) VALUES ('seed')") },
        Migration("b-001", sql: "CREATE TABLE b (id TEXT PRIMARY KEY REFERENCES a (id)); CREATE INDEX b_id ON b (id)"),
    ]

    @Test(arguments: Engines.all)
    func eachOnceAndInOrder(engine: Engines) async throws {
        try await withDatabase(engine) { db async throws in
            #expect(try await db.migrate(Array(Self.steps.prefix(1))) == ["a-001"])
            #expect(try await db.migrate(Self.steps) == ["a-002", "b-001"])
            #expect(try await db.migrate(Self.steps) == [])
            #expect(try await db.appliedMigrations() == ["a-001", "a-002", "b-001"])
        }
    }

    @Test(arguments: Engines.all)
    func aFailingStepLeavesNothing(engine: Engines) async throws {
        let broken = Migration(
            "b-001", sql: "CREATE TABLE b (id TEXT PRIMARY KEY); INSERT INTO nowhere (id) VALUES ('1')")
        try await withDatabase(engine) { db async throws in
            await #expect(throws: StorageError.self) { try await db.migrate(Self.steps.prefix(2) + [broken]) }
            #expect(try await db.appliedMigrations() == ["a-001", "a-002"])
            #expect(try await db.migrate(Self.steps) == ["b-001"])
        }
    }

    @Test(arguments: Engines.all)
    func twoWithOneNameAreRefused(engine: Engines) async throws {
        try await withDatabase(engine) { db async throws in
            await #expect(throws: StorageError.self) { try await db.migrate([Self.steps[0], Self.steps[0]]) }
        }
    }

    /// Several nodes that start at once on an empty database.
    @Test(arguments: Engines.all)
    func concurrentStarters(engine: Engines) async throws {
        try await withLocation(engine) { location async throws in
            let applied = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let db = try Database(location, connections: 2)
                        let applied = try await db.migrate(Self.steps)
                        try await db.close()
                        return applied
                    }
                }
                return try await group.reduce(into: [String]()) { $0 += $1 }
            }
            #expect(applied.sorted() == ["a-001", "a-002", "b-001"])
            let db = try Database(location, connections: 1)
            let seeds: Int? = try await db.read { try $0.value("SELECT COUNT(*) FROM a") }
            #expect(seeds == 1)
            try await db.close()
        }
    }
}
