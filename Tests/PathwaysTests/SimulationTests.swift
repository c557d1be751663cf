import Foundation
import Inventory
import Pathways
import Testing

@Suite struct SimulationTests {
    /// One activity whose quantity is known within 20 %: emissions are normal with a standard deviation of 20 ÷ 1.96 %.
    func plan(target: Double = 0.1) -> Plan {
        Plan(
            name: "", baseYear: 2020, finalYear: 2022,
            activities: [
                Plan.Activity(
                    id: "a", sector: .waste, unit: "t",
                    quantity: Plan.Series(1000, range: Uncertainty(lower: 0.8, upper: 1.2)),
                    technologies: [Plan.Technology(id: "x", factors: [Plan.GasFactor(.co2, Plan.Series(1))])])
            ],
            measures: [
                Plan.Measure(
                    id: "m", start: 2021, end: 2022,
                    operators: [
                        .scale(Plan.Change(of: "a", by: -0.2, range: Uncertainty(lower: 0.5, upper: 1.5)))
                    ])
            ], scenarios: [Plan.Scenario(id: "plan", kind: .plan, measures: [Plan.Setting("m")])],
            targets: [
                Plan.Target(id: "relative", year: 2022, reduction: 0.2),
                Plan.Target(id: "absolute", year: 2022, reduction: target, baseline: 1000),
                Plan.Target(id: "net", year: 2022, basis: .net, reduction: 1),
            ], credits: [Plan.Credit(id: "c", series: Plan.Series(800))],
            budget: Plan.Budget(start: 2020, end: 2022, tonnes: 2700))
    }

    func run(_ plan: Plan) throws -> ScenarioRun { try #require(try Model(plan).run("plan")) }

    @Test func bandsAreThoseOfTheDistribution() throws {
        let result = try run(plan()).simulation(draws: 20_000, seed: 7)
        #expect(result.variables == ["activities/a/quantity", "measures/m/operators/0"])
        let base = result.gross[0]
        #expect((base.mean - 1000).magnitude < 4 * base.standardError)
        #expect(
            (base.low - 800).magnitude < 8 && (base.high - 1200).magnitude < 8 && (base.median - 1000).magnitude < 4)
        // 1000 (1 + e)(1 − 0.2 (1 + f)): variance of a product of independent factors.
        let (first, second) = (0.2 / 1.959963984540054, 0.1 / 1.959963984540054)
        let variance = (1 + first * first) * (0.64 + second * second) - 0.64
        let last = result.gross[2]
        #expect((last.mean - 800).magnitude < 4 * last.standardError)
        let deviation = last.standardError * Double(20_000).squareRoot() / 1000
        #expect((deviation / variance.squareRoot() - 1).magnitude < 0.03)
        #expect(result.net[2].median == last.median - 800)
    }

    @Test func probabilities() throws {
        let result = try run(plan()).simulation(draws: 20_000, seed: 3)
        // The base year is drawn with the rest: the reduction is 20 % or more in half of the draws.
        #expect((result.targets[0].probability - 0.5).magnitude < 4 * result.targets[0].standardError)
        #expect((result.targets[2].probability - 0.5).magnitude < 0.03)
        // P(N(800, σ) ≤ 900), σ as above: Φ(100 ÷ 97.6) = 0.847, the product being nearly normal.
        #expect((result.targets[1].probability - 0.847).magnitude < 0.01)
        let kept = try #require(result.keepsBudget)
        #expect((kept - 0.5).magnitude < 0.02)
    }

    @Test func theErrorOfTheMeanFallsWithTheRootOfDraws() throws {
        let run = try run(plan())
        func spread(_ draws: Int) -> Double {
            let means = (1...60).map { run.simulation(draws: draws, seed: UInt64($0)).gross[2].mean }
            let squares = means.reduce(0) { $0 + ($1 - 800) * ($1 - 800) }
            return (squares / 60).squareRoot()
        }
        let (few, many) = (spread(100), spread(1600))
        // Sixteen times the draws, a quarter of the error; 60 runs know it within a fifth or so.
        #expect((few / many - 4).magnitude < 1.3, "\(few) and \(many)")
        #expect((run.simulation(draws: 1600).gross[2].standardError / many - 1).magnitude < 0.4)
    }

    @Test func theSeedDecides() throws {
        let run = try run(plan())
        #expect(run.simulation(draws: 1000, seed: 5) == run.simulation(draws: 1000, seed: 5))
        #expect(run.simulation(draws: 1000, seed: 5).gross != run.simulation(draws: 1000, seed: 6).gross)
        // Written down once; the same on every machine.
        let mean = run.simulation(draws: 1000, seed: 5).gross[2].mean
        #expect(mean == Self.written, "\(mean)")
    }

    static let written = 800.6518269068673

    @Test func withoutRangesThereIsNothingToDraw() throws {
        var plan = plan()
        plan.activities[0].quantity.range = nil
        plan.measures[0].operators = [.scale(Plan.Change(of: "a", by: -0.2))]
        let result = try run(plan).simulation(draws: 100)
        #expect(result.variables == [] && result.gross[2].low == 800 && result.gross[2].high == 800)
    }

    @Test func sensitivityPutsTheLongestBarFirst() throws {
        let tornado = try #require(try run(plan()).sensitivity(in: 2022))
        #expect(
            tornado.central == 800 && tornado.bars.map(\.input) == ["activities/a/quantity", "measures/m/operators/0"])
        #expect((tornado.bars[0].atLower - 640).magnitude < 1e-9 && (tornado.bars[0].atUpper - 960).magnitude < 1e-9)
        #expect((tornado.bars[1].atLower - 900).magnitude < 1e-9 && (tornado.bars[1].atUpper - 700).magnitude < 1e-9)
        #expect(try run(plan()).sensitivity(in: 2030) == nil)
        #expect((try #require(try run(plan()).sensitivity()).central - 2700).magnitude < 1e-9)
    }

    @Test func elementaryFunctions() {
        var random = RandomNormals(seed: 11, name: "elementary")
        for _ in 0..<20_000 {
            let x = random.next() * 20
            #expect((Elementary.exp(x) / exp(x) - 1).magnitude < 5e-16, "exp(\(x))")
            let y = exp(x)
            #expect((Elementary.log(y) - log(y)).magnitude <= 5e-16 * max(0.5, log(y).magnitude), "log(\(y))")
        }
        #expect(Elementary.exp(0) == 1 && Elementary.log(1) == 0 && Elementary.exp(-1000) == 0)
        #expect(Elementary.exp(1000) == .infinity && Elementary.log(0) == -.infinity && Elementary.log(-1).isNaN)
        #expect(Elementary.pow(3, 1) == 3 && Elementary.pow(3, 0) == 1)
    }
}
