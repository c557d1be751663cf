import Background
import Foundation
import Logging
import Storage
import Support
import Synchronization

/// A clock that only moves when a test moves it.
final class TestClock: Sendable {
    private let time = Mutex(TestClock.start)

    /// 2026-11-22T10:00:00Z, a Sunday; noon in Romania.
    static let start = Instant(milliseconds: 1_795_341_600_000)

    var now: Instant { time.withLock { $0 } }

    func advance(seconds: Double) { time.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// What jobs did, in the order in which they did it.
final class Diary: Sendable {
    private let lines = Mutex<[String]>([])

    var entries: [String] { lines.withLock { $0 } }

    func note(_ line: String) { lines.withLock { $0.append(line) } }
}

struct Refusal: Error, CustomStringConvertible {
    let description = "the test refuses"
}

/// One database with a queue, an outbox and as many workers as a test makes.
struct TestHub {
    let database: Database
    let clock = TestClock()
    let queue: JobQueue
    let outbox: Outbox

    init(_ database: Database, templates: [MailTemplateDeclaration] = []) throws {
        self.database = database
        queue = JobQueue(now: { [clock] in clock.now })
        outbox = Outbox(
            queue: queue, templates: templates, from: try Self.address("hub@m100.example", name: "M100 Hub"),
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    static func address(_ text: String, name: String? = nil) throws -> MailAddress {
        guard let address = MailAddress(text, name: name) else { throw Refusal() }
        return address
    }

    func worker(_ declarations: [JobDeclaration], as name: String = "one", leaseSeconds: Double = 120) -> JobWorker {
        var settings = JobWorker.Settings(name: name)
        settings.leaseSeconds = leaseSeconds
        settings.concurrency = 4
        // Long enough that a worker which is not woken makes its test run into the time limit.
        settings.pollSeconds = 3600
        return JobWorker(
            database: database, queue: queue, outbox: outbox, declarations: declarations, settings: settings,
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }), chance: { 0.5 })
    }

    @discardableResult
    func enqueue(_ kind: String, key: String? = nil, keyLasts: JobKeyLife = .untilRemoved) async throws -> ID<Job>? {
        try await database.write { [queue] in
            try queue.enqueue(in: $0, kind: kind, uniqueKey: key, keyLasts: keyLasts)
        }
    }

    func retry(_ id: ID<Job>) async throws -> Bool {
        try await database.write { [queue] in try queue.retry(id, in: $0) }
    }

    func job(_ id: ID<Job>?) async throws -> Job? {
        guard let id else { return nil }
        return try await database.read { try Job.find(id, in: $0) }
    }

    func jobs(_ state: JobState? = nil) async throws -> [Job] {
        try await database.read { try Job.list(in: $0, state: state, limit: 1000) }
    }
}

func withHub(
    _ engine: Engines, templates: [MailTemplateDeclaration] = [], connections: Int = 4,
    _ body: (TestHub) async throws -> Void
) async throws {
    try await withDatabase(engine, migrations: BackgroundWork.migrations, connections: connections) { database in
        try await body(try TestHub(database, templates: templates))
    }
}
