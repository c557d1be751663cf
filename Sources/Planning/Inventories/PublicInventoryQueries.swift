import Inventory
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

    /// The newest publications of a city's latest years, for its own page.
    static func latest(of city: String, most: Int) -> Statement {
        "\(newest) AND inventory.city_code = \(city) ORDER BY inventory.year DESC LIMIT \(most)"
    }

    /// The newest publications of other cities with so many people, by city and year.
    static func others(
        _ connection: any Connection, than city: String, people: ClosedRange<Int>
    ) throws -> [InventoryListLine] {
        try connection.all(
            """
            \(newest) AND inventory.city_code <> \(city)
                AND COALESCE(inventory_publication.population_people, figure.population)
                    BETWEEN \(people.lowerBound) AND \(people.upperBound)
            ORDER BY city.slug, inventory.year
            """)
    }

    /// Where a publication names no population, the register's figure of that year or the nearest before.
    private static let newest: Statement = """
        SELECT city.slug, city.name, inventory.city_code, inventory.year, inventory.is_as_published,
            inventory_publication.id, inventory_publication.number, inventory_publication.total_t,
            inventory_publication.gwp_set, inventory_publication.coverage, inventory_publication.grid_methodology,
            inventory_publication.population_people, inventory_publication.published_at, figure.population AS register_people,
            figure.reference AS register_reference, earlier.total_t AS earlier_total_t
        FROM inventory
        JOIN city ON city.code = inventory.city_code
        JOIN inventory_publication ON inventory_publication.inventory_id = inventory.id
        LEFT JOIN inventory_publication AS earlier ON earlier.inventory_id = inventory.id
            AND earlier.number = inventory_publication.number - 1
        LEFT JOIN population_figure AS figure ON figure.city_code = inventory.city_code
            AND figure.reference = (SELECT nearest.reference FROM population_figure AS nearest
                WHERE nearest.city_code = inventory.city_code
                    AND nearest.on_day <= CAST(inventory.year AS TEXT) || '-12-31'
                ORDER BY nearest.on_day DESC, nearest.reference LIMIT 1)
        WHERE inventory_publication.number = (SELECT MAX(latest.number) FROM inventory_publication AS latest
            WHERE latest.inventory_id = inventory.id)
        """
}

extension HeadCount {
    /// The register's figure of a year, or the nearest before it.
    static func register(_ connection: any Connection, city: String, year: Int) throws -> HeadCount? {
        let found: (Int, String)? = try connection.first(
            """
            SELECT population, reference FROM population_figure
            WHERE city_code = \(city) AND on_day <= \("\(year)-12-31")
            ORDER BY on_day DESC, reference LIMIT 1
            """
        ) { row in (try row("population"), try row("reference")) }
        return found.map { HeadCount(count: $0.0, origin: .register($0.1)) }
    }
}

extension InventoryPart {
    /// Keeps the parts of a publication's total beside it.
    static func record(
        _ connection: any Connection, of publication: ID<InventoryPublicationKind>, _ view: ContractView
    ) throws {
        for part in all(view) {
            try connection.execute(
                """
                INSERT INTO inventory_publication_part (publication_id, sector, scope, value_t)
                VALUES (\(publication), \(part.sector), \(part.scope?.rawValue ?? 0), \(part.value))
                """)
        }
    }

    /// The parts of some publications.
    static func all(
        _ connection: any Connection, of publications: [ID<InventoryPublicationKind>]
    ) throws -> [ID<InventoryPublicationKind>: [InventoryPart]] {
        let found: [(ID<InventoryPublicationKind>, InventoryPart)] = try connection.all(
            """
            SELECT * FROM inventory_publication_part WHERE publication_id IN (\(list: publications))
            ORDER BY publication_id, sector, scope
            """
        ) { row in (try row("publication_id"), try InventoryPart(row: row)) }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }
}
