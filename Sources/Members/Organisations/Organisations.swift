import Web

/// What the room of organisations brings to the wing.
enum Organisations {
    /// Code of the topic about one's places in organisations.
    static let memberships = "memberships"

    static let permissions = [
        PermissionDeclaration(
            OrganisationRules.administer, "Add organisations, change all of them and manage their people",
            roles: [.programmeOfficer])
    ]

    static let topics = [
        TopicDeclaration(
            memberships, "Your organisations",
            hint: "Answers to invitations, and changes of what you may do in an organisation.")
    ]

    static let activities = [
        ActivityDeclaration("organisation.created", "{actor} added the organisation {subject}."),
        ActivityDeclaration("organisation.changed", "{actor} changed what is said about the organisation {subject}."),
        ActivityDeclaration("invitation.sent", "{actor} invited somebody to {subject}."),
        ActivityDeclaration("invitation.renewed", "{actor} sent an invitation to {subject} again."),
        ActivityDeclaration("invitation.revoked", "{actor} took back an invitation to {subject}."),
        ActivityDeclaration("invitation.accepted", "{actor} accepted an invitation to {subject}."),
        ActivityDeclaration("membership.changed", "{actor} changed what {person} may do in {subject}."),
        ActivityDeclaration("membership.ended", "{actor} ended the membership of {person} in {subject}."),
    ]

    static let subjects = [
        SubjectDeclaration("organisation", "Organisation", path: { "/organisations/\($0)" }) {
            try Organisation.names($0, $1)
        }
    ]

    static func add(to routes: inout Routes, kit: Kit) {
        OrganisationRoutes(kit: kit).add(to: &routes)
        MembershipRoutes(kit: kit).add(to: &routes)
    }
}
