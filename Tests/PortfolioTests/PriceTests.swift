import Finance
import Pathways
import Portfolio
import Testing

/// Purchases that follow the price of their technology.
@Suite struct PriceTests {
    private static let path = PricePath(
        id: "pv", name: "Panouri", points: [.init(year: 2025, price: 200), .init(year: 2029, price: 100)])

    /// 1,000 EUR in equal parts from 2025 to 2029, ten years of life, in a plan from 2024 to 2040.
    private func plan(_ change: (inout CityPlan) -> Void = { _ in }) throws -> CityPlan {
        var plan = try PlanExample.one { measure in
            measure.effect = Effect(
                start: 2025, end: 2029, operators: [.remove(.init(of: "urban-trees", by: 10))])
            measure.costs = Costs(
                capitalCents: 100_000, priceYear: 2023, lifetime: 10, from: 2025, to: 2029, technology: "pv")
            measure.coBenefits = []
            measure.payers = PayerSplit([.municipality: 0.3, .eu: 0.7])
            measure.runningPayers = nil
            measure.funding = []
        }
        plan.model.baseYear = 2024
        plan.model.finalYear = 2040
        plan.model.budget = nil
        plan.model.targets = []
        plan.model.capacities = []
        plan.money.prices = [Self.path]
        change(&plan)
        return plan
    }

    private func results(_ change: (inout CityPlan) -> Void = { _ in }) throws -> PlanResults {
        let plan = try plan(change)
        #expect(plan.problems().filter { $0.level == .refusal } == [])
        return try #require(Portfolio(plan).results("plan"))
    }

    @Test func pricesLieOnStraightLinesAndStayOutside() {
        let path = Self.path
        #expect((2023...2031).map { path.price(in: $0) ?? 0 } == [200, 200, 200, 175, 150, 125, 100, 100, 100])
        #expect(path.factor(in: 2029, base: 2023) == 0.5 && path.factor(in: 2025, base: 2029) == 2)
        let mixed = PricePath(id: "", name: "", points: path.points.reversed())
        #expect(mixed.price(in: 2027) == 150)
        #expect(PricePath(id: "", name: "", points: []).factor(in: 2030, base: 2020) == 1)
    }

    /// On paper: 200 EUR a year at the prices of 2023, times 1, 7/8, 3/4, 5/8, 1/2; bought again ten years later at 1/2.
    @Test func eachYearPaysItsPrice() throws {
        let results = try results()
        let bought = [20_000, 17_500, 15_000, 12_500, 10_000]
        #expect(results.costs.byYear.filter { $0.capitalCents != 0 }.map(\.capitalCents) == bought)
        #expect(results.costs.measures.map(\.capitalCents) == [75_000])
        let again = results.costs.byYear.filter { $0.reinvestmentCents != 0 }
        #expect(again.map(\.reinvestmentCents) == [Int](repeating: 10_000, count: 5))
        #expect(again.map(\.year) == Array(2035...2039))
        // Years of life left of the second ones at the end of 2040: 4, 5, 6, 7 and 8 of 10, of what was paid.
        #expect(results.costs.byYear.last?.residualCents == 30_000)
        let payers = results.costs.byPayer
        #expect(payers.map(\.capitalCents).reduce(0, +) == 75_000)
        #expect(payers.map(\.capitalCents) == [22_500, 52_500])
    }

    /// Waiting makes it cheaper; the effect of a start moved by the live view.
    @Test func laterIsCheaper() throws {
        let late = try results { $0.model.scenarios[2].measures = [.init("trees", delay: 4)] }
        #expect(late.costs.measures.map(\.capitalCents) == [50_000])
        let half = try results { $0.model.scenarios[2].measures = [.init("trees", ambition: 0.5)] }
        #expect(half.costs.measures.map(\.capitalCents) == [37_500])
    }

    /// A price that does not change changes nothing, to the cent and in every figure.
    @Test(arguments: [1, 7, 1135.5]) func aFlatPriceChangesNothing(price: Double) throws {
        let without = try results {
            $0.measures[0].costs?.technology = nil
            $0.measures[0].costs?.capitalCents = 99_997
        }
        let flat = try results {
            $0.measures[0].costs?.capitalCents = 99_997
            $0.money.prices[0].points = [.init(year: 2020, price: price), .init(year: 2040, price: price)]
        }
        #expect(flat.costs == without.costs && flat.appraisal == without.appraisal)
    }

    /// Twice the price from one year on is twice what is paid from then on, and nothing before.
    @Test func twiceThePriceIsTwiceTheCost() throws {
        let before = try results()
        let after = try results {
            $0.money.prices[0].points = [
                .init(year: 2025, price: 200), .init(year: 2026, price: 350), .init(year: 2027, price: 300),
                .init(year: 2028, price: 250), .init(year: 2029, price: 200),
            ]
        }
        for (old, new) in zip(before.costs.byYear, after.costs.byYear) {
            let factor = old.year == 2025 ? 1 : 2
            #expect(new.capitalCents == old.capitalCents * factor && new.reinvestmentCents == old.reinvestmentCents * 2)
        }
        #expect(after.appraisal.npvEur < before.appraisal.npvEur)
    }

    @Test func badPricesAreNamed() throws {
        func checks(_ change: (inout CityPlan) -> Void) throws -> [String] {
            try plan(change).problems().filter { $0.level == .refusal }.map { "\($0.check) \($0.place)" }
        }
        #expect(
            try checks { $0.measures[0].costs?.technology = "wind" } == [
                "unknown-technology /measures/0/costs/technology"
            ])
        #expect(
            try checks { $0.money.prices[0].points[1].price = 0 } == ["not-positive /money/prices/0/points/1/price"])
        #expect(try checks { $0.money.prices[0].points[1].year = 2025 } == ["year-twice /money/prices/0/points/1/year"])
        #expect(try checks { $0.money.prices[0].points = [] } == ["no-price /money/prices/0/points"])
        #expect(try checks { $0.money.prices.append(Self.path) } == ["id-twice /money/prices/1/id"])
        #expect(try checks { $0.money.prices[0].status = .sourced } == ["no-source /money/prices/0/source"])
    }
}
