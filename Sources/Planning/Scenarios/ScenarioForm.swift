import Web

/// The forms about a scenario as a whole.
enum ScenarioForm {
    static let name = Form([Field("name", "Name of the scenario", .text(maxLength: 120))])

    static func publication(_ scenarios: [Option]) -> Form {
        Form([
            Field(
                "scenario", "Which scenario is the city's pathway",
                hint: "The others are published with it, for comparison.", .select(scenarios)),
            Field(
                "money", "Costs and funding",
                hint: "Investment plans are often kept back until contracts are signed.",
                .radios([Option("shown", "Show them to everybody"), Option("kept", "Keep them for the team")])),
            Field(
                "note", "What everybody should know about this version", optional: true,
                .textarea(maxLength: 1000, rows: 3)),
        ])
    }

    static let withdrawal = Form([
        Field("reason", "Why the plan is withdrawn", .textarea(maxLength: 1000, rows: 3))
    ])
}
