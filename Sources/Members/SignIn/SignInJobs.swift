import Background
import Web

/// Clears away what has ended: sessions, links and counted attempts hold personal data no longer than needed.
enum SignInJobs {
    static func clearing(limits: SessionLimits) -> JobDeclaration {
        JobDeclaration(
            kind: "sign-in.clearing", title: "Clearing ended sessions and links",
            schedule: .dailyAt(hour: 3, minute: 40)
        ) { run in
            let now = run.now()
            try await run.database.write { connection in
                _ = try Session.removeOld(connection, limits: limits, at: now)
                _ = try OneTimeLink.removeOld(connection, at: now)
                _ = try Attempt.removeOld(connection, at: now)
            }
        }
    }
}
