import Storage
import Web

/// What staff enter about a city in the programme.
struct ProgrammeEntry: Sendable {
    let cohort: Cohort
    let targetYear: Int
    let source: String
    let status: FigureStatus
    let selectedOn: Day?
    let note: String?

    /// nil when the answers were not checked.
    init?(_ answers: Answers) {
        guard let cohort = Cohort(rawValue: answers.text("cohort")), let year = answers.integer("target-year"),
            let status = FigureStatus(rawValue: answers.text("status"))
        else { return nil }
        self.cohort = cohort
        targetYear = year
        source = answers.text("source")
        self.status = status
        selectedOn = answers.day("selected-on")
        note = answers.optionalText("note")
    }
}

/// The forms of the programme.
enum ProgrammeForm {
    static func adding(_ candidates: [City]) -> Form {
        let choices = candidates.map { Option($0.code, $0.name, translated: false) }
        return Form([Field("city", "City", .select([Option("", "Choose a city")] + choices))] + entryFields)
    }

    static let editing = Form(entryFields)

    private static let entryFields: [Field] = {
        let years = ProgrammeCity.targetYears.map { Option("\($0)", "\($0)", translated: false) }
        return [
            Field("cohort", "Group", .radios(Cohort.allCases.map { Option($0.rawValue, $0.title) })),
            Field(
                "target-year", "Target year", hint: "The year by which the city wants to be climate-neutral.",
                .select([Option("", "Choose a year")] + years)),
            Field("selected-on", "Day of the selection", optional: true, .date()),
            Field(
                "source", "Source", hint: "Where this can be read: a decision, a publication, a web address.",
                .text(maxLength: 300)),
            Field(
                "status", "Status of the source",
                .radios([
                    Option("sourced", "Taken as published by the source"),
                    Option("unverified", "Not yet checked against a primary source"),
                ])),
            Field("note", "Note", optional: true, .textarea(maxLength: 1000, rows: 3)),
        ]
    }()

    static let withdrawal = Form([
        Field("withdrawn-on", "Day of the withdrawal", .date()),
        Field(
            "reason", "Reason", hint: "Shown to everybody on the city's page.", .textarea(maxLength: 1000, rows: 4)),
    ])

    static let label = Form([
        Field("label", "Label", .radios(ProgrammeLabel.Name.allCases.map { Option($0.rawValue, $0.title) })),
        Field("awarded-on", "Day of the award", .date()),
        Field(
            "source", "Source", hint: "Where this can be read: a decision, a publication, a web address.",
            .text(maxLength: 300)),
    ])

    static func answers(_ entry: ProgrammeCity) -> Answers {
        Answers([
            "cohort": entry.cohort.rawValue, "target-year": "\(entry.targetYear)",
            "selected-on-day": entry.selectedOn.map { "\($0.day)" },
            "selected-on-month": entry.selectedOn.map { "\($0.month)" },
            "selected-on-year": entry.selectedOn.map { "\($0.year)" }, "source": entry.targetSource,
            "status": entry.targetStatus == .sourced ? "sourced" : "unverified", "note": entry.note,
        ])
    }
}
