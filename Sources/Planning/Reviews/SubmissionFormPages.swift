import Contract
import Web

/// What is asked about a round: the declaration, who reviews, what is decided; and what it changed.
extension SubmissionPages {
    func withdrawing(_ desk: SubmissionDesk) -> Page {
        page(
            t("Withdraw the submission"), desk,
            HTML {
                p { t("Reviewers no longer see it. The round keeps its number, and the next one follows it.") }
                Components.action(
                    t("Withdraw the submission"), path: visit.path("\(desk.submission.path)/withdrawal"),
                    token: visit.formToken, kind: .warning)
                p { a(.href(visit.path(desk.submission.path))) { t("Cancel") } }
            })
    }

    func declaring(_ desk: SubmissionDesk, _ answers: Answers) -> Page {
        form(desk, ReviewForm.declaration, answers, "Declare that there is no conflict of interest", "declaration")
    }

    func assigning(_ desk: SubmissionDesk, _ people: [Submission.Reviewer], _ answers: Answers) -> Page {
        guard !people.isEmpty, desk.allows(.assign) else {
            return page(t("Give it to reviewers"), desk, p { t("There is nobody to choose, or it is too late.") })
        }
        return form(desk, ReviewForm.reviewers(people), answers, "Give it to reviewers", "reviewers")
    }

    func deciding(_ table: SubmissionDecisionRoutes.Table, _ answers: Answers) -> Page {
        let (desk, inTheWay) = (table.desk, table.inTheWay)
        guard desk.allows(.decide) else {
            return page(
                t("Decide on this round"), desk,
                HTML {
                    p { t("A decision follows a review, once.") }
                    table.overview.html(visit)
                })
        }
        return form(
            desk, ReviewForm.decision, answers, "Decide on this round", "decision",
            before: HTML {
                table.overview.html(visit)
                if !inTheWay.isEmpty {
                    p {
                        t.count(
                            inTheWay.count, "{count} comment that must be changed stands open.",
                            "{count} comments that must be changed stand open.")
                    }
                }
            }, submit: t("Go on"))
    }

    /// The decision once more, before it stands.
    func confirmingDecision(_ desk: SubmissionDesk, _ answers: Answers) -> Page {
        page(
            t("Check the decision before it is recorded"), desk,
            HTML {
                p { t("A round is decided once. The city's team is told and reads the reasons.") }
                CheckAnswers(
                    ReviewForm.decision, answers, t, token: visit.formToken,
                    action: visit.path("\(desk.submission.path)/decision"), confirm: t("Record the decision")
                ).html(MeasureLinePages.summary(ReviewForm.decision, answers, t))
            })
    }

    private func form(
        _ desk: SubmissionDesk, _ form: Form, _ answers: Answers, _ title: String, _ noun: String,
        before: HTML = .empty, submit: String? = nil
    ) -> Page {
        page(
            t(title), desk, problems: !answers.isFine,
            HTML {
                before
                FormView(
                    form, answers, t, token: visit.formToken, action: visit.path("\(desk.submission.path)/\(noun)"),
                    submit: submit ?? t("Send"), cancel: (t("Cancel"), visit.path(desk.submission.path))
                ).html
            })
    }

    func differences(_ desk: SubmissionDesk, _ pair: (older: CityContract, newer: CityContract)?) -> Page {
        Page(
            title: t("What changed since the round before"), caption: desk.city.name, breadcrumb: desk.trail(visit),
            wide: true, isPrivate: true,
            body: HTML {
                if let pair {
                    ContractDifferenceList(
                        ContractDifference.all(from: pair.older, to: pair.newer), from: pair.older, to: pair.newer,
                        visit
                    ).html
                } else {
                    p { t("There is no round before this one.") }
                }
            })
    }
}
