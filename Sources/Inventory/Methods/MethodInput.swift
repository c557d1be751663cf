import Quantities

/// One thing a method asks for.
public struct MethodInput: Sendable {
    /// The name in files and JSON, snake_case.
    public let name: String
    /// What it means, in English: one sentence that a city's officer understands.
    public let meaning: String
    /// What may be given.
    public let kind: Kind
    /// What happens when it is left out.
    public let fallback: Fallback

    /// What an input is.
    public enum Kind: Sendable {
        case value(Measure)
        /// One of a list of words.
        case choice([String])
        case year
        /// Free text that no formula uses, such as a species' name that is looked up.
        case text
        /// Rows with columns of their own, such as waste by year.
        case table([MethodInput])
    }

    /// What happens when it is not given.
    public enum Fallback: Sendable {
        /// It must be given.
        case required
        /// It may be left out, and the formula then goes without it.
        case optional
        /// A stated value of a published source, in the base unit of the measure; the trace says that it was used.
        case value(Double, source: String, uncertainty: Uncertainty? = nil)
        case word(String, source: String)
        /// A reference value looked up at the place and in the year of the calculation; a missing one is an error.
        /// `{name}` in the subject stands for another input's word.
        case factor(subject: String, property: String)
    }

    public init(_ name: String, _ kind: Kind, _ meaning: String, _ fallback: Fallback = .required) {
        self.name = name
        self.kind = kind
        self.meaning = meaning
        self.fallback = fallback
    }

    /// The unit in which a number without a unit is read; empty for words and tables.
    public var unit: String { if case .value(let measure) = kind { measure.baseSymbol } else { "" } }
}
