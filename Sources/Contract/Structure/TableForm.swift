/// A contract's table by its meaning; its number depends on the template.
public enum TableID: String, Sendable, Hashable, CaseIterable, Codable, CodingKeyRepresentable {
    case goal, signatories, individualCommitments, signatures
    case energy, factors, activity, emissions
    case policies, gap, stakeholders, barriers
    case pathways, portfolio, actions, actionReductions, actionEnergy, residuals
    case indicators, indicatorSheets
    case governance, social, finance
    case budgets, spending, incomes, capitalSources, capitalBarriers, costs, capitalIntensive, payers, capitalPlan
    case economicIndicators, financialIndicators, capitalPolicies, risks, financialStakeholders, stakeholderActivities
}

/// What a table of the contract's templates looks like.
public struct TableForm: Sendable, Hashable {
    public let id: TableID
    public let module: Module
    /// The number by template; a template that has no such table is left out.
    public let numbers: [Template: String]
    /// The heading in English.
    public let title: String
    /// Whether a contract is complete without it.
    public let isRequired: Bool
    /// All columns, of every template.
    public let columns: [Column]

    init(
        _ id: TableID, _ module: Module, v1: String?, v21: String?, _ title: String, isRequired: Bool = true,
        _ columns: [Column]
    ) {
        self.id = id
        self.module = module
        var numbers: [Template: String] = [:]
        numbers[.v1] = v1
        numbers[.v21] = v21
        self.numbers = numbers
        self.title = title
        self.isRequired = isRequired
        self.columns = columns
    }

    /// The columns of a template.
    public func columns(in template: Template) -> [Column] { columns.filter { $0.templates.contains(template) } }

    /// The column of a cell: `target_2030` belongs to the yearly column `target`.
    public func column(_ id: String) -> Column? {
        if let column = columns.first(where: { !$0.isYearly && $0.id == id }) { return column }
        guard Self.year(of: id) != nil else { return nil }
        return columns.first { $0.isYearly && id.dropLast(5) == $0.id }
    }

    /// The year at the end of a yearly cell's name.
    public static func year(of id: String) -> Int? {
        guard id.utf8.count > 5, id.utf8.dropLast(4).last == UInt8(ascii: "_") else { return nil }
        return Int(id.suffix(4))
    }

    /// Every table, in the order of the documents.
    public static let all: [TableForm] = commitments + baseline + policy + portfolio + monitoring + innovation + money

    /// The form of a table.
    public static func of(_ id: TableID) -> TableForm { byID[id] ?? all[0] }

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
}
