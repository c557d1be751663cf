import Finance
import Testing

/// Limits to debt are data; each case is counted on paper.
@Suite struct DebtRuleTests {
    private func rule(
        _ limited: DebtRule.Limited = .yearlyService, share: Double = 0.3, years: Int = 3,
        exempt: [LoanTerms.Purpose] = []
    ) -> DebtRule {
        DebtRule(
            id: "r", name: "", limited: limited, share: share, years: years, exempt: exempt, source: "",
            status: .judgement)
    }

    @Test func theAverageOfTheYearsBeforeTheYearJudged() {
        let standings = rule().standings(
            burden: [2025: 30, 2026: 31, 2030: 33], base: [2022: 90, 2023: 100, 2024: 110])
        // (90 + 100 + 110) ÷ 3 × 30 % = 30; after 2024 the last average goes on.
        #expect(standings.map(\.limitCents) == [30, 30, 30] && standings.map(\.isKept) == [true, false, false])
        #expect(standings.map(\.overCents) == [0, 1, 3])
    }

    @Test func aYearWithoutAllItsRevenuesIsNotJudgedAndTheOthersAre() {
        let standings = rule().standings(burden: [2024: 1, 2025: 1], base: [2022: 90, 2023: 100, 2024: 110])
        #expect(standings.map(\.year) == [2024, 2025] && standings.map(\.limitCents) == [nil, 30])
        #expect(standings[0].isKept == nil && standings[0].overCents == nil && standings[1].isKept == true)
        #expect(rule().standings(burden: [2024: 1], base: [:]).map(\.limitCents) == [nil])
    }

    @Test(arguments: [(1, 0.5, 55), (2, 0.5, 53), (3, 0.1, 10)])
    func yearsAndShareAreTheRulesOwn(years: Int, share: Double, limit: Int) {
        // 110; (100 + 110) ÷ 2 = 105, half of it 52.5, rounded away from zero; (90 + 100 + 110) ÷ 3 = 100.
        let standings = rule(share: share, years: years).standings(
            burden: [2025: 0], base: [2022: 90, 2023: 100, 2024: 110])
        #expect(standings.first?.limitCents == limit)
    }

    @Test func whatIsOwedGrowsWhileItIsPaidOutAndFallsWhileItIsPaidBack() {
        let terms = LoanTerms(rate: 0.1, years: 4, graceYears: 1, form: .linear)
        let line = FundingLine(
            id: "l", name: "", payer: .investors, kind: .loan, cents: 900, from: 2025, to: 2026, status: .contracted,
            terms: terms)
        // 450 in each of two years; a year of interest alone, then 300 a year; nothing is left at the end of 2030.
        #expect(line.owed == [2025: 450, 2026: 900, 2027: 900, 2028: 600, 2029: 300])
        #expect(line.service == [2027: 90, 2028: 390, 2029: 360, 2030: 330])
        var without = line
        without.terms = nil
        #expect(without.owed.isEmpty && without.service.isEmpty)
    }

    @Test func halfYearlyPaymentsAreReadAtTheEndOfTheYear() {
        let loan = Loan(cents: 1_000, rate: 0, years: 2, form: .linear, paymentsPerYear: 2)
        #expect(loan.schedule.map(\.balanceCents) == [750, 500, 250, 0] && loan.yearlyBalanceCents == [500, 0])
    }
}
