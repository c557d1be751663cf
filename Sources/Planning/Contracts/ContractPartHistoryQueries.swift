import Contract
import Storage
import Web

extension ContractPartVersion {
    private static let selection: Statement = """
        SELECT contract_part_version.*, person.name AS name FROM contract_part_version
        LEFT JOIN person ON person.id = contract_part_version.saved_by
        """

    /// The versions of a part in a list, the newest first.
    static func page(
        _ connection: any Connection, _ contract: ContractID, _ place: ContractPlace, at list: ListPlace<Int>,
        limit: Int
    ) throws -> [ContractPartVersion] {
        try connection.all(
            selection + " WHERE contract_id = \(contract) AND place = \(place.path)"
                + list.condition("contract_part_version.version", descending: true)
                + list.order("contract_part_version.version", descending: true)
                + " LIMIT \(limit)")
    }

    static func find(
        _ connection: any Connection, _ contract: ContractID, _ place: ContractPlace, _ version: Int
    ) throws -> ContractPartVersion? {
        try connection.first(
            selection
                + " WHERE contract_id = \(contract) AND place = \(place.path) AND contract_part_version.version = \(version)"
        )
    }
}

extension ContractPart {
    /// Puts a table in the place of what stands there, whatever that is; called where that was looked at in the same
    /// transaction.
    static func replace(
        _ connection: any Connection, _ contract: ContractID, _ id: TableID, _ table: ContractTable,
        by person: PersonID, at: Instant
    ) throws {
        let version = try find(connection, contract, .table(id))?.version ?? 0
        let isSaved = try save(
            connection, contract, .table(id), version: version, try ContractTableText.json(table), by: person, at: at)
        guard isSaved else { throw StorageError.failed("a contract's table changed within its own transaction") }
    }
}
