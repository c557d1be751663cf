import Storage
import Web

/// The staff pages about people.
enum PeoplePages {
    static func list(_ visit: Visit, _ part: ListPart<PersonLine>) -> Page {
        let t = visit.t
        let query = [("q", visit.query.text("q")), ("role", visit.query.text("role"))]
        let address = ListAddress(visit.path("/people"), query: query.map { (name: $0.0, value: $0.1) })
        let csv = ListAddress(visit.path("/people/csv"), query: query.map { (name: $0.0, value: $0.1) })
        return Page(
            title: t("People"), wide: true, isPrivate: true,
            body: HTML {
                p { Components.buttonLink(t("Invite somebody to the team"), path: visit.path("/people/invitations")) }
                Components.filter(filterForm, visit.query, t, action: visit.path("/people"), label: t("Find people"))
                if part.items.isEmpty {
                    Components.emptyState(t("Nobody matches."), next: (t("Show everybody"), visit.path("/people")))
                } else {
                    table(visit, part.items).html
                    Components.pagination(address, part, t) { $0.id.description }
                    p { a(.href(csv.text)) { t("Download this list (CSV)") } }
                }
            })
    }

    static let invitationForm = Form([
        Field("email", "E-mail address", autocomplete: "off", .email),
        Field("role", "Role", .radios(Role.allCases.map { Option($0.rawValue, $0.title) })),
        Field("language", "Language of mails", .radios(SignInForm.languages)),
    ])

    static func invitation(_ visit: Visit, _ answers: Answers) -> Page {
        let t = visit.t
        let view = FormView(
            invitationForm, answers, t, token: visit.formToken, action: visit.path("/people/invitations"),
            submit: t("Send the invitation"), cancel: (t("People"), visit.path("/people")))
        return Page(
            title: t("Invite somebody to the team"), breadcrumb: [.init(t("People"), visit.path("/people"))],
            problems: !answers.isFine, isPrivate: true,
            body: HTML {
                Components.lead(
                    t("The invitation works for two weeks. The role counts once an authenticator app is set up."))
                view.html
            })
    }

    private static let filterForm = Form([
        Field("q", "Name or address", hint: "How it begins.", optional: true, .text(maxLength: 100)),
        Field("role", "Role", optional: true, .select(Role.allCases.map { Option($0.rawValue, $0.title) })),
    ])

    private static func table(_ visit: Visit, _ lines: [PersonLine]) -> DataTable {
        let t = visit.t
        let columns: [DataTable.Column] = [
            .init(t("Name")), .init(t("E-mail address")), .init(t("Roles")), .init(t("Sign-in in two steps")),
            .init(t("State")),
        ]
        let rows: [[DataTable.Cell]] = lines.map { line in
            [
                .link(t.person(line.name), visit.path("/people/\(line.id)")),
                .text(line.isFormer ? "–" : line.email),
                .text(line.roles.map { t($0.title) }.joined(separator: ", ")),
                .text(line.hasSecondFactor ? t("On") : t("Off")),
                .html(state(visit, isDisabled: line.isDisabled, isFormer: line.isFormer)),
            ]
        }
        return DataTable(caption: t("People"), columns: columns, rows: rows, captionHidden: true)
    }

    static func csv(_ lines: [PersonLine]) -> [UInt8] {
        var table = CSVWriter(header: ["id", "name", "email", "roles", "second_factor", "state", "created_at"])
        for line in lines {
            table.row([
                line.id.description, line.isFormer ? nil : line.name, line.isFormer ? nil : line.email,
                line.roles.map(\.rawValue).joined(separator: " "), line.hasSecondFactor ? "yes" : "no",
                line.isFormer ? "former" : line.isDisabled ? "closed" : "open", line.createdAt.description,
            ])
        }
        return table.bytes
    }

    private static func state(_ visit: Visit, isDisabled: Bool, isFormer: Bool) -> HTML {
        let t = visit.t
        if isFormer { return Components.tag(t("Deleted"), .neutral) }
        return isDisabled ? Components.tag(t("Closed"), .bad) : Components.tag(t("Open"), .good)
    }

    // MARK: One person

    static func person(_ visit: Visit, _ summary: AccountSummary, isLastAdministrator: Bool) -> Page {
        let t = visit.t
        let person = summary.person
        let isFormer = person.pseudonymisedAt != nil
        let rows: [Components.SummaryRow] = [
            .init(t("E-mail address"), isFormer ? "–" : person.email),
            .init(t("State"), state(visit, isDisabled: person.disabledAt != nil, isFormer: isFormer)),
            .init(t("Account since"), visit.figures.time(person.createdAt)),
            .init(t("Language of mails"), person.language.ownName),
            .init(t("Sign-in in two steps"), summary.hasSecondFactor ? t("On") : t("Off")),
            .init(t("Signed-in browsers"), visit.figures.integer(summary.sessions)),
            .init(t("Organisations"), memberships(visit, summary)),
        ]
        return Page(
            title: t.person(person.name), breadcrumb: [.init(t("People"), visit.path("/people"))], isPrivate: true,
            body: HTML {
                Components.summaryList(rows, t)
                if !isFormer {
                    roles(visit, summary, isLastAdministrator: isLastAdministrator)
                    account(visit, summary, isLastAdministrator: isLastAdministrator)
                }
                p {
                    a(.href(visit.path("/audit") + "?subject=person:\(person.id)")) {
                        t("What happened to this account")
                    }
                }
            })
    }

    private static func memberships(_ visit: Visit, _ summary: AccountSummary) -> HTML {
        HTML {
            for membership in summary.memberships {
                div {
                    a(.href(visit.path("/organisations/\(membership.organisation)"))) { membership.name }
                    ": " + visit.t(membership.level.title)
                }
            }
        }
    }

    private static func roles(_ visit: Visit, _ summary: AccountSummary, isLastAdministrator: Bool) -> HTML {
        let t = visit.t
        let path = visit.path("/people/\(summary.person.id)/roles")
        let missing = Role.allCases.filter { !summary.roles.contains($0) }
        return HTML {
            h2 { t("Roles") }
            if summary.roles.isEmpty { p { t("This person has no role.") } }
            for role in summary.roles {
                div(.class("with-action")) {
                    p { strong { t(role.title) } }
                    if role == .administrator, isLastAdministrator {
                        p(.class("hint")) { t("The last administrator keeps this role.") }
                    } else {
                        Components.action(
                            t("Take the role away"), path: path + "/removal", token: visit.formToken,
                            about: t(role.title), hidden: [(name: "role", value: role.rawValue)])
                    }
                }
            }
            if !missing.isEmpty {
                FormView(
                    Form([Field("role", "Role", .select(missing.map { Option($0.rawValue, $0.title) }))]), Answers(), t,
                    token: visit.formToken, action: path, submit: t("Give the role"), submitKind: .secondary
                ).html
                p(.class("hint")) { t("A role counts once the person signs in with an authenticator app.") }
            }
        }
    }

    private static func account(_ visit: Visit, _ summary: AccountSummary, isLastAdministrator: Bool) -> HTML {
        let t = visit.t
        let path = visit.path("/people/\(summary.person.id)")
        return HTML {
            h2 { t("Account") }
            if summary.sessions > 0 {
                Components.action(t("End all sessions"), path: path + "/sessions-end", token: visit.formToken)
            }
            if summary.hasSecondFactor {
                Components.action(
                    t("Remove the authenticator app"), path: path + "/second-factor-reset", token: visit.formToken)
                p(.class("hint")) { t("Only after checking, by another way than mail, who asks for it.") }
            }
            if summary.person.disabledAt != nil {
                Components.action(t("Open the account again"), path: path + "/enabling", token: visit.formToken)
            } else if !isLastAdministrator {
                Components.action(
                    t("Close the account"), path: path + "/disabling", token: visit.formToken, kind: .warning)
            }
        }
    }
}
