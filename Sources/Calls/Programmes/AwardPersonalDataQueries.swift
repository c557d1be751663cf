import Storage
import Web

/// What the room keeps under a person's name, for their own copy.
///
/// When a person is deleted these rows stay with the pseudonym: who promised, proposed and paid is what an auditor asks.
enum AwardPersonalData {
    static let declarations = [
        PersonalDataDeclaration("support_programmes_added") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, slug, created_at FROM support_programme WHERE created_by = \(person)
                ORDER BY created_at, id
                """)
        },
        PersonalDataDeclaration("support_programmes_published") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT programme_id, published_at FROM support_programme_publication WHERE published_by = \(person)
                ORDER BY published_at, programme_id
                """)
        },
        PersonalDataDeclaration("awards_recorded") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, title, created_at FROM award WHERE created_by = \(person)
                ORDER BY created_at, id
                """)
        },
        PersonalDataDeclaration("award_agreements_recorded") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT award_id, number, file_name, recorded_at FROM award_agreement WHERE recorded_by = \(person)
                ORDER BY recorded_at, award_id
                """)
        },
        PersonalDataDeclaration("award_aid_checks_recorded") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT award_id, checked_on, file_name, recorded_at FROM award_aid_check WHERE recorded_by = \(person)
                ORDER BY recorded_at, award_id
                """)
        },
        PersonalDataDeclaration("award_reports_sent") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, tranche_id, text, file_name, sent_at FROM award_report WHERE sent_by = \(person)
                ORDER BY sent_at, id
                """)
        },
        PersonalDataDeclaration("award_reports_decided") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT report_id, is_accepted, reason, decided_at FROM award_report_decision WHERE decided_by = \(person)
                ORDER BY decided_at, report_id
                """)
        },
        PersonalDataDeclaration("award_payments_proposed") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, tranche_id, proposed_at FROM award_payment WHERE proposed_by = \(person)
                ORDER BY proposed_at, id
                """)
        },
        PersonalDataDeclaration("award_payments_decided") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT payment_id, is_approved, reason, decided_at FROM award_payment_approval WHERE decided_by = \(person)
                ORDER BY decided_at, payment_id
                """)
        },
        PersonalDataDeclaration("award_payments_recorded") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT payment_id, paid_on, reference, recorded_at FROM award_payment_record WHERE recorded_by = \(person)
                ORDER BY recorded_at, payment_id
                """)
        },
        PersonalDataDeclaration("awards_held") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, award_id, reason, held_at FROM award_hold WHERE held_by = \(person)
                ORDER BY held_at, id
                """)
        },
        PersonalDataDeclaration("awards_released") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT hold_id, reason, released_at FROM award_hold_release WHERE released_by = \(person)
                ORDER BY released_at, hold_id
                """)
        },
        PersonalDataDeclaration("award_changes_asked") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, award_id, kind, reason, asked_at FROM award_change WHERE asked_by = \(person)
                ORDER BY asked_at, id
                """)
        },
        PersonalDataDeclaration("award_changes_decided") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT change_id, is_accepted, reason, decided_at FROM award_change_decision WHERE decided_by = \(person)
                ORDER BY decided_at, change_id
                """)
        },
        PersonalDataDeclaration("award_recoveries_claimed") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, award_id, reason, claimed_at FROM award_recovery WHERE claimed_by = \(person)
                ORDER BY claimed_at, id
                """)
        },
        PersonalDataDeclaration("award_recovery_receipts_recorded") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, recovery_id, received_on, recorded_at FROM award_recovery_receipt WHERE recorded_by = \(person)
                ORDER BY recorded_at, id
                """)
        },
    ]
}
