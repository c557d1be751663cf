import Cities
import Foundation
import Inventory
import Pathways
import Storage
import Web

/// A published plan with everything its public page shows.
struct PublicPathway: Sendable {
    let city: City
    let publication: ScenarioPublication
    let plan: Plan
    let result: ScenarioResult
    /// What the city's published inventories say of years since, by year: how far it is.
    let inventories: [InventoryListLine]

    /// nil: the city has not published a plan, or withdrew it.
    init?(_ connection: any Connection, slug: String) throws {
        guard let city = try City.find(connection, slug: slug),
            let publication = try ScenarioPublication.current(connection, city: city.code)
        else { return nil }
        guard let blob = try Blob.fetch(publication.contentHash, in: connection),
            let plan = try? Plan.read(Data(blob.bytes)), let run = try? Model(plan).run(publication.scenario)
        else { throw InventoryContent.Missing() }
        self.city = city
        self.publication = publication
        self.plan = plan
        result = ScenarioResult(run)
        inventories = try InventoryListLine.published(connection, of: city.code)
    }

    /// Address without the language.
    var path: String { Self.path(of: city) }

    static func path(of city: City) -> String { "\(city.path)/pathway" }

    /// Inventories of the years of the plan, with what the pathway foresaw.
    var progress: [(year: Int, inventory: InventoryListLine, planned: Double)] {
        inventories.compactMap { line in
            result.pathway.gross(in: line.year).map { (year: line.year, inventory: line, planned: $0) }
        }
    }
}
