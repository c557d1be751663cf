import Pathways
import Portfolio
import Testing

/// One way of spoiling the example plan, with the place and the beginning of the reason with which it is refused.
struct BadPlan: Sendable, CustomTestStringConvertible {
    let kind: String
    let place: String
    let reason: String
    let change: @Sendable (inout CityPlan) -> Void
    var testDescription: String { kind }

    /// Changes a measure of the example by its id.
    private static func measure(
        _ id: String, _ change: @escaping @Sendable (inout CityMeasure) -> Void
    ) -> @Sendable (inout CityPlan) -> Void {
        { plan in
            for index in plan.measures.indices where plan.measures[index].id == id { change(&plan.measures[index]) }
        }
    }

    static let kinds: [BadPlan] = [
        BadPlan(
            kind: "a circle of dependencies", place: "/measures/0/effect/requires", reason: "“renovation” needs itself",
            change: measure("renovation") { $0.effect.requires = ["heat-pumps"] }),
        BadPlan(
            kind: "beyond the stock", place: "/model/scenarios/2/measures/5",
            reason: "low-traffic: more of “cars” is moved",
            change: measure("low-traffic") { measure in
                measure.effect.operators = [
                    .shift(Plan.Transfer(of: "cars", to: [Plan.Destination("buses")], amount: 1e15))
                ]
            }),
        BadPlan(
            kind: "a share above one", place: "/measures/2/effect/operators/0/share",
            reason: "A share of 1.2 is more than the whole.",
            change: measure("network-heat-pumps") { measure in
                let all = Plan.Transfer(
                    of: "district-heat", from: ["gas-boiler"], to: [Plan.Destination("large-heat-pump")], share: 1.2)
                measure.effect.operators = [.replace(all)]
            }),
        BadPlan(
            kind: "an unknown carrier", place: "/model/activities/0/technologies/0/carrier",
            reason: "There is no carrier “phlogiston”.",
            change: { $0.model.activities[0].technologies[0].carrier = "phlogiston" }),
        BadPlan(
            kind: "a negative cost without reason", place: "/measures/10/costs/yearlyCents",
            reason: "The cost is below zero",
            change: measure("trees") { measure in
                measure.costs?.yearlyCents = -1
                measure.costs?.reason = " "
            }),
        BadPlan(
            kind: "two measures that exclude each other", place: "/model/scenarios/2/measures/1/measure",
            reason: "“city-motorway” and “low-traffic” exclude each other.",
            change: { plan in
                for index in plan.model.scenarios.indices where plan.model.scenarios[index].kind == .plan {
                    plan.model.scenarios[index].measures = [.init("low-traffic"), .init("city-motorway")]
                }
            }),
    ]
}
