import Storage
import Web

/// The pages on which somebody manages their own account.
enum AccountPages {
    static func crumbs(_ visit: Visit) -> [Page.Crumb] { [.init(visit.t("Your account"), visit.path("/account"))] }

    static func overview(_ visit: Visit, _ summary: AccountSummary) -> Page {
        let t = visit.t
        let person = summary.person
        let factor =
            summary.hasSecondFactor
            ? t.count(
                summary.recoveryCodes, "On, with {count} recovery code left", "On, with {count} recovery codes left")
            : t("Off")
        let rows: [Components.SummaryRow] = [
            .init(t("Your name"), person.name, changePath: visit.path("/account/name")),
            .init(t("E-mail address"), person.email, changePath: visit.path("/account/email")),
            .init(t("Password"), t("Set"), changePath: visit.path("/account/password")),
            .init(t("Sign-in in two steps"), factor, changePath: visit.path("/account/second-factor")),
            .init(t("Language of mails"), person.language.ownName, changePath: visit.path("/account/language")),
            .init(
                t("Signed-in browsers"), visit.figures.integer(summary.sessions),
                changePath: visit.path("/account/sessions")),
        ]
        return Page(
            title: t("Your account"), isPrivate: true,
            body: HTML {
                if summary.mustEnrol { enrolmentNotice(visit) }
                Components.summaryList(rows, t)
                rights(visit, summary)
                h2 { t("Your data") }
                Components.linkList([
                    (t("What you are told, and how"), visit.path("/notifications/choices")),
                    (t("Download everything the hub knows about you"), visit.path("/account/export")),
                    (t("Delete your account"), visit.path("/account/deletion")),
                ])
            })
    }

    private static func enrolmentNotice(_ visit: Visit) -> HTML {
        let t = visit.t
        return Components.notice(.warning, t("Set up your authenticator app"), t) {
            p { t("Your role begins once a second step protects your account.") }
            p { a(.href(visit.path("/account/second-factor"))) { t("Set up the authenticator app") } }
        }
    }

    private static func rights(_ visit: Visit, _ summary: AccountSummary) -> HTML {
        let t = visit.t
        return HTML {
            h2 { t("What you may do") }
            if summary.roles.isEmpty, summary.memberships.isEmpty {
                Components.emptyState(t("You have no role and belong to no organisation yet."))
            } else {
                ul {
                    for role in summary.roles { li { t(role.title) } }
                    for membership in summary.memberships {
                        li {
                            a(.href(visit.path("/organisations/\(membership.organisation)"))) { membership.name }
                            ": " + t(membership.level.title)
                        }
                    }
                }
            }
        }
    }

    /// A page of one form.
    static func form(
        _ visit: Visit, title: String, form: Form, answers: Answers, action: String, submit: String,
        version: Int? = nil, kind: Components.ButtonKind = .primary, lead: String? = nil, more: HTML = .empty
    ) -> Page {
        let view = FormView(
            form, answers, visit.t, token: visit.formToken, action: visit.path(action), submit: submit,
            version: version, submitKind: kind, cancel: (visit.t("Back to your account"), visit.path("/account")))
        return Page(
            title: title, breadcrumb: crumbs(visit), problems: !answers.isFine, isPrivate: true,
            body: HTML {
                if let lead { Components.lead(lead) }
                more
                view.html
            })
    }

    /// Somebody (the same person in another browser, or staff) saved another name meanwhile: both are shown.
    static func nameConflict(_ visit: Visit, _ answers: Answers, theirs: Person) -> Page {
        let t = visit.t
        let view = FormView(
            AccountForm.name, answers, t, token: visit.formToken, action: visit.path("/account/name"),
            submit: t("Save"), version: theirs.version, cancel: (t("Back to your account"), visit.path("/account")))
        return Page(
            title: t("Your name"), breadcrumb: crumbs(visit), problems: true, isPrivate: true,
            body: HTML {
                Components.notice(.warning, t("The name was changed meanwhile"), t) {
                    p { t("Nothing is lost: choose one of the two and save again.") }
                }
                view.open {
                    TextConflict(
                        name: "name", label: t("Your name"), yours: answers.text("name"), theirs: theirs.name,
                        theirsBy: t("The saved text"), t
                    ).html
                    view.buttons
                }
            })
    }

    static func emailSent(_ visit: Visit) -> Page {
        let t = visit.t
        return Page(
            title: t("Look at the mail of the new address"), breadcrumb: crumbs(visit), isPrivate: true,
            body: HTML {
                Components.lead(t("A link went to the new address. Your address changes when you open it and confirm."))
                p { t("If the address belongs to another account already, no mail is sent.") }
                p { a(.href(visit.path("/account"))) { t("Back to your account") } }
            })
    }

    static func confirmEmail(_ visit: Visit, token: String) -> Page {
        let t = visit.t
        return Page(
            title: t("Confirm your new address"), isPrivate: true,
            body: HTML {
                Components.lead(t("From now on you sign in with the new address, and mails go there."))
                Components.action(
                    t("Confirm the new address"), path: visit.path("/account/email/\(token)"), token: visit.formToken,
                    kind: .primary)
            })
    }

    static func deletionWarning(_ visit: Visit) -> HTML {
        let t = visit.t
        return Components.notice(.warning, t("What happens"), t) {
            ul {
                li { t("Your name becomes “Former member” and your address is erased.") }
                li { t("Password, authenticator app, sessions, roles and memberships end at once.") }
                li { t("What you did for your organisation stays in the record, without your name.") }
            }
        }
    }
}

extension Role {
    /// Key of the name.
    package var title: String {
        switch self {
        case .evaluator: "Evaluator"
        case .programmeOfficer: "Programme officer"
        case .contentEditor: "Content editor"
        case .authorityOfficer: "Officer of a national authority"
        case .administrator: "Administrator"
        }
    }
}
