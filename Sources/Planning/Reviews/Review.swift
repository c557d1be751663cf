import Contract
import Storage
import Web

package enum ReviewKind {}
package typealias ReviewID = ID<ReviewKind>

/// What one reviewer makes of a round; only they see it until it is sent.
package struct Review: Sendable, RowDecodable {
    package let id: ReviewID
    package let submission: SubmissionID
    package let person: PersonID
    package let author: String
    package let declaredAt: Instant
    package let outcome: Submission.Outcome?
    package let summary: String?
    package let sentAt: Instant?

    package init(row: Row) throws {
        id = try row("id")
        submission = try row("submission_id")
        person = try row("person_id")
        author = try row("author")
        declaredAt = try row("declared_at")
        outcome = try row("outcome")
        summary = try row("summary")
        sentAt = try row("sent_at")
    }

    /// Address without the language.
    package var path: String { "/reviews/\(id)" }
}

/// A remark of a review at a place of the frozen contract, with the city's answer.
package struct ReviewComment: Sendable, RowDecodable {
    /// How much weighs on it.
    package enum Severity: String, Sendable, Storable, CaseIterable {
        case must, should, suggestion

        /// Key of the word.
        var title: String {
            switch self {
            case .must: "Must be changed"
            case .should: "Should be changed"
            case .suggestion: "Suggestion"
            }
        }

        var tone: Components.Tone {
            switch self {
            case .must: .bad
            case .should: .warning
            case .suggestion: .information
            }
        }
    }

    /// What the city made of a remark.
    package enum Resolution: String, Sendable, Storable, CaseIterable {
        case done, declined
    }

    /// Who of the city's team looks after it.
    package struct Owner: Sendable {
        package let person: PersonID
        package let name: String
    }

    package let id: ID<Self>
    package let review: ReviewID
    package let place: String
    package let quote: String
    package let severity: Severity
    package let text: String
    package let resolution: Resolution?
    package let answer: String?
    package let answeredAt: Instant?
    package let answeredBy: String?
    package let acceptedAt: Instant?
    package let owner: Owner?

    package init(row: Row) throws {
        id = try row("id")
        review = try row("review_id")
        place = try row("place")
        quote = try row("quote")
        severity = try row("severity")
        text = try row("content")
        resolution = try row("resolution")
        answer = try row("answer")
        answeredAt = try row("answered_at")
        answeredBy = try row("answered_by_name")
        acceptedAt = try row("accepted_at")
        let (person, name): (PersonID?, String?) = (try row("owner_id"), try row("owner_name"))
        owner = person.map { Owner(person: $0, name: name ?? "") }
    }

    /// Address without the language.
    package var path: String { "/reviews/\(review)/comments/\(id)" }

    /// Whether it waits: for the city's answer, or for the reviewer's yes.
    package var isOpen: Bool { resolution == nil || isInTheWay }

    /// Whether it stands in the way of a positive decision.
    package var isInTheWay: Bool {
        severity == .must && !(resolution == .done || (resolution == .declined && acceptedAt != nil))
    }
}

/// What the city's council decided about the contract; a correction is one more.
package struct CouncilDecision: Sendable, RowDecodable {
    package let id: ID<Self>
    package let number: String
    package let day: Day
    package let body: String
    package let note: String
    package let documentHash: String
    package let documentName: String
    package let recordedAt: Instant
    package let author: String
    /// SHA-256 of the frozen contract that the council approved.
    package let contentHash: String

    package init(row: Row) throws {
        id = try row("id")
        number = try row("number")
        day = try row("decided_on")
        body = try row("body")
        note = try row("note")
        documentHash = try row("document_hash")
        documentName = try row("document_name")
        recordedAt = try row("recorded_at")
        author = try row("author")
        contentHash = try row("content_hash")
    }
}
