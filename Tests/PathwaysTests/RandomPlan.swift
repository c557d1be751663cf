import Inventory
import Pathways

/// Plans at random from a seed: small shares, so that no stock runs out, and every kind of operator.
struct RandomPlan {
    var random: RandomNormals
    var carriers: [Plan.Carrier] = []
    var activities: [Plan.Activity] = []

    static func plan(_ seed: UInt64, measures count: Int = 6) -> Plan {
        var making = RandomPlan(random: RandomNormals(seed: seed, name: "plan"))
        making.carriers = making.makeCarriers()
        making.activities = (0..<Int(making.between(2, 7))).map { making.activity($0) }
        let measures = (0..<count).map { making.measure($0) }
        return Plan(
            name: "seed \(seed)", gwp: .ar6, baseYear: 2020, finalYear: 2020 + Int(making.between(5, 30)),
            drivers: [Plan.Driver(id: "people", series: Plan.Series(1000, growth: making.between(-0.02, 0.02)))],
            carriers: making.carriers, activities: making.activities, measures: measures,
            scenarios: [
                Plan.Scenario(id: "bau", kind: .businessAsUsual),
                Plan.Scenario(id: "plan", kind: .plan, measures: measures.map { Plan.Setting($0.id) }),
            ], targets: [Plan.Target(id: "goal", year: 2025, reduction: 0.1)],
            sinks: [Plan.Sink(id: "trees", series: Plan.Series(making.between(0, 9)))])
    }

    mutating func between(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * Double(random.bits() >> 11) * 0x1p-53
    }

    mutating func chance(_ share: Double) -> Bool { between(0, 1) < share }

    mutating func below(_ count: Int) -> Int { min(count - 1, Int(between(0, Double(count)))) }

    mutating func makeCarriers() -> [Plan.Carrier] {
        let fuel = Plan.Carrier(
            id: "fuel",
            factors: [
                Plan.GasFactor(.co2, Plan.Series(between(0.1, 0.4))),
                Plan.GasFactor(.ch4Combustion, Plan.Series(between(0, 1e-5))),
                Plan.GasFactor(.co2Biogenic, Plan.Series(between(0, 0.1))),
            ])
        let power = Plan.Carrier(
            id: "power", scope: .two,
            factors: [Plan.GasFactor(.co2, Plan.Series(between(0.1, 0.6), growth: between(-0.05, 0)))])
        let part = between(0.1, 0.9)
        let sources = [
            Plan.Technology(id: "boiler", share: Plan.Series(part), carrier: "fuel", intensity: Plan.Series(1.1)),
            Plan.Technology(
                id: "pump", share: Plan.Series(1 - part), carrier: "power", intensity: Plan.Series(0.3),
                factors: [Plan.GasFactor(.hfc, Plan.Series(between(0, 1e-6)), species: Species.named("HFC134a"))]),
        ]
        return [
            // The one made from others stands first: order in the document must not matter.
            Plan.Carrier(id: "heat", scope: chance(0.5) ? .two : nil, sources: sources), fuel, power,
        ]
    }

    mutating func activity(_ number: Int) -> Plan.Activity {
        let count = 1 + below(4)
        let weights = (0..<count).map { _ in between(0.2, 1) }
        let whole = weights.reduce(0, +)
        let technologies = weights.enumerated().map { index, weight in
            Plan.Technology(
                id: "t\(index)", share: Plan.Series(weight / whole),
                carrier: chance(0.8) ? carriers[below(3)].id : nil, intensity: Plan.Series(between(0.1, 2)),
                factors: chance(0.3) ? [Plan.GasFactor(.ch4Biogenic, Plan.Series(between(0, 0.01)))] : [])
        }
        let stock = chance(0.5) ? Plan.Stock(lifetime: 1 + below(12)) : Plan.Stock(renewal: between(0, 0.5))
        return Plan.Activity(
            id: "a\(number)", sector: ContractSector.allCases[below(5)], unit: "u",
            quantity: Plan.Series(between(10, 1000), growth: between(-0.03, 0.03)),
            drivers: chance(0.5) ? [Plan.DriverLink("people", elasticity: between(0, 1.5))] : [],
            load: chance(0.3) ? Plan.Series(between(1, 5)) : nil, technologies: technologies,
            stock: chance(0.4) ? stock : nil)
    }

    mutating func measure(_ number: Int) -> Plan.Measure {
        // The first one comes before all that need it.
        let start = number == 0 ? 2021 : 2021 + below(4)
        let shapes: [Plan.Adoption] = [.linear, .sCurve, .logistic(present: 0.1)]
        return Plan.Measure(
            id: "m\(number)", start: start, end: start + below(8), adoption: shapes[below(3)],
            delay: number == 0 ? 0 : below(3),
            operators: (0...below(2)).map { _ in step() }, requires: number > 2 && chance(0.2) ? ["m0"] : [])
    }

    mutating func step() -> Plan.Operator {
        let activity = activities[below(activities.count)]
        let other = activities.first { $0.id != activity.id } ?? activity
        switch below(9) {
        case 0: return .add(Plan.Change(of: activity.id, by: between(0, 10)))
        case 1: return .scale(Plan.Change(of: activity.id, by: between(-0.2, 0.1)))
        case 2:
            return .shift(Plan.Transfer(of: activity.id, to: [Plan.Destination(other.id)], share: between(0, 0.05)))
        case 3: return .load(Plan.Change(of: activity.id, by: between(-0.1, 0.3)))
        case 4 where activity.technologies.count > 1:
            return .replace(
                Plan.Transfer(
                    of: activity.id, from: ["t0"], to: [Plan.Destination("t1")], share: between(0, 0.05),
                    ofSales: activity.stock != nil))
        case 5: return .intensity(Plan.Change(of: activity.id, by: between(-0.2, 0)))
        case 6: return .factor(Plan.Change(of: "power", by: between(-0.3, 0)))
        case 7:
            return .replace(
                Plan.Transfer(of: "heat", from: ["boiler"], to: [Plan.Destination("pump")], share: between(0, 0.05)))
        default: return .remove(Plan.Change(of: "trees", by: between(0, 5)))
        }
    }
}
