import Inventory
import Web

/// The forms of the room.
enum InventoryForm {
    static let years = 1990.0...2100.0

    /// The frame of an inventory: what it covers and how it weighs gases.
    static let frame: [Field] = [
        Field(
            "gwp", "Global warming potentials",
            hint: "The set that the inventory's own total uses. Every other set can be shown beside it.",
            .select(GWPSet.allCases.reversed().map { Option($0.rawValue, $0.rawValue, translated: false) })),
        Field(
            "coverage", "What it covers",
            .radios(InventoryTotal.allCases.filter { $0 != .territorial }.map { Option($0.rawValue, $0.title) })),
        Field(
            "boundary", "Boundary", hint: "Which area: normally the administrative territory of the municipality.",
            .textarea(maxLength: 2000, rows: 3)),
        Field(
            "population", "People inside the boundary", optional: true,
            .number(range: 1...50_000_000, decimals: 0, unit: nil)),
        Field(
            "population-source", "Source of the population", optional: true, .text(maxLength: 300)),
        Field(
            "source", "Main source", hint: "The document or data that most figures come from.", optional: true,
            .text(maxLength: 500)),
    ]

    static let start = Form(
        [
            Field(
                "year", "Year", hint: "The calendar year of the emissions.",
                .number(range: years, decimals: 0, unit: nil))
        ]
            + frame)
    static let edit = Form(frame)

    static func frame(_ answers: Answers) -> InventoryFrame? {
        guard let gwp = GWPSet(rawValue: answers.text("gwp")),
            let coverage = InventoryTotal(rawValue: answers.text("coverage"))
        else { return nil }
        var frame = InventoryFrame()
        frame.gwp = gwp
        frame.coverage = coverage
        frame.boundary = answers.text("boundary").replacing("\r\n", with: "\n")
        frame.population = answers.integer("population")
        frame.populationSource = answers.text("population-source")
        frame.source = answers.text("source")
        return frame
    }

    static func answers(_ record: InventoryRecord) -> Answers {
        Answers([
            "gwp": record.gwp.rawValue, "coverage": record.coverage.rawValue, "boundary": record.boundary,
            "population": record.population.map { "\($0)" }, "population-source": record.populationSource,
            "source": record.source,
        ])
    }

    static let key = Form([
        Field("key", "Notation key", .radios(NotationKey.allCases.map { Option($0.rawValue, $0.name) })),
        Field(
            "reason", "Reason",
            hint: "For “Included elsewhere”, name the line that includes it, such as I.1.1. Everybody can read this.",
            .textarea(maxLength: 1000, rows: 3)),
    ])

    static let restatement = Form([
        Field(
            "reason", "Why the inventory is restated", hint: "Everybody can read this beside both versions.",
            .textarea(maxLength: 1000, rows: 3))
    ])
}
