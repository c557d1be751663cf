import Foundation

/// What a check may know beside the contract.
public struct CheckCircumstances: Sendable, Hashable {
    /// What the check is for.
    public enum Stage: String, Sendable, Hashable, CaseIterable, Codable {
        /// People are still writing: empty sections are no finding.
        case draft
        /// It is to be read by others.
        case publication
    }

    /// A factor of the national register of grid electricity.
    public struct GridFactor: Sendable, Hashable, Codable {
        public let country: String
        public let year: Int
        /// t CO2 for each MWh.
        public let tonnesPerMWh: Double
        public let source: String

        public init(country: String, year: Int, tonnesPerMWh: Double, source: String) {
            self.country = country
            self.year = year
            self.tonnesPerMWh = tonnesPerMWh
            self.source = source
        }
    }

    public var stage: Stage
    /// The national register; without one electricity factors are compared with nothing.
    public var gridFactors: [GridFactor]

    public init(stage: Stage = .publication, gridFactors: [GridFactor] = []) {
        self.stage = stage
        self.gridFactors = gridFactors
    }
}

/// Something that must be true of a contract.
///
/// A new rule is a file with a function that looks, and a line in `all`.
public struct Rule: Sendable, Identifiable {
    public typealias Look = @Sendable (CityContract, CheckCircumstances, inout RuleFindings) -> Void

    /// The short name in reports and waivers: `V4`.
    public let id: String
    /// How serious its findings are unless one says otherwise.
    public let level: ContractFinding.Level
    /// Key of what must be true.
    public let title: String
    /// Key of what to do about a finding.
    public let hint: String
    /// The document without which it does not apply.
    public let document: ContractDocument
    let look: Look

    init(
        _ id: String, _ level: ContractFinding.Level, _ title: String, hint: String,
        in document: ContractDocument = .actionPlan, _ look: @escaping Look
    ) {
        self.id = id
        self.level = level
        self.title = title
        self.hint = hint
        self.document = document
        self.look = look
    }

    /// Every rule, in the order of reports.
    public static let all: [Rule] = [
        .totals, .baseline, .gap, .residual, .scopes, .factors, .answers, .gases, .years, .portfolioCoversGap,
        .wholeActions, .plausibleActions, .countedOnce, .investmentLines, .coverage, .budgetYears, .indicators,
        .targetShare, .signatures, .leftovers, .overrides, .oneFigure, .numberFormats, .impacts,
    ]

    /// What a rule finds in a contract, waived or not.
    public func findings(_ contract: CityContract, _ circumstances: CheckCircumstances = CheckCircumstances())
        -> [ContractFinding]
    {
        guard contract.documents.contains(document) else { return [] }
        var findings = RuleFindings(rule: self)
        look(contract, circumstances, &findings)
        return FindingOrder.sorted(findings.found, contract)
    }
}

/// What is wrong with a contract, where, and what to do about it.
public struct ContractFinding: Sendable, Hashable {
    /// How serious a finding is.
    public enum Level: String, Sendable, Hashable, CaseIterable, Codable {
        /// In the way of publication unless it is waived.
        case error
        /// To be looked at.
        case warning
    }

    /// The rule, such as `V4`.
    public let rule: String
    /// What the rule found, such as `no-cost`.
    public let check: String
    public let level: Level
    public let place: ContractPlace
    /// An English sentence with `{name}` for each of `values`; also the key of its translations.
    public let message: String
    /// What goes in the places of the sentence.
    public let values: [String: String]
    /// An English sentence that says what to do; also the key of its translations.
    public let hint: String

    /// The sentence with its values, in English.
    public var text: String {
        values.reduce(message) { text, value in text.replacingOccurrences(of: "{\(value.key)}", with: value.value) }
    }
}

/// What one rule has found so far.
public struct RuleFindings: Sendable {
    let rule: Rule
    private(set) var found: [ContractFinding] = []

    init(rule: Rule) { self.rule = rule }

    mutating func add(
        _ check: String, _ place: ContractPlace, _ message: String, _ values: [String: String] = [:],
        level: ContractFinding.Level? = nil
    ) {
        found.append(
            ContractFinding(
                rule: rule.id, check: check, level: level ?? rule.level, place: place, message: message, values: values,
                hint: rule.hint))
    }
}
