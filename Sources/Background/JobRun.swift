import Foundation
import Logging
import Storage

/// What a running job is given: its payload and the hub's means.
package struct JobRun: Sendable {
    package let job: Job
    package let database: Database
    package let queue: JobQueue
    package let outbox: Outbox
    package let logger: Logger
    /// How long a lease lasts, in seconds.
    let leaseSeconds: Double

    package var now: @Sendable () -> Instant { queue.now }

    /// The payload as it was enqueued; a payload of another shape is a permanent failure.
    package func payload<Payload: Decodable>(_ type: Payload.Type = Payload.self) throws -> Payload {
        do { return try JSONDecoder().decode(type, from: Data(job.payload.utf8)) } catch {
            throw PermanentFailure("the payload is not a \(type): \(error)")
        }
    }

    /// Notes how far the job is, for the progress bar of whoever waits for it.
    package func progress(_ done: Int, of total: Int) async throws {
        try await database.write { [job] in try job.note(progress: done, of: total, in: $0) }
    }

    /// Prolongs the lease at once; throws `CancellationError` when another worker has taken the job over.
    ///
    /// The worker does this by itself three times a lease; a job calls it before a step that must not be done twice.
    package func heartbeat() async throws {
        let until = now().adding(seconds: leaseSeconds)
        guard try await database.write({ [job] in try job.extendLease(in: $0, until: until) }) else {
            throw CancellationError()
        }
    }
}
