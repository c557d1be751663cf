/// What something costs over years: bought, run, bought again when worn out, and worth something at the end.
public struct LifeCycle: Sendable, Hashable {
    /// What is bought by year, in cents and in prices of one year, from `firstYear` on.
    public var purchases: [Int]
    /// The calendar year of the first purchase.
    public var firstYear: Int
    /// Years after which each purchase is made again.
    public var lifetime: Int
    /// What running all of it costs a year, in cents; savings are negative.
    public var yearly: Int
    /// By which part the running costs change in real terms from year to year, from `firstYear` on.
    public var growth: Double
    /// Whether it is bought again at the end of its life.
    public var isRenewed: Bool
    /// What the same thing costs in each year from `firstYear` on, in units of the prices of `purchases`; what lies
    /// beyond has the last one. Empty is always the same.
    public var prices: [Double]

    public init(
        purchases: [Int], firstYear: Int, lifetime: Int, yearly: Int = 0, growth: Double = 0, isRenewed: Bool = true,
        prices: [Double] = []
    ) {
        self.purchases = purchases
        self.firstYear = firstYear
        self.lifetime = lifetime
        self.yearly = yearly
        self.growth = growth
        self.isRenewed = isRenewed
        self.prices = prices
    }

    /// What something of so many cents costs in a year.
    private func paid(_ cents: Int, in year: Int) -> Int {
        guard let last = prices.last else { return cents }
        let index = max(0, year - firstYear)
        let price = index < prices.count ? prices[index] : last
        return price == 1 ? cents : Cents.rounded(Double(cents) * price)
    }

    /// What the first purchases cost together, each at the price of its year; whenever that is.
    public var boughtCents: Int {
        purchases.enumerated().reduce(0) { $0 + paid($1.element, in: firstYear + $1.offset) }
    }

    /// Costs by year in cents, paid positive.
    public struct Costs: Sendable, Hashable {
        /// The first purchases.
        public var capital: [Int]
        /// The same bought again.
        public var reinvestment: [Int]
        /// Running costs.
        public var running: [Int]
        /// What is left at the end, in the last year; positive.
        public var residual: [Int]

        /// Nothing in any of `count` years.
        public static func none(_ count: Int) -> Costs {
            let zeros = [Int](repeating: 0, count: count)
            return Costs(capital: zeros, reinvestment: zeros, running: zeros, residual: zeros)
        }

        /// Everything of one year together.
        public func net(_ year: Int) -> Int { capital[year] + reinvestment[year] + running[year] - residual[year] }
    }

    /// The costs of the years from `start` to `end`.
    ///
    /// What is bought in a year runs from that year on, for `lifetime` years. At the end of the last year each
    /// purchase is worth the part of its life that is left (straight line) of what was paid for it.
    public func costs(from start: Int, to end: Int) -> Costs {
        let count = max(0, end - start + 1)
        var costs = Costs.none(count)
        guard count > 0, lifetime > 0 else { return costs }
        let total = Double(purchases.reduce(0, +))
        var inService = [Double](repeating: 0, count: count)
        var left = 0.0
        for (offset, cents) in purchases.enumerated() {
            // Where nothing is bought, what runs does so in equal parts.
            let part = total == 0 ? 1 / Double(purchases.count) : Double(cents) / total
            var year = firstYear + offset
            var isFirst = true
            while year <= end {
                let paid = paid(cents, in: year)
                if year >= start {
                    if isFirst {
                        costs.capital[year - start] += paid
                    } else {
                        costs.reinvestment[year - start] += paid
                    }
                }
                for running in max(year, start)..<max(year, start, min(year + lifetime, end + 1)) {
                    inService[running - start] += part
                }
                let age = end - year + 1
                if age < lifetime { left += Double(paid) * Double(lifetime - age) / Double(lifetime) }
                guard isRenewed else { break }
                isFirst = false
                year += lifetime
            }
        }
        costs.residual[count - 1] = Cents.rounded(left)
        for index in 0..<count where inService[index] > 0 {
            let level = Growth.factor(growth, years: start + index - firstYear)
            costs.running[index] = Cents.rounded(Double(yearly) * inService[index] * level)
        }
        return costs
    }

    /// The part of everything that runs in each year from `start` to `end`: 1 when all has been bought.
    public func inService(from start: Int, to end: Int) -> [Double] {
        var unit = self
        // Enough digits for a part; the same rules, so that benefits come when costs run.
        unit.yearly = Self.fine
        unit.growth = 0
        return unit.costs(from: start, to: end).running.map { Double($0) / Double(Self.fine) }
    }

    private static let fine = 1_000_000_000_000
}
