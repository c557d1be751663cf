/// Lets work of another program take its time, and no more.
enum TimeLimit {
    /// What the work gives; when the time is over the work is cancelled and this is thrown instead.
    static func within<Result: Sendable>(
        _ limit: Duration, orThrow late: any Error & Sendable,
        _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let result = first else { throw late }
            return result
        }
    }
}
