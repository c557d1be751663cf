import Members
import Web

/// A review's judgement by the rubric: the list of criteria, one criterion's form, and all as they were sent.
struct ReviewScorePages {
    let view: ReviewRoutes.View
    let visit: Visit

    private var t: Texts { visit.t }

    /// The rubric on the page of a review: tasks while it is written, judgements afterwards.
    var list: HTML {
        HTML {
            h2(.id("rubric")) { t("Judgement by criteria") }
            if view.isWritten {
                p { t("Each criterion is judged, or it says why it cannot be; then the review can be sent.") }
                Components.taskList(view.criteria.map(task), t)
            } else {
                if view.scores.isEmpty { p { t("This review has no judgement by criteria.") } }
                for criterion in view.criteria { sent(criterion) }
            }
        }
    }

    private func task(_ criterion: ReviewCriterion) -> Components.Task {
        let kept = view.scores[criterion.code]
        return Components.Task(
            criterion.name(t.language), path: visit.path(view.path(of: criterion)),
            hint: kept.map { ReviewCriterion.word($0.score, t) }, status: kept == nil ? .notStarted : .completed)
    }

    @HTMLBuilder private func sent(_ criterion: ReviewCriterion) -> HTML {
        if let kept = view.scores[criterion.code] {
            Web.section(.id("score-\(criterion.code)")) {
                h3 { criterion.name(t.language) }
                p { Components.tag(ReviewCriterion.word(kept.score, t), ReviewCriterion.tone(kept.score)) }
                p(.class("typed")) { kept.text }
            }
        }
    }

    func scoring(
        _ criterion: ReviewCriterion, _ answers: Answers, _ drafts: Drafts, draft: Draft?, wasSent: Bool = false
    ) -> Page {
        let pages = ReviewPages(view: view, visit: visit)
        guard view.isWritten else {
            return pages.page(criterion.name(t.language), p { t("The review cannot be changed any more.") })
        }
        return pages.page(
            criterion.name(t.language), problems: !answers.isFine,
            HTML {
                if let draft, !wasSent { drafts.notice(visit, draft) }
                Components.lead(criterion.guidance(t.language))
                p(.class("hint")) {
                    if criterion.isDerived {
                        t("Follows published documents:")
                        " "
                        span(.lang(Language.en.rawValue)) { criterion.source }
                    } else {
                        t("The hub's own judgement: no published rubric was found.")
                    }
                }
                FormView(
                    ReviewForm.score(criterion, t), answers, t, token: visit.formToken,
                    action: visit.path(view.path(of: criterion)), submit: t("Save"),
                    cancel: (t("Cancel"), visit.path(view.review.path)),
                    autosave: wasSent ? drafts.autosaveSent(visit) : drafts.autosave(visit, draft)
                ).html
            })
    }
}
