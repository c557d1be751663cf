import Foundation
import Storage
import Support
import Synchronization
import Testing

/// What only a server can do to us: break, be away, be full, disagree.
@Suite struct PostgreSQLTests {
    private static let table = Migration(
        "t-001",
        sql: "CREATE TABLE item (id TEXT PRIMARY KEY, n BIGINT NOT NULL); INSERT INTO item (id, n) VALUES ('a', 0)")

    private static let ownProcess: Statement = "SELECT pg_backend_pid()"

    /// Breaks the connection of `pid` from another one.
    private func terminate(_ pid: Int) async throws {
        let other = try Database(try await PostgresForTests.address(), connections: 1)
        let wasThere: Bool? = try await other.read { try $0.value("SELECT pg_terminate_backend(\(pid), 5000)") }
        #expect(wasThere == true)
        try await other.close()
    }

    @Test func aReadSurvivesALostConnection() async throws {
        try await withDatabase(.postgresql, migrations: [Self.table], connections: 1) { db async throws in
            let pid: Int = try await db.read { try $0.value(Self.ownProcess) } ?? 0
            try await terminate(pid)
            let (count, next): (Int?, Int?) = try await db.read { c in
                (try c.value("SELECT COUNT(*) FROM item"), try c.value(Self.ownProcess))
            }
            #expect(count == 1)
            #expect(next != pid)
        }
    }

    /// A write that breaks before its COMMIT is done again, and once.
    @Test func aWriteSurvivesALostConnection() async throws {
        try await withDatabase(.postgresql, migrations: [Self.table], connections: 2) { db async throws in
            let tries = Counter()
            try await db.write { c in
                try c.execute("UPDATE item SET n = n + 1")
                let isFirst = tries.increment() == 1
                if isFirst { _ = try c.exists("SELECT pg_terminate_backend(pg_backend_pid())") }
            }
            #expect(tries.value == 2)
            let n: Int? = try await db.read { try $0.value("SELECT n FROM item") }
            #expect(n == 1)
        }
    }

    /// Nobody knows whether a COMMIT without an answer was carried out: it is reported, and not done again.
    @Test func aLostCommitIsNotRepeated() async throws {
        let breaking = Migration(
            "t-002",
            sql: """
                CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';
                CREATE CONSTRAINT TRIGGER item_break AFTER UPDATE ON item DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION break_off();
                """)
        try await withDatabase(.postgresql, migrations: [Self.table, breaking], connections: 2) { db async throws in
            let tries = Counter()
            let error = await #expect(throws: StorageError.self) {
                try await db.write { c in
                    _ = tries.increment()
                    try c.execute("UPDATE item SET n = n + 1")
                }
            }
            guard case .unavailable = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(tries.value == 1)
            try await db.write { try $0.execute("INSERT INTO item (id, n) VALUES ('b', 5)") }
            let sum: Int? = try await db.read { try $0.value("SELECT SUM(n) FROM item") }
            #expect(sum == 5)
        }
    }

    /// Two transactions that would disagree if both were stored: one is done again.
    @Test func conflictsAreTriedAgain() async throws {
        try await withLocation(.postgresql) { location async throws in
            let db = try Database(location, connections: 2)
            try await db.migrate([Self.table])
            let tries = Counter()
            try await db.write { c in
                let n: Int = try c.value("SELECT n FROM item") ?? 0
                if tries.increment() == 1 {
                    // Another program, which knows nothing of our turns, changes the same row meanwhile.
                    try PostgresForTests.run("UPDATE item SET n = n + 10", at: location)
                }
                try c.execute("UPDATE item SET n = \(n + 1)")
            }
            #expect(tries.value == 2)
            let n: Int? = try await db.read { try $0.value("SELECT n FROM item") }
            #expect(n == 11)
            try await db.close()
        }
    }

    @Test func aSchemaChangedUnderPreparedStatements() async throws {
        try await withDatabase(.postgresql, migrations: [Self.table], connections: 3) { db async throws in
            for _ in 0..<6 { _ = try await db.read { try $0.all("SELECT * FROM item") { $0.pairs.count } } }
            try await db.write { try $0.script("ALTER TABLE item ADD COLUMN more TEXT") }
            for _ in 0..<6 {
                let widths = try await db.read { try $0.all("SELECT * FROM item") { $0.pairs.count } }
                #expect(widths == [3])
            }
        }
    }

    @Test func theWaitingLineIsBounded() async throws {
        try await withLocation(.postgresql) { location async throws in
            let db = try Database(location + "&waiting_line=3&waiting_time=400", connections: 1)
            try await db.ping()
            let answers = await withTaskGroup(of: String.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        do {
                            _ = try await db.read { try $0.exists("SELECT pg_sleep(0.15)") }
                            return "served"
                        } catch StorageError.unavailable(let text) { return text } catch { return "\(error)" }
                    }
                }
                return await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
            }
            #expect(answers["served", default: 0] >= 1)
            #expect(answers["too many requests are waiting", default: 0] >= 8)
            let late = answers["no connection became free in time", default: 0]
            #expect(answers["served", default: 0] + answers["too many requests are waiting", default: 0] + late == 12)
            try await db.ping()
            try await db.close()
        }
    }

    @Test func slowStatementsAreStopped() async throws {
        try await withLocation(.postgresql) { location async throws in
            let db = try Database(location + "&statement_timeout=100", connections: 1)
            let error = await #expect(throws: StorageError.self) {
                try await db.read { try $0.exists("SELECT pg_sleep(20)") }
            }
            guard case .unavailable = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            try await db.ping()
            try await db.close()
        }
    }

    @Test func aServerThatIsAway() async throws {
        let started = ContinuousClock.now
        let db = try Database("postgres://m100@127.0.0.1:1/m100?waiting_time=300", connections: 2)
        #expect(ContinuousClock.now - started < .milliseconds(200))
        for call in [{ try await db.ping() }, { try await db.write { try $0.script("SELECT 1") } }] {
            let error = await #expect(throws: StorageError.self) { try await call() }
            guard case .unavailable = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
        try await db.close()
    }

    /// The server is stopped as in a crash while many read and write; nothing is lost, doubled or half done.
    @Test func aServerThatCrashesUnderLoad() async throws {
        try await withFolder { folder async throws in
            let cluster = folder.appendingPathComponent("cluster").path
            // The folder belongs to the server's user, which must be able to reach it.
            let own = "\(ProcessInfo.processInfo.processIdentifier)"
            let location = try PostgresForTests.script(["start", cluster, "--durable", "--until-exit-of", own])
            let db = try Database(location, connections: 4)
            try await db.migrate([
                Migration(
                    "t-001", sql: "CREATE TABLE pair (id TEXT NOT NULL, side BIGINT NOT NULL, PRIMARY KEY (id, side))")
            ])
            let acknowledged = try await withThrowingTaskGroup(of: [String].self) { group in
                for writer in 0..<4 { group.addTask { await write(writer, to: db) } }
                try PostgresForTests.script(["restart", cluster, "--immediate"])
                return try await group.reduce(into: [String]()) { $0 += $1 }
            }
            let stored: [String: Int] = try await db.read { c in
                let pairs = try c.all("SELECT id, COUNT(*) AS sides FROM pair GROUP BY id") { row -> (String, Int) in
                    (try row("id"), try row("sides"))
                }
                return Dictionary(uniqueKeysWithValues: pairs)
            }
            #expect(stored.values.allSatisfy { $0 == 2 })
            #expect(acknowledged.allSatisfy { stored[$0] == 2 })
            #expect(!acknowledged.isEmpty)
            try await db.close()
            try PostgresForTests.script(["stop", cluster])
        }
    }

    private func write(_ writer: Int, to db: Database) async -> [String] {
        var acknowledged: [String] = []
        for number in 0..<150 {
            let id = "\(writer)-\(number)"
            do {
                try await db.write { c in
                    try c.execute("INSERT INTO pair (id, side) VALUES (\(id), 1)")
                    try c.execute("INSERT INTO pair (id, side) VALUES (\(id), 2)")
                }
                acknowledged.append(id)
            } catch StorageError.unavailable {
                // Refused cleanly; the row may be there or not, but never half.
            } catch { Issue.record("\(error)") }
        }
        return acknowledged
    }
}

/// A counter that closures of several attempts share.
private final class Counter: Sendable {
    private let count = Mutex(0)

    func increment() -> Int {
        count.withLock {
            $0 += 1
            return $0
        }
    }

    var value: Int { count.withLock { $0 } }
}
