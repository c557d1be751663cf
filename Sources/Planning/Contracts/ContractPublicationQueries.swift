import Contract
import Storage
import Web

extension ContractPublication {
    /// The one of a city that stands; for the city's own page as well.
    static func newest(of city: String) -> Statement {
        """
        SELECT * FROM contract_publication WHERE city_code = \(city) AND withdrawn_at IS NULL
        ORDER BY number DESC LIMIT 1
        """
    }

    static func current(_ connection: any Connection, city: String) throws -> ContractPublication? {
        try connection.first(newest(of: city))
    }

    /// The one that stands of a contract.
    static func current(_ connection: any Connection, of contract: ContractID) throws -> ContractPublication? {
        try connection.first(
            """
            SELECT * FROM contract_publication WHERE contract_id = \(contract) AND withdrawn_at IS NULL
            ORDER BY number DESC LIMIT 1
            """)
    }

    /// Publishes a content; earlier publications of the city are history from then on.
    static func publish(
        _ connection: any Connection, id: ID<ContractPublicationKind>, city: String, _ content: CityContract,
        snapshot: ContractSnapshot?, withheld: [String], by person: PersonID?, at: Instant
    ) throws {
        let hash = try Blob.store(
            Array(try content.json()), mediaType: FileType.json.mediaType, at: at, in: connection)
        let last: Int? = try connection.value(
            "SELECT MAX(number) FROM contract_publication WHERE city_code = \(city)")
        try connection.execute(
            """
            INSERT INTO contract_publication (id, city_code, contract_id, snapshot_id, number, content_hash, withheld,
                source, published_at, published_by)
            VALUES (\(id), \(city), \(snapshot?.contract), \(snapshot?.id), \((last ?? 0) + 1), \(hash),
                \(withheld.joined(separator: " ")), \(content.source), \(at), \(person))
            """)
    }

    /// Takes it out of sight; it stays as history.
    func withdraw(_ connection: any Connection, reason: String, by person: PersonID, at: Instant) throws {
        try connection.execute(
            """
            UPDATE contract_publication SET withdrawn_at = \(at), withdrawn_by = \(person),
                withdrawal_reason = \(reason)
            WHERE city_code = \(city) AND withdrawn_at IS NULL
            """)
    }
}

extension ContractVisibility {
    /// What the city's team withholds of a contract, and the signatories who keep their commitment to themselves.
    static func find(_ connection: any Connection, of contract: ContractID) throws -> ContractVisibility {
        let paths: [String] = try connection.all(
            "SELECT place FROM contract_visibility WHERE contract_id = \(contract) ORDER BY place"
        ) { try $0("place") }
        let closed = try Commitment.all(connection, of: contract).filter { !$0.isPublic }.map(\.content.institution)
        let rows = try ContractPart.find(connection, contract, .table(.signatories))?.table()?.table.rows ?? []
        let hidden = rows.filter { closed.contains($0.text("institution")) }.map(\.id)
        return ContractVisibility(paths: paths, signatories: Set(hidden))
    }

    /// Puts this in the place of what was withheld.
    func save(
        _ connection: any Connection, of contract: ContractID, by person: PersonID, at: Instant
    ) throws {
        try connection.execute("DELETE FROM contract_visibility WHERE contract_id = \(contract)")
        for path in paths {
            try connection.execute(
                """
                INSERT INTO contract_visibility (contract_id, place, set_at, set_by)
                VALUES (\(contract), \(path), \(at), \(person))
                """)
        }
    }
}
