import Storage
import Web

/// What the room keeps under a person's name, for their own copy.
///
/// When a person is deleted these rows stay with the pseudonym: who submitted, reviewed and decided is part of a
/// contract's history.
enum ReviewPersonalData {
    static let declarations = [
        records("contract_submissions") { person in
            """
            SELECT id, contract_id, round, message, submitted_at FROM submission
            WHERE submitted_by = \(person) ORDER BY submitted_at, id
            """
        },
        records("contract_submission_withdrawals") { person in
            """
            SELECT submission_id, withdrawn_at FROM submission_withdrawal
            WHERE withdrawn_by = \(person) ORDER BY withdrawn_at, submission_id
            """
        },
        records("contract_reviewers") { person in
            """
            SELECT submission_id, assigned_at FROM submission_reviewer
            WHERE person_id = \(person) OR assigned_by = \(person) ORDER BY assigned_at, submission_id
            """
        },
        records("contract_submission_decisions") { person in
            """
            SELECT submission_id, outcome, reason, decided_at FROM submission_decision
            WHERE decided_by = \(person) ORDER BY decided_at, submission_id
            """
        },
        records("contract_reviews") { person in
            """
            SELECT review.id, submission_id, declared_at, outcome, summary, sent_at FROM review
            LEFT JOIN review_sending ON review_sending.review_id = review.id
            WHERE person_id = \(person) ORDER BY declared_at, review.id
            """
        },
        records("contract_review_comments") { person in
            """
            SELECT review_comment.id, place, quote, severity, content, created_at FROM review_comment
            JOIN review ON review.id = review_comment.review_id
            WHERE review.person_id = \(person) ORDER BY created_at, review_comment.id
            """
        },
        records("contract_review_scores") { person in
            """
            SELECT review_id, criterion, score, content, scored_at FROM review_score
            JOIN review ON review.id = review_score.review_id
            WHERE review.person_id = \(person) ORDER BY scored_at, review_id, criterion
            """
        },
        records("contract_review_comment_owners") { person in
            """
            SELECT comment_id, assigned_at FROM review_comment_owner
            WHERE owner_id = \(person) OR assigned_by = \(person) ORDER BY assigned_at, comment_id
            """
        },
        records("contract_review_answers") { person in
            """
            SELECT comment_id, resolution, content, answered_at FROM review_comment_answer
            WHERE answered_by = \(person) ORDER BY answered_at, comment_id
            """
        },
        records("contract_answer_acceptances") { person in
            """
            SELECT comment_id, accepted_at FROM review_comment_acceptance
            WHERE accepted_by = \(person) ORDER BY accepted_at, comment_id
            """
        },
        records("council_decisions") { person in
            """
            SELECT id, contract_id, number, decided_on, recorded_at FROM council_decision
            WHERE recorded_by = \(person) ORDER BY recorded_at, id
            """
        },
    ]

    private static func records(
        _ name: String, _ statement: @escaping @Sendable (PersonID) -> Statement
    ) -> PersonalDataDeclaration {
        PersonalDataDeclaration(name) { try PersonalDataDeclaration.records($0, statement($1)) }
    }
}
