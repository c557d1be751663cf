import Inventory
import Storage
import Web

extension CopiedRow {
    /// Rows that wait, in the order of the earlier inventory.
    static func all(_ connection: any Connection, of inventory: InventoryID) throws -> [CopiedRow] {
        try connection.all(
            """
            SELECT inventory_row.*, earlier.year AS earlier_year, earlier.gwp_set AS earlier_gwp_set
            FROM inventory_copied_row
            JOIN inventory_row ON inventory_row.id = inventory_copied_row.row_id
            JOIN inventory AS earlier ON earlier.id = inventory_row.inventory_id
            WHERE inventory_copied_row.inventory_id = \(inventory)
            ORDER BY earlier.year DESC, inventory_row.position, inventory_row.id
            """)
    }

    /// Puts the rows of an earlier inventory on the list of another; those on it already stay once.
    static func add(
        _ connection: any Connection, from earlier: InventoryID, to inventory: InventoryID
    ) throws {
        try connection.execute(
            """
            INSERT INTO inventory_copied_row (inventory_id, row_id)
            SELECT CAST(\(inventory) AS TEXT), id FROM inventory_row
            WHERE inventory_id = \(earlier)
            ON CONFLICT (inventory_id, row_id) DO NOTHING
            """)
    }

    /// Takes a row off the list; false when somebody answered it or set it aside meanwhile.
    static func settle(
        _ connection: any Connection, row: InventoryRowID, of inventory: InventoryID
    ) throws -> Bool {
        try connection.execute(
            "DELETE FROM inventory_copied_row WHERE inventory_id = \(inventory) AND row_id = \(row)") == 1
    }
}

extension InventoryRecord {
    /// Copies parts of an earlier inventory of the city, unless somebody changed this one meanwhile; false then.
    func copy(
        _ connection: any Connection, _ parts: Set<CopiedPart>, from earlier: InventoryRecord, version: Int,
        by person: PersonID, at: Instant
    ) throws -> Bool {
        guard try InventoryRecord.find(connection, id: id)?.version == version else { return false }
        if parts.contains(.frame) {
            var frame = InventoryFrame()
            frame.gwp = earlier.gwp
            frame.coverage = earlier.coverage
            frame.boundary = earlier.boundary
            frame.source = earlier.source
            // People are of a year: those of then are not those of now.
            frame.population = population
            frame.populationSource = populationSource
            _ = try InventoryRecord.update(connection, id: id, version: version, frame, by: person, at: at)
        } else {
            try InventoryRecord.touch(connection, id: id, by: person, at: at)
        }
        if parts.contains(.exclusions) {
            let known = try StoredExclusion.all(connection, of: id).map(\.exclusion)
            for item in try StoredExclusion.all(connection, of: earlier.id)
            where !known.contains(where: { $0.kind == item.exclusion.kind && $0.name == item.exclusion.name }) {
                try StoredExclusion.add(connection, item.exclusion, to: id)
            }
        }
        if parts.contains(.rows) { try CopiedRow.add(connection, from: earlier.id, to: id) }
        return true
    }
}
