import Storage

extension JobStatistics {
    /// Every kind of which there is a job.
    package static func all(in connection: any Connection, now: Instant) throws -> [JobStatistics] {
        let finished: Statement = """
            SELECT kind, 0 AS waiting, 0 AS running, COUNT(*) AS finished, 0 AS dead, NULL AS due_since
            FROM job WHERE finished_at IS NOT NULL GROUP BY kind
            """
        return try counted(in: connection, unfinished(now) + " UNION ALL " + finished)
    }

    /// The kinds with jobs that wait, run or have failed for good. Their number does not grow with what has been done,
    /// so the metrics may ask for it every few seconds.
    package static func unfinished(in connection: any Connection, now: Instant) throws -> [JobStatistics] {
        try counted(in: connection, unfinished(now))
    }

    /// One part for each partial index of the table.
    private static func unfinished(_ now: Instant) -> Statement {
        """
        SELECT kind, COUNT(CASE WHEN leased_by IS NULL THEN 1 END) AS waiting, COUNT(leased_by) AS running,
            0 AS finished, 0 AS dead,
            MIN(CASE WHEN leased_by IS NULL AND run_at <= \(now) THEN run_at END) AS due_since
        FROM job WHERE finished_at IS NULL AND dead_at IS NULL GROUP BY kind
        UNION ALL
        SELECT kind, 0 AS waiting, 0 AS running, 0 AS finished, COUNT(*) AS dead, NULL AS due_since
        FROM job WHERE dead_at IS NOT NULL GROUP BY kind
        """
    }

    private static func counted(in connection: any Connection, _ parts: Statement) throws -> [JobStatistics] {
        try connection.all(
            """
            SELECT kind, SUM(waiting) AS waiting, SUM(running) AS running, SUM(finished) AS finished,
                SUM(dead) AS dead, MIN(due_since) AS due_since
            FROM (\(parts)) AS part GROUP BY kind ORDER BY kind
            """)
    }
}
