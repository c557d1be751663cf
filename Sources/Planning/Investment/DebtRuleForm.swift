import Finance
import Web

/// A limit to the municipality's debt as the answers of a form, and back.
enum DebtRuleForm {
    static let form = Form([
        Field("name", "What the rule says, in short", .text(maxLength: 200)),
        Field(
            "limited", "What is limited",
            .radios(DebtRule.Limited.allCases.map { Option($0.rawValue, $0.title) })),
        Field("base", "What it is held against", .select(DebtRule.Base.allCases.map { Option($0.rawValue, $0.title) })),
        Field("share", "At most this part of it", .number(range: 0.1...1000, decimals: 4, unit: "%")),
        Field(
            "years", "Averaged over so many years",
            hint: "The years before the one that is judged; 1 is the year before alone.",
            .number(range: 1...20, decimals: 0, unit: nil)),
        Field(
            "exempt", "Loans that the rule leaves out", optional: true,
            .checkboxes(
                LoanTerms.Purpose.allCases.filter { $0 != .other }.map { Option($0.rawValue, $0.title) })),
        Field("source", "The law or decision", .text(maxLength: 500)),
        MeasureForm.status,
    ])

    static func answers(_ rule: DebtRule, _ t: Texts) -> Answers {
        var answers = Answers([
            "name": rule.name, "limited": rule.limited.rawValue, "base": rule.base.rawValue,
            "share": FormNumber.write((rule.share * 1e8).rounded() / 1e6, t), "years": "\(rule.years)",
            "source": rule.source, "status": rule.status.rawValue,
        ])
        answers.texts["exempt"] = rule.exempt.map(\.rawValue)
        return answers
    }

    /// The rule that was written; its id is that of the line that it takes the place of, or the first free number.
    static func rule(_ answers: Answers, at place: Int?, in rules: [DebtRule]) -> DebtRule {
        let taken = Set(rules.map(\.id))
        let free = (1...rules.count + 1).lazy.map { "rule-\($0)" }.first { !taken.contains($0) } ?? "rule"
        let id = place.flatMap { rules.indices.contains($0) ? rules[$0].id : nil } ?? free
        return DebtRule(
            id: id, name: answers.text("name"),
            limited: DebtRule.Limited(rawValue: answers.text("limited")) ?? .yearlyService,
            base: DebtRule.Base(rawValue: answers.text("base")) ?? .ownRevenue,
            share: (answers.number("share") ?? 0) / 100, years: answers.integer("years") ?? 1,
            exempt: answers.list("exempt").compactMap(LoanTerms.Purpose.init), source: answers.text("source"),
            status: FigureStatus(rawValue: answers.text("status")) ?? .unverified)
    }
}

extension DebtRule.Limited {
    /// Key of the name.
    var title: String {
        switch self {
        case .yearlyService: "What is paid on loans in a year"
        case .stock: "What is owed at the end of a year"
        }
    }
}

extension DebtRule.Base {
    /// Key of the name.
    var title: String {
        switch self {
        case .ownRevenue: "Own revenue"
        case .budget: "The whole budget"
        }
    }

    /// Key of the name within a sentence.
    var phrase: String {
        switch self {
        case .ownRevenue: "own revenue"
        case .budget: "the whole budget"
        }
    }
}

extension LoanTerms.Purpose {
    /// Key of the name.
    var title: String {
        switch self {
        case .other: "Anything else"
        case .europeanProject: "Pre-financing or co-financing of a project with European grants"
        case .refinancing: "Refinancing of an older loan"
        }
    }
}
