import Storage
import Web

/// Money that is held back, for as long as nobody releases it: an appeal, a doubt.
struct AwardHold: Sendable, RowDecodable {
    let id: HoldID
    let reason: String
    let heldAt: Instant
    let releasedAt: Instant?
    let releaseReason: String?

    init(row: Row) throws {
        id = try row("id")
        reason = try row("reason")
        heldAt = try row("held_at")
        releasedAt = try row("released_at")
        releaseReason = try row("release_reason")
    }

    static func all(_ connection: any Connection, of award: AwardID) throws -> [AwardHold] {
        try connection.all(
            """
            SELECT award_hold.*, award_hold_release.released_at AS released_at,
                award_hold_release.reason AS release_reason
            FROM award_hold LEFT JOIN award_hold_release ON award_hold_release.hold_id = award_hold.id
            WHERE award_hold.award_id = \(award) ORDER BY award_hold.id
            """)
    }

    static func begin(
        _ connection: any Connection, id: HoldID, of award: AwardID, reason: String, by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO award_hold (id, award_id, reason, held_at, held_by)
            VALUES (\(id), \(award), \(reason), \(at), \(person))
            """)
    }

    /// Releases all that holds the award; the number of holds that ended.
    static func release(
        _ connection: any Connection, of award: AwardID, reason: String, by person: PersonID, at: Instant
    ) throws -> Int {
        try connection.execute(
            """
            INSERT INTO award_hold_release (hold_id, reason, released_at, released_by)
            SELECT id, CAST(\(reason) AS TEXT), CAST(\(at) AS TEXT), CAST(\(person) AS TEXT) FROM award_hold
            WHERE award_id = \(award)
                AND NOT EXISTS (SELECT 1 FROM award_hold_release WHERE hold_id = award_hold.id)
            """)
    }
}

/// What a beneficiary asks to be changed in its award, with the decision on it.
struct AwardChange: Sendable, RowDecodable {
    enum Kind: String, Sendable, CaseIterable, Storable {
        case term, budget, partners, content

        /// Key of the word.
        var title: String {
            switch self {
            case .term: "Longer or shorter term"
            case .budget: "Another amount"
            case .partners: "Other partners"
            case .content: "Other work"
            }
        }
    }

    let id: AwardChangeID
    let kind: Kind
    let reason: String
    let until: Day?
    let ceilingCents: Int?
    let askedAt: Instant
    let isAccepted: Bool?
    let answer: String?

    init(row: Row) throws {
        id = try row("id")
        kind = try row("kind")
        reason = try row("reason")
        until = try row("until_day")
        ceilingCents = try row("ceiling_cents")
        askedAt = try row("asked_at")
        isAccepted = try row("is_accepted")
        answer = try row("answer")
    }

    static func all(_ connection: any Connection, of award: AwardID) throws -> [AwardChange] {
        try connection.all(
            """
            SELECT award_change.*, award_change_decision.is_accepted AS is_accepted,
                award_change_decision.reason AS answer
            FROM award_change LEFT JOIN award_change_decision ON award_change_decision.change_id = award_change.id
            WHERE award_change.award_id = \(award) ORDER BY award_change.id
            """)
    }

    struct Content: Sendable {
        let kind: Kind
        let reason: String
        let until: Day?
        let ceilingCents: Int?
    }

    static func ask(
        _ connection: any Connection, id: AwardChangeID, of award: AwardID, _ content: Content, by person: PersonID,
        at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO award_change (id, award_id, kind, reason, until_day, ceiling_cents, asked_at, asked_by)
            VALUES (\(id), \(award), \(content.kind), \(content.reason), \(content.until), \(content.ceilingCents),
                \(at), \(person))
            """)
    }

    /// False when somebody decided before.
    static func decide(
        _ connection: any Connection, _ id: AwardChangeID, accepted: Bool, reason: String, by person: PersonID,
        at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO award_change_decision (change_id, is_accepted, reason, decided_at, decided_by)
            VALUES (\(id), \(accepted), \(reason), \(at), \(person)) ON CONFLICT (change_id) DO NOTHING
            """) == 1
    }
}

/// Money that the beneficiary has to pay back, and what of it came.
struct AwardRecovery: Sendable, RowDecodable {
    let id: RecoveryID
    let cents: Int
    let reason: String
    let dueOn: Day
    let receivedCents: Int

    init(row: Row) throws {
        id = try row("id")
        cents = try row("cents")
        reason = try row("reason")
        dueOn = try row("due_on")
        receivedCents = try row("received_cents")
    }

    var openCents: Int { cents - receivedCents }

    static func all(_ connection: any Connection, of award: AwardID) throws -> [AwardRecovery] {
        try connection.all(
            """
            SELECT award_recovery.*, (SELECT CAST(COALESCE(SUM(cents), 0) AS BIGINT) FROM award_recovery_receipt
                WHERE recovery_id = award_recovery.id) AS received_cents
            FROM award_recovery WHERE award_id = \(award) ORDER BY id
            """)
    }

    static func claim(
        _ connection: any Connection, id: RecoveryID, of award: AwardID, cents: Int, reason: String, dueOn: Day,
        by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO award_recovery (id, award_id, cents, reason, due_on, claimed_at, claimed_by)
            VALUES (\(id), \(award), \(cents), \(reason), \(dueOn), \(at), \(person))
            """)
    }

    static func receive(
        _ connection: any Connection, id: ID<RecoveryKind>, of recovery: RecoveryID, cents: Int, on day: Day,
        by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO award_recovery_receipt (id, recovery_id, cents, received_on, recorded_at, recorded_by)
            VALUES (\(id), \(recovery), \(cents), \(day), \(at), \(person))
            """)
    }
}
