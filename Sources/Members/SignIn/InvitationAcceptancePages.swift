import Web

/// The pages that an invitation's link opens.
enum InvitationAcceptancePages {
    static func newAccount(_ visit: Visit, _ answers: Answers, _ invitation: Invitation) -> Page {
        let t = visit.t
        let view = FormView(
            SignInForm.acceptance, answers, t, token: visit.formToken, action: action(visit),
            submit: t("Make the account"))
        return Page(
            title: t("Accept the invitation"), problems: !answers.isFine, isPrivate: true,
            body: HTML {
                view.summary
                about(visit, invitation)
                p { t("You will sign in with {email}.", ["email": invitation.email]) }
                view.open {
                    // Password keepers file the new password under this name.
                    input(
                        .type("hidden"), .name("username"), .value(invitation.email),
                        .attribute("autocomplete", "username"))
                    for field in SignInForm.acceptance.fields { view.field(field.name) }
                    view.buttons
                }
            })
    }

    static func ready(_ visit: Visit, _ invitation: Invitation) -> Page {
        let t = visit.t
        return Page(
            title: t("Accept the invitation"), isPrivate: true,
            body: HTML {
                about(visit, invitation)
                Components.action(t("Accept"), path: action(visit), token: visit.formToken, kind: .primary)
            })
    }

    static func signInFirst(_ visit: Visit) -> Page {
        let t = visit.t
        let next = FormBody.encode([("next", action(visit))])
        return Page(
            title: t("Accept the invitation"), isPrivate: true,
            body: HTML {
                Components.lead(t("There is an account with the invited address. Sign in with it, then accept."))
                if visit.visitor.signedIn == nil {
                    p { Components.buttonLink(t("Sign in"), path: visit.path("/sign-in") + "?" + next) }
                } else {
                    p { t("You are signed in with another address: sign out first, then open the link again.") }
                }
            })
    }

    private static func about(_ visit: Visit, _ invitation: Invitation) -> HTML {
        let t = visit.t
        if let name = invitation.organisationName, let level = invitation.level {
            return Components.lead(
                t("You are invited to {organisation} as: {level}.", ["organisation": name, "level": t(level.title)]))
        }
        if let role = invitation.role {
            return Components.lead(t("You are invited to the hub's team as: {role}.", ["role": t(role.title)]))
        }
        return Components.lead(t("You are invited to the hub."))
    }

    private static func action(_ visit: Visit) -> String { visit.path("/invitations/\(visit.parameters["token"])") }
}
