import Finance

/// How the municipality's debt stands under one rule, with its old loans and those of the scenario.
public struct DebtResults: Sendable, Hashable, Codable {
    public let rule: DebtRule
    /// Each year with contracted loans alone.
    public let contracted: [DebtRule.Standing]
    /// The same with the loans that are hoped for.
    public let withHopes: [DebtRule.Standing]
    /// Loans that the rule leaves out, by the ids of their funding lines.
    public let exempt: [String]
    /// Loans without terms, by the ids of their funding lines: nobody knows what they add.
    public let withoutTerms: [String]

    /// The years that break the rule, with the loans that are hoped for.
    public var broken: [DebtRule.Standing] { withHopes.filter { $0.isKept == false } }

    /// The years of which nobody can say.
    public var unknown: [Int] { withHopes.filter { $0.limitCents == nil }.map(\.year) }

    init(_ rule: DebtRule, _ finances: CityFinances, _ loans: [FundingLine]) {
        self.rule = rule
        let counted = loans.filter { !rule.exempts($0) }
        let base = Self.base(rule, finances)
        func standings(_ loans: [FundingLine]) -> [DebtRule.Standing] {
            rule.standings(burden: Self.burden(rule, finances, loans), base: base)
        }
        contracted = standings(counted.filter(\.status.isSecured))
        withHopes = standings(counted)
        exempt = loans.filter(rule.exempts).map(\.id)
        withoutTerms = counted.filter { $0.terms == nil }.map(\.id)
    }

    static func all(_ finances: CityFinances, _ chosen: [CityMeasure]) -> [DebtResults] {
        let loans = chosen.flatMap(\.funding).filter { $0.kind == .loan }
        return finances.debtRules.map { DebtResults($0, finances, loans) }
    }

    private static func base(_ rule: DebtRule, _ finances: CityFinances) -> [Int: Int] {
        let known = finances.budgets.compactMap { budget -> (Int, Int)? in
            switch rule.base {
            case .ownRevenue: budget.ownRevenueCents.map { (budget.year, $0) }
            case .budget: (budget.year, budget.cents)
            }
        }
        return Dictionary(known) { first, _ in first }
    }

    private static func burden(_ rule: DebtRule, _ finances: CityFinances, _ loans: [FundingLine]) -> [Int: Int] {
        let old = rule.limited == .yearlyService ? finances.debtService : finances.debtStock
        var burden: [Int: Int] = [:]
        for amount in old { burden[amount.year, default: 0] += amount.cents }
        for loan in loans {
            for (year, cents) in rule.limited == .yearlyService ? loan.service : loan.owed {
                burden[year, default: 0] += cents
            }
        }
        return burden
    }
}

extension DebtRule {
    fileprivate func exempts(_ loan: FundingLine) -> Bool { loan.terms.map { exempt.contains($0.purpose) } ?? false }
}
