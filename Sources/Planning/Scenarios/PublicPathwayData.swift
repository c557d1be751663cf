import Pathways
import Portfolio

/// A published pathway as data.
struct PublicPathwayData: Encodable {
    struct Year: Encodable {
        let year: Int
        let without_measures_t_co2e: Double
        let gross_t_co2e: Double
        let removals_t_co2: Double
        let credits_t_co2e: Double
        let net_t_co2e: Double
    }

    struct Target: Encodable {
        let year: Int
        let basis: String
        let reduction_share: Double
        let goal_t_co2e: Double
        let result_t_co2e: Double
        let is_met: Bool
    }

    struct Measure: Encodable {
        let id: String
        let name: String
        let start: Int
        let end: Int
        let rests_on_claim: Bool
        let reductions_t_co2e: [Double]
    }

    struct Inventory: Encodable {
        let year: Int
        let inventory_t_co2e: Double
        let pathway_t_co2e: Double
    }

    /// What the plan costs; none where the city keeps it to itself.
    struct Costs: Encodable {
        let currency: String
        let price_year: Int
        let investment_eur: Double
        let contracted_eur: Double
        let hoped_for_eur: Double
        let gap_eur: Double
        let npv_eur: Double
        let eur_per_t_co2e: Double?
        let measures_without_costs: [String]

        init(_ results: PlanResults) {
            func euros(_ cents: Int) -> Double { Double(cents) / 100 }
            currency = results.costs.currency.rawValue
            price_year = results.costs.priceYear
            investment_eur = euros(results.funding.neededCents)
            contracted_eur = euros(results.funding.contractedCents)
            hoped_for_eur = euros(results.funding.hopedForCents)
            gap_eur = euros(results.funding.gapCents)
            npv_eur = results.appraisal.npvEur
            eur_per_t_co2e = results.appraisal.eurPerTonne
            measures_without_costs = results.withoutCosts
        }
    }

    let city: String
    let publication: Int
    let published_at: String
    let scenario: String
    let gwp_set: String
    let years: [Year]
    let targets: [Target]
    let measures: [Measure]
    let progress: [Inventory]
    let costs: Costs?

    init(_ view: PublicPathway) {
        let (pathway, wedges) = (view.result.pathway, view.result.wedges)
        let net = pathway.net
        city = view.city.slug
        publication = view.publication.number
        published_at = view.publication.publishedAt.description
        scenario = view.publication.scenario
        gwp_set = view.plan.gwp.rawValue
        years = pathway.years.indices.map { place in
            Year(
                year: pathway.years[place], without_measures_t_co2e: wedges.baseline[place],
                gross_t_co2e: pathway.gross[place], removals_t_co2: pathway.removals[place],
                credits_t_co2e: pathway.credits[place], net_t_co2e: net[place])
        }
        targets = pathway.targets.map { item in
            Target(
                year: item.target.year, basis: item.target.basis.rawValue, reduction_share: item.target.reduction,
                goal_t_co2e: item.goal, result_t_co2e: item.value, is_met: item.isMet)
        }
        measures = wedges.parts.compactMap { part in
            guard let measure = view.plan.measures.first(where: { $0.id == part.measure }) else { return nil }
            return Measure(
                id: measure.id, name: measure.name, start: measure.start, end: measure.end,
                rests_on_claim: part.restsOnClaim, reductions_t_co2e: part.reduction)
        }
        costs = view.money.map(Costs.init)
        progress = view.progress.map { item in
            Inventory(year: item.year, inventory_t_co2e: item.inventory.total, pathway_t_co2e: item.planned)
        }
    }
}
