import Storage
import Web

/// What the room keeps under a person's name, for their own copy.
///
/// When a person is deleted these rows stay with the pseudonym: who answered, certified and submitted is part of a bid.
enum BidPersonalData {
    static let declarations = [
        PersonalDataDeclaration("bids_started") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, call_id, started_at FROM bid WHERE started_by = \(person)
                ORDER BY started_at, id
                """)
        },
        PersonalDataDeclaration("bid_answers_saved") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT bid_id, question, revision, saved_at FROM bid_answer WHERE saved_by = \(person)
                ORDER BY saved_at, bid_id, question
                """)
        },
        PersonalDataDeclaration("bid_declarations_made") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT bid_id, rule, is_met, declared_at FROM bid_declaration WHERE declared_by = \(person)
                ORDER BY declared_at, bid_id, rule
                """)
        },
        PersonalDataDeclaration("bids_certified") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT bid_id, content_hash, certified_at FROM bid_certification WHERE certified_by = \(person)
                ORDER BY certified_at, bid_id
                """)
        },
        PersonalDataDeclaration("bids_submitted") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, bid_id, number, submitted_at FROM bid_submission WHERE submitted_by = \(person)
                ORDER BY submitted_at, id
                """)
        },
        PersonalDataDeclaration("bids_withdrawn") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT submission_id, reason, withdrawn_at FROM bid_withdrawal WHERE withdrawn_by = \(person)
                ORDER BY withdrawn_at, submission_id
                """)
        },
        PersonalDataDeclaration("call_extensions_given") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, call_id, until_moment, reason FROM open_call_extension WHERE extended_by = \(person)
                ORDER BY id
                """)
        },
    ]
}
