import Storage

/// The door of this module, for the `Feature` lists of the hub.
///
/// - Jobs: `JobDeclaration` says what, `JobQueue` takes in, `JobWorker` runs; tables `job`, `job_schedule`.
/// - Mail/: `Outbox` takes in, `MailTemplateDeclaration` holds the texts, `Mailer` sends; table `mail_template`.
package enum BackgroundWork {
    package static let migrations = [Job.migration, MailTemplate.migration, JobStatistics.migration]

    /// The module's own jobs.
    package static func jobs(mailer: Mailer) -> [JobDeclaration] { [MailJobs.send(through: mailer), cleaning] }

    /// Finished jobs stay a week for whoever asks what happened.
    private static let cleaning = JobDeclaration(
        kind: "job.cleaning", title: "Removing finished jobs", schedule: .dailyAt(hour: 3, minute: 20)
    ) { run in
        let weekAgo = run.now().adding(seconds: -7 * 86_400)
        _ = try await run.database.write { try Job.removeFinished(before: weekAgo, in: $0) }
    }
}
