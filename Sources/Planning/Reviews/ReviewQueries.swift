import Contract
import Storage
import Web

extension Review {
    private static let selection: Statement = """
        SELECT review.*, person.name AS author, review_sending.outcome AS outcome,
            review_sending.summary AS summary, review_sending.sent_at AS sent_at
        FROM review JOIN person ON person.id = review.person_id
        LEFT JOIN review_sending ON review_sending.review_id = review.id
        """

    package static func find(_ connection: any Connection, id: ReviewID) throws -> Review? {
        try connection.first(selection + " WHERE review.id = \(id)")
    }

    /// The review that a person has begun of a round.
    static func find(
        _ connection: any Connection, of submission: SubmissionID, by person: PersonID
    ) throws -> Review? {
        try connection.first(
            selection + " WHERE review.submission_id = \(submission) AND review.person_id = \(person)")
    }

    /// Those that were sent, the oldest first.
    static func sent(_ connection: any Connection, of submission: SubmissionID) throws -> [Review] {
        try connection.all(
            selection
                + """
                 WHERE review.submission_id = \(submission) AND review_sending.sent_at IS NOT NULL
                ORDER BY review.id
                """)
    }

    /// Begins one with the declaration; one that exists stays.
    static func declare(
        _ connection: any Connection, id: ReviewID, of submission: SubmissionID, by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO review (id, submission_id, person_id, declared_at)
            VALUES (\(id), \(submission), \(person), \(at)) ON CONFLICT (submission_id, person_id) DO NOTHING
            """)
    }

    /// false: it was sent before.
    func send(
        _ connection: any Connection, _ outcome: Submission.Outcome, summary: String, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO review_sending (review_id, outcome, summary, sent_at)
            VALUES (\(id), \(outcome), \(summary), \(at)) ON CONFLICT (review_id) DO NOTHING
            """) == 1
    }
}

extension ReviewComment {
    private static let selection: Statement = """
        SELECT review_comment.*, review_comment_answer.resolution AS resolution,
            review_comment_answer.content AS answer, review_comment_answer.answered_at AS answered_at,
            person.name AS answered_by_name, review_comment_acceptance.accepted_at AS accepted_at,
            review_comment_owner.owner_id AS owner_id, owner.name AS owner_name
        FROM review_comment
        LEFT JOIN review_comment_answer ON review_comment_answer.comment_id = review_comment.id
        LEFT JOIN person ON person.id = review_comment_answer.answered_by
        LEFT JOIN review_comment_acceptance ON review_comment_acceptance.comment_id = review_comment.id
        LEFT JOIN review_comment_owner ON review_comment_owner.comment_id = review_comment.id
        LEFT JOIN person AS owner ON owner.id = review_comment_owner.owner_id
        """

    static func all(_ connection: any Connection, of review: ReviewID) throws -> [ReviewComment] {
        try connection.all(selection + " WHERE review_comment.review_id = \(review) ORDER BY review_comment.id")
    }

    /// What was sent about a contract in all its rounds, the oldest first.
    static func sent(_ connection: any Connection, of contract: ContractID) throws -> [ReviewComment] {
        try connection.all(
            selection
                + """
                 JOIN review ON review.id = review_comment.review_id
                JOIN review_sending ON review_sending.review_id = review.id
                JOIN submission ON submission.id = review.submission_id
                WHERE submission.contract_id = \(contract) ORDER BY review_comment.id
                """)
    }

    /// The condition of `isOpen`, behind the joins of `selection`.
    static let isOpen: Statement = """
         AND (review_comment_answer.resolution IS NULL OR (review_comment.severity = 'must'
            AND review_comment_answer.resolution = 'declined' AND review_comment_acceptance.accepted_at IS NULL))
        """

    /// Those that were sent about a contract, narrowed, the newest first.
    static func page(
        _ connection: any Connection, of contract: ContractID, _ filter: ReviewCommentRoutes.Filter,
        at list: ListPlace<ID<ReviewComment>>, limit: Int
    ) throws -> [ReviewComment] {
        var conditions: Statement = filter.isOpenOnly ? isOpen : ""
        if let severity = filter.severity { conditions = conditions + " AND review_comment.severity = \(severity)" }
        if filter.owner == ReviewCommentRoutes.Filter.nobody {
            conditions = conditions + " AND review_comment_owner.owner_id IS NULL"
        } else if let owner = PersonID(filter.owner) {
            conditions = conditions + " AND review_comment_owner.owner_id = \(owner)"
        }
        if let place = filter.place?.path, !place.isEmpty {
            conditions =
                conditions
                    + """
                     AND (review_comment.place = \(place) OR
                        SUBSTR(review_comment.place, 1, LENGTH(\(place + "/"))) = \(place + "/"))
                    """
        }
        return try connection.all(
            selection
                + """
                 JOIN review ON review.id = review_comment.review_id
                JOIN review_sending ON review_sending.review_id = review.id
                JOIN submission ON submission.id = review.submission_id
                WHERE submission.contract_id = \(contract)
                """ + conditions + list.condition("review_comment.id", descending: true)
                + list.order("review_comment.id", descending: true) + " LIMIT \(limit)")
    }

    static func add(
        _ connection: any Connection, id: ID<ReviewComment>, to review: ReviewID, place: String, quote: String,
        _ severity: Severity, _ text: String, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO review_comment (id, review_id, place, quote, severity, content, created_at)
            VALUES (\(id), \(review), \(place), \(quote), \(severity), \(text), \(at))
            """)
    }

    /// Takes a remark of an unsent review away.
    func remove(_ connection: any Connection) throws {
        try connection.execute("DELETE FROM review_comment WHERE id = \(id)")
    }

    /// Answers; a later answer replaces the one before and waits for its acceptance again.
    func answer(
        _ connection: any Connection, _ resolution: Resolution, _ text: String, by person: PersonID, at: Instant
    ) throws {
        try connection.execute("DELETE FROM review_comment_acceptance WHERE comment_id = \(id)")
        try connection.execute(
            """
            INSERT INTO review_comment_answer (comment_id, resolution, content, answered_at, answered_by)
            VALUES (\(id), \(resolution), \(text), \(at), \(person))
            ON CONFLICT (comment_id) DO UPDATE SET resolution = excluded.resolution, content = excluded.content,
                answered_at = excluded.answered_at, answered_by = excluded.answered_by
            """)
    }

    /// Says who looks after it; nil is nobody.
    func give(_ connection: any Connection, to owner: PersonID?, by person: PersonID, at: Instant) throws {
        guard let owner else {
            try connection.execute("DELETE FROM review_comment_owner WHERE comment_id = \(id)")
            return
        }
        try connection.execute(
            """
            INSERT INTO review_comment_owner (comment_id, owner_id, assigned_at, assigned_by)
            VALUES (\(id), \(owner), \(at), \(person))
            ON CONFLICT (comment_id) DO UPDATE SET owner_id = excluded.owner_id, assigned_at = excluded.assigned_at,
                assigned_by = excluded.assigned_by
            """)
    }

    func accept(_ connection: any Connection, by person: PersonID, at: Instant) throws {
        try connection.execute(
            """
            INSERT INTO review_comment_acceptance (comment_id, accepted_at, accepted_by)
            VALUES (\(id), \(at), \(person)) ON CONFLICT (comment_id) DO NOTHING
            """)
    }
}
