import Quantities

/// A part of a call's form.
public struct CallSection: Sendable, Hashable {
    public var id: String
    public var title: BilingualText
    public var questions: [CallQuestion]

    public init(id: String, title: BilingualText, questions: [CallQuestion] = []) {
        self.id = id
        self.title = title
        self.questions = questions
    }
}

/// A question that every applicant is asked.
public struct CallQuestion: Sendable, Hashable {
    /// What an answer is.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        case shortText = "short-text"
        case longText = "long-text"
        case number, money, date, choice
        case multipleChoice = "multiple-choice"
        case yesNo = "yes-no"
        case table, file

        /// Whether other questions may hang on its answer.
        public var decides: Bool { self == .choice || self == .multipleChoice || self == .yesNo }
        public var hasOptions: Bool { self == .choice || self == .multipleChoice }
    }

    /// An answer of a choice, or a column of a table.
    public struct Part: Sendable, Hashable {
        public var id: String
        public var text: BilingualText

        public init(id: String, text: BilingualText) {
            self.id = id
            self.text = text
        }
    }

    /// An earlier question and the answers with which this one is asked; yes and no are `yes` and `no`.
    public struct Condition: Sendable, Hashable {
        public var question: String
        public var answers: [String]

        public init(question: String, answers: [String]) {
            self.question = question
            self.answers = answers
        }
    }

    /// A short text slug, unique in the call.
    public var id: String
    public var text: BilingualText
    public var hint: BilingualText
    public var kind: Kind
    public var isRequired: Bool
    /// The most words of a text.
    public var mostWords: Int?
    /// What a choice offers, or the columns of a table.
    public var parts: [Part]
    /// Endings of the files that may be sent: `pdf`, `docx`, `xlsx`.
    public var fileTypes: [String]
    /// The most megabytes of a file.
    public var mostMegabytes: Int?
    public var condition: Condition?

    public init(
        id: String, text: BilingualText, hint: BilingualText = BilingualText(), kind: Kind, isRequired: Bool = true,
        mostWords: Int? = nil, parts: [Part] = [], fileTypes: [String] = [], mostMegabytes: Int? = nil,
        condition: Condition? = nil
    ) {
        self.id = id
        self.text = text
        self.hint = hint
        self.kind = kind
        self.isRequired = isRequired
        self.mostWords = mostWords
        self.parts = parts
        self.fileTypes = fileTypes
        self.mostMegabytes = mostMegabytes
        self.condition = condition
    }

    /// The answers that others can hang on.
    public var possibleAnswers: [String] { kind == .yesNo ? ["yes", "no"] : kind.hasOptions ? parts.map(\.id) : [] }

    /// Whether it is asked, given the answers to earlier questions by their ids.
    public func isAsked(_ answers: [String: [String]]) -> Bool {
        guard let condition else { return true }
        return !Set(condition.answers).isDisjoint(with: answers[condition.question] ?? [])
    }
}

extension CallSection: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case id, title, questions }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id),
            title: try values.decode(BilingualText.self, forKey: .title),
            questions: try values.field(.questions, or: []))
    }
}

extension CallQuestion: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case id, text, hint, kind, isRequired, mostWords, parts, fileTypes, mostMegabytes, condition
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id),
            text: try values.decode(BilingualText.self, forKey: .text),
            hint: try values.field(.hint, or: BilingualText()), kind: try values.decode(Kind.self, forKey: .kind),
            isRequired: try values.field(.isRequired, or: true), mostWords: try values.optional(.mostWords),
            parts: try values.field(.parts, or: []), fileTypes: try values.field(.fileTypes, or: []),
            mostMegabytes: try values.optional(.mostMegabytes), condition: try values.optional(.condition))
    }
}

extension CallQuestion.Part: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case id, text }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id),
            text: try values.decode(BilingualText.self, forKey: .text))
    }
}

extension CallQuestion.Condition: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case question, answers }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            question: try values.decode(String.self, forKey: .question),
            answers: try values.decode([String].self, forKey: .answers))
    }
}
