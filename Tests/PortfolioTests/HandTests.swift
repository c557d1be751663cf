import Finance
import Pathways
import Portfolio
import Testing

/// One measure whose every figure can be computed on paper.
@Suite struct HandTests {
    /// 1,000 EUR in 2025, 10 EUR a year, 25 years of life, 5 EUR of health a year; 10 t removed a year from 2025 on.
    private func plan(_ change: (inout CityPlan) -> Void = { _ in }) throws -> CityPlan {
        var plan = try PlanExample.one { measure in
            measure.effect = Effect(
                start: 2025, end: 2025, operators: [.remove(.init(of: "urban-trees", by: 10))])
            measure.costs = Costs(capitalCents: 100_000, yearlyCents: 1_000, priceYear: 2023, lifetime: 25)
            measure.coBenefits = [CoBenefit(.health, centsPerYear: 500), CoBenefit(.jobs, quantity: 3, unit: "jobs")]
            measure.payers = PayerSplit([.municipality: 0.25, .eu: 0.75])
            measure.runningPayers = .all(.municipality)
            measure.funding = []
        }
        plan.model.baseYear = 2024
        plan.model.finalYear = 2034
        plan.model.budget = nil
        plan.model.targets = []
        plan.model.capacities = []
        plan.money.discountYear = 2024
        change(&plan)
        return plan
    }

    private func results(_ change: (inout CityPlan) -> Void = { _ in }) throws -> PlanResults {
        try #require(Portfolio(try plan(change)).results("plan"))
    }

    @Test func presentValueAndCostPerTonne() throws {
        let results = try results()
        var value = 0.0
        for year in 1...10 {
            // 15 of 25 years of life are left at the end of 2034.
            let cost = (year == 1 ? 1_000.0 : 0) + 10 - (year == 10 ? 600 : 0)
            value += cost / (1...year).reduce(1.0) { power, _ in power * 1.04 }
        }
        #expect((results.appraisal.npvEur + value).magnitude < 1e-9)
        let measure = try #require(results.costs.measures.first)
        #expect((measure.tonnes - 100).magnitude < 1e-9)
        #expect(((measure.eurPerTonne ?? .nan) - value / 100).magnitude < 1e-9)
        let annuity = (1 - 1 / Growth.factor(0.04, years: 10)) / 0.04
        #expect(((measure.eurPerTonneWithCoBenefits ?? .nan) - (value - 5 * annuity) / 100).magnitude < 1e-9)
        let discounted = try self.results { $0.money.tonnes = .discounted }
        #expect(((discounted.appraisal.eurPerTonne ?? .nan) - value / (10 * annuity)).magnitude < 1e-9)
        #expect(discounted.appraisal.tonneBasis == .discounted)
    }

    @Test func costsByPayer() throws {
        let payers = try results().costs.byPayer
        #expect(payers.map(\.name) == ["municipality", "eu"])
        #expect(payers.map(\.capitalCents) == [25_000, 75_000] && payers.map(\.runningCents) == [10_000, 0])
        #expect(payers.map(\.residualCents) == [15_000, 45_000])
    }

    @Test func laterSmallerAndOver() throws {
        let late = try results { $0.model.scenarios[2].measures = [.init("trees", ambition: 0.5, delay: 3)] }
        #expect(late.costs.byYear.map(\.capitalCents) == [0, 0, 0, 0, 50_000, 0, 0, 0, 0, 0, 0])
        #expect(late.costs.byYear.reduce(0) { $0 + $1.runningCents } == 3_500)
        #expect(late.costs.byYear.reduce(0) { $0 + $1.coBenefitCents } == 1_750)
        let ended = try results { $0.measures[0].effect.until = 2027 }
        #expect(ended.costs.byYear.reduce(0) { $0 + $1.runningCents } == 3_000)
        #expect(ended.costs.byYear.reduce(0) { $0 + $1.residualCents } == 0)
    }

    @Test func otherCurrenciesAndPrices() throws {
        let lei = try results {
            $0.measures[0].costs?.currency = .ron
            $0.measures[0].costs?.capitalCents = 495_000
            $0.measures[0].costs?.yearlyCents = 4_950
        }
        #expect(lei.costs.measures.map(\.capitalCents) == [100_000] && lei.costs.measures.map(\.yearlyCents) == [1_000])
        let old = try results { $0.measures[0].costs?.priceYear = 2021 }
        #expect(old.costs.measures.map(\.capitalCents) == [115_000])
    }

    @Test func whatNobodyPricedIsNamed() throws {
        let results = try results { $0.measures[0].costs = nil }
        #expect(results.withoutCosts == ["trees"] && results.costs.measures.isEmpty)
        #expect(results.warnings.contains { $0.check == "no-costs" && $0.place == "/measures/0/costs" })
    }

    /// Each wrong plan is refused at its place, and only there.
    @Test(arguments: [
        ("negative-without-reason", "/measures/0/costs/yearlyCents"), ("parts", "/measures/0/payers"),
        ("no-exchange-rate", "/measures/0/costs/currency"), ("no-price-index", "/measures/0/costs/priceYear"),
        ("lifetime", "/measures/0/costs/lifetime"), ("outside-plan", "/measures/0/costs/from"),
        ("rate", "/money/discountRate"), ("amount", "/measures/0/costs/capitalCents"),
        ("negative", "/measures/0/funding/0/cents"), ("no-source", "/measures/0/coBenefits/0/source"),
        ("terms", "/measures/0/funding/0/terms"), ("measures-in-model", "/model/measures"),
        ("unknown", "/measures/0/effect/operators/0/of"), ("end-before-start", "/measures/0/effect/end"),
    ])
    func badPlansAreRefused(check: String, place: String) throws {
        let plan = try plan { plan in
            let line = FundingLine(
                id: "x", name: "", payer: .eu, kind: .grant, cents: 1, from: 2025, to: 2025, status: .idea)
            switch place {
            case "/measures/0/costs/yearlyCents": plan.measures[0].costs?.yearlyCents = -1
            case "/measures/0/payers": plan.measures[0].payers = PayerSplit([.eu: 0.5])
            case "/measures/0/costs/currency": plan.measures[0].costs?.currency = Currency(rawValue: "USD") ?? .eur
            case "/measures/0/costs/priceYear": plan.measures[0].costs?.priceYear = 2001
            case "/measures/0/costs/lifetime": plan.measures[0].costs?.lifetime = 0
            case "/measures/0/costs/from": plan.measures[0].costs?.from = 1999
            case "/money/discountRate": plan.money.discountRate = 4
            case "/measures/0/costs/capitalCents": plan.measures[0].costs?.capitalCents = Int.max
            case "/measures/0/funding/0/cents":
                plan.measures[0].funding = [line]
                plan.measures[0].funding[0].cents = -1
            case "/measures/0/coBenefits/0/source": plan.measures[0].coBenefits[0].status = .sourced
            case "/measures/0/funding/0/terms":
                plan.measures[0].funding = [line]
                plan.measures[0].funding[0].terms = LoanTerms(rate: 0.05, years: 5)
            case "/model/measures": plan.model.measures = [.init(id: "x", start: 2025, end: 2026)]
            case "/measures/0/effect/operators/0/of":
                plan.measures[0].effect.operators = [.remove(.init(of: "nowhere", by: 1))]
            default: plan.measures[0].effect.end = 2024
            }
        }
        let refusals = plan.problems().filter { $0.level == .refusal }
        #expect(
            refusals.first?.place == place && refusals.allSatisfy { $0.place.hasSuffix("/end") || $0.place == place },
            "\(refusals.map { "\($0.check) \($0.place): \($0.text)" })")
        #expect(check == "unknown" || refusals.first?.check == check)
        #expect(throws: PlanRefusal.self) { try Portfolio(plan) }
    }
}
