import Storage
import Web

/// The people of an organisation and the invitations that are open.
enum MembershipPages {
    struct Content: Sendable {
        let organisation: Organisation
        let members: [Membership]
        let invitations: [Invitation]
    }

    static func list(_ visit: Visit, _ content: Content, _ answers: Answers) -> Page {
        let t = visit.t
        let organisation = content.organisation
        let manages = OrganisationRules.mayManageMembers(visit.visitor, organisation.id)
        return Page(
            title: t("People of {name}", ["name": organisation.name]),
            breadcrumb: [OrganisationPages.crumb(visit), OrganisationPages.crumb(visit, organisation)],
            problems: !answers.isFine, wide: true, isPrivate: true,
            body: HTML {
                if content.members.isEmpty {
                    Components.emptyState(t("This organisation has no people yet. Invite the first by mail."))
                } else {
                    members(visit, content, manages: manages)
                }
                if manages {
                    if !content.invitations.isEmpty { invitations(visit, content) }
                    section(.aria("labelledby", "invite")) {
                        h2(.id("invite")) { t("Invite somebody") }
                        FormView(
                            OrganisationForm.levels, answers, t, token: visit.formToken,
                            action: visit.path("/organisations/\(organisation.id)/invitations"),
                            submit: t("Send the invitation")
                        ).html
                    }
                }
            })
    }

    // MARK: Members

    private static func members(_ visit: Visit, _ content: Content, manages: Bool) -> HTML {
        let t = visit.t
        var columns: [DataTable.Column] = [.init(t("Name")), .init(t("May do")), .init(t("Since"))]
        if manages { columns.insert(.init(t("E-mail address")), at: 1) }
        columns.append(.init(t("Change")))
        let rows: [[DataTable.Cell]] = content.members.map { member in
            var cells: [DataTable.Cell] = [
                .text(member.name), .text(t(member.level.title)),
                .text(visit.figures.day(BucharestTime.local(member.createdAt).day)),
            ]
            if manages { cells.insert(.text(member.email), at: 1) }
            cells.append(.html(actions(visit, member, manages: manages)))
            return cells
        }
        return DataTable(caption: t("People"), columns: columns, rows: rows, captionHidden: true).html
    }

    private static func actions(_ visit: Visit, _ member: Membership, manages: Bool) -> HTML {
        let t = visit.t
        let isSelf = visit.visitor.person == member.person
        guard manages || isSelf else { return span(.class("quiet")) { t("Only by a certifier") } }
        let path = visit.path("/organisations/\(member.organisation)/members/\(member.person)")
        return Components.disclosure(t("Change {name}", ["name": member.name])) {
            if manages {
                for level in MembershipLevel.allCases where level != member.level {
                    Components.action(
                        t(makeLabel(level)), path: path + "/level", token: visit.formToken, about: member.name,
                        hidden: [(name: "level", value: level.rawValue)])
                }
            }
            Components.action(
                isSelf ? t("Leave the organisation") : t("End the membership"), path: path + "/removal",
                token: visit.formToken, kind: .warning, about: member.name)
        }
    }

    private static func makeLabel(_ level: MembershipLevel) -> String {
        switch level {
        case .viewer: "Make viewer"
        case .editor: "Make editor"
        case .certifier: "Make certifier"
        }
    }

    // MARK: Invitations

    private static func invitations(_ visit: Visit, _ content: Content) -> HTML {
        let t = visit.t
        let rows: [[DataTable.Cell]] = content.invitations.map { one in
            let path = visit.path("/organisations/\(content.organisation.id)/invitations/\(one.id)")
            let until = BucharestTime.local(one.sentAt.adding(seconds: Invitation.lifetime)).day
            return [
                .text(one.email), .text(one.level.map { t($0.title) } ?? ""),
                .html(
                    one.isExpired(at: visit.now)
                        ? Components.tag(t("Too old"), .warning) : .text(visit.figures.day(until))),
                .html(
                    HTML {
                        Components.action(
                            t("Send again"), path: path + "/renewal", token: visit.formToken, about: one.email)
                        Components.action(
                            t("Take back"), path: path + "/revocation", token: visit.formToken, kind: .warning,
                            about: one.email)
                    }),
            ]
        }
        return HTML {
            h2 { t("Open invitations") }
            DataTable(
                caption: t("Open invitations"),
                columns: [.init(t("E-mail address")), .init(t("May do")), .init(t("Valid until")), .init(t("Change"))],
                rows: rows, captionHidden: true
            ).html
        }
    }
}
