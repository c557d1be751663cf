import Foundation
import Inventory
import Pathways
import Testing

/// What holds for every plan, tried on plans at random.
@Suite struct LawTests {
    static let seeds: [UInt64] = Array(1...60)

    func near(_ left: [Double], _ right: [Double]) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy { ($0 - $1).magnitude <= 1e-9 * max(1, $0.magnitude, $1.magnitude) }
    }

    func run(_ plan: Plan) throws -> ScenarioRun { try #require(try Model(plan).run("plan")) }

    @Test(arguments: seeds) func withoutMeasuresItIsBusinessAsUsual(seed: UInt64) throws {
        var plan = RandomPlan.plan(seed)
        let usual = try Model(plan).businessAsUsual.pathway()
        #expect(try run(plan).withoutMeasures().gross == usual.gross)
        plan.scenarios[1].measures = plan.scenarios[1].measures.map { Plan.Setting($0.measure, ambition: 0) }
        #expect(near(try run(plan).pathway().gross, usual.gross))
        #expect(try run(plan).pathway().removals == usual.removals)
        plan.scenarios[1].measures = []
        #expect(try run(plan).pathway().gross == usual.gross)
    }

    @Test(arguments: seeds) func theOrderOfMeasuresChangesNothing(seed: UInt64) throws {
        var plan = RandomPlan.plan(seed)
        let gross = try run(plan).pathway().gross
        plan.scenarios[1].measures.reverse()
        #expect(near(try run(plan).pathway().gross, gross))
        plan.measures.reverse()
        plan.activities.reverse()
        plan.carriers.reverse()
        #expect(near(try run(plan).pathway().gross, gross))
    }

    @Test(arguments: seeds) func wedgesAddUpToTheLastBit(seed: UInt64) throws {
        let run = try run(RandomPlan.plan(seed))
        for wedges in [run.wedges(), run.shapley()] {
            for year in wedges.years.indices {
                let sum = wedges.parts.reduce(0) { $0 + $1.reduction[year] }
                #expect(sum == wedges.baseline[year] - wedges.result[year], "seed \(seed), year \(year)")
            }
            #expect(near(wedges.result, run.pathway().gross) && near(wedges.baseline, run.withoutMeasures().gross))
        }
    }

    /// What is not touched is not computed again; computing all of it gives the same.
    @Test(arguments: seeds) func partsReusedAreAsGoodAsNew(seed: UInt64) throws {
        let run = try run(RandomPlan.plan(seed))
        let wedges = run.wedges()
        for count in 1...run.measures.count {
            let chosen = Set(run.measures.prefix(count))
            let taken = wedges.parts.prefix(count)
            let left = wedges.years.indices.map { year in
                taken.reduce(wedges.baseline[year]) { $0 - $1.reduction[year] }
            }
            #expect(near(run.pathway { chosen.contains($0) }.gross, left), "seed \(seed), \(count) measures")
        }
    }

    /// Measures come and go in any order in one computation; each time it is as if it were the only one.
    @Test(arguments: seeds) func whatWasComputedBeforeLeavesNoTrace(seed: UInt64) throws {
        let run = try run(RandomPlan.plan(seed, measures: 8))
        let exact = run.shapley()
        #expect(exact.baseline == run.gross { _ in false } && exact.result == run.gross())
        for pair in run.pairs() {
            let without = run.pathway(without: pair.measure).gross
            let alone = run.pathway { $0 == pair.measure }.gross
            let base = exact.baseline
            #expect(pair.last == without.indices.map { without[$0] - exact.result[$0] }, "seed \(seed)")
            #expect(pair.alone == alone.indices.map { base[$0] - alone[$0] }, "seed \(seed)")
        }
    }

    @Test(arguments: seeds) func partsOfAPathwayAddUp(seed: UInt64) throws {
        let pathway = try run(RandomPlan.plan(seed)).pathway()
        func sum(_ rows: [[Double]]) -> [Double] {
            pathway.years.indices.map { year in rows.reduce(0) { $0 + $1[year] } }
        }
        #expect(near(sum(pathway.lines.map(\.co2e)), pathway.gross))
        #expect(near(sum(pathway.bySector.map(\.co2e)), pathway.gross))
        #expect(near(sum(pathway.byScope.map(\.co2e)), pathway.gross))
        #expect(near(sum(pathway.byCarrier.map(\.co2e)), pathway.gross))
        #expect(near(sum(pathway.activities.map(\.co2e)), pathway.gross))
        for activity in pathway.activities {
            #expect(near(sum(activity.units.map(\.share)), pathway.years.map { _ in 1 }), "seed \(seed)")
            #expect(activity.units.allSatisfy { $0.share.allSatisfy { $0 > -1e-12 } })
        }
    }

    @Test(arguments: seeds) func explanationsAddUp(seed: UInt64) throws {
        let run = try run(RandomPlan.plan(seed))
        let pathway = run.pathway()
        for activity in pathway.activities {
            let explanation = try #require(run.explanation(of: activity.id, in: 2024))
            let sum = explanation.terms.reduce(0) { $0 + $1.tonnes }
            #expect(near([sum, explanation.tonnes], [activity.co2e[4], activity.co2e[4]]))
            // Whoever is not named changes nothing.
            if explanation.touches.isEmpty {
                #expect(near([explanation.tonnes], [explanation.tonnesWithoutMeasures]))
            }
        }
    }

    @Test(arguments: seeds) func aPlanReadsBackAsItWasWritten(seed: UInt64) throws {
        let plan = RandomPlan.plan(seed)
        let json = try plan.json()
        let again = try Plan.read(json)
        #expect(again == plan)
        #expect(try again.json() == json)
    }

    /// Shapley's value as its definition says: the mean over all orders.
    @Test(arguments: Array(seeds.prefix(12))) func shapleyIsTheMeanOverAllOrders(seed: UInt64) throws {
        let run = try run(RandomPlan.plan(seed, measures: 4))
        let wedges = run.shapley()
        var sums = Array(repeating: 0.0, count: 4)
        let orders = Self.orders(Array(0..<4))
        let last = run.years.count - 1
        for order in orders {
            var chosen: Set<String> = []
            for place in order {
                let before = run.gross { chosen.contains($0) }[last]
                chosen.insert(run.measures[place])
                sums[place] += before - run.gross { chosen.contains($0) }[last]
            }
        }
        #expect(near(wedges.parts.map { $0.reduction[last] }, sums.map { $0 / Double(orders.count) }))
    }

    static func orders(_ items: [Int]) -> [[Int]] {
        guard items.count > 1 else { return [items] }
        return items.flatMap { first in orders(items.filter { $0 != first }).map { [first] + $0 } }
    }

    @Test(arguments: Array(seeds.prefix(3))) func sampledShapleyComesNearTheExactOne(seed: UInt64) throws {
        var plan = RandomPlan.plan(seed, measures: 13)
        let sampled = try run(plan).shapley(orders: 80, seed: seed)
        #expect(sampled == (try run(plan).shapley(orders: 80, seed: seed)))
        let last = sampled.years.count - 1
        let sum = sampled.parts.reduce(0) { $0 + $1.reduction[last] }
        #expect(sum == sampled.baseline[last] - sampled.result[last])
        // One measure of the thirteen does nothing: the exact value of the others is that of twelve.
        plan.measures[12].operators = []
        plan.measures[12].requires = []
        let dummy = try run(plan).shapley(orders: 80, seed: seed)
        plan.scenarios[1].measures.removeLast()
        let exact = try run(plan).shapley()
        #expect(exact.method == .shapley && dummy.parts[12].reduction.allSatisfy { $0 == 0 })
        for (one, other) in zip(dummy.parts, exact.parts) {
            let error = try #require(one.standardError)[last]
            let off = (one.reduction[last] - other.reduction[last]).magnitude
            #expect(off <= 5 * error + 1e-9 * exact.baseline[last], "seed \(seed), \(one.measure)")
        }
    }

    @Test func whatIsShiftedIsNeitherMadeNorLost() throws {
        for seed in Self.seeds {
            var plan = RandomPlan.plan(seed)
            var making = RandomPlan(random: RandomNormals(seed: seed, name: "shifts"))
            let ids = plan.activities.map(\.id)
            for index in plan.measures.indices {
                let from = ids[index % ids.count]
                let goals = ids.filter { $0 != from }
                let part = 1 / Double(goals.count)
                plan.measures[index].operators = [
                    .shift(
                        Plan.Transfer(
                            of: from, to: goals.map { Plan.Destination($0, part: part) },
                            share: making.between(0, 0.15)))
                ]
            }
            let run = try run(plan)
            let (before, after) = (run.withoutMeasures(), run.pathway())
            func all(_ pathway: Pathway) -> [Double] {
                pathway.years.indices.map { year in pathway.activities.reduce(0) { $0 + $1.quantity[year] } }
            }
            #expect(near(all(before), all(after)), "seed \(seed)")
            #expect(before.activities != after.activities, "seed \(seed): nothing was shifted")
        }
    }
}
