import Storage
import Web

extension AwardTranche {
    static func all(_ connection: any Connection, of award: AwardID) throws -> [AwardTranche] {
        try connection.all("SELECT * FROM award_tranche WHERE award_id = \(award) ORDER BY number")
    }

    static func add(_ connection: any Connection, id: TrancheID, to award: AwardID, _ content: Content) throws {
        let last: Int =
            try connection.value(
                "SELECT COALESCE(MAX(number), 0) FROM award_tranche WHERE award_id = \(award)") ?? 0
        try connection.execute(
            """
            INSERT INTO award_tranche (id, award_id, number, title, milestone, cents, due_on, needs_report)
            VALUES (\(id), \(award), \(last + 1), \(content.title), \(content.milestone), \(content.cents),
                \(content.dueOn), \(content.needsReport))
            """)
    }
}

extension AwardReport {
    /// The reports on an award's tranches, the oldest first.
    static func all(_ connection: any Connection, of award: AwardID) throws -> [AwardReport] {
        try connection.all(
            """
            SELECT award_report.*, person.name AS author, award_report_decision.is_accepted AS is_accepted,
                award_report_decision.reason AS reason
            FROM award_report JOIN award_tranche ON award_tranche.id = award_report.tranche_id
            JOIN person ON person.id = award_report.sent_by
            LEFT JOIN award_report_decision ON award_report_decision.report_id = award_report.id
            WHERE award_tranche.award_id = \(award) ORDER BY award_report.id
            """)
    }

    static func send(
        _ connection: any Connection, id: AwardReportID, on tranche: TrancheID, text: String, spentCents: Int,
        file: (hash: String, name: String)?, by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO award_report (id, tranche_id, text, spent_cents, blob_hash, file_name, sent_at, sent_by)
            VALUES (\(id), \(tranche), \(text), \(spentCents), \(file?.hash), \(file?.name), \(at), \(person))
            """)
    }

    /// False when somebody decided before.
    static func decide(
        _ connection: any Connection, _ id: AwardReportID, accepted: Bool, reason: String, by person: PersonID,
        at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO award_report_decision (report_id, is_accepted, reason, decided_at, decided_by)
            VALUES (\(id), \(accepted), \(reason), \(at), \(person)) ON CONFLICT (report_id) DO NOTHING
            """) == 1
    }
}

extension AwardPayment {
    /// The payments of an award's tranches, the oldest first.
    static func all(_ connection: any Connection, of award: AwardID) throws -> [AwardPayment] {
        try connection.all(
            """
            SELECT award_payment.*, proposer.name AS proposer_name, award_payment_approval.is_approved AS is_approved,
                award_payment_approval.reason AS reason, decider.name AS decider,
                award_payment_record.paid_on AS paid_on, award_payment_record.reference AS reference
            FROM award_payment JOIN award_tranche ON award_tranche.id = award_payment.tranche_id
            JOIN person AS proposer ON proposer.id = award_payment.proposed_by
            LEFT JOIN award_payment_approval ON award_payment_approval.payment_id = award_payment.id
            LEFT JOIN person AS decider ON decider.id = award_payment_approval.decided_by
            LEFT JOIN award_payment_record ON award_payment_record.payment_id = award_payment.id
            WHERE award_tranche.award_id = \(award) ORDER BY award_payment.id
            """)
    }

    static func propose(
        _ connection: any Connection, id: PaymentID, of tranche: AwardTranche, by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO award_payment (id, tranche_id, cents, proposed_at, proposed_by)
            VALUES (\(id), \(tranche.id), \(tranche.cents), \(at), \(person))
            """)
    }

    /// False when somebody decided before.
    static func decide(
        _ connection: any Connection, _ id: PaymentID, approved: Bool, reason: String, by person: PersonID, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO award_payment_approval (payment_id, is_approved, reason, decided_at, decided_by)
            VALUES (\(id), \(approved), \(reason), \(at), \(person)) ON CONFLICT (payment_id) DO NOTHING
            """) == 1
    }

    /// False when it is recorded already.
    static func record(
        _ connection: any Connection, _ id: PaymentID, paidOn: Day, reference: String, by person: PersonID, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO award_payment_record (payment_id, paid_on, reference, recorded_at, recorded_by)
            VALUES (\(id), \(paidOn), \(reference), \(at), \(person)) ON CONFLICT (payment_id) DO NOTHING
            """) == 1
    }
}
