import Finance
import Portfolio
import Testing

/// The municipality's debt under several rules, counted on paper.
@Suite struct DebtTests {
    private static let loan = FundingLine(
        id: "loan", name: "", payer: .investors, kind: .loan, cents: 300_000, from: 2025, to: 2025, status: .contracted,
        terms: LoanTerms(rate: 0, years: 3, form: .linear))

    private func rule(
        _ id: String, _ limited: DebtRule.Limited, _ base: DebtRule.Base, share: Double, years: Int = 1,
        exempt: [LoanTerms.Purpose] = []
    ) -> DebtRule {
        DebtRule(
            id: id, name: id, limited: limited, base: base, share: share, years: years, exempt: exempt, source: "",
            status: .judgement)
    }

    /// Own revenue 2,000 and a budget of 10,000 in 2024; an old loan costs 500 in 2026 and leaves 1,000 owed in 2025.
    private func results(_ rules: [DebtRule], _ loans: [FundingLine]) throws -> [DebtResults] {
        var plan = try PlanExample.one { $0.funding = loans }
        plan.finances = CityFinances(
            budgets: [BudgetYear(year: 2024, cents: 1_000_000, ownRevenueCents: 200_000)],
            debtService: [YearAmount(year: 2026, cents: 50_000)], debtStock: [YearAmount(year: 2025, cents: 100_000)],
            debtRules: rules)
        return try #require(Portfolio(plan).results("plan")).debt
    }

    @Test func eachRuleSaysWhichYearBreaksItAndByHowMuch() throws {
        var hoped = Self.loan
        hoped.id = "hoped"
        hoped.status = .idea
        let debt = try results(
            [
                rule("service", .yearlyService, .ownRevenue, share: 0.6),
                rule("stock", .stock, .budget, share: 0.45),
            ], [Self.loan, hoped])
        // Old service 500 and 1,000 a year for each loan, against 60 % of 2,000 = 1,200.
        #expect(debt[0].contracted.map(\.burdenCents) == [150_000, 100_000, 100_000])
        #expect(debt[0].contracted.map(\.overCents) == [30_000, 0, 0])
        #expect(debt[0].withHopes.map(\.overCents) == [130_000, 80_000, 80_000])
        #expect(debt[0].broken.map(\.year) == [2026, 2027, 2028])
        // 1,000 old and 3,000 for each loan at the end of 2025, against 45 % of 10,000 = 4,500.
        #expect(debt[1].withHopes.map(\.year) == [2025, 2026, 2027])
        #expect(debt[1].withHopes.map(\.burdenCents) == [700_000, 400_000, 200_000])
        #expect(debt[1].withHopes.map(\.overCents) == [250_000, 0, 0] && debt[1].contracted[0].isKept == true)
    }

    @Test func loansThatARuleExemptsAreLeftOutAndNamed() throws {
        var european = Self.loan
        european.id = "european"
        european.terms?.purpose = .europeanProject
        let debt = try results(
            [
                rule("with", .yearlyService, .ownRevenue, share: 0.5, exempt: [.europeanProject]),
                rule("without", .yearlyService, .ownRevenue, share: 0.5),
            ], [Self.loan, european])
        #expect(debt[0].exempt == ["european"] && debt[1].exempt.isEmpty)
        #expect(debt[0].contracted.map(\.burdenCents) == [150_000, 100_000, 100_000])
        #expect(debt[1].contracted.map(\.burdenCents) == [250_000, 200_000, 200_000])
        #expect(debt[0].broken.map(\.year) == [2026] && debt[1].broken.map(\.year) == [2026, 2027, 2028])
    }

    @Test func aYearThatCannotBeJudgedIsNamed() throws {
        let debt = try results([rule("two", .yearlyService, .ownRevenue, share: 0.5, years: 2)], [Self.loan])
        #expect(debt[0].unknown == [2026, 2027, 2028] && debt[0].broken.isEmpty)
    }

    @Test func aLoanWithoutTermsIsToldAndNotCounted() throws {
        var plan = try PlanExample.one { $0.funding = [Self.loan] }
        plan.measures[0].funding[0].terms = nil
        let portfolio = try Portfolio(plan)
        #expect(
            portfolio.warnings.contains {
                $0.check == "loan-without-terms" && $0.place == "/measures/0/funding/0/terms"
            }
        )
        #expect(portfolio.results("plan")?.debt.first?.withoutTerms == ["loan"])
    }

    @Test func wrongRulesAreRefusedAtTheirPlace() throws {
        var plan = try PlanExample.plan()
        plan.finances.debtRules = [
            rule("a", .stock, .budget, share: 0), rule("a", .stock, .budget, share: .nan, years: 0),
            rule("", .stock, .budget, share: 1),
        ]
        plan.finances.debtRules[2].status = .sourced
        plan.finances.debtStock = [YearAmount(year: 2025, cents: -1)]
        let found = plan.problems().filter { $0.place.hasPrefix("/finances") }.map { "\($0.check) \($0.place)" }
        #expect(
            Set(found) == [
                "not-positive /finances/debtRules/0/share", "id-twice /finances/debtRules/1/id",
                "not-positive /finances/debtRules/1/share", "years /finances/debtRules/1/years",
                "no-id /finances/debtRules/2/id", "no-source /finances/debtRules/2/source",
                "negative /finances/debtStock/0/cents",
            ])
    }
}
