import Background
import Storage
import Web

/// What the room of people and accounts brings to the wing.
enum People {
    static let permissions: [PermissionDeclaration] = [
        PermissionDeclaration("people:administer", "See people, give roles, close and open accounts", roles: [])
    ]

    static let administration: [MenuEntry] = [
        MenuEntry("People", path: "/people", order: 80, permission: "people:administer")
    ]

    static let activities: [ActivityDeclaration] = [
        ActivityDeclaration("person.created", "{actor} made an account for {subject}."),
        ActivityDeclaration("account.renamed", "{actor} changed their name."),
        ActivityDeclaration("account.language-chosen", "{actor} chose the language of their mails."),
        ActivityDeclaration("account.deleted", "{actor} deleted their account."),
        ActivityDeclaration("account.disabled", "{actor} closed the account of {subject}."),
        ActivityDeclaration("account.enabled", "{actor} opened the account of {subject} again."),
        ActivityDeclaration("password.changed", "{actor} changed their password."),
        ActivityDeclaration("email-change.requested", "{actor} asked to change their e-mail address."),
        ActivityDeclaration("email.changed", "{actor} changed their e-mail address."),
        ActivityDeclaration("second-factor.enrolled", "{actor} set up an authenticator app."),
        ActivityDeclaration("second-factor.removed", "{actor} removed their authenticator app."),
        ActivityDeclaration("second-factor.reset", "{actor} removed the authenticator app of {subject}."),
        ActivityDeclaration("recovery-codes.made", "{actor} made new recovery codes."),
        ActivityDeclaration("sessions.ended", "{actor} ended sessions of their own."),
        ActivityDeclaration("sessions.ended-by-staff", "{actor} ended the sessions of {subject}."),
        ActivityDeclaration("role.granted", "{actor} gave {subject} the role {role}."),
        ActivityDeclaration("role.revoked", "{actor} took the role {role} from {subject}."),
    ]

    static func add(
        to routes: inout Routes, kit: Kit, hashing: PasswordHashing, limits: SessionLimits,
        personalData: [PersonalDataDeclaration]
    ) {
        AccountRoutes(kit: kit, limits: limits).add(to: &routes)
        CredentialsRoutes(kit: kit, hashing: hashing).add(to: &routes)
        SecondFactorRoutes(kit: kit, hashing: hashing).add(to: &routes)
        SessionRoutes(kit: kit, limits: limits).add(to: &routes)
        DeletionRoutes(kit: kit, hashing: hashing, limits: limits, personalData: personalData).add(to: &routes)
        PeopleRoutes(kit: kit, limits: limits).add(to: &routes)
    }
}
