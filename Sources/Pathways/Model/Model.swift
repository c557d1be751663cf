import Inventory

/// A plan that has passed its checks and can be computed.
///
/// Making one costs the checks of every scenario; a run of a scenario is made from it and answers every question about it.
public struct Model: Sendable {
    /// The plan.
    public let plan: Plan
    /// What is to be looked at, though it stands in the way of nothing.
    public let warnings: [PlanProblem]

    /// - Throws: a `PlanRefusal` with every problem that stands in the way.
    public init(_ plan: Plan) throws(PlanRefusal) {
        let problems = plan.problems()
        guard problems.allSatisfy({ $0.level == .warning }) else {
            throw PlanRefusal(problems: problems.filter { $0.level == .refusal })
        }
        self.plan = plan
        warnings = problems
    }

    /// The calendar years, base year first.
    public var years: [Int] { Array(plan.baseYear...plan.finalYear) }

    /// A scenario of the plan by its id, or nil where it has none of that id.
    public func run(_ scenario: String) -> ScenarioRun? {
        plan.scenarios.first { $0.id == scenario }.map { ScenarioRun(plan, $0) }
    }

    /// A scenario that is not in the plan: a variant that somebody tries.
    /// - Throws: a `PlanRefusal` where its measures do not go together; the scenario's place is `/scenarios/0`.
    public func run(_ scenario: Plan.Scenario) throws(PlanRefusal) -> ScenarioRun {
        var plan = plan
        plan.scenarios = [scenario]
        let problems = ScenarioChecks.problems(plan).filter { $0.level == .refusal }
        guard problems.isEmpty else { throw PlanRefusal(problems: problems) }
        return ScenarioRun(self.plan, scenario)
    }

    /// The plan's drivers alone, without any measure.
    public var businessAsUsual: ScenarioRun {
        let own = plan.scenarios.first { $0.kind == .businessAsUsual }
        return ScenarioRun(plan, own ?? Plan.Scenario(id: "business-as-usual", kind: .businessAsUsual))
    }

    /// Each calibration of the plan, split into what makes the difference.
    public var reconciliations: [Reconciliation] { Reconciliation.all(plan) }
}

/// One scenario, ready to be computed in whole or in parts.
public struct ScenarioRun: Sendable {
    /// The plan.
    public let plan: Plan
    /// The scenario.
    public let scenario: Plan.Scenario
    let layout: Layout

    init(_ plan: Plan, _ scenario: Plan.Scenario) {
        self.plan = plan
        var known = scenario
        known.measures.removeAll { setting in !plan.measures.contains { $0.id == setting.measure } }
        self.scenario = known
        layout = Compiler.layout(plan, known)
    }

    /// The calendar years, base year first.
    public var years: [Int] { Array(plan.baseYear..<plan.baseYear + layout.years) }

    /// The scenario's measures by id, in its order.
    public var measures: [String] { scenario.measures.map(\.measure) }

    /// The scenario with all its measures.
    public func pathway() -> Pathway { pathway { _ in true } }

    /// The scenario's drivers without any measure.
    public func withoutMeasures() -> Pathway { pathway { _ in false } }

    /// The scenario with every measure but one.
    public func pathway(without measure: String) -> Pathway { pathway { $0 != measure } }

    /// The scenario with some of its measures; what needs a measure that is left out does not act.
    public func pathway(where isChosen: (String) -> Bool) -> Pathway {
        PathwayMaking.pathway(plan, scenario, Workspace(layout), measures.map(isChosen))
    }

    /// Gross emissions alone, t CO2e in each year: the quickest answer.
    public func gross(where isChosen: (String) -> Bool = { _ in true }) -> [Double] {
        let workspace = Workspace(layout)
        workspace.compute(measures.map(isChosen))
        return workspace.numbers(workspace.total)
    }

    /// Adoption × ambition of one of the scenario's measures in each year; nil for any other.
    public func adoption(of measure: String) -> [Double]? {
        guard let setting = scenario.measures.first(where: { $0.measure == measure }),
            let item = plan.measures.first(where: { $0.id == measure })
        else { return nil }
        return item.path(setting, from: plan.baseYear, count: layout.years)
    }

    func restsOnClaim(_ id: String) -> Bool { plan.measures.first { $0.id == id }?.restsOnClaim ?? false }
}
