/// A column of a contract's table: what its cells hold, and whether they must be answered.
public struct Column: Sendable, Hashable {
    /// What a column's cells hold.
    public enum Kind: Sendable, Hashable {
        case text
        /// One of some words, or another in the city's own language.
        case word([String])
        /// A number in a unit.
        case number(unit: String)
        /// Per cent of something; computed, never typed.
        case percent
        /// A calendar year.
        case year
        /// Rows of another table, by their ids.
        case links(TableID)
    }

    /// The name in files.
    public let id: String
    /// The heading in English.
    public let title: String
    public let kind: Kind
    /// Whether its texts say what a row is about: a total's texts say which rows it adds up.
    public let isKey: Bool
    /// Whether each cell is a number or a notation key with its reason.
    public let isAnswered: Bool
    /// Whether there is one for each of some years, `target_2030` for example.
    public let isYearly: Bool
    /// The templates that have it.
    public let templates: Set<Template>

    /// Whether its cells hold numbers.
    public var isNumber: Bool {
        switch kind {
        case .number, .percent, .year: true
        default: false
        }
    }

    static func text(_ id: String, _ title: String, isKey: Bool = false, only template: Template? = nil) -> Column {
        make(id, title, .text, isKey: isKey, only: template)
    }

    static func word(_ id: String, _ title: String, _ words: [String] = [], isKey: Bool = false) -> Column {
        make(id, title, .word(words), isKey: isKey)
    }

    static func number(
        _ id: String, _ title: String, _ unit: String = "", isAnswered: Bool = false, isYearly: Bool = false,
        only template: Template? = nil
    ) -> Column {
        make(id, title, .number(unit: unit), isAnswered: isAnswered, isYearly: isYearly, only: template)
    }

    static func percent(_ id: String, _ title: String, only template: Template? = nil) -> Column {
        make(id, title, .percent, only: template)
    }

    static func year(_ id: String, _ title: String) -> Column { make(id, title, .year) }

    static func links(_ id: String, _ title: String, _ table: TableID, isKey: Bool = false) -> Column {
        make(id, title, .links(table), isKey: isKey)
    }

    private static func make(
        _ id: String, _ title: String, _ kind: Kind, isKey: Bool = false, isAnswered: Bool = false,
        isYearly: Bool = false, only template: Template? = nil
    ) -> Column {
        Column(
            id: id, title: title, kind: kind, isKey: isKey, isAnswered: isAnswered, isYearly: isYearly,
            templates: template.map { [$0] } ?? Set(Template.allCases))
    }
}
