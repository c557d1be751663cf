import Contract
import Storage
import Web

/// Pages of reviews and their comments.
struct ReviewPages {
    let view: ReviewRoutes.View
    let visit: Visit

    var t: Texts { visit.t }
    var review: Review { view.review }

    // MARK: Lists

    static func list(_ lines: [ReviewRoutes.Line], waiting: [ReviewRoutes.Line], _ visit: Visit) -> Page {
        let t = visit.t
        return Page(
            title: t("Reviews"), isPrivate: true,
            body: HTML {
                if !waiting.isEmpty {
                    h2 { t("Rounds without a decision") }
                    Components.linkList(waiting.map { (line($0, t), visit.path($0.submission.path)) })
                }
                if lines.isEmpty, waiting.isEmpty {
                    Components.emptyState(t("Nothing was given to you for review."))
                } else if !lines.isEmpty {
                    h2 { t("Given to you") }
                    Components.taskList(
                        lines.map { one in
                            Components.Task(
                                line(one, t), path: visit.path(one.submission.path),
                                hint: visit.figures.time(one.submission.submittedAt),
                                status: one.review == nil
                                    ? .notStarted : one.review?.sentAt == nil ? .inProgress : .completed)
                        }, t)
                }
            })
    }

    private static func line(_ line: ReviewRoutes.Line, _ t: Texts) -> String {
        "\(line.city) · \(t("Round {number}", ["number": "\(line.submission.round)"]))"
    }

    // MARK: One review

    func page(_ title: String, problems: Bool = false, _ body: HTML) -> Page {
        Page(
            title: title, caption: view.desk.city.name, breadcrumb: view.desk.trail(visit), problems: problems,
            isPrivate: true, body: body)
    }

    var show: Page {
        page(
            view.isOwn ? t("My review") : t("Review by {person}", ["person": t.person(review.author)]),
            HTML {
                if let sent = review.sentAt {
                    p {
                        Components.tag(
                            review.outcome == .positive ? t("Positive") : t("Changes needed"),
                            review.outcome == .positive ? .good : .warning)
                        " "
                        t("Sent on {time}.", ["time": visit.figures.time(sent)])
                    }
                    p(.class("typed")) { review.summary ?? "" }
                } else {
                    p { t("Nobody else sees this review until it is sent.") }
                }
                ReviewScorePages(view: view, visit: visit).list
                h2 { t("Comments") }
                if view.comments.isEmpty { p { t("There are no comments.") } }
                for comment in view.comments { self.comment(comment) }
                if view.isWritten {
                    Components.linkList([
                        (t("Read the frozen contract"), visit.path("\(view.desk.submission.path)/content")),
                        (t("Send the review"), visit.path("\(review.path)/sending")),
                    ])
                }
            })
    }

    private func comment(_ comment: ReviewComment) -> HTML {
        let words = ContractWords(view.document, visit)
        let about = ContractAnchor(comment.place)?.title(words) ?? comment.place
        return Web.section(.id("comment-\(comment.id)")) {
            h3 { place(comment, about) }
            p {
                Components.tag(t(comment.severity.title), comment.severity.tone)
                if let owner = comment.owner { " \(t("Owner")): \(t.person(owner.name))" }
            }
            if !comment.quote.isEmpty { blockquote { comment.quote } }
            p(.class("typed")) { comment.text }
            answer(comment)
            acts(comment, about)
        }
    }

    /// Where the contract in work says it; who may not see that reads the words.
    private func place(_ comment: ReviewComment, _ about: String) -> HTML {
        guard view.desk.standing.right >= .read, let anchor = ContractAnchor(comment.place) else { return .text(about) }
        return a(.href(visit.path(anchor.path(in: view.desk.record, quote: comment.quote)))) { about }
    }

    private func answer(_ comment: ReviewComment) -> HTML {
        guard let resolution = comment.resolution, let at = comment.answeredAt else { return .empty }
        return HTML {
            p {
                strong { resolution == .done ? t("Changed as asked") : t("Not changed, for a reason") }
                " "
                if comment.acceptedAt != nil { t("accepted by the reviewer") }
            }
            if let text = comment.answer, !text.isEmpty { p(.class("typed")) { text } }
            p(.class("hint")) { "\(t.person(comment.answeredBy ?? "")), \(visit.figures.time(at))" }
        }
    }

    private func acts(_ comment: ReviewComment, _ about: String) -> HTML {
        HTML {
            if view.isWritten {
                Components.action(
                    t("Remove"), path: visit.path("\(comment.path)/removal"), token: visit.formToken, about: about)
            }
            if review.sentAt != nil, view.desk.standing.right >= .edit, view.desk.allows(.answer) {
                Components.rowActions(
                    about,
                    [
                        (
                            comment.resolution == nil ? t("Answer") : t("Change the answer"),
                            visit.path("\(comment.path)/answer")
                        ),
                        (
                            comment.owner == nil ? t("Say who looks after it") : t("Change the owner"),
                            visit.path("\(comment.path)/owner")
                        ),
                    ])
            }
            if view.isOwn, comment.resolution == .declined, comment.acceptedAt == nil, view.desk.allows(.accept) {
                Components.action(
                    t("Accept the answer"), path: visit.path("\(comment.path)/acceptance"), token: visit.formToken,
                    about: about)
            }
        }
    }
}
