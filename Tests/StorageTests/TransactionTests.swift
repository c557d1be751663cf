import Dispatch
import Storage
import Support
import Synchronization
import Testing

/// All or nothing, in turn, on both engines.
@Suite struct TransactionTests {
    private static let tables = Migration(
        "t-001",
        sql: """
            CREATE TABLE account (name TEXT PRIMARY KEY, cents BIGINT NOT NULL CHECK (cents >= 0));
            CREATE TABLE entry (id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account (name), cents BIGINT NOT NULL);
            INSERT INTO account (name, cents) VALUES ('a', 100), ('b', 100);
            """)

    private struct Refusal: Error {}

    @Test(arguments: Engines.all)
    func throwingRollsBack(engine: Engines) async throws {
        try await withDatabase(engine, migrations: [Self.tables]) { db async throws in
            await #expect(throws: Refusal.self) {
                try await db.write { c in
                    try c.execute("UPDATE account SET cents = 0")
                    throw Refusal()
                }
            }
            #expect(try await total(db) == 200)
        }
    }

    @Test(arguments: Engines.all)
    func swallowedFailureStoresNothing(engine: Engines) async throws {
        try await withDatabase(engine, migrations: [Self.tables]) { db async throws in
            let error = await #expect(throws: StorageError.self) {
                try await db.write { c in
                    try c.execute("UPDATE account SET cents = 7 WHERE name = 'a'")
                    _ = try? c.execute("INSERT INTO account (name, cents) VALUES ('a', 1)")
                }
            }
            guard case .duplicate = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(try await total(db) == 200)
        }
    }

    @Test(arguments: Engines.all)
    func rulesOfTheSchema(engine: Engines) async throws {
        let cases: [(Statement, isDuplicate: Bool)] = [
            ("INSERT INTO account (name, cents) VALUES ('a', 1)", true),
            ("INSERT INTO account (name, cents) VALUES ('c', -1)", false),
            ("INSERT INTO account (name, cents) VALUES ('c', NULL)", false),
            ("INSERT INTO entry (id, account, cents) VALUES ('1', 'nobody', 1)", false),
        ]
        try await withDatabase(engine, migrations: [Self.tables]) { db async throws in
            for (statement, isDuplicate) in cases {
                let error = await #expect(throws: StorageError.self) {
                    try await db.write { _ = try $0.execute(statement) }
                }
                switch error {
                case .duplicate: #expect(isDuplicate, "\(statement)")
                case .constraint: #expect(!isDuplicate, "\(statement)")
                default: Issue.record("\(String(describing: error)) for \(statement)")
                }
            }
            let entries: Int? = try await db.read { try $0.value("SELECT COUNT(*) FROM entry") }
            #expect(entries == 0)
        }
    }

    @Test(arguments: Engines.all)
    func badSQLFails(engine: Engines) async throws {
        try await withDatabase(engine, migrations: [Self.tables]) { db async throws in
            let error = await #expect(throws: StorageError.self) { try await db.read { try $0.exists("SELEC 1") } }
            guard case .failed = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(try await total(db) == 200)
        }
    }

    @Test(arguments: Engines.all)
    func aReadCannotWrite(engine: Engines) async throws {
        try await withDatabase(engine, migrations: [Self.tables]) { db async throws in
            await #expect(throws: StorageError.self) {
                try await db.read { c in _ = try c.execute("UPDATE account SET cents = 0") }
            }
            #expect(try await total(db) == 200)
        }
    }

    @Test(arguments: Engines.all)
    func executeCountsRows(engine: Engines) async throws {
        try await withDatabase(engine, migrations: [Self.tables]) { db async throws in
            let changed = try await db.write { try $0.execute("UPDATE account SET cents = 1") }
            #expect(changed == 2)
            let names: [String] = try await db.write { c in
                try c.all("INSERT INTO account (name, cents) VALUES ('c', 1), ('d', 2) RETURNING name") {
                    try $0("name")
                }
            }
            #expect(Set(names) == ["c", "d"])
        }
    }

    /// Each of many writers reads what it then changes; a lost update would show in the sum.
    @Test(arguments: Engines.all)
    func manyWritersLoseNothing(engine: Engines) async throws {
        try await withDatabase(engine, migrations: [Self.tables]) { db async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        try await db.write { c in
                            let cents: Int = try c.value("SELECT cents FROM account WHERE name = 'a'") ?? 0
                            try c.execute("UPDATE account SET cents = \(cents + 1) WHERE name = 'a'")
                            try c.execute("INSERT INTO entry (id, account, cents) VALUES (\("\(number)"), 'a', 1)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await total(db) == 260)
        }
    }

    /// A read sees one state, however many statements it has.
    @Test(arguments: Engines.all)
    func readsAreSnapshots(engine: Engines) async throws {
        try await withDatabase(engine, migrations: [Self.tables]) { db async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for step in 0..<40 {
                        try await db.write { c in
                            let change = step % 2 == 0 ? 50 : -50
                            try c.execute(
                                "UPDATE account SET cents = cents - CAST(\(change) AS BIGINT) WHERE name = 'a'")
                            try c.execute(
                                "UPDATE account SET cents = cents + CAST(\(change) AS BIGINT) WHERE name = 'b'")
                        }
                    }
                }
                for _ in 0..<40 {
                    group.addTask {
                        let (a, b): (Int, Int) = try await db.read { c in
                            let a: Int = try c.value("SELECT cents FROM account WHERE name = 'a'") ?? -1
                            let b: Int = try c.value("SELECT cents FROM account WHERE name = 'b'") ?? -1
                            return (a, b)
                        }
                        #expect(a + b == 200)
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    /// Two nodes on one database see each other's changes at once.
    @Test(arguments: Engines.all)
    func twoNodes(engine: Engines) async throws {
        try await withLocation(engine) { location async throws in
            let (one, other) = (try Database(location, connections: 2), try Database(location, connections: 2))
            try await one.migrate([Self.tables])
            for step in 1...20 {
                let (writer, reader) = step % 2 == 0 ? (one, other) : (other, one)
                try await writer.write { c in
                    let cents: Int = try c.value("SELECT cents FROM account WHERE name = 'a'") ?? 0
                    try c.execute("UPDATE account SET cents = \(cents + 1) WHERE name = 'a'")
                }
                let seen: Int? = try await reader.read { try $0.value("SELECT cents FROM account WHERE name = 'a'") }
                #expect(seen == 100 + step)
            }
            try await one.close()
            try await other.close()
        }
    }

    /// `:memory:` behaves as a file does: readers go on while a writer is at work.
    @Test func memoryHasReadersBesideTheWriter() async throws {
        let db = try Database(":memory:", connections: 2)
        try await db.migrate([Self.tables])
        let seen = try await db.write { c in
            try c.execute("UPDATE account SET cents = 0")
            // A reader on another thread is served meanwhile and sees what was stored before.
            let answer = Answer()
            Task { answer.give(try? await total(db)) }
            return answer.wait()
        }
        #expect(seen == 200)
        #expect(try await total(db) == 0)
        try await db.close()
        await #expect(throws: StorageError.self) { try await db.ping() }
    }

    private func total(_ db: Database) async throws -> Int {
        let found: Int? = try await db.read { try $0.value("SELECT SUM(cents) FROM account") }
        return found ?? -1
    }
}

/// Carries a number from a task to a thread that waits for it.
private final class Answer: Sendable {
    private let number = Mutex<Int?>(nil)
    private let bell = DispatchSemaphore(value: 0)

    func give(_ found: Int?) {
        number.withLock { $0 = found }
        bell.signal()
    }

    func wait() -> Int? {
        guard bell.wait(timeout: .now() + 20) == .success else { return nil }
        return number.withLock { $0 }
    }
}
