import Foundation
import Storage

/// Takes in jobs on this node and wakes its worker; the queue itself is the table `job`, shared by all nodes.
package final class JobQueue: Sendable {
    package let now: @Sendable () -> Instant
    package let ids: IDSource
    let bell = Bell()

    package init(now: @escaping @Sendable () -> Instant = { .now }, ids: IDSource? = nil) {
        self.now = now
        self.ids = ids ?? IDSource(now: now)
    }

    /// Adds a job within the caller's transaction: it exists exactly when the change that caused it does.
    ///
    /// - Returns: the job's identity, or nil when a job with the same unique key is already there.
    @discardableResult
    package func enqueue(
        in connection: any Connection, kind: String, payload: some Encodable = [String: String](),
        runAt: Instant? = nil, uniqueKey: String? = nil, keyLasts: JobKeyLife = .untilRemoved
    ) throws -> ID<Job>? {
        let id = ids.next(Job.self)
        let createdAt = now()
        let isNew = try Job.insert(
            in: connection, id: id, kind: kind, payload: Self.text(of: payload), createdAt: createdAt,
            runAt: runAt ?? createdAt, uniqueKey: uniqueKey, keyLasts: keyLasts)
        // Early, before the commit: the worker's own write then waits for its turn behind this one.
        if isNew { bell.ring() }
        return isNew ? id : nil
    }

    /// Makes a dead job due again, or a waiting one due at once; false for any other.
    package func retry(_ id: ID<Job>, in connection: any Connection) throws -> Bool {
        let isDue = try Job.retry(id, in: connection, now: now())
        if isDue { bell.ring() }
        return isDue
    }

    /// Removes a dead or waiting job and returns what it was; nil for any other.
    package func discard(_ id: ID<Job>, in connection: any Connection) throws -> Job? {
        try Job.discard(id, in: connection)
    }

    static func text(of payload: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(payload), as: UTF8.self)
    }
}
