import Foundation
import Quantities

/// What a call is: its texts, days, conditions, form, and how bids are judged. One document, frozen when published.
public struct CallDefinition: Sendable, Hashable {
    /// What evaluators see of who applies. Applicants and evaluators never see who the evaluators are.
    public enum Blindness: String, Sendable, Hashable, CaseIterable, Codable {
        /// Evaluators know whose bid they read.
        case open
        /// The applicant is masked until the individual reports are in.
        case firstStep = "first-step"
        /// The applicant stays masked until the result.
        case whole
    }

    /// An article of the rules; comments of the public consultation are on one of them.
    public struct Article: Sendable, Hashable {
        public var id: String
        public var title: BilingualText
        public var text: BilingualText

        public init(id: String, title: BilingualText, text: BilingualText) {
            self.id = id
            self.title = title
            self.text = text
        }
    }

    /// How a decision can be appealed against.
    public struct AppealRules: Sendable, Hashable {
        /// Working days after the notice; 0 is no appeal.
        public var windowDays: Int
        /// Working days in which each appeal is answered.
        public var answerDays: Int
        /// What an appeal may be based on.
        public var grounds: BilingualText

        public init(windowDays: Int = 5, answerDays: Int = 10, grounds: BilingualText = BilingualText()) {
            self.windowDays = windowDays
            self.answerDays = answerDays
            self.grounds = grounds
        }
    }

    public var title: BilingualText
    public var summary: BilingualText
    public var articles: [Article]
    public var calendar: CallCalendar
    public var eligibility: [EligibilityRule]
    public var form: [CallSection]
    /// What decides the ranking; criteria are named in Romanian.
    public var rules: CallRules
    /// English names of criteria, by their ids.
    public var englishCriteria: [String: String]
    /// ISO 4217 code of the budget's money; empty where the call gives no money.
    public var currency: String
    public var blindness: Blindness
    public var appeals: AppealRules

    public init(
        title: BilingualText, summary: BilingualText = BilingualText(), articles: [Article] = [],
        calendar: CallCalendar = CallCalendar(), eligibility: [EligibilityRule] = [], form: [CallSection] = [],
        rules: CallRules = CallRules(criteria: Criterion(id: "total"), reportsNeeded: 3),
        englishCriteria: [String: String] = [:], currency: String = "", blindness: Blindness = .open,
        appeals: AppealRules = AppealRules()
    ) {
        self.title = title
        self.summary = summary
        self.articles = articles
        self.calendar = calendar
        self.eligibility = eligibility
        self.form = form
        self.rules = rules
        self.englishCriteria = englishCriteria
        self.currency = currency
        self.blindness = blindness
        self.appeals = appeals
    }

    /// Reads a definition from JSON.
    /// - Throws: a `SelectionProblem` with the place of the first thing that cannot be read.
    public static func read(_ json: Data) throws(SelectionProblem) -> CallDefinition {
        try SelectionJSON.read(CallDefinition.self, json)
    }

    /// The definition as JSON; the same definition gives the same bytes.
    /// - Throws: an `EncodingError` where a number is not finite.
    public func json() throws -> Data { try SelectionJSON.bytes(self) }

    /// The name of a criterion in both languages.
    public func name(of criterion: Criterion) -> BilingualText {
        BilingualText(ro: criterion.name, en: englishCriteria[criterion.id] ?? "")
    }

    /// All questions in the order in which they are asked.
    public var questions: [CallQuestion] { form.flatMap(\.questions) }
}

extension CallDefinition: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case title, summary, articles, calendar, eligibility, form, rules, englishCriteria, currency, blindness, appeals
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            title: try values.decode(BilingualText.self, forKey: .title),
            summary: try values.field(.summary, or: BilingualText()), articles: try values.field(.articles, or: []),
            calendar: try values.field(.calendar, or: CallCalendar()),
            eligibility: try values.field(.eligibility, or: []), form: try values.field(.form, or: []),
            rules: try values.decode(CallRules.self, forKey: .rules),
            englishCriteria: try values.field(.englishCriteria, or: [:]),
            currency: try values.field(.currency, or: ""), blindness: try values.field(.blindness, or: .open),
            appeals: try values.field(.appeals, or: AppealRules()))
    }
}

extension CallDefinition.Article: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case id, title, text }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id),
            title: try values.decode(BilingualText.self, forKey: .title),
            text: try values.decode(BilingualText.self, forKey: .text))
    }
}

extension CallDefinition.AppealRules: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case windowDays, answerDays, grounds }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            windowDays: try values.field(.windowDays, or: 5), answerDays: try values.field(.answerDays, or: 10),
            grounds: try values.field(.grounds, or: BilingualText()))
    }
}
