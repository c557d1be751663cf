import Web

/// The pages of signing in.
enum SignInPages {
    static func signIn(_ visit: Visit, _ answers: Answers, next: String?) -> Page {
        let t = visit.t
        let view = FormView(
            SignInForm.password, answers, t, token: visit.formToken, action: visit.path("/sign-in"),
            submit: t("Sign in"))
        return Page(
            title: t("Sign in"), problems: !answers.isFine, isPrivate: true,
            body: HTML {
                view.summary
                view.open {
                    if let next { input(.type("hidden"), .name("next"), .value(next)) }
                    view.field("email")
                    view.field("password")
                    view.buttons
                }
                p { a(.href(visit.path("/password-reset"))) { t("I do not know my password") } }
                p(.class("hint")) {
                    t(
                        "Accounts are made by invitation. If your organisation takes part, ask its certifier to invite you."
                    )
                }
            })
    }

    static func code(_ visit: Visit, _ answers: Answers, ticket: String) -> Page {
        let t = visit.t
        let view = FormView(
            SignInForm.code, answers, t, token: visit.formToken, action: visit.path("/second-factor"),
            submit: t("Go on"), cancel: (t("Start again"), visit.path("/sign-in")))
        return Page(
            title: t("Your code"), caption: t("Sign in, step 2 of 2"), problems: !answers.isFine, isPrivate: true,
            body: HTML {
                view.summary
                view.open {
                    input(.type("hidden"), .name("ticket"), .value(ticket))
                    view.field("code")
                    view.buttons
                }
                Components.disclosure(t("I cannot reach my authenticator app")) {
                    p { t("Write one of the recovery codes that you kept when you set the app up. Each works once.") }
                    p { t("Without a recovery code, ask the hub's team. They check who you are before they help.") }
                }
            })
    }

    static func resetRequest(_ visit: Visit, _ answers: Answers) -> Page {
        let t = visit.t
        let view = FormView(
            SignInForm.resetRequest, answers, t, token: visit.formToken, action: visit.path("/password-reset"),
            submit: t("Send the link"), cancel: (t("Back to signing in"), visit.path("/sign-in")))
        return Page(
            title: t("Set a new password"), problems: !answers.isFine, isPrivate: true,
            body: HTML {
                Components.lead(t("A link comes to your e-mail address. With it you set a new password."))
                view.html
            })
    }

    static func resetSent(_ visit: Visit) -> Page {
        let t = visit.t
        return Page(
            title: t("Look at your mail"), isPrivate: true,
            body: HTML {
                Components.lead(
                    t(
                        "If there is an account with this address, a mail with a link is on its way. The link works once, for one hour."
                    ))
                p { t("Nothing there after ten minutes? Look among unwanted mail, and check the address you wrote.") }
                Components.linkList([
                    (t("Write the address again"), visit.path("/password-reset")),
                    (t("Back to signing in"), visit.path("/sign-in")),
                ])
            })
    }

    static func newPassword(_ visit: Visit, _ answers: Answers, token: String) -> Page {
        let t = visit.t
        let view = FormView(
            SignInForm.newPassword, answers, t, token: visit.formToken, action: visit.path("/password-reset/\(token)"),
            submit: t("Save the new password"))
        return Page(
            title: t("New password"), problems: !answers.isFine, isPrivate: true,
            body: HTML {
                view.html
                p(.class("hint")) { t("All your open sessions end. Your authenticator app stays as it is.") }
            })
    }

    /// For links that were used, are too old, or never were.
    static func deadLink(_ visit: Visit, next: (title: String, path: String)?) -> Page {
        let t = visit.t
        return Page(
            title: t("This link does not work any more"), isPrivate: true,
            body: HTML {
                Components.lead(t("It was used already, or it is too old, or a newer one was sent."))
                if let next { p { a(.href(next.path)) { next.title } } }
            })
    }
}
