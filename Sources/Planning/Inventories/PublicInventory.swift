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
    /// What figures come from, as far as the team shows it.
    let documents: [InventoryDocument]
    /// The newest publication of each of the city's inventories, by year.
    let years: [InventoryListLine]
    /// What amounts per head are divided by.
    let people: HeadCount?

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
        documents = try InventoryDocument.shown(connection, of: record.id)
        inventory = try publication.content(connection)
        report = InventoryReport(inventory)
        years = try InventoryListLine.published(connection, of: city.code)
        people =
            try inventory.population.map { HeadCount(count: $0, origin: .inventory) }
            ?? HeadCount.register(connection, city: city.code, year: year)
    }

    var isNewest: Bool { publication.number == publications.first?.number }

    /// Address of the newest publication, without the language.
    var path: String { Self.path(city: city.slug, year: record.year) }

    static func path(city slug: String, year: Int) -> String { "/cities/\(slug)/inventories/\(year)" }

    /// t CO2e per head, where the population is known.
    var perHead: Double? { people.map { report.contract.total / Double($0.count) } }
}

/// A line of the list of published inventories: the newest publication of an inventory.
struct InventoryListLine: Sendable, RowDecodable {
    let publication: ID<InventoryPublicationKind>
    let citySlug: String
    let cityName: String
    let year: Int
    let number: Int
    let total: Double
    let gwp: GWPSet
    let coverage: InventoryTotal
    /// The series of grid electricity factors, where it is stated.
    let gridMethodology: String?
    /// As the inventory names it.
    let population: Int?
    /// What amounts per head are divided by.
    let people: HeadCount?
    /// The total of the publication that this one restates.
    let earlierTotal: Double?
    let isAsPublished: Bool
    let publishedAt: Instant

    init(row: Row) throws {
        publication = try row("id")
        citySlug = try row("slug")
        cityName = try row("name")
        year = try row("year")
        number = try row("number")
        total = try row("total_t")
        gwp = try row("gwp_set")
        coverage = try row("coverage")
        gridMethodology = try row("grid_methodology")
        population = try row("population_people")
        let (registered, reference): (Int?, String?) = (try row("register_people"), try row("register_reference"))
        if let population {
            people = HeadCount(count: population, origin: .inventory)
        } else if let registered, let reference {
            people = HeadCount(count: registered, origin: .register(reference))
        } else {
            people = nil
        }
        earlierTotal = try row("earlier_total_t")
        isAsPublished = try row("is_as_published")
        publishedAt = try row("published_at")
    }

    var path: String { PublicInventory.path(city: citySlug, year: year) }

    /// t CO2e per head, where the people are known.
    var perHead: Double? { people.map { total / Double($0.count) } }
}
