import Contract
import Members
import Web

/// The forms of a review that keep what is typed before it is sent.
enum ReviewDrafts {
    static func scoring(_ kit: Kit, _ review: Review, _ criterion: ReviewCriterion, _ visit: Visit) -> Drafts {
        Drafts(
            kit, form: ReviewForm.score(criterion, visit.t), name: "review \(review.id) scores/\(criterion.code)",
            path: "\(review.path)/scores/\(criterion.code)")
    }

    /// - Parameter about: the place that the form was opened for; each has its own draft.
    static func commenting(_ kit: Kit, _ review: Review, about: String) -> Drafts {
        let path = "\(review.path)/comments/new"
        return Drafts(
            kit, form: ReviewForm.comment([]), name: "review \(review.id) comments \(about)", path: path,
            page: about.isEmpty ? path : "\(path)?" + FormBody.encode([("place", about)]))
    }

    static func sending(_ kit: Kit, _ review: Review) -> Drafts {
        Drafts(kit, form: ReviewForm.sending, name: "review \(review.id) sending", path: "\(review.path)/sending")
    }

    static func answering(_ kit: Kit, _ comment: ReviewComment) -> Drafts {
        Drafts(kit, form: ReviewForm.answer, name: "review comment \(comment.id)", path: "\(comment.path)/answer")
    }
}
