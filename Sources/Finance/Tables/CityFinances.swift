import Quantities

/// What an investment plan says of the city as a whole, beside its measures. Amounts are cents of the plan's currency.
public struct CityFinances: Sendable, Hashable {
    /// T1 and the debt rules: budgets by year.
    public var budgets: [BudgetYear]
    /// T2: climate spending by field.
    public var spending: [FieldSpending]
    /// T3: where the city's money comes from.
    public var incomes: [Income]
    /// T12: policies that bring capital.
    public var policies: [Policy]
    /// T14: who could pay or decide.
    public var stakeholders: [Stakeholder]
    /// T15: what working with them costs.
    public var activities: [StakeholderActivity]
    /// What the municipality pays each year on loans it has already.
    public var debtService: [YearAmount]
    /// What it owes on them at the end of each year.
    public var debtStock: [YearAmount]
    /// The limits to its debt.
    public var debtRules: [DebtRule]

    public init(
        budgets: [BudgetYear] = [], spending: [FieldSpending] = [], incomes: [Income] = [], policies: [Policy] = [],
        stakeholders: [Stakeholder] = [], activities: [StakeholderActivity] = [], debtService: [YearAmount] = [],
        debtStock: [YearAmount] = [], debtRules: [DebtRule] = []
    ) {
        self.budgets = budgets
        self.spending = spending
        self.incomes = incomes
        self.policies = policies
        self.stakeholders = stakeholders
        self.activities = activities
        self.debtService = debtService
        self.debtStock = debtStock
        self.debtRules = debtRules
    }
}

extension CityFinances: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case budgets, spending, incomes, policies, stakeholders, activities, debtService, debtStock, debtRules
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            budgets: try values.field(.budgets, or: []), spending: try values.field(.spending, or: []),
            incomes: try values.field(.incomes, or: []), policies: try values.field(.policies, or: []),
            stakeholders: try values.field(.stakeholders, or: []),
            activities: try values.field(.activities, or: []), debtService: try values.field(.debtService, or: []),
            debtStock: try values.field(.debtStock, or: []), debtRules: try values.field(.debtRules, or: []))
    }
}

/// The municipal budget of a year (T1).
public struct BudgetYear: Sendable, Hashable {
    public var year: Int
    /// The whole budget.
    public var cents: Int
    /// What of it counts as climate spending.
    public var climateCents: Int
    /// The revenue that debt rules are counted from.
    public var ownRevenueCents: Int?
    /// Whether the year is closed; else the figures are those approved.
    public var isExecuted: Bool

    public init(year: Int, cents: Int, climateCents: Int = 0, ownRevenueCents: Int? = nil, isExecuted: Bool = true) {
        self.year = year
        self.cents = cents
        self.climateCents = climateCents
        self.ownRevenueCents = ownRevenueCents
        self.isExecuted = isExecuted
    }
}

extension BudgetYear: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case year, cents, climateCents, ownRevenueCents, isExecuted
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            year: try values.decode(Int.self, forKey: .year), cents: try values.decode(Int.self, forKey: .cents),
            climateCents: try values.field(.climateCents, or: 0),
            ownRevenueCents: try values.optional(.ownRevenueCents),
            isExecuted: try values.field(.isExecuted, or: true))
    }
}

/// What was spent in a field in a year (T2).
public struct FieldSpending: Sendable, Hashable {
    public var field: FieldOfAction
    /// The part of the field, in the city's words.
    public var part: String
    public var year: Int
    public var cents: Int

    public init(_ field: FieldOfAction, part: String = "", year: Int, cents: Int) {
        self.field = field
        self.part = part
        self.year = year
        self.cents = cents
    }
}

extension FieldSpending: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case field, part, year, cents }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(FieldOfAction.self, forKey: .field), part: try values.field(.part, or: ""),
            year: try values.decode(Int.self, forKey: .year), cents: try values.decode(Int.self, forKey: .cents))
    }
}

/// A recurrent income of the city (T3).
public struct Income: Sendable, Hashable {
    public var name: String
    /// Cents a year.
    public var cents: Int

    public init(_ name: String, cents: Int) {
        self.name = name
        self.cents = cents
    }
}

extension Income: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case name, cents }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(String.self, forKey: .name), cents: try values.decode(Int.self, forKey: .cents))
    }
}

/// An amount in a year.
public struct YearAmount: Sendable, Hashable {
    public var year: Int
    public var cents: Int

    public init(year: Int, cents: Int) {
        self.year = year
        self.cents = cents
    }
}

extension YearAmount: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case year, cents }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(year: try values.decode(Int.self, forKey: .year), cents: try values.decode(Int.self, forKey: .cents))
    }
}
