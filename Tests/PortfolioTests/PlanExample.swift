import Foundation
import Portfolio

/// The plan that `m100 plan example` prints.
enum PlanExample {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func data() throws -> Data {
        try Data(contentsOf: folder.appendingPathComponent("Data/examples/plans/example.json"))
    }

    static func plan() throws -> CityPlan { try CityPlan.read(try data()) }

    /// A plan with one measure less known: its costs in the plan's own prices, from 2025 on.
    static func one(_ change: (inout CityMeasure) -> Void = { _ in }) throws -> CityPlan {
        var plan = try plan()
        plan.measures = plan.measures.filter { $0.id == "trees" }
        change(&plan.measures[0])
        for index in plan.model.scenarios.indices { plan.model.scenarios[index].measures = [] }
        plan.model.scenarios[2].measures = [.init("trees")]
        return plan
    }
}
