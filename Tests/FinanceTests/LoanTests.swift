import Finance
import Testing

@Suite struct LoanTests {
    @Test func formsOfRepayment() {
        let linear = Loan(cents: 1_000, rate: 0.1, years: 3, form: .linear).schedule
        #expect(linear.map(\.principalCents) == [334, 333, 333] && linear.map(\.interestCents) == [100, 67, 33])
        let bullet = Loan(cents: 1_000, rate: 0.1, years: 3, form: .bullet)
        #expect(bullet.yearlyServiceCents == [100, 100, 1_100])
        let grace = Loan(cents: 1_000, rate: 0.1, years: 4, form: .linear, graceYears: 2).schedule
        #expect(grace.map(\.principalCents) == [0, 0, 500, 500] && grace.map(\.interestCents) == [100, 100, 100, 50])
        #expect(Loan(cents: 1_000, rate: 0.1, years: 0).schedule.isEmpty)
    }

    @Test func everyScheduleClearsTheLoanExactly() {
        for form in Loan.Form.allCases {
            for (rate, years, grace, each) in [(0.0, 7, 0, 12), (0.0375, 20, 3, 2), (0.12, 1, 1, 4), (0.05, 30, 0, 12)]
            {
                let loan = Loan(
                    cents: 123_456_789, rate: rate, years: years, form: form, graceYears: grace, paymentsPerYear: each)
                let schedule = loan.schedule
                #expect(schedule.reduce(0) { $0 + $1.principalCents } == loan.cents)
                #expect(schedule.last?.balanceCents == 0 && schedule.count == years * each)
                #expect(loan.yearlyBalanceCents.count == years && loan.yearlyBalanceCents.last == 0)
                #expect(loan.yearlyServiceCents.reduce(0, +) == schedule.reduce(0) { $0 + $1.totalCents })
                #expect(schedule.allSatisfy { $0.principalCents >= 0 && $0.balanceCents >= 0 })
            }
        }
    }

    @Test func hopesAreNotMoney() {
        let statuses: [FundingLine.Status] = [.idea, .applied, .contracted, .received, .reported]
        let lines = statuses.enumerated().map { index, status in
            FundingLine(
                id: "l\(index)", name: "", payer: .eu, kind: .grant, cents: 10, from: 2025, to: 2027, status: status)
        }
        let gap = FundingGap(neededCents: 100, lines: lines)
        #expect(gap.contractedCents == 30 && gap.hopedForCents == 20 && gap.gapCents == 70)
        #expect(gap.gapAfterHopesCents == 50 && gap.coverage == 0.3)
        #expect(lines[0].years == [2025: 4, 2026: 3, 2027: 3])
    }
}
