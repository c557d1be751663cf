import Contract
import Web

/// Pages about the signatories of a contract, for the city's team.
struct SignatoryPages {
    let visit: Visit

    private var t: Texts { visit.t }

    func list(_ view: SignatoryDesk) -> Page {
        Page(
            title: t("Signatories"), breadcrumb: view.desk.trail(visit), wide: true, isPrivate: true,
            body: HTML {
                Components.lead(
                    t("Organisations that commit to a part of the contract, and how far each of them is."))
                if view.lines.isEmpty {
                    Components.emptyState(
                        t("Nobody is invited yet."),
                        next: view.desk.mayEdit
                            ? (t("Invite an organisation"), visit.path("\(view.path)/new")) : nil)
                } else {
                    Components.progress(
                        t("Signed"), done: view.count(.signed), total: view.lines.count,
                        text: t(
                            "{done} of {total}", ["done": "\(view.count(.signed))", "total": "\(view.lines.count)"]))
                    table(view).html
                    if view.desk.mayEdit {
                        p {
                            Components.buttonLink(
                                t("Invite an organisation"), path: visit.path("\(view.path)/new"))
                        }
                    }
                    h2 { t("Next steps") }
                    Components.linkList(steps(view))
                }
            })
    }

    private func steps(_ view: SignatoryDesk) -> [(title: String, path: String)] {
        var steps = [(t("Take the answers over into the contract's tables"), visit.path("\(view.path)/transfer"))]
        if view.desk.right >= .certify || view.document != nil {
            steps.append((t("Document to be signed"), visit.path("\(view.path)/document")))
        }
        return steps
    }

    private func table(_ view: SignatoryDesk) -> DataTable {
        DataTable(
            caption: t("Signatories"),
            columns: [t("Organisation"), t("Kind"), t("Tier"), t("State"), t("Due")].map { DataTable.Column($0) },
            rows: view.lines.map { line in
                let content = line.commitment.content
                return [
                    .link(content.institution, visit.path(line.commitment.path)),
                    .text(content.isNational ? t("National authority") : t(content.helix.title)),
                    .text(t(content.tier.title)), .html(state(line)),
                    content.dueYear.map { .text("\($0)") } ?? .missing(t("not said")),
                ]
            }, captionHidden: true, sortsInPlace: true)
    }

    private func state(_ line: SignatoryDesk.Line) -> HTML {
        HTML {
            Components.tag(t(line.state.title), line.state.tone)
            if let refused = line.refused {
                " "
                Components.tag(t(refused.title), .warning)
            }
        }
    }

    func inviting(_ desk: ContractDesk, _ choices: [Option], _ answers: Answers) -> Page {
        let path = SignatoryDesk.path(desk)
        return Page(
            title: t("Invite an organisation"),
            breadcrumb: desk.trail(visit) + [Page.Crumb(t("Signatories"), visit.path(path))],
            problems: !answers.isFine, isPrivate: true,
            body: HTML {
                FormView(
                    CommitmentForm.invitation(choices), answers, t, token: visit.formToken,
                    action: visit.path("\(path)/new"), submit: t("Invite"),
                    cancel: (t("Cancel"), visit.path(path))
                ).html
            })
    }

    func transfer(_ view: SignatoryRoutes.Transfer, isStale: Bool) -> Page {
        let path = SignatoryDesk.path(view.desk)
        let differences = view.differences
        return Page(
            title: t("Signatories in the contract's tables"),
            breadcrumb: view.desk.trail(visit) + [Page.Crumb(t("Signatories"), visit.path(path))],
            problems: isStale, isPrivate: true,
            body: HTML {
                if isStale {
                    Components.notice(.warning, t("The contract or an answer changed meanwhile"), t) {
                        p { t("Look at the list again, then confirm.") }
                    }
                }
                if differences.isEmpty {
                    Components.emptyState(
                        t("Nothing would change: the tables say what the signatories said."),
                        next: (t("Signatories"), visit.path(path)))
                } else {
                    p { t("What people wrote stays, and so do overrides with their reasons.") }
                    ContractDifferenceList(differences, from: view.before, to: view.after, visit).html
                    if view.desk.mayEdit {
                        Components.action(
                            t("Take over these changes"), path: visit.path("\(path)/transfer"),
                            token: visit.formToken, kind: .primary, hidden: [("state", view.state)])
                    }
                }
            })
    }
}
