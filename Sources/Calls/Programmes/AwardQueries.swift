import Storage
import Web

extension Award {
    private static let selection: Statement = """
        SELECT award.id AS id, award.programme_id AS programme_id, award.organisation_id AS organisation_id,
            award.title AS title, award.reference AS reference, award.own_cents AS own_cents,
            award.decided_on AS decided_on, award.ceiling_cents AS ceiling_cents, award.until_day AS until_day,
            organisation.name AS organisation_name
        FROM award JOIN organisation ON organisation.id = award.organisation_id
        """

    static func find(_ connection: any Connection, id: AwardID) throws -> Award? {
        try connection.first(selection + " WHERE award.id = \(id)")
    }

    static func all(_ connection: any Connection, of programme: SupportProgrammeID) throws -> [Award] {
        try connection.all(selection + " WHERE award.programme_id = \(programme) ORDER BY award.id DESC LIMIT 500")
    }

    /// The awards of the organisations that somebody belongs to; of all organisations where none is named.
    static func all(_ connection: any Connection, ofOrganisations ids: [OrganisationID]?) throws -> [Award] {
        let condition: Statement = ids.map { " WHERE award.organisation_id IN (\(list: $0))" } ?? ""
        return try connection.all(selection + condition + " ORDER BY award.id DESC LIMIT 500")
    }

    static func add(
        _ connection: any Connection, id: AwardID, in programme: SupportProgrammeID, _ content: Content,
        by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO award (id, programme_id, organisation_id, title, reference, ceiling_cents, own_cents,
                decided_on, until_day, created_at, created_by)
            VALUES (\(id), \(programme), \(content.organisation), \(content.title), \(content.reference),
                \(content.ceilingCents), \(content.ownCents), \(content.decidedOn), \(content.until), \(at),
                \(person))
            """)
    }

    static func names(_ connection: any Connection, _ ids: [String]) throws -> [String: String] {
        let found: [(String, String)] = try connection.all("SELECT id, title FROM award WHERE id IN (\(list: ids))") {
            row in (try row("id"), try row("title"))
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    static func extend(_ connection: any Connection, _ id: AwardID, until: Day) throws {
        try connection.execute("UPDATE award SET until_day = \(until) WHERE id = \(id)")
    }

    static func set(_ connection: any Connection, _ id: AwardID, ceilingCents: Int) throws {
        try connection.execute("UPDATE award SET ceiling_cents = \(ceilingCents) WHERE id = \(id)")
    }
}

extension Award {
    /// The organisations of the hub by their names, as choices; there are some hundreds.
    static func organisations(_ connection: any Connection) throws -> [Option] {
        try connection.all("SELECT id, name FROM organisation ORDER BY sort_key, id LIMIT 2000") { row in
            Option(try row("id"), try row("name"), translated: false)
        }
    }
}

/// An award as a programme's public list shows it.
struct AwardLine: Sendable, RowDecodable {
    let id: AwardID
    let organisation: String
    let title: String
    let decidedOn: Day
    let ceilingCents: Int
    let paidCents: Int

    init(row: Row) throws {
        id = try row("id")
        organisation = try row("organisation_name")
        title = try row("title")
        decidedOn = try row("decided_on")
        ceilingCents = try row("ceiling_cents")
        paidCents = try row("paid_cents")
    }

    static func all(_ connection: any Connection, of programme: SupportProgrammeID) throws -> [AwardLine] {
        try connection.all(
            """
            SELECT award.id AS id, organisation.name AS organisation_name, award.title AS title,
                award.decided_on AS decided_on, award.ceiling_cents AS ceiling_cents,
                (SELECT CAST(COALESCE(SUM(award_payment.cents), 0) AS BIGINT) FROM award_tranche
                    JOIN award_payment ON award_payment.tranche_id = award_tranche.id
                    JOIN award_payment_record ON award_payment_record.payment_id = award_payment.id
                    WHERE award_tranche.award_id = award.id) AS paid_cents
            FROM award JOIN organisation ON organisation.id = award.organisation_id
            WHERE award.programme_id = \(programme) ORDER BY award.id DESC LIMIT 500
            """)
    }
}
