import Storage

/// A kind of job: what administrators call it, when it runs by itself, and what it does.
///
/// A job may run more than once (a worker can die after the work and before the note of it), so `run` must bear that.
package struct JobDeclaration: Sendable {
    /// `room.event`, such as `mail.send`; the same word as the room.
    package let kind: String
    /// Key of its name on the administrators' page.
    package let title: String
    package let schedule: JobSchedule
    /// After so many failed attempts it is dead and waits for an administrator.
    package let maxAttempts: Int
    package let run: @Sendable (JobRun) async throws -> Void

    package init(
        kind: String, title: String, schedule: JobSchedule = .none, maxAttempts: Int = 8,
        run: @escaping @Sendable (JobRun) async throws -> Void
    ) {
        self.kind = kind
        self.title = title
        self.schedule = schedule
        self.maxAttempts = max(maxAttempts, 1)
        self.run = run
    }
}

/// Thrown by a job that no further attempt can help: it is dead at once.
package struct PermanentFailure: Error, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
