import Web

/// What the room of the audit brings to the wing.
enum Audit {
    static let view: Permission = "audit:view"

    static let permissions = [
        PermissionDeclaration(view, "Read the audit", roles: [.programmeOfficer])
    ]

    static let activities = [
        ActivityDeclaration("demonstration.loaded", "{actor} loaded the invented people and organisations.")
    ]

    static let subjects = [
        SubjectDeclaration("person", "Person") { try Person.names($0, $1) },
        SubjectDeclaration("hub", "Hub") { _, ids in
            Dictionary(ids.map { ($0, "M100 Hub") }) { first, _ in first }
        },
    ]
}
