import Background

/// Invitations that nobody answers do not stay for ever.
enum InvitationJobs {
    static let cleaning = JobDeclaration(
        kind: "invitation.cleaning", title: "Taking back invitations not answered for two months",
        schedule: .dailyAt(hour: 3, minute: 50)
    ) { run in
        let now = run.now()
        _ = try await run.database.write {
            try Invitation.revokeUnanswered($0, sentBefore: now.adding(seconds: -60 * 86_400), at: now)
        }
    }
}
