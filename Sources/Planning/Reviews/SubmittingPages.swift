import Contract
import Web

/// Before a contract is submitted: what stands in the way, what is asked, and all of it once more.
extension SubmissionPages {
    func new(_ table: SubmissionRoutes.Table, _ answers: Answers) -> Page {
        let desk = table.stand.desk
        return Page(
            title: t("Submit the contract for review"), breadcrumb: desk.trail(visit), problems: !answers.isFine,
            isPrivate: true,
            body: HTML {
                if !table.stand.allows(.submit) {
                    p {
                        t(
                            "The contract cannot be submitted now: it is {state}.",
                            ["state": t(table.stand.status.title)])
                    }
                } else if table.isReady {
                    p {
                        t(
                            "The contract is frozen as it stands. The team may write on; reviewers see only what was submitted."
                        )
                    }
                    FormView(
                        ReviewForm.submission, answers, t, token: visit.formToken,
                        action: visit.path("\(desk.record.path)/submissions/new"), submit: t("Go on"),
                        cancel: (t("Cancel"), visit.path("\(desk.record.path)/submissions"))
                    ).html
                } else {
                    obstacles(table)
                }
            })
    }

    /// What is about to be frozen, before it is.
    func confirming(_ table: SubmissionRoutes.Table, _ answers: Answers) -> Page {
        let (desk, frame) = (table.stand.desk, table.stand.desk.record.frame)
        return Page(
            title: t("Check before the contract is submitted"), breadcrumb: desk.trail(visit), isPrivate: true,
            body: HTML {
                p { t("The contract is frozen and given to the hub. It can be taken back until a review is sent.") }
                CheckAnswers(
                    ReviewForm.submission, answers, t, token: visit.formToken,
                    action: visit.path("\(desk.record.path)/submissions/new"), confirm: t("Submit")
                ).html(
                    Components.summaryList(
                        [
                            Components.SummaryRow(t("Contract"), ContractDesk.title(desk.record, desk.city, t)),
                            Components.SummaryRow(t("Years"), "\(frame.baseYear) → \(frame.targetYear)"),
                            Components.SummaryRow(t("Message to the reviewers"), answers.text("message")),
                            Components.SummaryRow(
                                t("Mandate"), t("I am mandated by the city to submit this contract")),
                        ], t))
            })
    }

    private func obstacles(_ table: SubmissionRoutes.Table) -> HTML {
        let record = table.stand.desk.record
        let words = ContractWords(table.document, visit)
        return HTML {
            h2 { t("What stands in the way") }
            ul(.class("findings")) {
                for comment in table.stand.unanswered.prefix(50) {
                    li { a(.href(visit.path("\(comment.path)/answer"))) { t("Answer a comment that must be changed") } }
                }
                for finding in table.errors.prefix(100) {
                    li {
                        a(.href(visit.path(ContractWords.path(finding.place, in: record)))) {
                            words.place(finding.place)
                        }
                        p { "\(words.message(finding)) (\(finding.rule))" }
                    }
                }
            }
            if table.errors.count > 100 {
                p { t.count(table.errors.count - 100, "and {count} more", "and {count} more") }
            }
            p {
                a(.href(visit.path("\(record.path)/check") + "?stage=publication")) { t("Check of the contract") }
            }
        }
    }
}
