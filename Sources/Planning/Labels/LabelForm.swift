import Storage
import Web

/// The forms about a label.
enum LabelForm {
    static let revocation = Form([
        Field(
            "reason", "Why the label is revoked", hint: "Everybody reads it on the label's page.",
            .textarea(maxLength: 1000, rows: 4))
    ])

    static func decision(_ criteria: [LabelCriterion]) -> Form {
        Form(
            [
                Field(
                    "met", "Criteria that are met", optional: true,
                    .checkboxes(criteria.map { Option($0.id, $0.title, hint: $0.hint) })),
                Field(
                    "decision", "Decision",
                    .radios([Option("granted", "Grant the label"), Option("refused", "Do not grant the label")])),
                Field(
                    "reason", "Reasons",
                    hint: "Needed where a criterion is not met or the label is not granted; the city reads them.",
                    optional: true, .textarea(maxLength: 4000, rows: 5)),
                Field("from", "Valid from", .date(years: 2020...2100)),
                Field("until", "Valid until", .date(years: 2020...2100)),
            ])
    }

    /// What the answers decide; nil where they do not fit together.
    static func decision(
        _ answers: inout Answers, _ criteria: [LabelCriterion], _ t: Texts
    ) -> Label.Decision? {
        guard let from = answers.day("from"), let until = answers.day("until") else { return nil }
        let (met, reason) = (Set(answers.list("met")), answers.text("reason"))
        let isGranted = answers.text("decision") == "granted"
        if until <= from { answers.refuse("until", t("choose a day after the first one")) }
        if reason.isEmpty, !isGranted || !criteria.allSatisfy({ met.contains($0.id) }) {
            answers.refuse("reason", t("say why"))
        }
        guard answers.isFine else { return nil }
        let list = criteria.map {
            Label.Answer(id: $0.id, title: $0.title, isMet: met.contains($0.id))
        }
        return Label.Decision(
            answers: list, reason: reason, granted: isGranted ? (code: Label.newCode(), from: from, until: until) : nil)
    }
}
