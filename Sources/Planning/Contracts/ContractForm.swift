import Contract
import Web

/// The forms about a contract as a whole.
enum ContractForm {
    static let start = Form(beginning)

    static let frame = Form(
        beginning + [
            Field(
                "documents", "Documents", hint: "Those that this contract holds; investment plans are often withheld.",
                .checkboxes(ContractDocument.allCases.map { Option($0.rawValue, $0.title) })),
            Field(
                "note", "Note", hint: "What a reader must know first, such as that figures are preliminary.",
                optional: true, .textarea(maxLength: 2000, rows: 3)),
        ])

    private static let beginning = [
        Field(
            "template", "Version of the template", hint: "The Mission's cities use the newer one.",
            .radios([
                Option(Template.v21.rawValue, "Version 2.1, of November 2023"),
                Option(Template.v1.rawValue, "Version 1, of January 2023"),
            ])),
        Field(
            "language", "Language of the contract",
            .radios([Option("ro", "Romanian"), Option("en", "English")])),
        Field(
            "base-year", "Base year", hint: "The year of the baseline inventory.",
            .number(range: 1990...2100, decimals: 0, unit: nil)),
        Field(
            "target-year", "Target year", hint: "The year of climate neutrality.",
            .number(range: 2025...2100, decimals: 0, unit: nil)),
    ]

    static func answers(_ frame: ContractRecord.Frame) -> Answers {
        Answers(texts: [
            "template": [frame.template.rawValue], "language": [frame.language], "base-year": ["\(frame.baseYear)"],
            "target-year": ["\(frame.targetYear)"], "documents": frame.documents.map(\.rawValue),
            "note": [frame.note],
        ])
    }

    /// The frame with what the answers say; nil where they do not fit together.
    static func apply(
        _ answers: inout Answers, to frame: ContractRecord.Frame, _ t: Texts
    ) -> ContractRecord.Frame? {
        guard let template = Template(rawValue: answers.text("template")), let base = answers.integer("base-year"),
            let target = answers.integer("target-year")
        else { return nil }
        guard target > base else {
            answers.refuse("target-year", t("write a year after the base year"))
            return nil
        }
        var frame = frame
        frame.template = template
        frame.language = answers.text("language")
        frame.baseYear = base
        frame.targetYear = target
        let chosen = Set(answers.list("documents"))
        frame.documents = ContractDocument.allCases.filter { chosen.contains($0.rawValue) }
        frame.note = ContractTextSaving.unix(answers.text("note"))
        return frame
    }
}
