import Storage
import Web

extension InventoryDocument {
    package static func find(
        _ connection: any Connection, inventory: InventoryID, id: InventoryDocumentID
    ) throws -> InventoryDocument? {
        try connection.first("SELECT * FROM inventory_document WHERE id = \(id) AND inventory_id = \(inventory)")
    }

    /// The documents of an inventory, or of one of its rows, the newest first.
    static func list(
        _ connection: any Connection, of inventory: InventoryID, row: InventoryRowID? = nil,
        place: ListPlace<InventoryDocumentID>, limit: Int
    ) throws -> [InventoryDocument] {
        var query: Statement = "SELECT * FROM inventory_document WHERE inventory_id = \(inventory)"
        if let row { query += " AND row_id = \(row)" }
        query += place.condition("id", descending: true) + place.order("id", descending: true)
        return try connection.all(query + " LIMIT \(limit)")
    }

    /// What the team shows to everybody, for the public page.
    static func shown(_ connection: any Connection, of inventory: InventoryID) throws -> [InventoryDocument] {
        try connection.all(
            """
            SELECT * FROM inventory_document WHERE inventory_id = \(inventory) AND is_public = TRUE ORDER BY id LIMIT 200
            """)
    }

    static func holds(_ connection: any Connection, _ inventory: InventoryID, blobHash: String) throws -> Bool {
        try connection.exists(
            "SELECT 1 FROM inventory_document WHERE inventory_id = \(inventory) AND blob_hash = \(blobHash)")
    }

    package static func add(
        _ connection: any Connection, id: InventoryDocumentID, to inventory: InventoryID, row: InventoryRowID?,
        name: String, blobHash: String, size: Int, isPublic: Bool, by person: PersonID?, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO inventory_document (id, inventory_id, row_id, name, blob_hash, size_bytes, is_public, added_at,
                added_by)
            VALUES (\(id), \(inventory), \(row), \(name), \(blobHash), \(size), \(isPublic), \(at), \(person))
            """)
    }

    func change(_ connection: any Connection, name: String, isPublic: Bool) throws {
        try connection.execute(
            "UPDATE inventory_document SET name = \(name), is_public = \(isPublic) WHERE id = \(id)")
    }

    func remove(_ connection: any Connection) throws {
        try connection.execute("DELETE FROM inventory_document WHERE id = \(id)")
        let isUsed = try connection.exists(
            """
            SELECT 1 FROM inventory_document WHERE blob_hash = \(blobHash)
            UNION ALL SELECT 1 FROM inventory_import WHERE blob_hash = \(blobHash)
            UNION ALL SELECT 1 FROM inventory_publication WHERE content_hash = \(blobHash) LIMIT 1
            """)
        if !isUsed { try Blob.remove(blobHash, in: connection) }
    }
}
