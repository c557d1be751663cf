import Web

/// What the room of jobs brings to the wing; the jobs themselves live in Background.
enum Jobs {
    static let administer: Permission = "jobs:administer"

    static let permissions = [
        PermissionDeclaration(administer, "See the hub's background work, retry and discard it", roles: [])
    ]

    static let activities = [
        ActivityDeclaration("job.retried", "{actor} asked for another attempt at the job {kind}."),
        ActivityDeclaration("job.discarded", "{actor} discarded the job {kind}."),
    ]

    static let subjects = [SubjectDeclaration("job", "Job") { _, _ in [:] }]
}
