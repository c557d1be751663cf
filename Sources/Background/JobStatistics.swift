import Storage

/// How many jobs of one kind stand where; for the administrators' page and the metrics.
package struct JobStatistics: Sendable, Equatable, RowDecodable {
    package let kind: String
    package let waiting: Int
    package let running: Int
    package let finished: Int
    package let dead: Int
    /// Since when the longest-due waiting job is due; nil when none is.
    package let dueSince: Instant?

    package init(row: Row) throws {
        kind = try row("kind")
        waiting = try row("waiting")
        running = try row("running")
        finished = try row("finished")
        dead = try row("dead")
        dueSince = try row("due_since")
    }

    static let migration = Migration(
        "background-003",
        sql: """
            -- Finished jobs are counted from the index alone.
            CREATE INDEX job_finished ON job (kind) WHERE finished_at IS NOT NULL;
            """)
}
