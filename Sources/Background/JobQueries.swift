import Storage

extension Job {
    /// Adds a row; false when a job with the same unique key is already there.
    static func insert(
        in connection: any Connection, id: ID<Job>, kind: String, payload: String, createdAt: Instant, runAt: Instant,
        uniqueKey: String?, keyLasts: JobKeyLife
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO job (id, kind, payload, created_at, run_at, unique_key, key_ends_at_start)
            VALUES (\(id), \(kind), \(payload), \(createdAt), \(runAt), \(uniqueKey), \(keyLasts == .untilStarted))
            ON CONFLICT (unique_key) DO NOTHING
            """) == 1
    }

    /// Gives the longest-due job of these kinds to a worker, nil when none is due; one whose lease ran out is due again.
    static func lease(
        in connection: any Connection, kinds: [String], worker: String, now: Instant, until: Instant
    ) throws -> Job? {
        try connection.first(
            """
            UPDATE job SET leased_by = \(worker), lease_until = \(until), attempts = attempts + 1,
                unique_key = CASE WHEN key_ends_at_start = TRUE THEN NULL ELSE unique_key END
            WHERE id = (
                SELECT id FROM job
                WHERE finished_at IS NULL AND dead_at IS NULL AND run_at <= \(now)
                    AND (lease_until IS NULL OR lease_until <= \(now)) AND kind IN (\(list: kinds))
                ORDER BY run_at, id LIMIT 1
            )
            RETURNING *
            """)
    }

    /// Whether `lease` would find something.
    static func isAnyDue(in connection: any Connection, kinds: [String], now: Instant) throws -> Bool {
        try connection.exists(
            """
            SELECT 1 FROM job
            WHERE finished_at IS NULL AND dead_at IS NULL AND run_at <= \(now)
                AND (lease_until IS NULL OR lease_until <= \(now)) AND kind IN (\(list: kinds))
            LIMIT 1
            """)
    }

    /// Whether a job of this kind is due or running; a schedule does not add another one then.
    static func isOpen(in connection: any Connection, kind: String, now: Instant) throws -> Bool {
        try connection.exists(
            """
            SELECT 1 FROM job
            WHERE kind = \(kind) AND finished_at IS NULL AND dead_at IS NULL AND run_at <= \(now) LIMIT 1
            """)
    }

    /// Prolongs the lease that this job was given with; false when another worker has it by now.
    func extendLease(in connection: any Connection, until: Instant) throws -> Bool {
        try connection.execute("UPDATE job SET lease_until = \(until) WHERE \(held)") == 1
    }

    func note(progress done: Int, of total: Int, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE job SET progress_done = \(done), progress_total = \(total) WHERE \(held)")
    }

    /// Marks the job finished and empties its payload; false when the lease was lost.
    func finish(in connection: any Connection, now: Instant) throws -> Bool {
        try connection.execute(
            """
            UPDATE job SET finished_at = \(now), leased_by = NULL, lease_until = NULL, payload = '{}'
            WHERE \(held)
            """) == 1
    }

    /// Notes a failure; another attempt follows at `runAt`, or never when it is nil.
    func fail(in connection: any Connection, error: String, now: Instant, runAt: Instant?) throws -> Bool {
        try connection.execute(
            """
            UPDATE job SET last_error = \(error), leased_by = NULL, lease_until = NULL,
                run_at = COALESCE(\(runAt), run_at), dead_at = \(runAt == nil ? now : nil)
            WHERE \(held)
            """) == 1
    }

    /// Hands the job back as if this attempt had not been; for a worker that must stop at once.
    func release(in connection: any Connection) throws -> Bool {
        try connection.execute(
            "UPDATE job SET leased_by = NULL, lease_until = NULL, attempts = attempts - 1 WHERE \(held)") == 1
    }

    /// Only the attempt that was given the lease may write; each lease raises `attempts`.
    private var held: Statement { "id = \(id) AND leased_by = \(leasedBy) AND attempts = \(attempts)" }
}

extension Job {
    package static func find(_ id: ID<Job>, in connection: any Connection) throws -> Job? {
        try connection.first("SELECT * FROM job WHERE id = \(id)")
    }

    /// Jobs from the newest on.
    package static func list(
        in connection: any Connection, state: JobState? = nil, kind: String? = nil, place: ListPlace<ID<Job>> = .start,
        limit: Int = 50
    ) throws -> [Job] {
        var query: Statement = "SELECT * FROM job WHERE \(state.map(condition) ?? "1 = 1")"
        if let kind { query += " AND kind = \(kind)" }
        query += place.condition("id", descending: true) + place.order("id", descending: true)
        return try connection.all(query + " LIMIT \(limit)")
    }

    private static func condition(_ state: JobState) -> Statement {
        switch state {
        case .waiting: "finished_at IS NULL AND dead_at IS NULL AND leased_by IS NULL"
        case .running: "finished_at IS NULL AND dead_at IS NULL AND leased_by IS NOT NULL"
        case .finished: "finished_at IS NOT NULL"
        case .dead: "dead_at IS NOT NULL"
        }
    }

    /// Makes a dead job due again, or a waiting one due at once; false for any other.
    static func retry(_ id: ID<Job>, in connection: any Connection, now: Instant) throws -> Bool {
        try connection.execute(
            """
            UPDATE job SET dead_at = NULL, attempts = 0, run_at = \(now)
            WHERE id = \(id) AND finished_at IS NULL AND leased_by IS NULL
            """) == 1
    }

    /// Removes a dead or waiting job; nil for any other.
    static func discard(_ id: ID<Job>, in connection: any Connection) throws -> Job? {
        try connection.first(
            "DELETE FROM job WHERE id = \(id) AND finished_at IS NULL AND leased_by IS NULL RETURNING *")
    }

    /// Removes what was finished before a moment; returns how many.
    static func removeFinished(before moment: Instant, in connection: any Connection) throws -> Int {
        try connection.execute("DELETE FROM job WHERE finished_at < \(moment)")
    }
}
