import Contract
import Storage
import Web

extension OpenComment {
    /// What stands open about a contract: sent comments of reviewers, comments of the team, questions to the hub.
    static func all(_ connection: any Connection, of contract: ContractID) throws -> [OpenComment] {
        try connection.all(
            """
            SELECT 'review' AS kind, review_comment.id AS id, review_comment.review_id AS parent_id, place AS place,
                SUBSTR(review_comment.content, 1, 140) AS beginning, severity AS severity,
                review_comment_owner.owner_id AS owner_id, person.name AS owner_name
            FROM review_comment JOIN review ON review.id = review_comment.review_id
            JOIN review_sending ON review_sending.review_id = review.id
            JOIN submission ON submission.id = review.submission_id
            LEFT JOIN review_comment_answer ON review_comment_answer.comment_id = review_comment.id
            LEFT JOIN review_comment_acceptance ON review_comment_acceptance.comment_id = review_comment.id
            LEFT JOIN review_comment_owner ON review_comment_owner.comment_id = review_comment.id
            LEFT JOIN person ON person.id = review_comment_owner.owner_id
            WHERE submission.contract_id = \(contract)
            """ + ReviewComment.isOpen + """

                UNION ALL
                SELECT contract_comment.kind, contract_comment.id, contract_comment.contract_id, place,
                    SUBSTR(contract_comment.content, 1, 140), NULL, NULL, NULL
                FROM contract_comment
                LEFT JOIN contract_comment_resolution
                    ON contract_comment_resolution.comment_id = contract_comment.id
                WHERE contract_comment.contract_id = \(contract)
                    AND contract_comment_resolution.comment_id IS NULL
                ORDER BY id LIMIT 1000
                """)
    }
}
