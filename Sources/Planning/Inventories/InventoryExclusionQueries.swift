import Inventory
import Storage

/// Something left out of an inventory's boundary, with its place in the list.
struct StoredExclusion: Sendable, RowDecodable {
    let position: Int
    let exclusion: Exclusion

    init(row: Row) throws {
        position = try row("position")
        exclusion = Exclusion(
            kind: try row("kind"), name: try row("name"), reason: try row("reason"), share: try row("share"))
    }

    static func all(_ connection: any Connection, of inventory: InventoryID) throws -> [StoredExclusion] {
        try connection.all("SELECT * FROM inventory_exclusion WHERE inventory_id = \(inventory) ORDER BY position")
    }

    /// Adds one at the end.
    static func add(_ connection: any Connection, _ exclusion: Exclusion, to inventory: InventoryID) throws {
        let last: Int? = try connection.value(
            "SELECT MAX(position) FROM inventory_exclusion WHERE inventory_id = \(inventory)")
        try connection.execute(
            """
            INSERT INTO inventory_exclusion (inventory_id, position, kind, name, reason, share)
            VALUES (\(inventory), \((last ?? 0) + 1), \(exclusion.kind), \(exclusion.name), \(exclusion.reason),
                \(exclusion.share))
            """)
    }

    /// Puts another in its place; false when it is gone.
    static func update(
        _ connection: any Connection, _ exclusion: Exclusion, of inventory: InventoryID, position: Int
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE inventory_exclusion SET kind = \(exclusion.kind), name = \(exclusion.name),
                reason = \(exclusion.reason), share = \(exclusion.share)
            WHERE inventory_id = \(inventory) AND position = \(position)
            """) == 1
    }

    /// False when it is gone already.
    static func remove(_ connection: any Connection, of inventory: InventoryID, position: Int) throws -> Bool {
        try connection.execute(
            "DELETE FROM inventory_exclusion WHERE inventory_id = \(inventory) AND position = \(position)") == 1
    }
}
