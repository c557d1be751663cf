import Finance
import Foundation
import Inventory
import Pathways

/// A scenario with its money: what `m100 plan compute` prints, and what pages show. Rows have one number for each of
/// `years`.
public struct PlanResults: Sendable, Hashable, Codable {
    public let city: String
    /// What a reader must know first.
    public let note: String
    public let plan: String
    /// The scenario's id.
    public let scenario: String
    /// The set of global warming potentials under which CO2e is given.
    public let gwp: GWPSet
    /// The calendar years, base year first.
    public let years: [Int]
    public let emissions: EmissionResults
    public let wedges: WedgeResults
    public let costs: CostResults
    public let funding: FundingResults
    public let appraisal: AppraisalResults
    /// The cheapest tonne first; measures without costs or without a reduction are not in it.
    public let marginalCosts: [MarginalCost]
    public let cashFlow: CashFlowResults
    public let sensitivity: SensitivityResults
    public let debt: [DebtResults]
    public let simulation: SimulationResults?
    /// Measures of the scenario whose costs nobody has stated: they are missing in every sum of money.
    public let withoutCosts: [String]
    public let warnings: [ProblemResult]

    init(_ portfolio: Portfolio, _ run: ScenarioRun, _ options: Portfolio.Options) {
        let plan = portfolio.plan
        let settings = run.scenario.measures
        let chosen = settings.compactMap { setting in
            plan.measures.first { $0.id == setting.measure }.map { (setting: setting, measure: $0) }
        }
        let pathway = run.pathway()
        let parts = options.attribution == .ordered ? run.wedges() : run.shapley(seed: options.seed)
        let tonnes = MeasureTonnes.all(run, pathway, parts)
        let priced = chosen.compactMap { PricedMeasure($0.measure, $0.setting, plan) }
        let calculus = Calculus(plan)

        city = plan.city
        note = plan.note
        self.plan = plan.model.name
        scenario = run.scenario.id
        gwp = plan.model.gwp
        years = run.years
        emissions = EmissionResults(run.withoutMeasures(), pathway)
        wedges = WedgeResults(parts, plan.measures)
        costs = CostResults(priced, tonnes, calculus)
        funding = FundingResults(priced, chosen.map(\.measure))
        appraisal = AppraisalResults(priced, tonnes, calculus)
        marginalCosts = MarginalCost.curve(costs.measures)
        cashFlow = CashFlowResults(costs.byYear, calculus)
        sensitivity = SensitivityResults(
            options.sensitivity ? run.sensitivity(in: nil) : nil, priced, calculus)
        debt = DebtResults.all(plan.finances, chosen.map(\.measure))
        simulation = options.draws.map { SimulationResults(run.simulation(draws: $0, seed: options.seed)) }
        withoutCosts = chosen.filter { $0.measure.costs == nil }.map(\.measure.id)
        warnings = portfolio.warnings.map(ProblemResult.init)
    }

    /// The results as JSON; the same results give the same bytes.
    /// - Throws: an `EncodingError` where a number is not finite.
    public func json() throws -> Data { try PlanJSON.bytes(self) }
}

/// A problem as results and the command line show it.
public struct ProblemResult: Sendable, Hashable, Codable {
    public let check: String
    public let level: PlanProblem.Level
    /// A JSON Pointer into the plan.
    public let place: String
    public let text: String

    public init(_ problem: PlanProblem) {
        check = problem.check
        level = problem.level
        place = problem.place
        text = problem.text
    }
}

/// How this plan discounts.
struct Calculus {
    let rate: Double
    let year: Int
    let first: Int
    let rules: MoneyRules

    init(_ plan: CityPlan) {
        rate = plan.money.discountRate
        first = plan.model.baseYear
        year = plan.money.discountYear ?? first
        rules = plan.money
    }

    func presentValue(_ values: [Double], rate other: Double? = nil) -> Double {
        CashFlows(firstYear: first, values: values).presentValue(rate: other ?? rate, base: year)
    }

    /// Present value of net costs ÷ tonnes, tonnes as the plan's rules say; nil where nothing is reduced.
    func perTonne(_ costs: [Double], _ tonnes: [Double]) -> Double? {
        let sum = rules.tonnes == .discounted ? presentValue(tonnes) : tonnes.reduce(0, +)
        return sum > 0 ? presentValue(costs) / sum : nil
    }
}

/// What each measure takes off the air: what it avoids and what it removes, t CO2e in each year.
enum MeasureTonnes {
    static func all(_ run: ScenarioRun, _ pathway: Pathway, _ wedges: Wedges) -> [String: [Double]] {
        let removing = Set(
            run.plan.measures.filter { measure in
                measure.operators.contains { if case .remove = $0 { true } else { false } }
            }.map(\.id))
        var result: [String: [Double]] = [:]
        for part in wedges.parts {
            var tonnes = part.reduction
            if removing.contains(part.measure) {
                let without = run.pathway(without: part.measure).removals
                for index in tonnes.indices { tonnes[index] += pathway.removals[index] - without[index] }
            }
            result[part.measure] = tonnes
        }
        return result
    }
}
