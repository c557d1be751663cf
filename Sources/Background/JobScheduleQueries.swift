import Storage

extension JobSchedule {
    /// Whether `enqueueDue` would change anything.
    static func isAnyDue(
        in connection: any Connection, declarations: [JobDeclaration], now: Instant
    ) throws -> Bool {
        let slots: [(kind: String, slot: Instant)] = try connection.all(
            "SELECT kind, next_run_at FROM job_schedule"
        ) { (try $0("kind"), try $0("next_run_at")) }
        let known = Dictionary(slots.map { ($0.kind, $0.slot) }, uniquingKeysWith: { first, _ in first })
        return declarations.contains { declaration in
            guard let next = declaration.schedule.next(after: now) else { return false }
            guard let slot = known[declaration.kind] else { return true }
            return isOver(slot, now: now, next: next)
        }
    }

    /// A slot is over when its time has come, and also when a new version of the hub would run sooner.
    private static func isOver(_ slot: Instant, now: Instant, next: Instant) -> Bool { slot <= now || slot > next }

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
            guard isOver(slot, now: now, next: next) else { continue }
            try connection.execute("UPDATE job_schedule SET next_run_at = \(next) WHERE kind = \(kind)")
            guard slot <= now, try !Job.isOpen(in: connection, kind: kind, now: now) else { continue }
            _ = try queue.enqueue(in: connection, kind: kind, uniqueKey: "\(kind)@\(slot)")
        }
    }
}
