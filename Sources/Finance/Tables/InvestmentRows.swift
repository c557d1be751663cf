/// A row of T1: historical municipal budget.
public struct BudgetRow: Sendable, Hashable, Codable {
    public let year: Int
    public let isExecuted: Bool
    public let cents: Int
    public let climateCents: Int
    /// Climate spending ÷ budget.
    public let climateShare: Double?
}

/// A row of T3: income sources.
public struct IncomeRow: Sendable, Hashable, Codable {
    public let name: String
    public let cents: Int
    /// Its part of all incomes named.
    public let share: Double?
}

/// A row of T4: capital sources.
public struct CapitalSourceRow: Sendable, Hashable, Codable {
    public let name: String
    public let payer: Payer
    public let kind: FundingLine.Kind
    /// Cents by status: what is an idea is not money yet.
    public internal(set) var centsByStatus: [String: Int]

    /// Everything, whatever its status.
    public var cents: Int { centsByStatus.values.reduce(0, +) }
    /// What somebody is bound to pay, or has paid.
    public var contractedCents: Int {
        FundingLine.Status.allCases.filter(\.isSecured).reduce(0) { $0 + (centsByStatus[$1.rawValue] ?? 0) }
    }
    /// Whether it is public money.
    public var isPublic: Bool { [.municipality, .municipalCompanies, .state, .eu].contains(payer) }
}

/// A row of T5: barriers.
public struct BarrierRow: Sendable, Hashable, Codable {
    public let field: FieldOfAction
    public let measure: String
    public let barrier: Barrier
}

/// A row of T6: costs by sector.
public struct CostRow: Sendable, Hashable, Codable {
    public let field: FieldOfAction
    public let id: String
    public let measure: String
    public let capitalCents: Int
    public let yearlyCents: Int
    /// t CO2e less over the plan's years.
    public let tonnes: Double
    public let eurPerTonne: Double?
    /// Its co-benefits by kind.
    public let coBenefits: [CoBenefit.Kind]

    init(_ measure: PlannedMeasure) {
        field = measure.field
        id = measure.id
        self.measure = measure.name
        capitalCents = measure.capitalCents
        yearlyCents = measure.yearlyCents
        tonnes = measure.tonnes
        eurPerTonne = measure.perTonne
        coBenefits = CoBenefit.Kind.allCases.filter { kind in measure.coBenefits.contains { $0.kind == kind } }
    }
}

/// A row of T7: capital-intensive projects, as investors read them.
public struct ProjectRow: Sendable, Hashable, Codable {
    public let field: FieldOfAction
    public let id: String
    public let measure: String
    public let description: String
    public let capitalCents: Int
    public let yearlyCents: Int
    public let eurPerTonne: Double?
    /// First purchases by payer.
    public let capitalByPayer: [String: Int]
    public let gap: FundingGap

    init(_ measure: PlannedMeasure) {
        field = measure.field
        id = measure.id
        self.measure = measure.name
        description = measure.description
        capitalCents = measure.capitalCents
        yearlyCents = measure.yearlyCents
        eurPerTonne = measure.perTonne
        capitalByPayer = Dictionary(uniqueKeysWithValues: measure.capital.map { ($0.rawValue, $1) })
        gap = measure.gap
    }
}

/// A row of T8: costs by stakeholder, those that come once apart from those of every year.
public struct PayerRow: Sendable, Hashable, Codable {
    /// What one stakeholder pays.
    public struct Part: Sendable, Hashable, Codable {
        /// Once.
        public let onceCents: Int
        /// Every year.
        public let yearlyCents: Int
    }

    public let field: FieldOfAction
    public let id: String
    public let measure: String
    /// By payer; who pays nothing is left out.
    public let parts: [String: Part]

    init(_ measure: PlannedMeasure) {
        field = measure.field
        id = measure.id
        self.measure = measure.name
        var parts: [String: Part] = [:]
        for payer in Payer.allCases {
            let part = Part(onceCents: measure.capital[payer] ?? 0, yearlyCents: measure.yearly[payer] ?? 0)
            if part.onceCents != 0 || part.yearlyCents != 0 { parts[payer.rawValue] = part }
        }
        self.parts = parts
    }
}

/// A row of T9: capital planning.
public struct CoverageRow: Sendable, Hashable, Codable {
    public let field: FieldOfAction
    public let id: String
    public let measure: String
    public let municipalityCents: Int
    public let othersCents: Int
    /// What is contracted, and what is hoped for.
    public let gap: FundingGap
    /// The part of the costs that contracts cover.
    public let coverage: Double?

    init(_ measure: PlannedMeasure) {
        field = measure.field
        id = measure.id
        self.measure = measure.name
        municipalityCents = measure.capital[.municipality] ?? 0
        othersCents = measure.capitalCents - municipalityCents
        gap = measure.gap
        coverage = gap.coverage
    }
}

/// A row of T10 (economic) or T11 (financial): indicators.
public struct IndicatorRow: Sendable, Hashable, Codable {
    public let field: FieldOfAction
    public let measure: String
    public let indicator: Indicator
}

/// A row of T13: risks.
public struct RiskRow: Sendable, Hashable, Codable {
    public let field: FieldOfAction
    public let measure: String
    public let risk: Risk
}
