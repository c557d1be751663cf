import Storage
import Web

/// The public register of commitments: only of publications that stand, and only with the organisation's agreement.
enum CommitmentRegister {
    /// Freezes what the signatories of a contract agreed to show, as they accepted it.
    static func publish(
        _ connection: any Connection, of contract: ContractID, in publication: ID<ContractPublicationKind>
    ) throws {
        for commitment in try Commitment.all(connection, of: contract) where commitment.isPublic {
            guard try CommitmentAcceptance.last(connection, of: commitment.id)?.version == commitment.version else {
                continue
            }
            let content = commitment.content
            try connection.execute(
                """
                INSERT INTO commitment_publication (publication_id, commitment_id, institution, helix, tier, pledge,
                    amount, due_year, evidence, sort_key)
                VALUES (\(publication), \(commitment.id), \(content.institution), \(content.helix), \(content.tier),
                    \(content.pledge), \(content.amount), \(content.dueYear), \(content.evidence),
                    \(Folding.words(content.institution).joined(separator: " ")))
                """)
        }
    }

    /// The lines that may be seen, as a table named `line`.
    private static let lines: Statement = """
        SELECT shown.commitment_id AS id, shown.institution AS institution, shown.helix AS helix, shown.tier AS tier,
            shown.pledge AS pledge, shown.amount AS amount, shown.due_year AS due_year, shown.evidence AS evidence,
            shown.sort_key AS sort_key, COALESCE(shown.due_year, 9999) AS due_key, city.name AS city_name,
            city.slug AS city_slug, COALESCE(said.status, 'open') AS status,
            COALESCE(said.evidence, '') AS status_evidence, COALESCE(said.is_own, FALSE) AS is_own
        FROM commitment_publication AS shown
        JOIN contract_publication AS publication ON publication.id = shown.publication_id
        JOIN commitment ON commitment.id = shown.commitment_id
        JOIN city ON city.code = publication.city_code
        LEFT JOIN commitment_progress AS said ON said.id =
            (SELECT MAX(id) FROM commitment_progress WHERE commitment_id = shown.commitment_id)
        WHERE publication.withdrawn_at IS NULL AND commitment.is_public = TRUE AND commitment.withdrawn_at IS NULL
            AND publication.number = (SELECT MAX(number) FROM contract_publication AS later
                WHERE later.city_code = publication.city_code AND later.withdrawn_at IS NULL)
        """

    private static func condition(_ filter: CommitmentFilter) -> Statement {
        var condition: Statement = "1 = 1"
        if !filter.city.isEmpty { condition += " AND city_slug = \(filter.city)" }
        if !filter.helix.isEmpty { condition += " AND helix = \(filter.helix)" }
        if !filter.tier.isEmpty { condition += " AND tier = \(filter.tier)" }
        if !filter.status.isEmpty { condition += " AND status = \(filter.status)" }
        return condition
    }

    /// A part of the register from a place on.
    static func list(
        _ connection: any Connection, _ filter: CommitmentFilter, _ place: ListPlace<CommitmentID>, limit: Int
    ) throws -> [CommitmentLine] {
        let isDescending = filter.order == .nameDown
        let keys = filter.order == .due ? "due_key, sort_key, id" : "sort_key, id"
        let (sign, direction) = (place.sign(descending: isDescending), place.direction(descending: isDescending))
        var query: Statement = "WITH line AS (\(lines)) SELECT * FROM line WHERE \(condition(filter))"
        if let key = place.key {
            query += """
                 AND (\(trusted: keys)) \(trusted: sign) (SELECT \(trusted: keys) FROM line WHERE id = \(key))
                """
        }
        let order = keys.split(separator: ",").map { "\($0) \(direction)" }.joined(separator: ",")
        return try connection.all(query + " ORDER BY \(trusted: order) LIMIT \(limit)")
    }

    static func count(_ connection: any Connection, _ filter: CommitmentFilter) throws -> Int {
        try connection.value("WITH line AS (\(lines)) SELECT COUNT(*) FROM line WHERE \(condition(filter))") ?? 0
    }

    /// The cities that have lines, as choices.
    static func cities(_ connection: any Connection) throws -> [Option] {
        try connection.all(
            "WITH line AS (\(lines)) SELECT DISTINCT city_slug, city_name FROM line ORDER BY city_name"
        ) { row in Option(try row("city_slug"), try row("city_name"), translated: false) }
    }
}
