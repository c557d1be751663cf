import Storage

extension JobSchedule {
    /// Whether a schedule of these declarations was never seen or has come due.
    static func isAnyDue(
        in connection: any Connection, declarations: [JobDeclaration], now: Instant
    ) throws -> Bool {
        let later: [String] = try connection.all("SELECT kind FROM job_schedule WHERE next_run_at > \(now)") {
            try $0("kind")
        }
        return declarations.contains { $0.schedule != .none && !later.contains($0.kind) }
    }

    /// Adds a job for each schedule that has come due and moves the schedule on, so that a slot gets one job in the
    /// whole hub. Slots that passed while no worker ran become one job.
    static func enqueueDue(
        in connection: any Connection, declarations: [JobDeclaration], queue: JobQueue
    ) throws {
        let now = queue.now()
        for declaration in declarations {
            guard let next = declaration.schedule.next(after: now) else { continue }
            let kind = declaration.kind
            let slot: Instant? = try connection.value("SELECT next_run_at FROM job_schedule WHERE kind = \(kind)")
            guard let slot else {
                try connection.execute("INSERT INTO job_schedule (kind, next_run_at) VALUES (\(kind), \(next))")
                continue
            }
            // A slot far ahead is left from a longer schedule that an earlier version declared.
            guard slot <= now || slot > next else { continue }
            try connection.execute("UPDATE job_schedule SET next_run_at = \(next) WHERE kind = \(kind)")
            guard slot <= now, try !Job.isOpen(in: connection, kind: kind, now: now) else { continue }
            _ = try queue.enqueue(in: connection, kind: kind, uniqueKey: "\(kind)@\(slot)")
        }
    }
}
