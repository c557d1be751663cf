import Cities
import Foundation
import Inventory
import Pathways
import Portfolio
import Storage
import Web

/// A published plan with everything its public page shows.
struct PublicPathway: Sendable {
    let city: City
    let publication: ScenarioPublication
    /// The plan with its money, unless the city keeps that to itself.
    let document: CityPlan
    /// What of it is about emissions.
    let plan: Plan
    let result: ScenarioResult
    /// The scenario with its money; nil: the city keeps it to itself.
    let money: PlanResults?
    /// What the city's published inventories say of years since, by year: how far it is.
    let inventories: [InventoryListLine]

    /// nil: the city has not published a plan, or withdrew it.
    init?(_ connection: any Connection, slug: String) throws {
        guard let city = try City.find(connection, slug: slug),
            let publication = try ScenarioPublication.current(connection, city: city.code)
        else { return nil }
        guard let blob = try Blob.fetch(publication.contentHash, in: connection),
            let document = try? CityPlan.read(Data(blob.bytes)), let portfolio = try? Portfolio(document),
            let run = portfolio.model.run(publication.scenario)
        else { throw InventoryContent.Missing() }
        self.city = city
        self.publication = publication
        self.document = document
        plan = document.pathwayPlan
        result = ScenarioResult(run)
        money = publication.showsMoney ? portfolio.results(publication.scenario, .init(sensitivity: false)) : nil
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
