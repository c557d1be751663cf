import Inventory
import Members
import Spreadsheets
import Storage
import Web

extension InventoryCertification {
    /// The last certification of an inventory, whatever version it was of.
    package static func last(_ connection: any Connection, of inventory: InventoryID) throws -> InventoryCertification?
    {
        try connection.first(
            """
            SELECT inventory_certification.*, person.name AS certifier_name
            FROM inventory_certification JOIN person ON person.id = inventory_certification.certified_by
            WHERE inventory_id = \(inventory) ORDER BY certified_at DESC, inventory_certification.id DESC LIMIT 1
            """)
    }

    static func record(
        _ connection: any Connection, id: ID<InventoryCertificationKind>, _ inventory: InventoryRecord,
        contentHash: String, by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO inventory_certification (id, inventory_id, version, content_hash, certified_by, certified_at)
            VALUES (\(id), \(inventory.id), \(inventory.version), \(contentHash), \(person), \(at))
            """)
    }
}

extension InventoryPublication {
    /// The publications of an inventory, the newest first.
    package static func all(_ connection: any Connection, of inventory: InventoryID) throws -> [InventoryPublication] {
        try connection.all(
            "SELECT * FROM inventory_publication WHERE inventory_id = \(inventory) ORDER BY number DESC")
    }

    package static func last(_ connection: any Connection, of inventory: InventoryID) throws -> InventoryPublication? {
        try connection.first(
            """
            SELECT * FROM inventory_publication WHERE inventory_id = \(inventory) ORDER BY number DESC LIMIT 1
            """)
    }

    /// Freezes an inventory as it stands.
    /// - Parameter certification: nil only for what was published elsewhere before.
    /// - Returns: the number of the publication.
    package static func publish(
        _ connection: any Connection, id: ID<InventoryPublicationKind>, _ inventory: InventoryRecord,
        certification: InventoryCertification?, reason: String, by person: PersonID?, at: Instant
    ) throws -> Int {
        let whole = try inventory.whole(connection)
        let view = InventoryReport(whole).contract
        let hash = try Blob.store(
            try InventoryContent.bytes(whole), mediaType: "text/csv; charset=utf-8", at: at, in: connection)
        let number = (try last(connection, of: inventory.id)?.number ?? 0) + 1
        try connection.execute(
            """
            INSERT INTO inventory_publication (id, inventory_id, number, version, certification_id, content_hash,
                total_t, gwp_set, coverage, population_people, grid_methodology, grid_reason, reason, published_at,
                published_by)
            VALUES (\(id), \(inventory.id), \(number), \(inventory.version), \(certification?.id), \(hash),
                \(view.total), \(whole.gwp), \(whole.coverage), \(whole.population),
                \(inventory.gridMethodology), \(inventory.gridReason), \(reason), \(at), \(person))
            """)
        try InventoryPart.record(connection, of: id, view)
        return number
    }

    /// The inventory as it was frozen.
    package func content(_ connection: any Connection) throws -> CityInventory {
        guard let blob = try Blob.fetch(contentHash, in: connection) else { throw InventoryContent.Missing() }
        return try InventoryContent.read(blob.bytes)
    }
}
