import Contract
import Web

/// The open comments on a place, beside whatever shows or edits it: how many, and a link to each.
struct OpenCommentList {
    let comments: [OpenComment]
    let record: ContractRecord
    let place: ContractPlace
    let words: ContractWords
    let visit: Visit

    /// More stand in the lists.
    private static let most = 10

    private var here: [OpenComment] { comments.filter { $0.isAt(place) } }

    var html: HTML {
        let t = visit.t
        let here = here
        guard !here.isEmpty else { return .empty }
        return Web.section(.class("notice"), .aria("labelledby", "open-comments")) {
            h2(.id("open-comments")) {
                t.count(here.count, "{count} open comment here", "{count} open comments here")
            }
            ul { for comment in here.prefix(Self.most) { li { line(comment) } } }
            if here.count > Self.most {
                p { t.count(here.count - Self.most, "and {count} more", "and {count} more") }
            }
            Components.linkList([
                (
                    t("Comments of reviewers here"),
                    visit.path("\(record.path)/review-comments") + "?" + FormBody.encode([("place", place.path)])
                ),
                (t("Comments of the team"), visit.path("\(record.path)/comments")),
            ])
        }
    }

    @HTMLBuilder private func line(_ comment: OpenComment) -> HTML {
        let t = visit.t
        if let severity = comment.severity {
            Components.tag(t(severity.title), severity.tone)
            " "
        }
        a(.href(visit.path(comment.path))) { comment.text }
        let about = [inside(comment), comment.owner.map { _ in "\(t("Owner")): \(t.person(comment.ownerName))" }]
        span(.class("hint")) { " " + about.compactMap { $0 }.joined(separator: " · ") }
    }

    /// The row or cell, where the comment is about one of them.
    private func inside(_ comment: OpenComment) -> String? {
        guard comment.place != place.path, case .place(let own) = ContractAnchor(comment.place) else { return nil }
        return words.place(own)
    }
}
