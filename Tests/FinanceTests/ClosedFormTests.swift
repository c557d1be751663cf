import Finance
import Testing

/// Results that a formula or a count gives without a computer.
@Suite struct ClosedFormTests {
    @Test func recoveryFactorMakesTheAnnuityWorthOne() {
        for (rate, years) in [(0.04, 25), (0.0, 7), (0.1, 1), (-0.01, 10), (0.035, 60)] {
            let factor = Annuity.recoveryFactor(rate: rate, years: years)
            let value = PresentValue.of([0] + [Double](repeating: factor, count: years), rate: rate)
            #expect((value - 1).magnitude < 1e-12, "\(rate) \(years)")
        }
    }

    @Test func aPerpetualRateIsTheRate() {
        // 1 lent, r paid each year, 1 back at the end: the rate is r.
        for rate in [0.001, 0.05, 0.2, 1.5] {
            let flows = [-1] + [Double](repeating: rate, count: 29) + [1 + rate]
            #expect((InternalRate(flows).single ?? .nan) - rate < 1e-12)
        }
    }

    @Test func everyRootIsFoundAndNoneInvented() {
        // Π (1 − (1 + r) v) over chosen rates has exactly these.
        for rates in [[0.1], [0.1, 0.2], [-0.5, 0.0, 0.25], [0.05, 0.1, 0.4, 1.2], [-0.9, -0.2, 0.03, 0.3, 3.0]] {
            var flows = [1.0]
            for rate in rates {
                var next = [Double](repeating: 0, count: flows.count + 1)
                for (index, value) in flows.enumerated() {
                    next[index] += value
                    next[index + 1] -= value * (1 + rate)
                }
                flows = next
            }
            let found = InternalRate(flows).rates
            #expect(found.count == rates.count, "\(rates): \(found)")
            for (one, other) in zip(found, rates) { #expect((one - other).magnitude < 1e-9, "\(rates): \(found)") }
        }
    }

    @Test func aCurveThatOnlyTouchesZeroHasOneRate() {
        let rates = InternalRate([-1, 2.2, -1.21]).rates
        #expect(rates.count == 1 && (rates.first ?? .nan) - 0.1 < 1e-6, "\(rates)")
        #expect(InternalRate([-1, 2.2, -1.22]) == .none)
        #expect(InternalRate([1, -2, 1]).rates == [0])
    }

    @Test func flowsWithoutARate() {
        for flows in [[], [0.0], [-5], [1, 2, 3], [-1, -2, 0], [0, 0, 7, 0], [1, .nan, -1], [100, -200, 150]] {
            #expect(InternalRate(flows) == .none, "\(flows)")
        }
    }

    /// Random flows: as many rates as changes of sign allow, of the same parity, each worth nothing; and brute force
    /// finds no more.
    @Test func ratesAgreeWithBruteForce() {
        var seed: UInt64 = 20_261_123
        func next() -> Double {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(seed >> 11) / Double(1 << 53) - 0.5
        }
        for trial in 0..<100 {
            let flows = (0..<(3 + trial % 28)).map { _ in next() }
            let rates = InternalRate(flows).rates
            var crossings = 0
            var last = 0.0
            for step in 1..<6_000 {
                let v = Double(step) / 3_000
                // 1 ÷ (1 + r) from 0 to 1, then 1 + r from 1 to 0.
                let sign =
                    v <= 1
                    ? flows.reversed().reduce(0) { $0 * v + $1 } : flows.reduce(0) { $0 * (2 - v) + $1 }
                if last * sign < 0 { crossings += 1 }
                if sign != 0 { last = sign }
            }
            #expect(rates.count >= crossings && (rates.count - crossings).isMultiple(of: 2), "trial \(trial): \(rates)")
            for rate in rates {
                let x = 1 / (1 + rate)
                let isSmall = x <= 1
                let value =
                    isSmall
                    ? flows.reversed().reduce(0) { $0 * x + $1 } : flows.reduce(0) { $0 * (1 + rate) + $1 }
                #expect(value.magnitude < 1e-10, "trial \(trial): \(rate)")
            }
        }
    }

    @Test func aTableGivesTheSameBitsAsSingleFlows() {
        var table = CashFlowTable(count: 2_500, years: 30)
        for flow in 0..<2_500 {
            table[flow, 0] = -1_000 - Double(flow)
            for year in 1..<30 { table[flow, year] = Double((flow * 31 + year * 17) % 113) }
        }
        let (values, rates) = (table.presentValues(rate: 0.04), table.internalRates())
        for flow in [0, 1, 1_023, 1_024, 2_499] {
            #expect(values[flow].bitPattern == PresentValue.of(table.flow(flow), rate: 0.04).bitPattern)
            #expect(rates[flow] == InternalRate(table.flow(flow)))
        }
    }

    @Test func payback() {
        let flows = CashFlows(firstYear: 2025, values: [-100, 40, 40, 40])
        #expect(flows.payback == 2.5)
        #expect(CashFlows(firstYear: 2025, values: [-100, 40, 40]).payback == nil)
        // 100 = 40 ÷ 1.05 + 40 ÷ 1.1025 + x × 40 ÷ 1.157625; at 10 % all three are worth 99.47.
        let rest = (100 - 40 / 1.05 - 40 / 1.1025) / (40 / 1.157625)
        #expect(((flows.payback(rate: 0.05) ?? .nan) - (2 + rest)).magnitude < 1e-12)
        #expect(flows.payback(rate: 0.1) == nil)
        #expect(CashFlows(firstYear: 2025, values: [-10, 20, -30, 40]).payback == 2.5)
        #expect(CashFlows(firstYear: 2025, values: [5, 1]).payback == 0)
    }

    @Test func flowsMeetInTheirYears() {
        let flows = CashFlows([DatedFlow(year: 2030, value: 121), DatedFlow(year: 2028, value: -100)])
        #expect(flows == CashFlows(firstYear: 2028, values: [-100, 0, 121]))
        #expect((flows?.internalRate.single ?? .nan) - 0.1 < 1e-12)
        #expect(((flows?.presentValue(rate: 0.1, base: 2026) ?? .nan)).magnitude < 1e-12)
        let sum = CashFlows(firstYear: 2025, values: [1]) + CashFlows(firstYear: 2027, values: [2])
        #expect(sum == CashFlows(firstYear: 2025, values: [1, 0, 2]))
    }

    @Test func ratios() {
        // 1,000 at 5 % over 20 years is 80.24 a year.
        let cost = Ratio.levelisedCost(capital: 1_000, yearly: 20, energyMWh: 2, rate: 0.05, years: 20)
        let flows = [1_000.0] + [Double](repeating: 20, count: 20)
        let energy = [0.0] + [Double](repeating: 2, count: 20)
        let other = Ratio.levelisedCost(costs: flows, energyMWh: energy, rate: 0.05)
        #expect(((cost ?? .nan) - (other ?? 0)).magnitude < 1e-9)
        #expect(
            Ratio.benefitCost(benefits: [0, 220], costs: [100, 0], rate: 0.1).map { ($0 - 2).magnitude < 1e-12 } == true
        )
        #expect(Ratio.costPerTonne(costs: [100, 0], tonnes: [0, 11], rate: 0.1, basis: .undiscounted) == 100.0 / 11)
        let discounted = Ratio.costPerTonne(costs: [100, 0], tonnes: [0, 11], rate: 0.1, basis: .discounted)
        #expect(((discounted ?? .nan) - 10).magnitude < 1e-12)
        #expect(Ratio.costPerTonne(costs: [100], tonnes: [0], rate: 0, basis: .undiscounted) == nil)
    }
}
