import Contract
import Inventory
import Storage
import Web

/// The forms of the room.
enum MonitoringForm {
    static let fileBytes = 10_000_000
    /// The greatest size of a whole form: the file and a little more.
    static let bodyLimit = fileBytes + 300_000
    private static let amount = -1_000_000_000_000.0...1_000_000_000_000.0

    private static let times = [
        Field(
            "day", "Measured on", hint: "The day, or the last day of the period, such as 31 December.",
            .date(years: 1990...2100)),
        Field("start", "First day of the period", optional: true, .date(years: 1990...2100)),
    ]
    private static let origin = [
        Field("source", "Source", hint: "Who measured it, in which document or data set.", .text(maxLength: 300)),
        Field(
            "file", "Evidence as a file", hint: "Kept for the city's team; the public report does not show it.",
            optional: true, .file(types: [.pdf, .png, .jpeg, .xlsx, .csv, .docx, .ods, .odt], maxBytes: fileBytes)),
        Field(
            "link", "Evidence as an address", hint: "A page that everybody can open, such as https://….",
            optional: true, .text(maxLength: 500)),
    ]

    static let value = Form(
        times + [Field("value", "Value", .number(range: amount, decimals: 9, unit: nil))] + origin
            + [Field("note", "Note", optional: true, .textarea(maxLength: 1000, rows: 3))])

    static let correction = Form(
        times + [
            Field("value", "Value", optional: true, .number(range: amount, decimals: 9, unit: nil)),
            Field("withdrawn", "Take the value back: nothing stands in its place", optional: true, .checkbox),
        ] + origin
            + [
                Field(
                    "note", "Why it is corrected", hint: "It stays visible beside the value.",
                    .textarea(maxLength: 1000, rows: 3))
            ])

    static let values = Form([
        Field(
            "file", "File with values",
            hint: "A CSV file with the columns that the exported file has; it is taken over whole or not at all.",
            .file(types: [.csv], maxBytes: 1_000_000))
    ])

    static func settings(_ owners: [Option]) -> Form {
        Form([
            Field(
                "owner", "Owner", hint: "Is reminded when a value is due; without an owner the team's editors are.",
                optional: true, .select(owners)),
            Field(
                "interval", "Collection interval", hint: "Without an answer: as the indicator's sheet says.",
                optional: true, .select(CollectionInterval.allCases.map { Option($0.rawValue, $0.title) })),
            Field(
                "observes", "What of the pathway it measures",
                hint: "Its values are then shown against the published pathway, in t CO₂e.", optional: true,
                .select(
                    [Option(MonitoringObservation.gross, "Gross emissions of all sectors")]
                        + ContractSector.allCases.map { Option($0.rawValue, $0.title) })),
            Field("shown", "The yearly report shows it to everybody", optional: true, .checkbox),
        ])
    }

    static let entry = Form([
        Field("day", "On the day", .date(years: 2000...2100)),
        Field("status", "Status", .radios(MonitoringEntry.Status.allCases.map { Option($0.rawValue, $0.title) })),
        Field("share", "Share done", .number(range: 0...100, decimals: 1, unit: "%")),
        Field(
            "spent", "Spent so far", hint: "All money until that day, not only since the last entry.", optional: true,
            .number(range: 0...100_000_000_000, decimals: 2, unit: "EUR")),
        Field(
            "spending", "The spent money is",
            .radios(MonitoringEntry.Spending.allCases.map { Option($0.rawValue, $0.title) })),
        Field(
            "note", "Note", hint: "What was done; for a stopped measure the reason.", optional: true,
            .textarea(maxLength: 1000, rows: 3)),
    ])

    static func library(_ known: [LibraryIndicator], _ language: Language) -> Form {
        Form([
            Field(
                "indicators", "Indicators",
                .checkboxes(known.map { Option($0.id, $0.name(language), hint: $0.hint(language), translated: false) }))
        ])
    }

    static let report = Form([
        Field(
            "summary", "What the year brought", hint: "Markdown may be used. It is seen by all once published.",
            optional: true, .textarea(maxLength: 8000, rows: 10)),
        Field(
            "outlook", "What comes next", hint: "What the city changes because of these figures.", optional: true,
            .textarea(maxLength: 8000, rows: 10)),
    ])

    /// What a checked form says about a value; problems that no single field shows are added to it.
    static func read(
        _ answers: inout Answers, of indicator: String, today: Day, _ t: Texts
    ) -> MonitoringValue.NewValue? {
        let link = answers.text("link")
        if !link.isEmpty, !link.hasPrefix("https://"), !link.hasPrefix("http://") {
            answers.refuse("link", t("write an address that begins with https://"))
        }
        guard let day = answers.day("day") else { return nil }
        if day > today { answers.refuse("day", t("nothing is measured in the future")) }
        if let start = answers.day("start"), start > day {
            answers.refuse("start", t("the period begins after its end"))
        }
        let isWithdrawn = answers.isTicked("withdrawn")
        if answers.number("value") == nil, !isWithdrawn { answers.refuse("value", t("write an answer")) }
        guard answers.isFine else { return nil }
        return MonitoringValue.NewValue(
            indicator: indicator, day: day, start: answers.day("start"),
            value: isWithdrawn ? nil : answers.number("value"), source: answers.text("source"),
            evidenceName: answers.files("file").first?.fileName ?? "", evidenceLink: link, note: answers.text("note"))
    }
}
