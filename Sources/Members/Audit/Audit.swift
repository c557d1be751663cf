import Web

/// What the room of the audit brings to the wing.
enum Audit {
    static let view: Permission = "audit:view"

    static let permissions = [
        PermissionDeclaration(view, "Read the audit", roles: [.programmeOfficer])
    ]

    static let subjects = [
        SubjectDeclaration("hub", "Hub") { _, _ in [:] }
    ]
}
