import Selection
import Storage
import Web

package enum BidKind {}
typealias BidID = ID<BidKind>

/// An organisation's application in a call. What it says stands in its answers, one row a question and revision.
struct BidRecord: Sendable, RowDecodable {
    let id: BidID
    let call: OpenCallID
    let callSlug: String
    let organisation: OrganisationID
    let organisationName: String
    /// Counts every saving of an answer.
    let revision: Int
    let startedAt: Instant

    var path: String { "/bids/\(id)" }

    init(row: Row) throws {
        id = try row("id")
        call = try row("call_id")
        callSlug = try row("call_slug")
        organisation = try row("organisation_id")
        organisationName = try row("organisation_name")
        revision = try row("revision")
        startedAt = try row("started_at")
    }

    static let migration = Migration(
        "bids-001",
        sql: """
            CREATE TABLE bid (
                id TEXT PRIMARY KEY,
                call_id TEXT NOT NULL REFERENCES open_call (id),
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                revision BIGINT NOT NULL DEFAULT 0,
                started_at TEXT NOT NULL,
                started_by TEXT NOT NULL REFERENCES person (id),
                UNIQUE (call_id, organisation_id)
            );
            CREATE INDEX bid_organisation ON bid (organisation_id, id);
            CREATE TABLE bid_answer (
                bid_id TEXT NOT NULL REFERENCES bid (id),
                question TEXT NOT NULL,
                revision BIGINT NOT NULL CHECK (revision > 0),
                -- As JSON; null where it was taken back.
                answer TEXT,
                saved_at TEXT NOT NULL,
                saved_by TEXT NOT NULL REFERENCES person (id),
                PRIMARY KEY (bid_id, question, revision)
            );
            CREATE TABLE bid_declaration (
                bid_id TEXT NOT NULL REFERENCES bid (id),
                rule TEXT NOT NULL,
                is_met BOOLEAN NOT NULL,
                declared_at TEXT NOT NULL,
                declared_by TEXT NOT NULL REFERENCES person (id),
                PRIMARY KEY (bid_id, rule)
            );
            CREATE TABLE bid_certification (
                bid_id TEXT NOT NULL REFERENCES bid (id),
                content_hash TEXT NOT NULL,
                certified_at TEXT NOT NULL,
                certified_by TEXT NOT NULL REFERENCES person (id),
                PRIMARY KEY (bid_id, content_hash)
            );
            CREATE TABLE bid_submission (
                id TEXT PRIMARY KEY,
                bid_id TEXT NOT NULL REFERENCES bid (id),
                call_id TEXT NOT NULL REFERENCES open_call (id),
                -- Counts the receipts of the call.
                number BIGINT NOT NULL,
                -- Which publication of the call it answers.
                edition BIGINT NOT NULL,
                content TEXT NOT NULL,
                content_hash TEXT NOT NULL,
                previous_hash TEXT NOT NULL,
                receipt_hash TEXT NOT NULL,
                submitted_at TEXT NOT NULL,
                submitted_by TEXT NOT NULL REFERENCES person (id),
                UNIQUE (call_id, number)
            );
            CREATE INDEX bid_submission_bid ON bid_submission (bid_id, number);
            CREATE TABLE bid_withdrawal (
                submission_id TEXT PRIMARY KEY REFERENCES bid_submission (id),
                reason TEXT NOT NULL,
                withdrawn_at TEXT NOT NULL,
                withdrawn_by TEXT NOT NULL REFERENCES person (id)
            );
            CREATE TABLE open_call_extension (
                id TEXT PRIMARY KEY,
                call_id TEXT NOT NULL REFERENCES open_call (id),
                until_moment TEXT NOT NULL,
                reason TEXT NOT NULL CHECK (reason <> ''),
                extended_at TEXT NOT NULL,
                extended_by TEXT NOT NULL REFERENCES person (id)
            );
            CREATE INDEX open_call_extension_call ON open_call_extension (call_id, id);
            """)
}

/// A submission as it was received: frozen, numbered within its call, chained to the one before.
struct BidSubmission: Sendable, RowDecodable {
    let id: ID<BidSubmissionKind>
    let bid: BidID
    let number: Int
    let edition: Int
    let content: String
    let contentHash: String
    let previousHash: String
    let receiptHash: String
    let submittedAt: Instant
    let author: String
    let withdrawnAt: Instant?

    init(row: Row) throws {
        id = try row("id")
        bid = try row("bid_id")
        number = try row("number")
        edition = try row("edition")
        content = try row("content")
        contentHash = try row("content_hash")
        previousHash = try row("previous_hash")
        receiptHash = try row("receipt_hash")
        submittedAt = try row("submitted_at")
        author = try row("author")
        withdrawnAt = try row("withdrawn_at")
    }
}

package enum BidSubmissionKind {}
