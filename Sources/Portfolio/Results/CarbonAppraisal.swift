import Finance
import Quantities

/// What the avoided tonnes are worth to everybody, beside the money: never in the financial net present value.
public struct CarbonAppraisal: Sendable, Hashable, Codable {
    /// The series of values, its source and how far it can be relied on.
    public let name: String
    public let source: String
    public let status: FigureStatus
    /// The year in whose prices the series is given.
    public let priceYear: Int
    /// By what the series was brought to the plan's currency and prices; nil where the plan has no index of prices for
    /// it: then it is taken as it is, in the prices of its own year.
    public let factor: Double?
    /// The discounted value of the tonnes of measures that have costs.
    public let valueEur: Double
    /// The net present value with it, and with co-benefits as well.
    public let npvEur: Double
    public let npvWithCoBenefitsEur: Double
    /// Discounted value of carbon ÷ discounted net costs, and with co-benefits; nil where there are no net costs.
    public let benefitCostRatio: Double?
    public let benefitCostRatioWithCoBenefits: Double?
    public let byYear: [Year]
    public let measures: [Measure]

    /// What is avoided in a year.
    public struct Year: Sendable, Hashable, Codable {
        public let year: Int
        public let tonnes: Double
        /// In the prices that are used.
        public let eurPerTonne: Double
        public let valueEur: Double
        /// Whether the series has no value so early or so late, and the nearest one is taken.
        public let isHeld: Bool
    }

    /// What a measure's tonnes are worth.
    public struct Measure: Sendable, Hashable, Codable {
        public let id: String
        public let name: String
        public let valueEur: Double
        /// The measure's net present value with it, without co-benefits.
        public let npvEur: Double
    }

    /// Nil where the plan has no values, or where they cannot be exchanged.
    init?(
        _ priced: [PricedMeasure], _ tonnes: [String: [Double]], costs: [Double], benefits: [Double],
        _ calculus: Calculus
    ) {
        guard let carbon = calculus.rules.carbonValue, !carbon.points.isEmpty else { return nil }
        let level = calculus.rules.level
        let factor = try? level.factor(from: carbon.currency, year: carbon.priceYear)
        guard factor != nil || carbon.currency == level.currency else { return nil }
        let years = costs.indices.map { calculus.first + $0 }
        let prices = years.map { (carbon.perTonne(in: $0) ?? 0) * (factor ?? 1) }
        func worth(_ own: [Double]) -> [Double] { zip(own, prices).map { $0 * $1 } }

        var less = [Double](repeating: 0, count: costs.count)
        var measures: [Measure] = []
        for measure in priced {
            let own = tonnes[measure.measure.id] ?? []
            for (place, value) in own.enumerated() where less.indices.contains(place) { less[place] += value }
            let value = calculus.presentValue(worth(own))
            measures.append(
                Measure(
                    id: measure.measure.id, name: measure.measure.name, valueEur: value,
                    npvEur: value - calculus.presentValue(measure.netCosts)))
        }
        let yearly = worth(less)
        let (paid, gained) = (calculus.presentValue(costs), calculus.presentValue(benefits))
        let value = calculus.presentValue(yearly)
        name = carbon.name
        source = carbon.source
        status = carbon.status
        priceYear = carbon.priceYear
        self.factor = factor
        valueEur = value
        npvEur = value - paid
        npvWithCoBenefitsEur = value + gained - paid
        benefitCostRatio = paid > 0 ? value / paid : nil
        benefitCostRatioWithCoBenefits = paid > 0 ? (value + gained) / paid : nil
        byYear = years.indices.map { place in
            Year(
                year: years[place], tonnes: less[place], eurPerTonne: prices[place], valueEur: yearly[place],
                isHeld: carbon.isHeld(in: years[place]))
        }
        self.measures = measures
    }
}
