import Background
import Inventory
import Storage
import Web

extension InventoryImport {
    package static func find(
        _ connection: any Connection, inventory: InventoryID, id: InventoryImportID
    ) throws -> InventoryImport? {
        try connection.first("SELECT * FROM inventory_import WHERE id = \(id) AND inventory_id = \(inventory)")
    }

    /// The latest imports of an inventory, the newest first.
    static func latest(_ connection: any Connection, of inventory: InventoryID, most: Int) throws -> [InventoryImport] {
        try connection.all(
            "SELECT * FROM inventory_import WHERE inventory_id = \(inventory) ORDER BY id DESC LIMIT \(most)")
    }

    /// The same file, sent and not confirmed yet: sending it twice begins nothing twice.
    static func waiting(
        _ connection: any Connection, of inventory: InventoryID, blobHash: String
    ) throws -> InventoryImport? {
        try connection.first(
            """
            SELECT * FROM inventory_import
            WHERE inventory_id = \(inventory) AND blob_hash = \(blobHash) AND confirmed_at IS NULL
            ORDER BY id DESC LIMIT 1
            """)
    }

    static func begin(
        _ connection: any Connection, id: InventoryImportID, of inventory: InventoryID, fileName: String,
        blobHash: String, plan: String, by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO inventory_import (id, inventory_id, file_name, blob_hash, plan, version, created_at, created_by)
            VALUES (\(id), \(inventory), \(fileName), \(blobHash), \(plan), 1, \(at), \(person))
            """)
    }

    /// Changes how the file is read, unless somebody did so meanwhile or it is confirmed; false then.
    func change(_ connection: any Connection, plan: String, version: Int) throws -> Bool {
        try connection.execute(
            """
            UPDATE inventory_import SET plan = \(plan), version = version + 1
            WHERE id = \(id) AND version = \(version) AND confirmed_at IS NULL
            """) == 1
    }

    /// Confirms the reading of a version, once; false when it was confirmed or changed before.
    func confirm(
        _ connection: any Connection, version: Int, replaces: InventoryImportID?, _ result: Result, job: ID<Job>?,
        by person: PersonID, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE inventory_import SET confirmed_at = \(at), confirmed_by = \(person), replaces_id = \(replaces),
                job_id = \(job), rows_readable = \(result.readable), rows_left_out = \(result.leftOut)
            WHERE id = \(id) AND version = \(version) AND confirmed_at IS NULL
            """) == 1
    }

    /// Removes the rows that an import brought and nobody changed since; gives how many went and how many stay.
    static func removeRows(
        _ connection: any Connection, of earlier: InventoryImportID, in inventory: InventoryID
    ) throws -> (removed: Int, kept: Int) {
        let removed = try connection.execute(
            """
            DELETE FROM inventory_row WHERE inventory_id = \(inventory) AND version = 1
                AND id IN (SELECT row_id FROM inventory_import_row WHERE import_id = \(earlier))
            """)
        let kept: Int? = try connection.value(
            "SELECT COUNT(*) FROM inventory_import_row WHERE import_id = \(earlier)")
        return (removed, kept ?? 0)
    }

    func note(_ connection: any Connection, replaced: Int, kept: Int) throws {
        try connection.execute(
            "UPDATE inventory_import SET rows_replaced = \(replaced), rows_kept = \(kept) WHERE id = \(id)")
    }

    /// Adds rows after those that are there, unless another attempt has; false then.
    func add(
        _ connection: any Connection, _ rows: ArraySlice<InventoryRow>, ids: IDSource, by person: PersonID?,
        at: Instant
    ) throws -> Bool {
        let isNext =
            try connection.execute(
                """
                UPDATE inventory_import SET rows_added = \(rows.endIndex) WHERE id = \(id) AND rows_added = \(rows.startIndex)
                """) == 1
        guard isNext else { return false }
        var position = try InventoryLine.nextPosition(connection, of: inventory)
        for row in rows {
            let rowID: InventoryRowID = ids.next()
            try InventoryLine.add(connection, row, id: rowID, to: inventory, position: position, by: person, at: at)
            try connection.execute(
                "INSERT INTO inventory_import_row (import_id, row_id) VALUES (\(id), \(rowID))")
            position += 1
        }
        return true
    }

    func finish(_ connection: any Connection, at: Instant) throws {
        try connection.execute(
            "UPDATE inventory_import SET finished_at = \(at) WHERE id = \(id) AND finished_at IS NULL")
    }

    /// Whether the inventory has figures that this import did not bring.
    func hasOtherFigures(_ connection: any Connection) throws -> Bool {
        try connection.exists(
            """
            SELECT 1 FROM inventory_row WHERE inventory_id = \(inventory) AND content = 'emissions'
                AND id NOT IN (SELECT row_id FROM inventory_import_row WHERE import_id = \(id))
            LIMIT 1
            """)
    }
}
