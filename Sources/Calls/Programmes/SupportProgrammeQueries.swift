import Storage
import Web

extension SupportProgramme {
    private static let selection: Statement = """
        SELECT support_programme.*, support_programme_publication.published_at AS published_at
        FROM support_programme
        LEFT JOIN support_programme_publication ON support_programme_publication.programme_id = support_programme.id
        """

    static func find(_ connection: any Connection, slug: String) throws -> SupportProgramme? {
        try connection.first(selection + " WHERE support_programme.slug = \(slug)")
    }

    static func find(_ connection: any Connection, id: SupportProgrammeID) throws -> SupportProgramme? {
        try connection.first(selection + " WHERE support_programme.id = \(id)")
    }

    /// A programme with what was promised and paid under it, in cents of its currency.
    struct Line: Sendable, RowDecodable {
        let programme: SupportProgramme
        let awards: Int
        let awardedCents: Int
        let paidCents: Int

        init(row: Row) throws {
            programme = try SupportProgramme(row: row)
            awards = try row("awards")
            awardedCents = try row("awarded_cents")
            paidCents = try row("paid_cents")
        }
    }

    /// All programmes, the newest first; the public sees those that are published.
    static func lines(_ connection: any Connection, publishedOnly: Bool) throws -> [Line] {
        let condition: Statement =
            publishedOnly ? " WHERE support_programme_publication.programme_id IS NOT NULL" : ""
        return try connection.all(
            """
            SELECT support_programme.*, support_programme_publication.published_at AS published_at,
                (SELECT COUNT(*) FROM award WHERE award.programme_id = support_programme.id) AS awards,
                (SELECT CAST(COALESCE(SUM(award.ceiling_cents), 0) AS BIGINT) FROM award
                    WHERE award.programme_id = support_programme.id) AS awarded_cents,
                (SELECT CAST(COALESCE(SUM(award_payment.cents), 0) AS BIGINT) FROM award
                    JOIN award_tranche ON award_tranche.award_id = award.id
                    JOIN award_payment ON award_payment.tranche_id = award_tranche.id
                    JOIN award_payment_record ON award_payment_record.payment_id = award_payment.id
                    WHERE award.programme_id = support_programme.id) AS paid_cents
            FROM support_programme
            LEFT JOIN support_programme_publication
                ON support_programme_publication.programme_id = support_programme.id
            """ + condition + " ORDER BY support_programme.id DESC LIMIT 200")
    }

    /// What the awards of a programme may cost together at most, in cents.
    static func awardedCents(
        _ connection: any Connection, _ id: SupportProgrammeID, without award: AwardID? = nil
    ) throws -> Int {
        let other: Statement = award.map { " AND id <> \($0)" } ?? ""
        return try connection.value(
            "SELECT CAST(COALESCE(SUM(ceiling_cents), 0) AS BIGINT) FROM award WHERE programme_id = \(id)" + other) ?? 0
    }

    static func add(
        _ connection: any Connection, id: SupportProgrammeID, slug: String, _ content: Content, by person: PersonID,
        at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO support_programme (id, slug, name_ro, name_en, funder, rules, currency, budget_cents,
                aid_basis, aid_note, from_day, until_day, created_at, created_by)
            VALUES (\(id), \(slug), \(content.nameRomanian), \(content.nameEnglish), \(content.funder),
                \(content.rules), \(content.currency), \(content.budgetCents), \(content.aidBasis),
                \(content.aidNote), \(content.from), \(content.until), \(at), \(person))
            """)
    }

    /// False when somebody saved another version in between.
    static func update(
        _ connection: any Connection, id: SupportProgrammeID, _ content: Content, version: Int
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE support_programme SET name_ro = \(content.nameRomanian), name_en = \(content.nameEnglish),
                funder = \(content.funder), rules = \(content.rules), currency = \(content.currency),
                budget_cents = \(content.budgetCents), aid_basis = \(content.aidBasis), aid_note = \(content.aidNote),
                from_day = \(content.from), until_day = \(content.until), version = version + 1
            WHERE id = \(id) AND version = \(version)
            """) == 1
    }

    static func publish(
        _ connection: any Connection, id: SupportProgrammeID, by person: PersonID, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO support_programme_publication (programme_id, published_at, published_by)
            VALUES (\(id), \(at), \(person)) ON CONFLICT (programme_id) DO NOTHING
            """) == 1
    }

    /// Names for the history.
    static func names(_ connection: any Connection, _ ids: [String]) throws -> [String: String] {
        let found: [(String, String)] = try connection.all(
            "SELECT id, name_ro FROM support_programme WHERE id IN (\(list: ids))"
        ) { row in (try row("id"), try row("name_ro")) }
        return Dictionary(uniqueKeysWithValues: found)
    }
}
