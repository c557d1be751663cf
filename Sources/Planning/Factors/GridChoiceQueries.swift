import Storage
import Web

extension InventoryRecord {
    /// Keeps which grid factor the inventory uses, unless somebody changed the inventory meanwhile; false then.
    static func choose(
        _ connection: any Connection, id: InventoryID, version: Int, _ choice: GridChoice, by person: PersonID,
        at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE inventory SET grid_methodology = \(choice.methodology), grid_reason = \(choice.reason),
                version = version + 1, updated_at = \(at), updated_by = \(person)
            WHERE id = \(id) AND version = \(version)
            """) == 1
    }
}
