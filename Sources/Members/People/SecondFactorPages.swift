import Web

/// The pages about the authenticator app.
enum SecondFactorPages {
    /// A secret on its way through the browser, with the seal that proves it is ours.
    struct Secret: Sendable {
        let text: String
        let seal: String
        let email: String

        /// In groups of four, as people copy it.
        var grouped: String {
            let characters = Array(text)
            return stride(from: 0, to: characters.count, by: 4)
                .map { String(characters[$0..<min($0 + 4, characters.count)]) }.joined(separator: " ")
        }
    }

    /// What the current password confirms.
    enum Confirmation { case recoveryCodes, removal }

    static func enrolment(
        _ visit: Visit, _ answers: Answers, secret: Secret, _ needsPassword: Bool, isRequired: Bool, next: String?
    ) -> Page {
        let t = visit.t
        let form = needsPassword ? AccountForm.enrolmentWithPassword : AccountForm.enrolment
        let view = FormView(
            form, answers, t, token: visit.formToken, action: visit.path("/account/second-factor/enrolment"),
            submit: t("Turn on"))
        return Page(
            title: t("Set up the authenticator app"), breadcrumb: AccountPages.crumbs(visit),
            problems: !answers.isFine, isPrivate: true,
            body: HTML {
                view.summary
                Components.lead(
                    isRequired
                        ? t(
                            "Your role needs sign-in in two steps: your password, and a code from an app on your phone."
                        )
                        : t("With a second step, a stolen password alone opens nothing."))
                steps(visit, secret)
                view.open {
                    input(.type("hidden"), .name("secret"), .value(secret.text))
                    input(.type("hidden"), .name("seal"), .value(secret.seal))
                    if let next { input(.type("hidden"), .name("next"), .value(next)) }
                    if needsPassword { view.field("password") }
                    view.field("code")
                    view.buttons
                }
            })
    }

    private static func steps(_ visit: Visit, _ secret: Secret) -> HTML {
        let t = visit.t
        return ol {
            li {
                t(
                    "Install an authenticator app on your phone, if you have none. Any that makes time-based codes will do."
                )
            }
            li {
                t("Add an account in the app: let it read this code with the camera, or write the key below.")
                if let drawing = QRCode(OneTimeCode.address(secret: secret.text, email: secret.email)) {
                    drawing.html(label: t("QR code with the key for the authenticator app"))
                }
                t("Key:") + " "
                code(.class("figures"), .data("secret", secret.text)) { secret.grouped }
                p(.class("hint")) {
                    t("Account: {email}. Kind: time-based. Six digits every 30 seconds.", ["email": secret.email])
                }
                p {
                    // A scheme of authenticator apps, which ordinary links refuse; the address is made by us alone.
                    a(.attribute("href", OneTimeCode.address(secret: secret.text, email: secret.email))) {
                        t("On this phone already? Open the app with the key.")
                    }
                }
            }
            li { t("Write below the six digits that the app shows.") }
        }
    }

    static func overview(_ visit: Visit, codesLeft: Int, isRequired: Bool) -> Page {
        let t = visit.t
        var links = [
            (t("Make new recovery codes"), visit.path("/account/second-factor/recovery-codes")),
            (t("Replace the app (new phone)"), visit.path("/account/second-factor/enrolment")),
        ]
        if !isRequired { links.append((t("Remove the app"), visit.path("/account/second-factor/removal"))) }
        return Page(
            title: t("Sign-in in two steps"), breadcrumb: AccountPages.crumbs(visit), isPrivate: true,
            body: HTML {
                Components.lead(t("Your authenticator app is on."))
                p { t.count(codesLeft, "{count} recovery code is left.", "{count} recovery codes are left.") }
                Components.linkList(links)
            })
    }

    static func codes(_ visit: Visit, _ codes: [String], next: String) -> Page {
        let t = visit.t
        return Page(
            title: t("Your recovery codes"), breadcrumb: AccountPages.crumbs(visit), isPrivate: true,
            body: HTML {
                Components.notice(.success, t("The second step is on"), t)
                Components.lead(
                    t(
                        "Keep these codes where only you can reach them. Each works once, when the app is out of reach. They are shown only now."
                    ))
                ul(.class("figures")) { for one in codes { li { code { one } } } }
                form(.method("post"), .action(visit.path("/account/second-factor/recovery-codes/file"))) {
                    FormView.token(visit.formToken)
                    for one in codes { input(.type("hidden"), .name("recovery-code"), .value(one)) }
                    Components.submit(t("Download as a text file"), kind: .secondary)
                }
                p { Components.buttonLink(t("I have kept them, go on"), path: next) }
            })
    }

    /// Why somebody cannot remove the app, and what they can do instead.
    static func needed(_ visit: Visit) -> Page {
        let t = visit.t
        return Page(
            title: t("Remove the app"), breadcrumb: AccountPages.crumbs(visit), isPrivate: true,
            body: Components.message(
                text: t("Your role needs the second step. You can replace the app, but not remove it."),
                links: [
                    (t("Replace the app (new phone)"), visit.path("/account/second-factor/enrolment")),
                    (t("Back to your account"), visit.path("/account")),
                ]))
    }

    static func confirm(_ visit: Visit, _ answers: Answers, _ what: Confirmation) -> Page {
        let t = visit.t
        switch what {
        case .recoveryCodes:
            return AccountPages.form(
                visit, title: t("Make new recovery codes"), form: AccountForm.confirmation, answers: answers,
                action: "/account/second-factor/recovery-codes", submit: t("Make new codes"),
                lead: t("The old codes stop working."))
        case .removal:
            return AccountPages.form(
                visit, title: t("Remove the app"), form: AccountForm.confirmation, answers: answers,
                action: "/account/second-factor/removal", submit: t("Remove the app"), kind: .warning,
                lead: t("From then on your password alone opens your account."))
        }
    }
}
