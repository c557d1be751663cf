import Storage
import Web

/// What a reviewer says by one criterion of the rubric; with the review it is sent and frozen.
struct ReviewScore: Sendable, RowDecodable {
    let review: ReviewID
    /// Code of a `ReviewCriterion`.
    let criterion: String
    /// nil: it could not be judged. That is not a score, and never counts as a low one.
    let score: Int?
    let text: String
    let scoredAt: Instant

    init(row: Row) throws {
        review = try row("review_id")
        criterion = try row("criterion")
        score = try row("score")
        text = try row("content")
        scoredAt = try row("scored_at")
    }

    static let migration = Migration(
        "reviews-002",
        sql: """
            CREATE TABLE review_score (
                review_id TEXT NOT NULL REFERENCES review (id),
                -- A code of the rubric.
                criterion TEXT NOT NULL CHECK (criterion <> ''),
                -- Nothing: the reviewer could not judge it.
                score BIGINT CHECK (score BETWEEN 1 AND 4),
                content TEXT NOT NULL CHECK (content <> ''),
                scored_at TEXT NOT NULL,
                PRIMARY KEY (review_id, criterion)
            );
            -- Who of the city's team looks after a comment.
            CREATE TABLE review_comment_owner (
                comment_id TEXT PRIMARY KEY REFERENCES review_comment (id),
                owner_id TEXT NOT NULL REFERENCES person (id),
                assigned_at TEXT NOT NULL,
                assigned_by TEXT NOT NULL REFERENCES person (id)
            );
            CREATE INDEX review_comment_owner_owner ON review_comment_owner (owner_id);
            """)
}
