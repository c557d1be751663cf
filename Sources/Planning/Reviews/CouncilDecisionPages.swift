import Contract
import Storage
import Web

/// Pages of the council's decision, and of the iteration that follows.
struct CouncilDecisionPages {
    let stand: SubmissionRoutes.Stand
    let visit: Visit

    private var t: Texts { visit.t }
    private var path: String { "\(stand.desk.record.path)/council-decision" }

    private func page(_ title: String, problems: Bool = false, wide: Bool = false, _ body: HTML) -> Page {
        Page(
            title: title, breadcrumb: stand.desk.trail(visit), problems: problems, wide: wide, isPrivate: true,
            body: body)
    }

    func show(_ answers: Answers) -> Page {
        page(
            t("Council decision"), problems: !answers.isFine,
            HTML {
                if stand.council.isEmpty { p { t("No decision of the council is recorded.") } }
                for (index, decision) in stand.council.enumerated() { self.decision(decision, isCurrent: index == 0) }
                if stand.allows(.recordCouncil) {
                    h2 { stand.council.isEmpty ? t("Record the decision") : t("Record a correction") }
                    FormView(
                        ReviewForm.council, answers, t, token: visit.formToken, action: visit.path(path),
                        submit: t("Record the decision")
                    ).html
                } else if stand.council.isEmpty {
                    p { t("The city records it after the hub's positive decision.") }
                }
            })
    }

    private func decision(_ decision: CouncilDecision, isCurrent: Bool) -> HTML {
        var rows = [
            Components.SummaryRow(t("Number of the decision"), decision.number),
            Components.SummaryRow(t("Date of the decision"), visit.figures.day(decision.day)),
            Components.SummaryRow(t("Who decided"), decision.body),
            Components.SummaryRow(
                t("Document of the decision"),
                a(.href(visit.path("\(path)/\(decision.id)"))) { decision.documentName }),
            Components.SummaryRow(
                t("Frozen contract (SHA-256)"), HTML { code(.class("hash")) { decision.contentHash } }),
            Components.SummaryRow(
                t("Recorded"), "\(t.person(decision.author)), \(visit.figures.time(decision.recordedAt))"),
        ]
        if !decision.note.isEmpty { rows.append(Components.SummaryRow(t("What is corrected"), decision.note)) }
        return HTML {
            if !isCurrent { h2 { t("Recorded before, corrected since") } }
            Components.summaryList(rows, t)
        }
    }

    func next(_ pair: (older: CityContract, newer: CityContract)?) -> Page {
        page(
            t("Next iteration"), wide: true,
            HTML {
                if let next = stand.next {
                    p {
                        a(.href(visit.path(next.path))) { ContractDesk.title(next, stand.desk.city, t) }
                    }
                }
                if let pair {
                    ContractDifferenceList(
                        ContractDifference.all(from: pair.older, to: pair.newer), from: pair.older, to: pair.newer,
                        visit
                    ).html
                }
                if stand.next == nil {
                    p { t("It begins with the sections and tables that the council approved.") }
                    if stand.allows(.beginNext) {
                        Components.action(
                            t("Begin the next iteration"), path: visit.path("\(stand.desk.record.path)/next"),
                            token: visit.formToken, kind: .primary)
                    } else {
                        p { t("A certifier of the city begins it after the council's decision.") }
                    }
                }
            })
    }
}
