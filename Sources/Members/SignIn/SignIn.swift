import Background
import Storage
import Web

/// What the room of signing in brings to the wing.
enum SignIn {
    static let migrations: [Migration] = [
        Session.migration, OneTimeLink.migration, SecondFactor.migration, Attempt.migration,
    ]

    static let activities: [ActivityDeclaration] = [
        ActivityDeclaration("sign-in.succeeded", "{actor} signed in."),
        ActivityDeclaration("sign-in.failed", "Somebody failed to sign in as {subject}."),
        ActivityDeclaration("password-reset.requested", "A link for a new password of {subject} was asked for."),
        ActivityDeclaration("password.reset", "{actor} set a new password with a mailed link."),
        ActivityDeclaration("account.created-by-invitation", "{actor} made an account with an invitation."),
    ]

    static func add(to routes: inout Routes, kit: Kit, hashing: PasswordHashing, limits: SessionLimits) {
        SignInRoutes(kit: kit, hashing: hashing, limits: limits).add(to: &routes)
        PasswordResetRoutes(kit: kit, hashing: hashing).add(to: &routes)
        InvitationAcceptanceRoutes(kit: kit, hashing: hashing, limits: limits).add(to: &routes)
    }
}
