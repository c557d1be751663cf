import Finance
import Pathways

/// Whether the scenario is worth its money, seen by everybody together.
public struct AppraisalResults: Sendable, Hashable, Codable {
    public let discountRate: Double
    /// The year that everything is discounted to.
    public let discountYear: Int
    /// What it brings, discounted: negative where it costs more than it saves.
    public let npvEur: Double
    public let npvWithCoBenefitsEur: Double
    /// Discounted co-benefits ÷ discounted net costs; nil where there are no net costs.
    public let benefitCostRatio: Double?
    /// t CO2e less over all years, of measures that have costs.
    public let tonnes: Double
    /// How tonnes are added up in the two figures below.
    public let tonneBasis: Ratio.TonneBasis
    public let eurPerTonne: Double?
    public let eurPerTonneWithCoBenefits: Double?
    /// The net costs as equal amounts in each year.
    public let eurPerYear: Double
    /// What the avoided tonnes are worth to everybody, apart; nil where the plan states no value of carbon.
    public let carbon: CarbonAppraisal?

    init(_ priced: [PricedMeasure], _ tonnes: [String: [Double]], _ calculus: Calculus) {
        let count = priced.first?.costs.capital.count ?? 0
        var (costs, benefits, less) = (
            [Double](repeating: 0, count: count), [Double](repeating: 0, count: count),
            [Double](repeating: 0, count: count)
        )
        for measure in priced {
            let own = tonnes[measure.measure.id] ?? []
            for (year, cost) in measure.netCosts.enumerated() {
                costs[year] += cost
                benefits[year] += Double(measure.coBenefits[year]) / 100
                if own.indices.contains(year) { less[year] += own[year] }
            }
        }
        let (paid, gained) = (calculus.presentValue(costs), calculus.presentValue(benefits))
        discountRate = calculus.rate
        discountYear = calculus.year
        npvEur = 0 - paid
        npvWithCoBenefitsEur = gained - paid
        benefitCostRatio = paid > 0 ? gained / paid : nil
        self.tonnes = less.reduce(0, +)
        tonneBasis = calculus.rules.tonnes
        eurPerTonne = calculus.perTonne(costs, less)
        eurPerTonneWithCoBenefits = calculus.perTonne(costs.indices.map { costs[$0] - benefits[$0] }, less)
        eurPerYear = count > 0 ? paid * Annuity.recoveryFactor(rate: calculus.rate, years: count) : 0
        carbon = CarbonAppraisal(priced, tonnes, costs: costs, benefits: benefits, calculus)
    }
}

/// Money by year as an investor reads it: received positive, paid negative.
public struct CashFlowResults: Sendable, Hashable, Codable {
    public let years: [Int]
    public let netCents: [Int]
    public let cumulatedCents: [Int]
    public let discountedEur: [Double]
    public let cumulatedDiscountedEur: [Double]

    init(_ costs: [CostResults.Year], _ calculus: Calculus) {
        years = costs.map(\.year)
        netCents = costs.map { -$0.netCents }
        var whole = 0
        cumulatedCents = netCents.map {
            whole += $0
            return whole
        }
        discountedEur = costs.map { cost in
            -Double(cost.netCents) / 100 * Growth.factor(calculus.rate, years: calculus.year - cost.year)
        }
        var sum = 0.0
        cumulatedDiscountedEur = discountedEur.map {
            sum += $0
            return sum
        }
    }
}

/// What each uncertain figure alone does to the result: the bars of tornado charts, longest first.
public struct SensitivityResults: Sendable, Hashable, Codable {
    /// t CO2e of all years; empty where it was not asked for.
    public let emissions: [Bar]
    /// The net present value in euros.
    public let npv: [Bar]

    /// One figure at both ends of its range, everything else as it is.
    public struct Bar: Sendable, Hashable, Codable {
        /// Where it stands in the plan.
        public let input: String
        /// The ends: factors of the value, or the rates themselves.
        public let lower: Double
        public let upper: Double
        /// The result at each end.
        public let atLower: Double
        public let atUpper: Double
    }

    init(_ sensitivity: Sensitivity?, _ priced: [PricedMeasure], _ calculus: Calculus) {
        emissions = (sensitivity?.bars ?? []).map { bar in
            Bar(
                input: bar.input, lower: bar.range.lower, upper: bar.range.upper, atLower: bar.atLower,
                atUpper: bar.atUpper)
        }
        let net = priced.map(\.netCosts)
        let years = net.first?.indices ?? 0..<0
        let total = years.map { year in net.reduce(0) { $0 + $1[year] } }
        let central = 0 - calculus.presentValue(total)
        var bars: [Bar] = []
        if let other = calculus.rules.otherRates {
            bars.append(
                Bar(
                    input: "money/discountRate", lower: other.lower, upper: other.upper,
                    atLower: 0 - calculus.presentValue(total, rate: other.lower),
                    atUpper: 0 - calculus.presentValue(total, rate: other.upper)))
        }
        for measure in priced {
            let costs = measure.costs
            let bought = years.map {
                Double(costs.capital[$0] + costs.reinvestment[$0] - costs.residual[$0]) / 100
            }
            for (name, range, values) in [
                ("capitalCents", measure.measure.costs?.capitalRange, bought),
                ("yearlyCents", measure.measure.costs?.yearlyRange, costs.running.map { Double($0) / 100 }),
            ] {
                guard let range else { continue }
                let value = calculus.presentValue(values)
                bars.append(
                    Bar(
                        input: "measures/\(measure.measure.id)/costs/\(name)", lower: range.lower, upper: range.upper,
                        atLower: central - value * (range.lower - 1), atUpper: central - value * (range.upper - 1)))
            }
        }
        npv = bars.enumerated().sorted { left, right in
            let (first, second) = (
                (left.element.atUpper - left.element.atLower).magnitude,
                (right.element.atUpper - right.element.atLower).magnitude
            )
            return first == second ? left.offset < right.offset : first > second
        }.map(\.element)
    }
}

/// The scenario drawn many times.
public struct SimulationResults: Sendable, Hashable, Codable {
    public let draws: Int
    public let seed: UInt64
    public let gross: [Band]
    public let net: [Band]
    public let cumulated: Band
    public let targets: [Chance]
    /// The part of draws that keep the budget.
    public let keepsBudget: Double?

    /// What 95 % of draws lie in, t CO2e.
    public struct Band: Sendable, Hashable, Codable {
        public let low: Double
        public let median: Double
        public let high: Double
        public let mean: Double
        public let standardError: Double

        init(_ band: Simulation.Band) {
            low = band.low
            median = band.median
            high = band.high
            mean = band.mean
            standardError = band.standardError
        }
    }

    /// How likely a target is reached.
    public struct Chance: Sendable, Hashable, Codable {
        public let target: String
        public let probability: Double
        public let standardError: Double
    }

    init(_ simulation: Simulation) {
        draws = simulation.draws
        seed = simulation.seed
        gross = simulation.gross.map(Band.init)
        net = simulation.net.map(Band.init)
        cumulated = Band(simulation.cumulated)
        targets = simulation.targets.map {
            Chance(target: $0.target, probability: $0.probability, standardError: $0.standardError)
        }
        keepsBudget = simulation.keepsBudget
    }
}
