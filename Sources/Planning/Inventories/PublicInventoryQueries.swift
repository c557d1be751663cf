import Storage

extension InventoryListLine {
    /// The newest publication of each inventory of a city, by year.
    static func published(_ connection: any Connection, of city: String) throws -> [InventoryListLine] {
        try connection.all("\(newest) AND inventory.city_code = \(city) ORDER BY inventory.year")
    }

    /// The newest publication of each inventory, the latest year first.
    static func all(_ connection: any Connection) throws -> [InventoryListLine] {
        try connection.all("\(newest) ORDER BY inventory.year DESC, city.slug")
    }

    private static let newest: Statement = """
        SELECT city.slug, city.name, inventory.year, inventory.is_as_published, inventory_publication.number,
            inventory_publication.total_t, inventory_publication.population_people, inventory_publication.published_at
        FROM inventory
        JOIN city ON city.code = inventory.city_code
        JOIN inventory_publication ON inventory_publication.inventory_id = inventory.id
        WHERE inventory_publication.number = (SELECT MAX(latest.number) FROM inventory_publication AS latest
            WHERE latest.inventory_id = inventory.id)
        """
}
