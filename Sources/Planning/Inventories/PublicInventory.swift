import Cities
import Inventory
import Storage
import Web

/// A published inventory with everything its public page shows.
struct PublicInventory: Sendable {
    let city: City
    let record: InventoryRecord
    let publication: InventoryPublication
    let inventory: CityInventory
    let report: InventoryReport
    /// All publications of this inventory, the newest first.
    let publications: [InventoryPublication]
    /// The newest publication of each of the city's inventories, by year.
    let years: [InventoryListLine]

    /// The newest publication, or the one with a number; nil when there is none.
    init?(_ connection: any Connection, slug: String, year: String, number: String? = nil) throws {
        guard let city = try City.find(connection, slug: slug), let year = Int(year),
            let record = try InventoryRecord.find(connection, city: city.code, year: year)
        else { return nil }
        let publications = try InventoryPublication.all(connection, of: record.id)
        let wanted = number.map { text in publications.first { "\($0.number)" == text } } ?? publications.first
        guard let publication = wanted else { return nil }
        self.city = city
        self.record = record
        self.publication = publication
        self.publications = publications
        inventory = try publication.content(connection)
        report = InventoryReport(inventory)
        years = try InventoryListLine.published(connection, of: city.code)
    }

    var isNewest: Bool { publication.number == publications.first?.number }

    /// Address of the newest publication, without the language.
    var path: String { Self.path(city: city.slug, year: record.year) }

    static func path(city slug: String, year: Int) -> String { "/cities/\(slug)/inventories/\(year)" }

    /// t CO2e per head, where the population is known.
    var perHead: Double? { inventory.population.map { report.contract.total / Double($0) } }
}

/// A line of the list of published inventories.
struct InventoryListLine: Sendable, RowDecodable {
    let citySlug: String
    let cityName: String
    let year: Int
    let number: Int
    let total: Double
    let population: Int?
    let isAsPublished: Bool
    let publishedAt: Instant

    init(row: Row) throws {
        citySlug = try row("slug")
        cityName = try row("name")
        year = try row("year")
        number = try row("number")
        total = try row("total_t")
        population = try row("population_people")
        isAsPublished = try row("is_as_published")
        publishedAt = try row("published_at")
    }

    var path: String { PublicInventory.path(city: citySlug, year: year) }
}
