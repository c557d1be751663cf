import Storage

/// A piece of work that the hub does outside a request: a row of `job`, written in the transaction of its cause.
package struct Job: Sendable, RowDecodable {
    package let id: ID<Job>
    /// Code of the declaration that runs it, such as `mail.send`.
    package let kind: String
    /// JSON; emptied when the job is finished, so that nothing personal stays behind.
    package let payload: String
    package let createdAt: Instant
    /// Not before this moment; moves on with each failure.
    package let runAt: Instant
    /// How many times it was started.
    package let attempts: Int
    package let leasedBy: String?
    package let leaseUntil: Instant?
    package let finishedAt: Instant?
    /// When it was given up; an administrator retries or discards it.
    package let deadAt: Instant?
    package let lastError: String?
    package let uniqueKey: String?
    package let progressDone: Int?
    package let progressTotal: Int?

    package init(row: Row) throws {
        id = try row("id")
        kind = try row("kind")
        payload = try row("payload")
        createdAt = try row("created_at")
        runAt = try row("run_at")
        attempts = try row("attempts")
        leasedBy = try row("leased_by")
        leaseUntil = try row("lease_until")
        finishedAt = try row("finished_at")
        deadAt = try row("dead_at")
        lastError = try row("last_error")
        uniqueKey = try row("unique_key")
        progressDone = try row("progress_done")
        progressTotal = try row("progress_total")
    }

    /// Where the job stands; computed, never stored.
    package var state: JobState {
        if finishedAt != nil { return .finished }
        if deadAt != nil { return .dead }
        return leasedBy == nil ? .waiting : .running
    }
}

/// Where a job stands.
package enum JobState: String, CaseIterable, Sendable { case waiting, running, finished, dead }

/// How long a job's unique key keeps others with the same key out.
package enum JobKeyLife: Sendable {
    /// Until a worker starts the job: for "make this anew", where a change during the run needs another run.
    case untilStarted
    /// As long as the row exists (a week after the end): for "do this once".
    case untilRemoved
}

extension Job {
    /// The tables of jobs and of their schedules.
    package static let migration = Migration(
        "background-001",
        sql: """
            CREATE TABLE job (
                id TEXT PRIMARY KEY,
                kind TEXT NOT NULL,
                payload TEXT NOT NULL,
                created_at TEXT NOT NULL,
                run_at TEXT NOT NULL,
                attempts BIGINT NOT NULL DEFAULT 0 CHECK (attempts >= 0),
                leased_by TEXT,
                lease_until TEXT,
                finished_at TEXT,
                dead_at TEXT,
                last_error TEXT,
                unique_key TEXT UNIQUE,
                key_ends_at_start BOOLEAN NOT NULL DEFAULT FALSE,
                progress_done BIGINT,
                progress_total BIGINT,
                CHECK ((leased_by IS NULL) = (lease_until IS NULL)),
                CHECK (finished_at IS NULL OR dead_at IS NULL)
            );
            CREATE INDEX job_open ON job (run_at, id) WHERE finished_at IS NULL AND dead_at IS NULL;
            CREATE INDEX job_dead ON job (id) WHERE dead_at IS NOT NULL;
            CREATE TABLE job_schedule (
                kind TEXT PRIMARY KEY,
                next_run_at TEXT NOT NULL
            );
            """)
}
