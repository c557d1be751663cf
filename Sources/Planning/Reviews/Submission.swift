import Contract
import Members
import Storage
import Web

package enum SubmissionKind {}
package typealias SubmissionID = ID<SubmissionKind>

/// A round of a contract's review: the frozen contract, what the city said to the reviewers, and what became of it.
package struct Submission: Sendable, RowDecodable {
    /// What the hub's team decided about a round.
    package enum Outcome: String, Sendable, Storable, CaseIterable {
        case changes, positive
    }

    package let id: SubmissionID
    package let contract: ContractID
    /// The first round is 1; a withdrawn one keeps its number.
    package let round: Int
    package let snapshot: ID<ContractSnapshot>
    package let revision: Int
    /// SHA-256 of the frozen contract.
    package let contentHash: String
    package let message: String
    package let submittedAt: Instant
    package let author: String
    package let withdrawnAt: Instant?
    package let outcome: Outcome?
    package let reason: String?
    package let decidedAt: Instant?
    package let decidedBy: String?
    /// How many reviews of it were sent.
    package let sentReviews: Int

    package init(row: Row) throws {
        id = try row("id")
        contract = try row("contract_id")
        round = try row("round")
        snapshot = try row("snapshot_id")
        revision = try row("revision")
        contentHash = try row("content_hash")
        message = try row("message")
        submittedAt = try row("submitted_at")
        author = try row("author")
        withdrawnAt = try row("withdrawn_at")
        outcome = try row("outcome")
        reason = try row("reason")
        decidedAt = try row("decided_at")
        decidedBy = try row("decided_by_name")
        sentReviews = try row("sent_reviews")
    }

    /// Address without the language.
    package var path: String { "/submissions/\(id)" }

    /// What people quote when they speak of it: the round and the beginning of the hash.
    package var number: String { "\(round)-\(contentHash.prefix(8).uppercased())" }

    static let migration = Migration(
        "reviews-001",
        sql: """
            CREATE TABLE submission (
                id TEXT PRIMARY KEY,
                contract_id TEXT NOT NULL REFERENCES contract (id),
                round BIGINT NOT NULL CHECK (round > 0),
                snapshot_id TEXT NOT NULL REFERENCES contract_snapshot (id),
                message TEXT NOT NULL,
                submitted_at TEXT NOT NULL,
                submitted_by TEXT NOT NULL REFERENCES person (id),
                UNIQUE (contract_id, round)
            );
            CREATE TABLE submission_withdrawal (
                submission_id TEXT PRIMARY KEY REFERENCES submission (id),
                withdrawn_at TEXT NOT NULL,
                withdrawn_by TEXT NOT NULL REFERENCES person (id)
            );
            CREATE TABLE submission_reviewer (
                submission_id TEXT NOT NULL REFERENCES submission (id),
                person_id TEXT NOT NULL REFERENCES person (id),
                assigned_at TEXT NOT NULL,
                assigned_by TEXT NOT NULL REFERENCES person (id),
                PRIMARY KEY (submission_id, person_id)
            );
            CREATE INDEX submission_reviewer_person ON submission_reviewer (person_id);
            CREATE TABLE submission_decision (
                submission_id TEXT PRIMARY KEY REFERENCES submission (id),
                outcome TEXT NOT NULL CHECK (outcome IN ('changes', 'positive')),
                reason TEXT NOT NULL,
                decided_at TEXT NOT NULL,
                decided_by TEXT NOT NULL REFERENCES person (id)
            );
            -- It begins with the reviewer's declaration that there is no conflict of interest.
            CREATE TABLE review (
                id TEXT PRIMARY KEY,
                submission_id TEXT NOT NULL REFERENCES submission (id),
                person_id TEXT NOT NULL REFERENCES person (id),
                declared_at TEXT NOT NULL,
                UNIQUE (submission_id, person_id)
            );
            CREATE TABLE review_sending (
                review_id TEXT PRIMARY KEY REFERENCES review (id),
                outcome TEXT NOT NULL CHECK (outcome IN ('changes', 'positive')),
                summary TEXT NOT NULL CHECK (summary <> ''),
                sent_at TEXT NOT NULL
            );
            CREATE TABLE review_comment (
                id TEXT PRIMARY KEY,
                review_id TEXT NOT NULL REFERENCES review (id),
                -- emissions/waste/scope2, sections/outlook, modules/B-2, or nothing for the contract.
                place TEXT NOT NULL,
                quote TEXT NOT NULL,
                severity TEXT NOT NULL CHECK (severity IN ('must', 'should', 'suggestion')),
                content TEXT NOT NULL CHECK (content <> ''),
                created_at TEXT NOT NULL
            );
            CREATE INDEX review_comment_review ON review_comment (review_id, id);
            CREATE TABLE review_comment_answer (
                comment_id TEXT PRIMARY KEY REFERENCES review_comment (id),
                resolution TEXT NOT NULL CHECK (resolution IN ('done', 'declined')),
                content TEXT NOT NULL,
                answered_at TEXT NOT NULL,
                answered_by TEXT NOT NULL REFERENCES person (id),
                CHECK (resolution = 'done' OR content <> '')
            );
            -- The reviewer accepts that the city declined.
            CREATE TABLE review_comment_acceptance (
                comment_id TEXT PRIMARY KEY REFERENCES review_comment (id),
                accepted_at TEXT NOT NULL,
                accepted_by TEXT NOT NULL REFERENCES person (id)
            );
            -- Appended, never changed: the newest one of a contract counts, the others are its history.
            CREATE TABLE council_decision (
                id TEXT PRIMARY KEY,
                contract_id TEXT NOT NULL REFERENCES contract (id),
                submission_id TEXT NOT NULL REFERENCES submission (id),
                number TEXT NOT NULL CHECK (number <> ''),
                decided_on TEXT NOT NULL,
                body TEXT NOT NULL CHECK (body <> ''),
                note TEXT NOT NULL,
                document_hash TEXT NOT NULL REFERENCES blob (hash),
                document_name TEXT NOT NULL,
                recorded_at TEXT NOT NULL,
                recorded_by TEXT NOT NULL REFERENCES person (id)
            );
            CREATE INDEX council_decision_contract ON council_decision (contract_id, id);
            """)
}
