import Cities
import Members
import Storage
import Web

/// Who may do what with what a city submitted. Pages and files ask here and nowhere else.
///
/// A reviewer sees what was submitted to them, frozen, once they declared that they have no conflict of interest; never
/// the working copy, never another city's contract, never another reviewer's review. The city sees reviews once sent.
package enum ReviewRules {
    package static let manage: Permission = "reviews:manage"

    /// What a visitor is to a round.
    struct Standing: Sendable {
        /// In the city's team, or as staff of the programme.
        let right: CityRight
        let isReviewer: Bool
        /// The visitor's own review: the declaration is made.
        let own: Review?
        let isManager: Bool

        var isReader: Bool { right >= .read || isReviewer }
        var mayRead: Bool { right >= .read || own != nil }

        init(_ visitor: Visitor, _ submission: Submission, _ connection: any Connection) throws {
            let record = try ContractRecord.find(connection, id: submission.contract)
            right = try record.map { try ContractRules.right(visitor, city: $0.city, connection) } ?? .none
            let person = visitor.signedIn?.person
            isReviewer =
                try submission.withdrawnAt == nil
                && person.map { try submission.isReviewer(connection, $0) } ?? false
            own =
                isReviewer
                ? try person.flatMap { try Review.find(connection, of: submission.id, by: $0) } : nil
            isManager = visitor.may(ReviewRules.manage)
        }
    }

    // MARK: Rounds

    private static func submission(
        _ name: String, _ verdict: @escaping @Sendable (Standing) -> Verdict
    ) -> Access {
        .object("submission:\(name)") { visitor, parameters, connection in
            guard let id = SubmissionID(parameters["submission"]),
                let found = try Submission.find(connection, id: id)
            else { return .hidden }
            let standing = try Standing(visitor, found, connection)
            return standing.isReader ? verdict(standing) : .hidden
        }
    }

    static let reader = submission("reader") { _ in .allowed }
    static let content = submission("content") { $0.mayRead ? .allowed : .refused }
    static let reviewer = submission("reviewer") { $0.isReviewer ? .allowed : .refused }
    static let manager = submission("manager") { $0.isManager ? .allowed : .refused }
    static let committer = submission("committer") { $0.right >= .certify ? .allowed : .refused }

    // MARK: Reviews

    private static func review(
        _ name: String, _ verdict: @escaping @Sendable (Standing, Bool) -> Verdict
    ) -> Access {
        .object("review:\(name)") { visitor, parameters, connection in
            guard let id = ReviewID(parameters["review"]), let found = try Review.find(connection, id: id),
                let submission = try Submission.find(connection, id: found.submission)
            else { return .hidden }
            let standing = try Standing(visitor, submission, connection)
            let isOwn = standing.own?.id == found.id
            return isOwn || (found.sentAt != nil && standing.right >= .read) ? verdict(standing, isOwn) : .hidden
        }
    }

    static let reviewReader = review("reader") { _, _ in .allowed }
    static let reviewAuthor = review("author") { $1 ? .allowed : .refused }
    static let reviewEditor = review("editor") { standing, _ in standing.right >= .edit ? .allowed : .refused }
}
