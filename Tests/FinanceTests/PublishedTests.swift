import Finance
import Testing

/// The examples in numpy-financial's documentation (1.0.0), to the digits printed there.
@Suite struct PublishedTests {
    private func close(_ value: Double?, _ expected: Double, within tolerance: Double = 5e-6) -> Bool {
        value.map { ($0 - expected).magnitude <= tolerance } ?? false
    }

    @Test func presentValueOfFlows() {
        #expect(close(PresentValue.of([-40_000, 5_000, 8_000, 12_000, 30_000], rate: 0.08), 3065.22267))
        #expect(close(PresentValue.of([0, 5_000, 8_000, 12_000, 30_000], rate: 0.08) - 40_000, 3065.22267))
    }

    /// Where there are several rates, the one that the documentation prints is among them.
    @Test(arguments: [
        ([-100.0, 39, 59, 55, 20], 0.28095, 1), ([-100, 0, 0, 74], -0.0955, 1), ([-100, 100, 0, -7], -0.0833, 2),
        ([-100, 100, 0, 7], 0.06206, 1), ([-5, 10.5, 1, -8, 1], 0.0886, 3),
    ])
    func internalRates(flows: [Double], rate: Double, count: Int) {
        let rates = InternalRate(flows).rates
        #expect(rates.contains { close($0, rate) }, "\(rates)")
        #expect(rates.count == count, "\(rates)")
        for rate in rates { #expect(PresentValue.of(flows, rate: rate).magnitude < 1e-9) }
    }

    @Test func annuities() {
        #expect(
            close(Annuity.payment(rate: 0.075 / 12, periods: 180, present: 200_000), -1854.0247200054619, within: 1e-8))
        #expect(
            close(
                Annuity.presentValue(rate: 0.05 / 12, periods: 120, payment: -100, future: 15692.93),
                -100.00067131625819, within: 1e-9))
        for (rate, value) in [(0.05, -100.00067132), (0.04, -649.26771385), (0.03, -1273.78633713)] {
            let result = Annuity.presentValue(rate: rate / 12, periods: 120, payment: -100, future: 15692.93)
            #expect(close(result, value, within: 5e-9))
        }
        for (rate, value) in [(0.05, 15692.92889434), (0.06, 16569.87435405), (0.07, 17509.44688102)] {
            let result = Annuity.futureValue(rate: rate / 12, periods: 120, payment: -100, present: -100)
            #expect(close(result, value, within: 5e-9))
        }
        for (rate, payment, present, periods) in [
            (0.07, -150.0, 8000.0, 64.07334877), (0.07, -150, 9000, 74.06368256), (0.07, -100, 8000, 108.07548412),
            (0.07, -100, 9000, 127.99022654), (0.08, -150, 8000, 66.12443902), (0.08, -150, 9000, 76.87897353),
            (0.08, -100, 8000, 114.70165583), (0.08, -100, 9000, 137.90124779),
        ] {
            #expect(close(Annuity.periods(rate: rate / 12, payment: payment, present: present), periods, within: 5e-9))
        }
    }

    @Test func interestAndRepaymentOfALoan() {
        let repayments = [
            -200.58, -201.96, -203.35, -204.74, -206.15, -207.56, -208.99, -210.42, -211.87, -213.32, -214.79, -216.26,
        ]
        let interests = [
            -17.17, -15.79, -14.40, -13.01, -11.60, -10.18, -8.76, -7.32, -5.88, -4.42, -2.96, -1.49,
        ]
        var sum = 0.0
        for period in 1...12 {
            let interest = Annuity.interest(rate: 0.0824 / 12, period: period, periods: 12, present: 2500)
            let principal = Annuity.principal(rate: 0.0824 / 12, period: period, periods: 12, present: 2500)
            #expect(close(interest, interests[period - 1], within: 0.005))
            #expect(close(principal, repayments[period - 1], within: 0.005))
            sum += interest
        }
        #expect(close(sum, -112.98, within: 0.005))
    }

    /// The same loan in whole cents: the repayments are those of the documentation, and the last one clears it.
    @Test func theSameLoanInCents() {
        let schedule = Loan(cents: 250_000, rate: 0.0824, years: 1, paymentsPerYear: 12).schedule
        #expect(schedule.map(\.balanceCents).first == 229_942 && schedule.last?.balanceCents == 0)
        #expect(schedule.reduce(0) { $0 + $1.principalCents } == 250_000)
        #expect((schedule.reduce(0) { $0 + $1.interestCents } - 11_298).magnitude <= 1)
    }
}
