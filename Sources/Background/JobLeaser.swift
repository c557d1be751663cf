import Storage

/// Asks the queue for the next due job of the kinds that this node knows.
struct JobLeaser: Sendable {
    let database: Database
    let queue: JobQueue
    let declarations: [JobDeclaration]
    let worker: String
    let leaseSeconds: Double
    let isStopping: @Sendable () -> Bool

    /// - Parameter isExpected: something was just enqueued on this node, perhaps in a transaction that has not ended:
    ///   then a read might miss it, but a write waits for its turn behind it. Otherwise it looks without writing, so
    ///   that an idle hub does not take the turn to write every second.
    func lease(isExpected: Bool) async throws -> Job? {
        if !isExpected { guard try await isAnythingDue() else { return nil } }
        return try await database.write { connection in
            // Asked here because this write may have waited for its turn while the hub was told to stop.
            guard !isStopping() else { return nil }
            try JobSchedule.enqueueDue(in: connection, declarations: declarations, queue: queue)
            let now = queue.now()
            return try Job.lease(
                in: connection, kinds: kinds, worker: worker, now: now, until: now.adding(seconds: leaseSeconds))
        }
    }

    private var kinds: [String] { declarations.map(\.kind) }

    private func isAnythingDue() async throws -> Bool {
        try await database.read { connection in
            let now = queue.now()
            return try Job.isAnyDue(in: connection, kinds: kinds, now: now)
                || JobSchedule.isAnyDue(in: connection, declarations: declarations, now: now)
        }
    }
}
