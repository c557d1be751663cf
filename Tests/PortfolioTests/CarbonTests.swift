import Finance
import Pathways
import Portfolio
import Testing

/// What avoided carbon is worth stands beside the money and never in it.
@Suite struct CarbonTests {
    /// 10 t less a year from 2025 to 2034, 1,000 EUR in 2025; no running costs, no discounting.
    private func results(_ carbon: CarbonValue?, _ change: (inout CityPlan) -> Void = { _ in }) throws -> PlanResults {
        var plan = try PlanExample.one { measure in
            measure.effect = Effect(
                start: 2025, end: 2025, operators: [.remove(.init(of: "urban-trees", by: 10))])
            measure.costs = Costs(capitalCents: 100_000, priceYear: 2023, lifetime: 10)
            measure.coBenefits = [CoBenefit(.health, centsPerYear: 500)]
            measure.funding = []
        }
        (plan.model.baseYear, plan.model.finalYear) = (2024, 2034)
        (plan.model.budget, plan.model.targets, plan.model.capacities) = (nil, [], [])
        (plan.money.discountYear, plan.money.discountRate, plan.money.carbonValue) = (2024, 0, carbon)
        change(&plan)
        return try #require(Portfolio(plan).results("plan"))
    }

    private let flat = CarbonValue(
        name: "flat", priceYear: 2023, points: [.init(2024, 100), .init(2050, 100)], source: "s")

    @Test func countedOnPaper() throws {
        let results = try results(flat)
        let carbon = try #require(results.appraisal.carbon)
        // 100 t × 100 EUR; 10 years of life end with the plan, so nothing is left.
        #expect((carbon.valueEur - 10_000).magnitude < 1e-9 && (carbon.npvEur - 9_000).magnitude < 1e-9)
        #expect((carbon.npvWithCoBenefitsEur - 9_050).magnitude < 1e-9)
        #expect(carbon.benefitCostRatio == 10 && results.appraisal.benefitCostRatio == 0.05)
        #expect(((carbon.benefitCostRatioWithCoBenefits ?? .nan) - 10.05).magnitude < 1e-9)
        #expect(carbon.byYear.map(\.tonnes) == [0] + [Double](repeating: 10, count: 10))
        #expect(carbon.measures.map(\.id) == ["trees"] && carbon.measures[0].npvEur == carbon.npvEur)
        #expect(carbon.factor == 1 && carbon.priceYear == 2023)
    }

    @Test func laterValuesAreDiscountedLikeMoney() throws {
        let carbon = try #require(results(flat) { $0.money.discountRate = 0.04 }.appraisal.carbon)
        let annuity = (1 - 1 / Growth.factor(0.04, years: 10)) / 0.04
        #expect((carbon.valueEur - 1_000 * annuity).magnitude < 1e-9)
    }

    @Test func theMoneyIsTheSameWithAndWithout() throws {
        let (with, without) = (try results(flat), try results(nil))
        #expect(without.appraisal.carbon == nil)
        #expect(with.appraisal.npvEur == without.appraisal.npvEur && with.costs == without.costs)
        #expect(with.appraisal.benefitCostRatio == without.appraisal.benefitCostRatio)
        #expect(with.marginalCosts == without.marginalCosts && with.cashFlow == without.cashFlow)
        #expect(with.sensitivity == without.sensitivity)
    }

    @Test func pricesOfAnotherYearAreCarriedByTheIndexOrSaidToBeAsTheyAre() throws {
        var old = flat
        old.priceYear = 2021
        // The example's index: 100 in 2021, 115 in 2023.
        let carried = try #require(results(old).appraisal.carbon)
        #expect(carried.factor == 1.15 && (carried.valueEur - 11_500).magnitude < 1e-9)
        old.priceYear = 2016
        let held = try results(old)
        let asItIs = try #require(held.appraisal.carbon)
        #expect(asItIs.factor == nil && (asItIs.valueEur - 10_000).magnitude < 1e-9)
        #expect(
            held.warnings.contains { $0.check == "carbon-price-level" && $0.place == "/money/carbonValue/priceYear" })
    }

    @Test func yearsOutsideOfTheSeriesAreMarked() throws {
        var short = flat
        short.points = [.init(2025, 100), .init(2030, 100)]
        let carbon = try #require(results(short).appraisal.carbon)
        #expect(carbon.byYear.filter(\.isHeld).map(\.year) == [2024, 2031, 2032, 2033, 2034])
    }

    @Test func wrongValuesAreRefusedAtTheirPlace() throws {
        var plan = try PlanExample.plan()
        plan.money.carbonValue = CarbonValue(
            name: "v", currency: .ron, priceYear: 2016, points: [.init(2030, -1), .init(2030, 2)])
        let found = plan.problems().filter { $0.place.hasPrefix("/money/carbonValue") }
        #expect(
            found.map { "\($0.check) \($0.place)" } == [
                "negative /money/carbonValue/points/0/perTonne", "twice /money/carbonValue/points/1/year",
                "no-exchange-rate /money/carbonValue/currency",
            ])
        plan.money.carbonValue = CarbonValue(name: "v", priceYear: 2023, points: [])
        #expect(plan.problems().contains { $0.check == "no-points" && $0.level == .refusal })
    }
}
