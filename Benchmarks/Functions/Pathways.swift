import Benchmark
import Inventory
import Pathways

/// What a city's pathway costs to compute: a model of five sectors, also larger, to see how time grows with measures, years and draws.
func pathways() {
    for measures in [14, 42, 140] {
        for years in [43, 86, 129] where measures == 14 || years == 43 {
            let size = "\(measures) levers, 5 sectors, \(years) years"
            measured("full model of \(size)", measures, years) { $0.pathway().gross.count }
            measured("all pairs of \(size)", measures, years) { $0.pairs().count }
        }
    }
    for draws in [1_000, 10_000, 100_000] {
        measured("pathway, \(draws) draws", 14, 43) { $0.simulation(draws: draws).gross.count }
    }
    for measures in [8, 10, 12] {
        measured("Shapley of \(measures) measures", measures, 43) { $0.shapley().parts.count }
    }
}

private func measured(_ name: String, _ measures: Int, _ years: Int, _ work: @escaping @Sendable (ScenarioRun) -> Int) {
    Benchmark(
        name,
        closure: { benchmark, run in
            for _ in benchmark.scaledIterations { blackHole(work(run)) }
        },
        setup: { try PathwaySample.run(measures: measures, years: years) })
}

/// A model with an activity of two technologies in each sector, and measures of every kind in turn.
enum PathwaySample {
    static func run(measures: Int, years: Int) throws -> ScenarioRun {
        let model = try Model(plan(measures: measures, years: years))
        guard let run = model.run("plan") else { throw Difference() }
        return run
    }

    private static let range = Uncertainty(lower: 0.8, upper: 1.2)

    private static func plan(measures count: Int, years: Int) -> Plan {
        let measures = (0..<count).map { measure($0, of: count) }
        // Sectors that have no share of a measure's effect would make the model cheaper than a city's.
        let activities = ContractSector.allCases.map(activity)
        return Plan(
            name: "sample", baseYear: 2021, finalYear: 2020 + years,
            drivers: [Plan.Driver(id: "people", unit: "people", series: Plan.Series(100_000, growth: -0.002))],
            carriers: [
                carrier("gas", 0.202, .one), carrier("diesel", 0.267, .one),
                Plan.Carrier(
                    id: "electricity", scope: .two,
                    factors: [
                        Plan.GasFactor(
                            .co2, Plan.Series(0.25, points: [Plan.Point(year: 2040, value: 0.05)], range: range))
                    ]),
            ],
            activities: activities, measures: measures,
            scenarios: [Plan.Scenario(id: "plan", kind: .plan, measures: measures.map { Plan.Setting($0.id) })],
            targets: [Plan.Target(id: "goal", year: 2020 + years, reduction: 0.8)])
    }

    private static func carrier(_ id: String, _ factor: Double, _ scope: Scope) -> Plan.Carrier {
        Plan.Carrier(id: id, scope: scope, factors: [Plan.GasFactor(.co2, Plan.Series(factor, range: range))])
    }

    private static func activity(_ sector: ContractSector) -> Plan.Activity {
        Plan.Activity(
            id: sector.rawValue.lowercased(), sector: sector, unit: "MWh", quantity: Plan.Series(500_000, range: range),
            drivers: [Plan.DriverLink("people")],
            technologies: [
                Plan.Technology(
                    id: "old", share: Plan.Series(0.9), carrier: sector == .transport ? "diesel" : "gas",
                    intensity: Plan.Series(1)),
                Plan.Technology(
                    id: "new", share: Plan.Series(0.1), carrier: "electricity", intensity: Plan.Series(0.35)),
            ])
    }

    private static func measure(_ number: Int, of count: Int) -> Plan.Measure {
        let sectors = ContractSector.allCases
        let target = sectors[number % sectors.count].rawValue.lowercased()
        // However many there are, together they take no more than there is.
        let part = 2 / Double(count + 10)
        let effect: Plan.Operator =
            switch number % 3 {
            case 0: .scale(Plan.Change(of: target, by: -part, range: range))
            case 1: .intensity(Plan.Change(of: target, by: -part, range: range))
            default:
                .replace(
                    Plan.Transfer(
                        of: target, from: ["old"], to: [Plan.Destination("new")], share: part, range: range))
            }
        return Plan.Measure(
            id: "measure-\(number)", start: 2023 + number % 5, end: 2035 + number % 5,
            adoption: number.isMultiple(of: 2) ? .sCurve : .linear, operators: [effect])
    }
}
