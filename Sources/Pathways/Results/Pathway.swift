import Inventory

/// Emissions, removals, credits and energy of one scenario, year by year. Rows have one number for each of `years`.
public struct Pathway: Sendable, Hashable {
    /// The scenario's id.
    public let scenario: String
    /// The calendar years, base year first.
    public let years: [Int]
    /// Everything that emissions are made of.
    public let lines: [Line]
    /// t CO2e emitted.
    public let gross: [Double]
    /// t CO2 removed by sinks, by sink's id.
    public let removalsBySink: [NamedRow]
    /// t CO2 removed by sinks.
    public let removals: [Double]
    /// t CO2e of credits.
    public let credits: [Double]
    /// Final energy in MWh, by carrier's id, in the plan's order.
    public let energy: [NamedRow]
    /// What each activity comes to.
    public let activities: [ActivityResult]
    /// Each target of the plan.
    public let targets: [TargetResult]
    /// The budget of the plan, where there is one.
    public let budget: BudgetResult?

    /// One source of emissions: an activity under one scope, by one carrier or by none.
    public struct Line: Sendable, Hashable {
        /// The activity's id; nil for claims and for boundary items.
        public let activity: String?
        /// The measure that claims the reduction; nil for everything else.
        public let claim: String?
        /// What a boundary item of a calibration is called.
        public let boundary: String?
        /// The sector.
        public let sector: ContractSector
        /// The scope; nil where a claim states none.
        public let scope: Scope?
        /// The carrier's id; nil for what comes from no carrier.
        public let carrier: String?
        /// t of each gas (t CO2e for `unsplit`).
        public let masses: [GasRow]
        /// t CO2e; negative for claims.
        public let co2e: [Double]
    }

    /// The mass of one gas over the years, t.
    public struct GasRow: Sendable, Hashable {
        /// The gas.
        public let gas: Gas
        /// The species, for HFC and PFC.
        public let species: Species?
        /// t in each year.
        public let tonnes: [Double]
    }

    /// Numbers over the years by the id of what they are of.
    public struct NamedRow: Sendable, Hashable {
        /// The id.
        public let id: String
        /// One for each year.
        public let values: [Double]
    }

    /// An activity over the years.
    public struct ActivityResult: Sendable, Hashable {
        /// The activity's id.
        public let id: String
        /// In its unit.
        public let quantity: [Double]
        /// Units of technology, which is quantity ÷ load, by technology's id, in the plan's order.
        public let units: [TechnologyResult]
        /// t CO2e.
        public let co2e: [Double]
    }

    /// A technology of an activity over the years.
    public struct TechnologyResult: Sendable, Hashable {
        /// The technology's id.
        public let id: String
        /// Its part of the whole.
        public let share: [Double]
        /// Units: quantity ÷ load × share.
        public let units: [Double]
    }

    /// Net emissions: gross less removals and credits, t CO2e.
    public var net: [Double] { years.indices.map { gross[$0] - removals[$0] - credits[$0] } }

    /// t CO2e of all years up to each of them, the base year included.
    public var cumulated: [Double] {
        var sum = 0.0
        return gross.map {
            sum += $0
            return sum
        }
    }

    /// Gross emissions of a year, or nil outside the plan.
    public func gross(in year: Int) -> Double? { place(year).map { gross[$0] } }

    /// The position of a year in every row, or nil outside the plan.
    public func place(_ year: Int) -> Int? {
        guard let first = years.first, year >= first, year < first + years.count else { return nil }
        return year - first
    }

    /// t CO2e by sector, for the sectors that have any line.
    public var bySector: [(sector: ContractSector, co2e: [Double])] {
        ContractSector.allCases.compactMap { sector in
            sum { $0.sector == sector }.map { (sector: sector, co2e: $0) }
        }
    }

    /// t CO2e by scope; claims that state none come last, under nil.
    public var byScope: [(scope: Scope?, co2e: [Double])] {
        (Scope.allCases.map(Optional.some) + [nil]).compactMap { scope in
            sum { $0.scope == scope }.map { (scope: scope, co2e: $0) }
        }
    }

    /// t CO2e by carrier's id in the plan's order; what comes from no carrier comes last, under nil.
    public var byCarrier: [(carrier: String?, co2e: [Double])] {
        // Those that stand between come after those that are bought, and only with emissions of their own.
        let bought = energy.map(\.id)
        var between: [String] = []
        for carrier in lines.compactMap(\.carrier) where !bought.contains(carrier) && !between.contains(carrier) {
            between.append(carrier)
        }
        return ((bought + between).map(Optional.some) + [nil]).compactMap { carrier in
            sum { $0.carrier == carrier }.map { (carrier: carrier, co2e: $0) }
        }
    }

    /// t of each gas, in the order of `Gas.allCases`; species of HFC and PFC added up.
    public var byGas: [(gas: Gas, tonnes: [Double])] {
        Gas.allCases.compactMap { gas in
            let rows = lines.flatMap(\.masses).filter { $0.gas == gas }
            guard !rows.isEmpty else { return nil }
            return (gas: gas, tonnes: years.indices.map { year in rows.reduce(0) { $0 + $1.tonnes[year] } })
        }
    }

    /// t CO2e of one sector; zero in every year where it has no line.
    public func co2e(of sector: ContractSector) -> [Double] {
        sum { $0.sector == sector } ?? Array(repeating: 0, count: years.count)
    }

    private func sum(_ belongs: (Line) -> Bool) -> [Double]? {
        let chosen = lines.filter(belongs)
        guard !chosen.isEmpty else { return nil }
        var sum = [Double](repeating: 0, count: years.count)
        for line in chosen {
            for year in sum.indices { sum[year] += line.co2e[year] }
        }
        return sum
    }
}

/// What a pathway makes of one target.
public struct TargetResult: Sendable, Hashable {
    /// The target.
    public let target: Plan.Target
    /// t CO2e that the reduction is counted from.
    public let baseline: Double
    /// t CO2e that may be left in the target's year.
    public let goal: Double
    /// t CO2e emitted in the target's year: the residual emissions.
    public let residual: Double
    /// t CO2 removed by sinks in that year.
    public let removals: Double
    /// t CO2e of credits for that year.
    public let credits: Double
    /// The number held against the goal: `residual`, or what sinks and credits leave of it.
    public let value: Double

    /// t CO2e above the goal; negative where more is reached.
    public var gap: Double { value - goal }
    /// Whether the target is reached, within a billionth of the baseline.
    public var isMet: Bool { gap <= baseline.magnitude * 1e-9 }
    /// The part by which `value` is below the baseline.
    public var reduction: Double { baseline == 0 ? 0 : 1 - value / baseline }
}

/// What a pathway makes of the budget.
public struct BudgetResult: Sendable, Hashable {
    /// The budget.
    public let budget: Plan.Budget
    /// t CO2e emitted in the budget's years.
    public let used: Double
    /// The first year by the end of which the budget is used up; nil where it lasts.
    public let exhausted: Int?

    /// t CO2e left; negative where it is exceeded.
    public var left: Double { budget.tonnes - used }
}
