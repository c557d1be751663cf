import Inventory
import Pathways
import Web

/// Problems of a plan as people read them: in their language, with names in the place of ids.
enum ScenarioProblems {
    static func sentence(_ problem: PlanProblem, _ plan: Plan?, _ t: Texts) -> String {
        let names = plan.map { Self.names($0, t) } ?? [:]
        let values = problem.values.mapValues { value in
            value.split(separator: ", ").map { names[String($0)] ?? String($0) }.joined(separator: ", ")
        }
        return t(problem.message, values)
    }

    private static func names(_ plan: Plan, _ t: Texts) -> [String: String] {
        var names: [String: String] = [:]
        for item in plan.activities where !item.name.isEmpty { names[item.id] = item.name }
        for item in plan.carriers where !item.name.isEmpty { names[item.id] = t(item.name) }
        for item in plan.sinks where !item.name.isEmpty { names[item.id] = item.name }
        for item in plan.measures where !item.name.isEmpty { names[item.id] = item.name }
        for sector in ContractSector.allCases { names[sector.rawValue] = t(sector.title) }
        return names
    }

    /// The measure that a problem of a scenario is about, by id; nil where it is about all of them.
    static func measure(_ problem: PlanProblem, in scenario: Plan.Scenario, _ plan: Plan) -> String? {
        let parts = problem.place.split(separator: "/").map(String.init)
        if parts.count > 3, parts[0] == "scenarios", parts[2] == "measures", let place = Int(parts[3]),
            scenario.measures.indices.contains(place)
        {
            return scenario.measures[place].measure
        }
        if parts.count > 1, parts[0] == "measures", let place = Int(parts[1]), plan.measures.indices.contains(place) {
            return plan.measures[place].id
        }
        return nil
    }

    /// All of them in one place.
    static func notice(_ problems: [PlanProblem], _ plan: Plan, _ t: Texts) -> HTML {
        Components.notice(.error, t("The plan cannot be computed like this"), t) {
            ul { for problem in problems { li { sentence(problem, plan, t) } } }
        }
    }
}
