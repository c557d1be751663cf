import Finance
import Pathways

/// A plan that has passed its checks: any scenario of it can be computed, with its money.
public struct Portfolio: Sendable {
    /// The plan.
    public let plan: CityPlan
    /// What is to be looked at, though it stands in the way of nothing.
    public let warnings: [PlanProblem]
    /// The model behind it, for what is not about money: explanations, reconciliations.
    public let model: Model

    /// How a scenario is computed.
    public struct Options: Sendable, Hashable {
        /// How reductions are shared out between measures.
        public enum Attribution: String, Sendable, Hashable, CaseIterable, Codable {
            /// Each by what it takes off when added to those before it.
            case ordered
            /// By Shapley's value: no measure is favoured by its place.
            case shapley
        }

        public var attribution: Attribution
        /// Draws of the simulation; nil is no simulation.
        public var draws: Int?
        /// The seed of everything random.
        public var seed: UInt64
        /// Whether the tornado of emissions is computed.
        public var sensitivity: Bool

        public init(
            attribution: Attribution = .ordered, draws: Int? = nil, seed: UInt64 = 1, sensitivity: Bool = true
        ) {
            self.attribution = attribution
            self.draws = draws
            self.seed = seed
            self.sensitivity = sensitivity
        }
    }

    /// - Throws: a `PlanRefusal` with every problem that stands in the way.
    public init(_ plan: CityPlan) throws(PlanRefusal) {
        let problems = plan.problems()
        let refusals = problems.filter { $0.level == .refusal }
        guard refusals.isEmpty else { throw PlanRefusal(problems: refusals) }
        self.plan = plan
        warnings = problems
        model = try Model(plan.pathwayPlan)
    }

    /// A scenario of the plan by its id, or nil where it has none of that id.
    public func results(_ scenario: String, _ options: Options = Options()) -> PlanResults? {
        model.run(scenario).map { PlanResults(self, $0, options) }
    }

    /// A scenario that is not in the plan: a variant that somebody tries.
    /// - Throws: a `PlanRefusal` where its measures do not go together.
    public func results(_ scenario: Plan.Scenario, _ options: Options = Options()) throws(PlanRefusal) -> PlanResults {
        PlanResults(self, try model.run(scenario), options)
    }

    /// The scenario that is meant where none is named: the first of kind `plan`, else the one with the most measures.
    public var mainScenario: String? {
        let scenarios = plan.model.scenarios
        let most = scenarios.map(\.measures.count).max()
        return (scenarios.first { $0.kind == .plan } ?? scenarios.first { $0.measures.count == most })?.id
    }

    /// The investment plan's tables for a scenario that was computed.
    public func investmentPlan(_ results: PlanResults) -> InvestmentPlan {
        let rows = results.costs.measures.compactMap { money -> PlannedMeasure? in
            guard let measure = plan.measures.first(where: { $0.id == money.id }) else { return nil }
            return PlannedMeasure(
                id: measure.id, name: measure.name, description: measure.description, field: measure.field,
                capital: measure.payers.split(money.capitalCents),
                yearly: (measure.runningPayers ?? measure.payers).split(money.yearlyCents), tonnes: money.tonnes,
                perTonne: money.eurPerTonne, funding: measure.funding, coBenefits: measure.coBenefits,
                indicators: measure.indicators, barriers: measure.barriers, risks: measure.risks)
        }
        return InvestmentPlan(measures: rows, finances: plan.finances, intensiveCents: plan.money.intensiveCents)
    }
}
