import Finance
import Foundation
import Testing

@Suite struct MoneyTests {
    @Test func partsAddUpToTheCent() {
        #expect(Cents.split(100, by: [1, 1, 1]) == [34, 33, 33])
        #expect(Cents.split(-100, by: [1, 1, 1]) == [-34, -33, -33])
        #expect(Cents.split(7, by: []) == [] && Cents.split(7, by: [0, -1, .nan]) == [7, 0, 0])
        for cents in [1, 99, 123_456_789, Cents.limit, 9_007_199_254_740_993] {
            for weights in [[0.1, 0.2, 0.7], [1.0 / 3, 1.0 / 3, 1.0 / 3], [1e-9, 1]] {
                let parts = Cents.split(cents, by: weights)
                #expect(parts.reduce(0, +) == cents && parts.allSatisfy { $0 >= 0 }, "\(cents) \(weights)")
            }
        }
    }

    @Test func payersShareEachCent() {
        let split = PayerSplit([.municipality: 0.15, .eu: 0.85])
        #expect(split.isWhole && split.split(101) == [.municipality: 15, .eu: 86])
        #expect(!PayerSplit([.eu: 0.9]).isWhole && !PayerSplit([.eu: 1.5, .state: -0.5]).isWhole)
    }

    @Test func pricesAndCurrencies() throws {
        let level = PriceLevel(
            year: 2024,
            indices: [
                PriceIndex(.eur, year: 2020, value: 100), PriceIndex(.eur, year: 2024, value: 120),
            ],
            rates: [ExchangeRate(from: .eur, to: .ron, year: 2020, rate: 4.8)])
        #expect(try level.value(of: Money(cents: 480, currency: .ron, priceYear: 2020)).cents == 120)
        #expect(try level.value(of: Money(cents: 7, priceYear: 2024)) == Money(cents: 7, priceYear: 2024))
        #expect(throws: PriceProblem.noRate(from: .ron, to: .eur, year: 2021)) {
            try level.value(of: Money(cents: 1, currency: .ron, priceYear: 2021))
        }
        #expect(throws: PriceProblem.noIndex(.eur, year: 2019)) {
            try level.value(of: Money(cents: 1, priceYear: 2019))
        }
        #expect((Growth.real(nominal: 0.071, inflation: 0.02) - 0.05).magnitude < 1e-12)
        #expect(Growth.factor(0.1, years: -2) == 1 / Growth.factor(0.1, years: 2))
        #expect(Currency(rawValue: "ron") == .ron && Currency(rawValue: "EURO") == nil)
    }

    @Test func boughtAgainAndLeftOver() {
        // 100 in 2025 for 4 years: again in 2029; bought for 2029 to 2032, half of it is left after 2030.
        let cycle = LifeCycle(purchases: [100], firstYear: 2025, lifetime: 4, yearly: 10)
        let costs = cycle.costs(from: 2024, to: 2030)
        #expect(costs.capital == [0, 100, 0, 0, 0, 0, 0])
        #expect(costs.reinvestment == [0, 0, 0, 0, 0, 100, 0])
        #expect(costs.running == [0, 10, 10, 10, 10, 10, 10])
        #expect(costs.residual == [0, 0, 0, 0, 0, 0, 50])
        #expect(costs.net(6) == -40 && cycle.inService(from: 2024, to: 2026) == [0, 1, 1])
        var once = cycle
        once.isRenewed = false
        let worn = once.costs(from: 2024, to: 2030)
        #expect(worn.reinvestment.allSatisfy { $0 == 0 } && worn.running == [0, 10, 10, 10, 10, 0, 0])
        #expect(worn.residual[6] == 0)
        let grown = LifeCycle(purchases: [50, 50], firstYear: 2025, lifetime: 20, yearly: 100, growth: 0.1)
        #expect(grown.costs(from: 2025, to: 2027).running == [50, 110, 121])
        #expect(grown.costs(from: 2025, to: 2027).residual == [0, 0, 88])
    }

    @Test func residualAndReinvestmentKeepTheYearlyCost() {
        // Straight-line at no interest: whatever the horizon, what is consumed is price ÷ lifetime for each year.
        for years in 1...40 {
            let costs = LifeCycle(purchases: [1_000_000], firstYear: 2025, lifetime: 10).costs(
                from: 2025, to: 2024 + years)
            let sum = (0..<years).reduce(0) { $0 + costs.net($1) }
            #expect(sum == years * 100_000, "\(years)")
        }
    }
}
