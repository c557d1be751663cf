import Inventory
import Pathways

/// Emissions with and without the scenario's measures.
public struct EmissionResults: Sendable, Hashable, Codable {
    /// The scenario's drivers alone.
    public let withoutMeasures: Four
    public let withMeasures: Four
    /// t CO2e of all years up to each of them.
    public let cumulatedTonnes: [Double]
    public let bySector: [Row]
    public let byScope: [Row]
    public let byCarrier: [Row]
    /// t of each gas.
    public let byGas: [Row]
    public let energyMWh: [Row]
    public let targets: [Target]
    public let budget: Budget?

    /// The four numbers that are never mixed, t CO2e.
    public struct Four: Sendable, Hashable, Codable {
        public let gross: [Double]
        public let removals: [Double]
        public let credits: [Double]
        public let net: [Double]

        init(_ pathway: Pathway) {
            gross = pathway.gross
            removals = pathway.removals
            credits = pathway.credits
            net = pathway.net
        }
    }

    /// Numbers over the years, by name; an empty name is what belongs to none.
    public struct Row: Sendable, Hashable, Codable {
        public let name: String
        public let values: [Double]
    }

    /// What becomes of a target.
    public struct Target: Sendable, Hashable, Codable {
        public let id: String
        public let name: String
        public let year: Int
        public let basis: Plan.Target.Basis
        public let baselineTonnes: Double
        public let goalTonnes: Double
        public let valueTonnes: Double
        /// Above the goal; negative where more is reached.
        public let gapTonnes: Double
        public let reduction: Double
        public let isMet: Bool

        init(_ result: TargetResult) {
            id = result.target.id
            name = result.target.name
            year = result.target.year
            basis = result.target.basis
            baselineTonnes = result.baseline
            goalTonnes = result.goal
            valueTonnes = result.value
            gapTonnes = result.gap
            reduction = result.reduction
            isMet = result.isMet
        }
    }

    /// What becomes of the budget.
    public struct Budget: Sendable, Hashable, Codable {
        public let tonnes: Double
        public let usedTonnes: Double
        public let leftTonnes: Double
        /// The first year by the end of which it is used up.
        public let exhausted: Int?
    }

    init(_ without: Pathway, _ with: Pathway) {
        withoutMeasures = Four(without)
        withMeasures = Four(with)
        cumulatedTonnes = with.cumulated
        bySector = with.bySector.map { Row(name: $0.sector.rawValue, values: $0.co2e) }
        byScope = with.byScope.map { Row(name: $0.scope.map { "\($0.rawValue)" } ?? "", values: $0.co2e) }
        byCarrier = with.byCarrier.map { Row(name: $0.carrier ?? "", values: $0.co2e) }
        byGas = with.byGas.map { Row(name: $0.gas.rawValue, values: $0.tonnes) }
        energyMWh = with.energy.map { Row(name: $0.id, values: $0.values) }
        targets = with.targets.map(Target.init)
        budget = with.budget.map {
            Budget(tonnes: $0.budget.tonnes, usedTonnes: $0.used, leftTonnes: $0.left, exhausted: $0.exhausted)
        }
    }
}

/// What each measure takes off gross emissions: in each year the parts add up to the difference that all make.
public struct WedgeResults: Sendable, Hashable, Codable {
    /// `ordered`, `shapley` or `sampled-shapley`.
    public let method: String
    public let baselineTonnes: [Double]
    public let resultTonnes: [Double]
    public let parts: [Part]

    /// A measure's part.
    public struct Part: Sendable, Hashable, Codable {
        public let id: String
        public let name: String
        public let tonnes: [Double]
        /// Of each of them, for sampled orders.
        public let standardError: [Double]?
        /// Whether the effect is a claim and not modelled.
        public let restsOnClaim: Bool
    }

    init(_ wedges: Wedges, _ measures: [CityMeasure]) {
        method =
            switch wedges.method {
            case .ordered: "ordered"
            case .shapley: "shapley"
            case .sampledShapley: "sampled-shapley"
            }
        baselineTonnes = wedges.baseline
        resultTonnes = wedges.result
        parts = wedges.parts.map { part in
            Part(
                id: part.measure, name: measures.first { $0.id == part.measure }?.name ?? "", tonnes: part.reduction,
                standardError: part.standardError, restsOnClaim: part.restsOnClaim)
        }
    }
}
