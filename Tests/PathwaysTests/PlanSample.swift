import Inventory
import Pathways
import Testing

/// Plans that tests compute.
enum PlanSample {
    /// Cars and buses on petrol and diesel, and electric ones; numbers that can be followed by hand.
    static func transport(measures: [Plan.Measure] = [], finalYear: Int = 2030) -> Plan {
        Plan(
            name: "Hand", baseYear: 2020, finalYear: finalYear,
            carriers: [
                Plan.Carrier(id: "petrol", factors: [Plan.GasFactor(.co2, Plan.Series(0.25))]),
                Plan.Carrier(id: "electricity", scope: .two, factors: [Plan.GasFactor(.co2, Plan.Series(0.4))]),
            ],
            activities: [
                Plan.Activity(
                    id: "cars", sector: .transport, line: "II.1.1", unit: "pkm", quantity: Plan.Series(1_000_000),
                    load: Plan.Series(1.25),
                    technologies: [
                        Plan.Technology(
                            id: "petrol", share: Plan.Series(0.9), carrier: "petrol", intensity: Plan.Series(0.0008)),
                        Plan.Technology(
                            id: "electric", share: Plan.Series(0.1), carrier: "electricity",
                            intensity: Plan.Series(0.0002)),
                    ]),
                Plan.Activity(
                    id: "buses", sector: .transport, unit: "pkm", quantity: Plan.Series(200_000),
                    load: Plan.Series(20),
                    technologies: [
                        Plan.Technology(id: "diesel", carrier: "petrol", intensity: Plan.Series(0.004))
                    ]),
            ], measures: measures,
            scenarios: [
                Plan.Scenario(id: "bau", kind: .businessAsUsual),
                Plan.Scenario(id: "plan", kind: .plan, measures: measures.map { Plan.Setting($0.id) }),
            ])
    }

    static func gross(_ plan: Plan, _ scenario: String = "plan") throws -> [Double] {
        try #require(Model(plan).run(scenario)).pathway().gross
    }
}
