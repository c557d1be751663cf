import Storage
import Web

extension ReviewScore {
    /// The scores of one review, by criterion.
    static func all(_ connection: any Connection, of review: ReviewID) throws -> [String: ReviewScore] {
        byCriterion(try connection.all("SELECT * FROM review_score WHERE review_id = \(review)"))
    }

    /// Those of the reviews of a round that were sent.
    static func sent(
        _ connection: any Connection, of submission: SubmissionID
    ) throws -> [ReviewID: [String: ReviewScore]] {
        let found: [ReviewScore] = try connection.all(
            """
            SELECT review_score.* FROM review_score JOIN review ON review.id = review_score.review_id
            JOIN review_sending ON review_sending.review_id = review.id
            WHERE review.submission_id = \(submission)
            """)
        return Dictionary(grouping: found, by: \.review).mapValues(byCriterion)
    }

    private static func byCriterion(_ scores: [ReviewScore]) -> [String: ReviewScore] {
        Dictionary(uniqueKeysWithValues: scores.map { ($0.criterion, $0) })
    }

    /// Keeps a score of a review that is not sent; a later one replaces it.
    static func keep(
        _ connection: any Connection, _ review: ReviewID, _ criterion: String, score: Int?, _ text: String,
        at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO review_score (review_id, criterion, score, content, scored_at)
            VALUES (\(review), \(criterion), \(score), \(text), \(at))
            ON CONFLICT (review_id, criterion) DO UPDATE SET score = excluded.score, content = excluded.content,
                scored_at = excluded.scored_at
            """)
    }
}
