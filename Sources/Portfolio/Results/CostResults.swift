import Finance

/// What the scenario costs, in one currency and the prices of one year. Paid is positive; cents add up exactly.
public struct CostResults: Sendable, Hashable, Codable {
    public let currency: Currency
    public let priceYear: Int
    public let byYear: [Year]
    public let byPayer: [Group]
    public let byField: [Group]
    public let measures: [MeasureMoney]

    /// The costs of a year.
    public struct Year: Sendable, Hashable, Codable {
        public let year: Int
        public let capitalCents: Int
        public let reinvestmentCents: Int
        public let runningCents: Int
        /// What is left at the end, in the last year; taken off.
        public let residualCents: Int
        public let netCents: Int
        /// Co-benefits that have a price; not taken off.
        public let coBenefitCents: Int
    }

    /// The costs that one payer bears, or that belong to one field.
    public struct Group: Sendable, Hashable, Codable {
        /// The payer's or the field's name in files.
        public let name: String
        public let capitalCents: Int
        public let reinvestmentCents: Int
        public let runningCents: Int
        public let residualCents: Int
        public let netCents: Int
        /// Net costs of each year.
        public let netByYearCents: [Int]

        init(_ name: String, _ all: [LifeCycle.Costs], years: Int) {
            self.name = name
            func sum(_ path: KeyPath<LifeCycle.Costs, [Int]>) -> Int {
                all.reduce(0) { $0 + $1[keyPath: path].reduce(0, +) }
            }
            capitalCents = sum(\.capital)
            reinvestmentCents = sum(\.reinvestment)
            runningCents = sum(\.running)
            residualCents = sum(\.residual)
            netByYearCents = (0..<years).map { year in all.reduce(0) { $0 + $1.net(year) } }
            netCents = netByYearCents.reduce(0, +)
        }
    }

    init(_ priced: [PricedMeasure], _ tonnes: [String: [Double]], _ calculus: Calculus) {
        currency = calculus.rules.currency
        priceYear = calculus.rules.priceYear
        let count = priced.first?.costs.capital.count ?? 0
        byYear = (0..<count).map { index in
            func sum(_ path: KeyPath<LifeCycle.Costs, [Int]>) -> Int {
                priced.reduce(0) { $0 + $1.costs[keyPath: path][index] }
            }
            return Year(
                year: calculus.first + index, capitalCents: sum(\.capital), reinvestmentCents: sum(\.reinvestment),
                runningCents: sum(\.running), residualCents: sum(\.residual),
                netCents: priced.reduce(0) { $0 + $1.costs.net(index) },
                coBenefitCents: priced.reduce(0) { $0 + $1.coBenefits[index] })
        }
        let split = priced.map { $0.byPayer() }
        byPayer = Payer.allCases.compactMap { payer in
            let costs = split.compactMap { $0[payer] }
            return costs.isEmpty ? nil : Group(payer.rawValue, costs, years: count)
        }
        byField = FieldOfAction.allCases.compactMap { field in
            let costs = priced.filter { $0.measure.field == field }.map(\.costs)
            return costs.isEmpty ? nil : Group(field.rawValue, costs, years: count)
        }
        measures = priced.map { MeasureMoney($0, tonnes[$0.measure.id] ?? [], calculus) }
    }
}

/// What one measure costs and brings.
public struct MeasureMoney: Sendable, Hashable, Codable {
    public let id: String
    public let name: String
    public let field: FieldOfAction
    /// How far its figures can be relied on.
    public let status: FigureStatus
    /// First purchases.
    public let capitalCents: Int
    /// Running costs of a year at full effect.
    public let yearlyCents: Int
    /// Net costs of all years, not discounted.
    public let netCents: Int
    /// t CO2e less over all years, avoided and removed.
    public let tonnes: Double
    /// What it brings, discounted: negative where it costs more than it saves.
    public let npvEur: Double
    public let npvWithCoBenefitsEur: Double
    public let eurPerTonne: Double?
    public let eurPerTonneWithCoBenefits: Double?
    /// All internal rates of its net cash flow, rising.
    public let internalRates: [Double]
    public let paybackYears: Double?
    public let discountedPaybackYears: Double?

    init(_ priced: PricedMeasure, _ yearly: [Double], _ calculus: Calculus) {
        let costs = priced.netCosts
        let benefits = priced.coBenefits.map { Double($0) / 100 }
        let social = costs.indices.map { costs[$0] - benefits[$0] }
        id = priced.measure.id
        name = priced.measure.name
        field = priced.measure.field
        status = priced.measure.status
        capitalCents = priced.capitalCents
        yearlyCents = priced.yearlyCents
        netCents = costs.indices.reduce(0) { $0 + priced.costs.net($1) }
        tonnes = yearly.reduce(0, +)
        npvEur = 0 - calculus.presentValue(costs)
        npvWithCoBenefitsEur = 0 - calculus.presentValue(social)
        eurPerTonne = calculus.perTonne(costs, yearly)
        eurPerTonneWithCoBenefits = calculus.perTonne(social, yearly)
        // From the first year with money on: years of waiting before it are no part of the project.
        let flows = costs.map { 0 - $0 }.drop { $0 == 0 }
        internalRates = InternalRate(Array(flows)).rates
        let cash = CashFlows(firstYear: 0, values: Array(flows))
        paybackYears = flows.isEmpty ? nil : cash.payback
        discountedPaybackYears = flows.isEmpty ? nil : cash.payback(rate: calculus.rate)
    }
}

/// A step of the marginal abatement cost curve.
public struct MarginalCost: Sendable, Hashable, Codable {
    public let id: String
    public let name: String
    public let eurPerTonne: Double
    public let eurPerTonneWithCoBenefits: Double?
    /// t CO2e less over all years: the step's width.
    public let tonnes: Double
    /// Of this step and all cheaper ones.
    public let cumulatedTonnes: Double

    static func curve(_ measures: [MeasureMoney]) -> [MarginalCost] {
        let steps = measures.enumerated().compactMap { index, measure in
            measure.eurPerTonne.map { (index: index, measure: measure, price: $0) }
        }
        var sum = 0.0
        return steps.sorted { ($0.price, $0.index) < ($1.price, $1.index) }.map { step in
            sum += step.measure.tonnes
            return MarginalCost(
                id: step.measure.id, name: step.measure.name, eurPerTonne: step.price,
                eurPerTonneWithCoBenefits: step.measure.eurPerTonneWithCoBenefits, tonnes: step.measure.tonnes,
                cumulatedTonnes: sum)
        }
    }
}
