import Cities
import Inventory
import Storage
import Web

extension FactorUse {
    /// Keeps which factors a row was computed with, in the place of what was kept before.
    static func record(_ connection: any Connection, row: InventoryRowID, _ method: MethodUse?) throws {
        try connection.execute("DELETE FROM factor_use WHERE row_id = \(row)")
        guard let method else { return }
        let keys = FactorUse.keys(method).sorted()
        guard !keys.isEmpty else { return }
        let rows = keys.map { [row.value, $0.value] }
        try connection.execute("INSERT INTO factor_use (row_id, factor_key) VALUES \(rows: rows)")
    }

    /// The factors that an inventory's rows were computed with, as the register has them now.
    static func inForce(_ connection: any Connection, of inventory: InventoryID) throws -> [String: RegisteredFactor] {
        let found: [RegisteredFactor] = try connection.all(
            """
            SELECT factor.subject, factor.property, factor.is_withdrawn, factor_edition.*
            FROM factor JOIN factor_edition
                ON factor_edition.factor_key = factor.key AND factor_edition.number = factor.edition
            WHERE factor.key IN (SELECT factor_use.factor_key
                FROM inventory_row JOIN factor_use ON factor_use.row_id = inventory_row.id
                WHERE inventory_row.inventory_id = \(inventory))
            """)
        return Dictionary(found.map { ($0.factor.id, $0) }) { first, _ in first }
    }

    /// The inventories with rows computed with a factor, by city and year.
    static func all(_ connection: any Connection, of key: String) throws -> [FactorUse] {
        try connection.all(
            """
            SELECT inventory.id, inventory.city_code, city.name, city.slug, inventory.year,
                EXISTS (SELECT 1 FROM inventory_publication WHERE inventory_id = inventory.id) AS is_published
            FROM inventory JOIN city ON city.code = inventory.city_code
            WHERE inventory.id IN (SELECT inventory_row.inventory_id
                FROM factor_use JOIN inventory_row ON inventory_row.id = factor_use.row_id
                WHERE factor_use.factor_key = \(key))
            ORDER BY city.sort_key, inventory.year
            """)
    }

    /// Rows computed with any factor that says the same of the same subject: another place's or another year's may
    /// give way to a new one.
    static func rows(
        _ connection: any Connection, about subject: String, _ property: String
    ) throws -> [InventoryID: Set<String>] {
        var found: [InventoryID: Set<String>] = [:]
        try connection.forEach(
            """
            SELECT DISTINCT inventory_row.inventory_id, inventory_row.id
            FROM factor JOIN factor_use ON factor_use.factor_key = factor.key
                JOIN inventory_row ON inventory_row.id = factor_use.row_id
            WHERE factor.subject = \(subject) AND factor.property = \(property)
            """
        ) { row in
            found[try row("inventory_id"), default: []].insert(try row("id"))
        }
        return found
    }
}
