import Web

/// What the room of permissions brings to the wing.
enum Permissions {
    static let view: Permission = "permissions:view"

    static let permissions = [
        PermissionDeclaration(
            view, "See which role may do what", roles: [.programmeOfficer, .contentEditor, .authorityOfficer])
    ]
}
