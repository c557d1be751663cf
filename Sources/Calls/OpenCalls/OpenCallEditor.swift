import Selection
import Web

/// A page of the builder: how a part of a call, or one thing in it, is shown as a form and taken from it.
struct OpenCallEditor: Sendable {
    /// The last part of its address.
    let slug: String
    /// Keys of its name and of the sentence under it.
    let title: String
    let hint: String
    /// Which problems it can mend.
    let part: CallProblem.Part
    let form: @Sendable (CallDefinition, Language) -> Form
    /// What stands there; nil where there is no such thing.
    let answers: @Sendable (CallDefinition, String) -> Answers?
    /// Takes over what was typed, or says in the answers what is wrong; `new` is a thing's name while it has none.
    let apply: @Sendable (inout Answers, inout CallDefinition, String, Texts) -> Void
    /// nil where the part is one form.
    var list: List?

    /// The things of a part that has several.
    struct List: Sendable {
        /// Key of the words on the button that adds one.
        let add: String
        let items: @Sendable (CallDefinition) -> [Item]
        let remove: @Sendable (inout CallDefinition, String) -> Void
    }

    struct Item: Sendable {
        let id: String
        let title: BilingualText
    }

    static let all = [
        OpenCallParts.texts, OpenCallItems.articles, OpenCallParts.calendar, OpenCallItems.eligibility,
        OpenCallQuestions.sections, OpenCallQuestions.questions, OpenCallCriteria.criteria, OpenCallParts.decision,
    ]

    /// The name of a thing that does not exist yet.
    static let new = "new"

    /// A name that nothing in the list has.
    static func name(_ prefix: String, besides used: [String]) -> String {
        (1...(used.count + 1)).map { "\(prefix)-\($0)" }.first { !used.contains($0) } ?? prefix
    }

    /// A pair of fields, one for each language.
    static func pair(
        _ name: String, _ romanian: String, _ english: String, _ kind: Field.Kind, optional: Bool = false
    ) -> [Field] {
        [
            Field("\(name)-ro", romanian, optional: optional, kind),
            Field("\(name)-en", english, optional: optional, kind),
        ]
    }

    static func text(_ answers: Answers, _ name: String) -> BilingualText {
        BilingualText(ro: answers.text("\(name)-ro"), en: answers.text("\(name)-en"))
    }

    static let position = Field(
        "position", "Position", hint: "1 is the first. Empty: where it stands, or at the end.", optional: true,
        .number(range: 1...500, decimals: 0, unit: nil))

    /// Puts a thing where it stood, or where its position says.
    static func place<Thing>(_ thing: Thing, in list: inout [Thing], at old: Int?, _ answers: Answers) {
        if let old { list.remove(at: old) }
        let wanted = answers.integer("position").map { $0 - 1 } ?? old ?? list.count
        list.insert(thing, at: max(0, min(wanted, list.count)))
    }
}
