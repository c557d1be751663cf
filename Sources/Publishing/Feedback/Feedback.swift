import Members
import Storage
import Web

package enum FeedbackKind {}

/// What somebody wrote about a page of the hub; anybody may, without an account.
package struct Feedback: Sendable, RowDecodable {
    /// How far the staff are with it; computed from the newest answer.
    enum State: String, CaseIterable, Sendable, Storable {
        case open
        case working
        case solved
        case declined

        var isClosed: Bool { self == .solved || self == .declined }

        /// Key of the name.
        var title: String {
            switch self {
            case .open: "received"
            case .working: "being worked on"
            case .solved: "solved"
            case .declined: "closed without change"
            }
        }
    }

    package let id: ID<FeedbackKind>
    /// Address of the page with its language, as the form carried it.
    let page: String
    let message: String
    /// Where an answer may go; erased when the matter is closed.
    let email: String?
    let language: Language
    let sentBy: PersonID?
    let sentAt: Instant
    let state: State

    package init(row: Row) throws {
        id = try row("id")
        page = try row("page")
        message = try row("message")
        email = try row("email")
        language = try row("language")
        sentBy = try row("sent_by")
        sentAt = try row("sent_at")
        state = try row("state")
    }

    /// What people read to each other on the telephone.
    var reference: String { Self.reference(id) }

    static func reference(_ id: ID<FeedbackKind>) -> String { "M-" + id.description.suffix(8).uppercased() }

    static let migration = Migration(
        "feedback-001",
        sql: """
            CREATE TABLE feedback (
                id TEXT PRIMARY KEY,
                page TEXT NOT NULL,
                message TEXT NOT NULL CHECK (message <> ''),
                email TEXT,
                language TEXT NOT NULL CHECK (language IN ('ro', 'en')),
                sent_by TEXT REFERENCES person (id),
                sent_at TEXT NOT NULL
            );
            CREATE TABLE feedback_answer (
                id TEXT PRIMARY KEY,
                feedback_id TEXT NOT NULL REFERENCES feedback (id),
                state TEXT NOT NULL CHECK (state IN ('working', 'solved', 'declined')),
                note TEXT NOT NULL,
                answered_by TEXT REFERENCES person (id),
                answered_at TEXT NOT NULL
            );
            CREATE INDEX feedback_answer_latest ON feedback_answer (feedback_id, id);
            """)
}

/// What the staff did about a feedback; the newest one is its state.
struct FeedbackAnswer: Sendable, RowDecodable {
    let state: Feedback.State
    let note: String
    let answeredBy: PersonID?
    let answeredAt: Instant

    init(row: Row) throws {
        state = try row("state")
        note = try row("note")
        answeredBy = try row("answered_by")
        answeredAt = try row("answered_at")
    }
}
