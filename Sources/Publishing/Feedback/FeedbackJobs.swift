import Background

/// Closed feedback does not stay for ever: people wrote it to get something repaired.
enum FeedbackJobs {
    static let cleaning = JobDeclaration(
        kind: "feedback.cleaning", title: "Removing feedback closed a year ago",
        schedule: .dailyAt(hour: 4, minute: 10)
    ) { run in
        let now = run.now()
        _ = try await run.database.write { try Feedback.removeClosed($0, before: now.adding(seconds: -365 * 86_400)) }
    }
}
