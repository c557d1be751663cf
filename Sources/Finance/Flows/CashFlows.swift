/// Money by year, received positive and paid negative, at the price level of one year.
public struct CashFlows: Sendable, Hashable {
    /// The calendar year of the first value.
    public var firstYear: Int
    /// One value a year, in the unit of the currency (not in cents).
    public var values: [Double]

    public init(firstYear: Int, values: [Double]) {
        self.firstYear = firstYear
        self.values = values
    }

    /// Flows that happen in named years, in any order; several in one year add up. Nil without any.
    public init?(_ dated: [DatedFlow]) {
        guard let first = dated.map(\.year).min(), let last = dated.map(\.year).max() else { return nil }
        firstYear = first
        values = [Double](repeating: 0, count: last - first + 1)
        for flow in dated { values[flow.year - first] += flow.value }
    }

    /// What they are worth in the year `base`: Σ value ÷ (1 + rate)^(year − base). The rate is above −1.
    public func presentValue(rate: Double, base: Int) -> Double {
        PresentValue.of(values, rate: rate) * Growth.factor(rate, years: base - firstYear)
    }

    /// The rates at which they are worth nothing.
    public var internalRate: InternalRate { InternalRate(values) }

    /// Two flows together, over the years of both.
    public static func + (left: CashFlows, right: CashFlows) -> CashFlows {
        let first = min(left.firstYear, right.firstYear)
        let last = max(left.firstYear + left.values.count, right.firstYear + right.values.count)
        var sum = CashFlows(firstYear: first, values: [Double](repeating: 0, count: last - first))
        for flows in [left, right] {
            for (index, value) in flows.values.enumerated() { sum.values[flows.firstYear - first + index] += value }
        }
        return sum
    }
}

/// An amount in a year.
public struct DatedFlow: Sendable, Hashable {
    /// The calendar year.
    public var year: Int
    /// Received positive, paid negative, in the unit of the currency.
    public var value: Double

    public init(year: Int, value: Double) {
        self.year = year
        self.value = value
    }
}

/// Present values: one at a time, or of very many flows at once.
public enum PresentValue {
    /// Σ values[t] ÷ (1 + rate)^t; the first value is not discounted.
    public static func of(_ values: [Double], rate: Double) -> Double {
        let step = 1 / (1 + rate)
        var (sum, factor) = (0.0, 1.0)
        for value in values {
            sum += value * factor
            factor *= step
        }
        return sum
    }
}
