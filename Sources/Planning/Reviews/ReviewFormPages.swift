import Contract
import Members
import Web

/// What is asked about a review: comments, the summary that goes out, the city's answers and who looks after them.
extension ReviewPages {
    func commenting(
        _ places: [Option], _ answers: Answers, _ drafts: Drafts, draft: Draft? = nil, wasSent: Bool = false
    ) -> Page {
        let about = answers.text("about")
        return form(
            ReviewForm.comment(places), answers, t("Write a comment"), "comments/new",
            before: HTML {
                if let draft, !wasSent { drafts.notice(visit, draft, hidden: [("about", about)]) }
            },
            autosave: wasSent ? drafts.autosaveSent(visit) : drafts.autosave(visit, draft))
    }

    func sending(_ answers: Answers, _ drafts: Drafts, draft: Draft? = nil, wasSent: Bool = false) -> Page {
        guard view.isWritten else {
            return page(t("Send the review"), p { t("The review cannot be changed any more.") })
        }
        return form(
            ReviewForm.sending, answers, t("Send the review"), "sending",
            before: HTML {
                if let draft, !wasSent { drafts.notice(visit, draft) }
                unjudged
            }, submit: t("Go on"), autosave: wasSent ? drafts.autosaveSent(visit) : drafts.autosave(visit, draft))
    }

    private var unjudged: HTML {
        guard !view.unjudged.isEmpty else { return .empty }
        return HTML {
            p { t("These criteria are not judged yet; without them the review cannot be sent:") }
            Components.linkList(view.unjudged.map { ($0.name(t.language), visit.path(view.path(of: $0))) })
        }
    }

    /// All of it once more, before it goes out.
    func confirmingSending(_ answers: Answers) -> Page {
        page(
            t("Check the review before it is sent"),
            HTML {
                p { t("Once it is sent the city and the hub's team read it, and it cannot be changed any more.") }
                CheckAnswers(
                    ReviewForm.sending, answers, t, token: visit.formToken,
                    action: visit.path("\(review.path)/sending"), confirm: t("Send the review")
                ).html(
                    HTML {
                        MeasureLinePages.summary(ReviewForm.sending, answers, t)
                        Components.summaryList(
                            view.criteria.map {
                                Components.SummaryRow(
                                    $0.name(t.language), ReviewCriterion.word(view.scores[$0.code]?.score, t),
                                    changePath: visit.path(view.path(of: $0)))
                            } + [
                                Components.SummaryRow(
                                    t("Comments"), "\(view.comments.count)", changePath: visit.path(review.path))
                            ], t)
                    })
            })
    }

    func answering(
        _ comment: ReviewComment, _ answers: Answers, _ drafts: Drafts, draft: Draft? = nil, wasSent: Bool = false
    ) -> Page {
        form(
            ReviewForm.answer, answers, t("Answer"), "comments/\(comment.id)/answer",
            before: HTML {
                if let draft, !wasSent { drafts.notice(visit, draft) }
                said(comment)
            }, autosave: wasSent ? drafts.autosaveSent(visit) : drafts.autosave(visit, draft))
    }

    func owning(_ comment: ReviewComment, _ people: [Option], _ answers: Answers) -> Page {
        form(
            ReviewForm.owner(people), answers, t("Owner of the comment"), "comments/\(comment.id)/owner",
            before: said(comment), submit: t("Save"))
    }

    private func said(_ comment: ReviewComment) -> HTML {
        HTML {
            if !comment.quote.isEmpty { blockquote { comment.quote } }
            p(.class("typed")) { comment.text }
        }
    }

    private func form(
        _ form: Form, _ answers: Answers, _ title: String, _ noun: String, before: HTML = .empty,
        submit: String? = nil, autosave: Autosave? = nil
    ) -> Page {
        let fields = FormView(
            form, answers, t, token: visit.formToken, action: visit.path("\(review.path)/\(noun)"),
            submit: submit ?? t("Send"), cancel: (t("Cancel"), visit.path(review.path)), autosave: autosave)
        return page(
            title, problems: !answers.isFine,
            HTML {
                before
                fields.html
            })
    }
}
