import Cities
import Inventory
import Members
import Storage
import Web

/// What somebody says when they start an inventory or change its frame.
package struct InventoryFrame: Sendable, Equatable {
    package var gwp: GWPSet = .ar5
    package var coverage: InventoryTotal = .contract
    package var boundary = ""
    package var population: Int?
    package var populationSource = ""
    package var source = ""

    package init() {}
}

extension InventoryRecord {
    package static func find(_ connection: any Connection, id: InventoryID) throws -> InventoryRecord? {
        try connection.first("SELECT * FROM inventory WHERE id = \(id)")
    }

    package static func find(_ connection: any Connection, city: String, year: Int) throws -> InventoryRecord? {
        try connection.first("SELECT * FROM inventory WHERE city_code = \(city) AND year = \(year)")
    }

    /// The inventories of a city, the latest year first.
    package static func all(_ connection: any Connection, of city: String) throws -> [InventoryRecord] {
        try connection.all("SELECT * FROM inventory WHERE city_code = \(city) ORDER BY year DESC")
    }

    /// Names of inventories for the history: the city and the year.
    static func names(_ connection: any Connection, _ ids: [String]) throws -> [String: String] {
        let named: [(String, String)] = try connection.all(
            """
            SELECT inventory.id, city.name, inventory.year FROM inventory JOIN city ON city.code = inventory.city_code
            WHERE inventory.id IN (\(list: ids))
            """
        ) { row in
            let (name, year): (String, Int) = (try row("name"), try row("year"))
            return (try row("id"), "\(name) \(year)")
        }
        return Dictionary(uniqueKeysWithValues: named)
    }

    /// Starts an inventory; false when the city has one of this year already.
    package static func create(
        _ connection: any Connection, id: InventoryID, city: String, year: Int, _ frame: InventoryFrame,
        isAsPublished: Bool = false, by person: PersonID?, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO inventory (id, city_code, year, gwp_set, coverage, boundary, population_people,
                population_source, source, is_as_published, version, created_at, created_by, updated_at, updated_by)
            VALUES (\(id), \(city), \(year), \(frame.gwp), \(frame.coverage), \(frame.boundary), \(frame.population),
                \(frame.populationSource), \(frame.source), \(isAsPublished), 1, \(at), \(person), \(at), \(person))
            ON CONFLICT (city_code, year) DO NOTHING
            """) == 1
    }

    /// Changes the frame unless somebody changed the inventory meanwhile; false then.
    package static func update(
        _ connection: any Connection, id: InventoryID, version: Int, _ frame: InventoryFrame, by person: PersonID,
        at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE inventory SET gwp_set = \(frame.gwp), coverage = \(frame.coverage), boundary = \(frame.boundary),
                population_people = \(frame.population), population_source = \(frame.populationSource),
                source = \(frame.source), version = version + 1, updated_at = \(at), updated_by = \(person)
            WHERE id = \(id) AND version = \(version)
            """) == 1
    }

    /// Counts a change of something in the inventory, so that a certification of the version before no longer fits.
    static func touch(_ connection: any Connection, id: InventoryID, by person: PersonID?, at: Instant) throws {
        try connection.execute(
            """
            UPDATE inventory SET version = version + 1, updated_at = \(at), updated_by = \(person) WHERE id = \(id)
            """)
    }

    /// The whole inventory as the library knows it.
    package func whole(_ connection: any Connection) throws -> CityInventory {
        let name: String? = try connection.value("SELECT name FROM city WHERE code = \(city)")
        return CityInventory(
            city: name ?? city, year: year, gwp: gwp, coverage: coverage, population: population,
            boundary: Boundary(description: boundary, exclusions: try exclusions(connection)),
            rows: try InventoryLine.all(connection, of: id).map(\.row), printedTotals: try printedTotals(connection),
            printedFactors: try printedFactors(connection), source: source)
    }

    private func exclusions(_ connection: any Connection) throws -> [Exclusion] {
        try connection.all(
            "SELECT * FROM inventory_exclusion WHERE inventory_id = \(id) ORDER BY position"
        ) { row in
            Exclusion(kind: try row("kind"), name: try row("name"), reason: try row("reason"), share: try row("share"))
        }
    }

    private func printedTotals(_ connection: any Connection) throws -> [PrintedTotal] {
        try connection.all(
            "SELECT * FROM inventory_printed_total WHERE inventory_id = \(id) ORDER BY position"
        ) { row in
            let scope: Int? = try row("scope")
            return PrintedTotal(
                sector: try row("sector"), scope: scope.flatMap(Scope.init(rawValue:)), value: try row("value_t"))
        }
    }

    private func printedFactors(_ connection: any Connection) throws -> [PrintedFactor] {
        try connection.all(
            "SELECT * FROM inventory_printed_factor WHERE inventory_id = \(id) ORDER BY position"
        ) { row in
            PrintedFactor(
                carrier: try row("carrier"), gas: try row("gas"), value: try row("value"), unit: try row("unit"),
                year: try row("year"), method: try row("method"))
        }
    }

    /// Puts exclusions, printed totals and printed factors in the place of what was there.
    package static func replaceParts(
        _ connection: any Connection, of id: InventoryID, with whole: CityInventory
    ) throws {
        for table in ["inventory_exclusion", "inventory_printed_total", "inventory_printed_factor"] {
            try connection.execute("DELETE FROM \(trusted: table) WHERE inventory_id = \(id)")
        }
        for (position, item) in whole.boundary.exclusions.enumerated() {
            try connection.execute(
                """
                INSERT INTO inventory_exclusion (inventory_id, position, kind, name, reason, share)
                VALUES (\(id), \(position), \(item.kind), \(item.name), \(item.reason), \(item.share))
                """)
        }
        for (position, item) in whole.printedTotals.enumerated() {
            try connection.execute(
                """
                INSERT INTO inventory_printed_total (inventory_id, position, sector, scope, value_t)
                VALUES (\(id), \(position), \(item.sector), \(item.scope?.rawValue), \(item.value))
                """)
        }
        for (position, item) in whole.printedFactors.enumerated() {
            try connection.execute(
                """
                INSERT INTO inventory_printed_factor (inventory_id, position, carrier, gas, value, unit, year, method)
                VALUES (\(id), \(position), \(item.carrier), \(item.gas), \(item.value), \(item.unit), \(item.year),
                    \(item.method))
                """)
        }
    }
}

extension Exclusion.Kind: Storable {}
extension ContractSector: Storable {}
extension NotationKey: Storable {}
extension DataQuality: Storable {}
extension GPCSector: Storable {}
