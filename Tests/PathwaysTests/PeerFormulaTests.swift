import Foundation
import Inventory
import Pathways
import Testing

/// The formulas that NetZeroPlanner's model of cities states, against this library's operators.
@Suite struct PeerFormulaTests {
    func run(_ plan: Plan) throws -> ScenarioRun { try #require(try Model(plan).run("plan")) }

    func near(_ value: Double, _ expected: Double) -> Bool { (value - expected).magnitude < 1e-9 * max(1, expected) }

    /// y = A ÷ (1 + e^(−k(t − x0))) through the present share in 2020 and 0.98 A in 2040, k = (z2 − z1) ÷ (t2 − t1).
    @Test func sCurveOfElectricCars() throws {
        let (goal, present) = (0.35, 0.1 / 0.35)
        let transfer = Plan.Transfer(
            of: "cars", from: ["petrol"], to: [Plan.Destination("electric")], share: (goal - 0.1) / 0.9)
        let measure = Plan.Measure(
            id: "m", start: 2021, end: 2040, adoption: .logistic(present: present), operators: [.replace(transfer)])
        let pathway = try run(PlanSample.transport(measures: [measure], finalYear: 2060)).pathway()
        let first = log(present / (1 - present))
        let slope = (log(0.98 / 0.02) - first) / 20
        for (index, year) in pathway.years.enumerated() {
            let share = goal / (1 + exp(-(first + slope * Double(year - 2020))))
            #expect(near(pathway.activities[0].units[1].share[index], share), "\(year)")
        }
        #expect(near(pathway.activities[0].units[1].share[20], 0.98 * goal))
    }

    /// The same curve without a jump at either end: 0 before it starts, all of it in its last year, half in the middle.
    @Test func stretchedSCurve() throws {
        let measure = Plan.Measure(
            id: "m", start: 2021, end: 2030, adoption: .sCurve,
            operators: [.scale(Plan.Change(of: "cars", by: -1))])
        let quantity = try run(PlanSample.transport(measures: [measure])).pathway().activities[0].quantity
        #expect(quantity[0] == 1_000_000 && quantity[10] == 0 && near(quantity[5], 500_000))
        #expect(zip(quantity, quantity.dropFirst()).allSatisfy { $0 > $1 })
    }

    /// Fleet factor by dilution: EF(t + 1) = EF(t)(1 − r) + EF_new × r.
    @Test func stockRenewal() throws {
        var plan = PlanSample.transport(measures: [])
        plan.activities[0].stock = Plan.Stock(renewal: 0.05)
        plan.activities[0].technologies[1].share.points = [Plan.Point(year: 2021, value: 1)]
        plan.activities[0].technologies[0].share.points = [Plan.Point(year: 2021, value: 0)]
        let pathway = try Model(plan).businessAsUsual.pathway()
        var factor = 0.9 * 0.0002 + 0.1 * 0.00008
        for year in 0...10 {
            #expect(near(pathway.activities[0].co2e[year], 800_000 * factor), "\(year)")
            factor = factor * 0.95 + 0.00008 * 0.05
        }
    }

    /// pkm(to) += remaining pkm of cars × shift × split; pkm(cars) × (1 − reduction) × (1 − shift).
    @Test func modalShift() throws {
        let less = Plan.Measure(
            id: "less", start: 2021, end: 2030, operators: [.scale(Plan.Change(of: "cars", by: -0.35))])
        let goals = [Plan.Destination("buses", part: 0.1), Plan.Destination("walking", part: 0.9)]
        let shift = Plan.Measure(
            id: "shift", start: 2021, end: 2030, operators: [.shift(Plan.Transfer(of: "cars", to: goals, share: 0.3))])
        var plan = PlanSample.transport(measures: [shift, less])
        plan.activities.append(
            Plan.Activity(
                id: "walking", sector: .transport, unit: "pkm", quantity: Plan.Series(500_000),
                technologies: [Plan.Technology(id: "none")]))
        let pathway = try run(plan).pathway()
        for year in 0...10 {
            let part = Double(year) / 10
            let left = 1_000_000 * (1 - 0.35 * part)
            #expect(near(pathway.activities[0].quantity[year], left * (1 - 0.3 * part)))
            #expect(near(pathway.activities[1].quantity[year], 200_000 + left * 0.3 * part * 0.1))
            #expect(near(pathway.activities[2].quantity[year], 500_000 + left * 0.3 * part * 0.9))
        }
    }

    /// Area renovated = existing × rate × years, in two classes; intensity × (1 − saving) in each.
    @Test func renovation() throws {
        let move = Plan.Transfer(
            of: "floor", from: ["old"],
            to: [Plan.Destination("minor", part: 0.5), Plan.Destination("extensive", part: 0.5)], share: 0.25)
        let plan = Plan(
            name: "", baseYear: 2020, finalYear: 2030,
            carriers: [Plan.Carrier(id: "gas", factors: [Plan.GasFactor(.co2, Plan.Series(0.2))])],
            activities: [
                Plan.Activity(
                    id: "floor", sector: .buildings, unit: "m2", quantity: Plan.Series(1000),
                    technologies: [
                        Plan.Technology(id: "old", carrier: "gas", intensity: Plan.Series(0.14)),
                        Plan.Technology(
                            id: "minor", share: .zero, carrier: "gas", intensity: Plan.Series(0.14 * 0.85)),
                        Plan.Technology(
                            id: "extensive", share: .zero, carrier: "gas", intensity: Plan.Series(0.14 * 0.55)),
                    ])
            ], measures: [Plan.Measure(id: "m", start: 2021, end: 2030, operators: [.replace(move)])],
            scenarios: [Plan.Scenario(id: "plan", kind: .plan, measures: [Plan.Setting("m")])])
        let pathway = try run(plan).pathway()
        for year in 0...10 {
            let renovated = 1000 * 0.025 * Double(year)
            let heat = 0.14 * (1000 - renovated * (0.5 * 0.15 + 0.5 * 0.45))
            #expect(near(pathway.energy[0].values[year], heat))
        }
    }

    /// Band = raw × (baseline − current) ÷ Σ raw. Where measures do not interact it is every wedge; where two alike
    /// do, each has half, as Shapley's value gives them and the order does not.
    @Test func wedge() throws {
        func measure(_ id: String, _ activity: String) -> Plan.Measure {
            Plan.Measure(id: id, start: 2021, end: 2021, operators: [.scale(Plan.Change(of: activity, by: -0.2))])
        }
        func bands(_ run: ScenarioRun) -> [Double] {
            let raw = run.pairs().map { $0.alone[10] }
            let all = run.withoutMeasures().gross[10] - run.pathway().gross[10]
            return raw.map { $0 * all / raw.reduce(0, +) }
        }
        let apart = try run(PlanSample.transport(measures: [measure("a", "cars"), measure("b", "buses")]))
        for (index, band) in bands(apart).enumerated() {
            #expect(near(apart.wedges().parts[index].reduction[10], band))
            #expect(near(apart.shapley().parts[index].reduction[10], band))
        }
        let alike = try run(PlanSample.transport(measures: [measure("a", "cars"), measure("b", "cars")]))
        for (index, band) in bands(alike).enumerated() {
            #expect(near(alike.shapley().parts[index].reduction[10], band) && near(band, 150.4 * 0.18))
        }
        #expect(near(alike.wedges().parts[0].reduction[10], 150.4 * 0.2))
    }
}
