import Finance
import Foundation
import Pathways
import Portfolio
import Testing

/// The example plan: complete, without a problem, and its results hang together.
@Suite struct ExampleTests {
    @Test func itIsReadAndWrittenWithoutLoss() throws {
        let plan = try PlanExample.plan()
        let problems = plan.problems()
        #expect(problems.filter { $0.level == .refusal }.map { "\($0.place): \($0.text)" } == [])
        let bytes = try plan.json()
        #expect(try CityPlan.read(bytes) == plan && CityPlan.read(bytes).json() == bytes)
    }

    @Test(arguments: [Portfolio.Options.Attribution.ordered, .shapley])
    func theSameBytesTwice(attribution: Portfolio.Options.Attribution) throws {
        let options = Portfolio.Options(attribution: attribution, draws: 200, seed: 7)
        let first = try #require(Portfolio(try PlanExample.plan()).results("plan", options)).json()
        let second = try #require(Portfolio(try PlanExample.plan()).results("plan", options)).json()
        #expect(first == second)
        let other = Portfolio.Options(attribution: attribution, draws: 200, seed: 8)
        #expect(try Portfolio(try PlanExample.plan()).results("plan", other)?.json() != first)
        #expect(try JSONDecoder().decode(PlanResults.self, from: first).json() == first)
    }

    @Test func wedgesAddUpToTheDifference() throws {
        let portfolio = try Portfolio(try PlanExample.plan())
        for attribution in Portfolio.Options.Attribution.allCases {
            let results = try #require(portfolio.results("plan", .init(attribution: attribution)))
            let wedges = results.wedges
            for year in results.years.indices {
                let sum = wedges.parts.reduce(0) { $0 + $1.tonnes[year] }
                #expect(sum == wedges.baselineTonnes[year] - wedges.resultTonnes[year])
                #expect(wedges.resultTonnes[year] == results.emissions.withMeasures.gross[year])
            }
        }
    }

    @Test(arguments: ["plan", "slow", "existing-policies", "business-as-usual"])
    func centsAddUp(scenario: String) throws {
        let plan = try PlanExample.plan()
        let portfolio = try Portfolio(plan)
        let results = try #require(portfolio.results(scenario))
        let costs = results.costs
        let net = costs.byYear.reduce(0) { $0 + $1.netCents }
        #expect(costs.byPayer.reduce(0) { $0 + $1.netCents } == net)
        #expect(costs.byField.reduce(0) { $0 + $1.netCents } == net)
        #expect(costs.measures.reduce(0) { $0 + $1.netCents } == net)
        #expect(results.cashFlow.cumulatedCents.last ?? 0 == -net)
        for (index, year) in costs.byYear.enumerated() {
            #expect(
                year.netCents == year.capitalCents + year.reinvestmentCents + year.runningCents - year.residualCents)
            #expect(costs.byPayer.reduce(0) { $0 + $1.netByYearCents[index] } == year.netCents)
            #expect(costs.byField.reduce(0) { $0 + $1.netByYearCents[index] } == year.netCents)
        }
        let funding = results.funding
        #expect(funding.byStatus.reduce(0) { $0 + $1.cents } == funding.contractedCents + funding.hopedForCents)
        #expect(funding.byYear.reduce(0) { $0 + $1.contractedCents } == funding.contractedCents)
        #expect(funding.bySource.reduce(0) { $0 + $1.hopedForCents } == funding.hopedForCents)
        let tables = portfolio.investmentPlan(results)
        #expect(tables.costs.map(\.capitalCents) == costs.measures.map(\.capitalCents))
        #expect(
            tables.payers.map { $0.parts.values.reduce(0) { $0 + $1.onceCents } } == tables.costs.map(\.capitalCents))
        #expect(
            tables.payers.map { $0.parts.values.reduce(0) { $0 + $1.yearlyCents } } == tables.costs.map(\.yearlyCents))
        #expect(tables.capitalPlan.map { $0.municipalityCents + $0.othersCents } == tables.costs.map(\.capitalCents))
    }

    @Test func theCurveRisesAndHoldsEveryPricedMeasure() throws {
        let results = try #require(Portfolio(try PlanExample.plan()).results("plan"))
        let curve = results.marginalCosts
        #expect(zip(curve, curve.dropFirst()).allSatisfy { $0.eurPerTonne <= $1.eurPerTonne })
        #expect(Set(curve.map(\.id)) == Set(results.costs.measures.filter { $0.eurPerTonne != nil }.map(\.id)))
        #expect(curve.count > 8)
        let sum = curve.reduce(0) { $0 + $1.tonnes }
        #expect(((curve.last?.cumulatedTonnes ?? 0) - sum).magnitude < 1e-6 * sum)
        let widths = results.sensitivity.npv.map { ($0.atUpper - $0.atLower).magnitude }
        #expect(widths == widths.sorted(by: >) && widths.count == 7)
        #expect(!results.sensitivity.emissions.isEmpty)
    }

    @Test func doingNothingCostsNothing() throws {
        let results = try #require(Portfolio(try PlanExample.plan()).results("business-as-usual"))
        #expect(results.emissions.withMeasures == results.emissions.withoutMeasures)
        #expect(results.appraisal.npvEur == 0 && results.appraisal.eurPerTonne == nil)
        #expect(results.funding.neededCents == 0 && results.costs.byYear.isEmpty && results.marginalCosts.isEmpty)
    }

    @Test func ambitionOfZeroIsFreeAndChangesNothing() throws {
        let portfolio = try Portfolio(try PlanExample.plan())
        let none = try portfolio.results(
            Plan.Scenario(id: "none", kind: .variant, measures: [.init("renovation", ambition: 0)]))
        #expect(none.emissions.withMeasures.gross == none.emissions.withoutMeasures.gross)
        #expect(none.costs.byYear.allSatisfy { $0.netCents == 0 } && none.appraisal.npvEur == 0)
    }

    @Test func debtStandsUnderTheRule() throws {
        let results = try #require(Portfolio(try PlanExample.plan()).results("plan"))
        let debt = try #require(results.debt.first)
        #expect(debt.contracted.first?.burdenCents == 210_000_000)
        // (4.1 + 4.3 + 4.6) ÷ 3 × 30 % for 2024.
        #expect(debt.contracted.first?.limitCents == 1_300_000_000)
        #expect(debt.withHopes.reduce(0) { $0 + $1.burdenCents } > debt.contracted.reduce(0) { $0 + $1.burdenCents })
        #expect(debt.broken.isEmpty && debt.unknown.isEmpty && debt.exempt.isEmpty)
    }
}
