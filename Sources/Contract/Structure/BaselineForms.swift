import Inventory

extension TableForm {
    static let sectors = ContractSector.allCases.map(\.rawValue)

    private static func scopes(_ unit: String, isAnswered: Bool = false) -> [Column] {
        [
            .number("scope1", "Scope 1", unit, isAnswered: isAnswered),
            .number("scope2", "Scope 2", unit, isAnswered: isAnswered),
            .number("scope3", "Scope 3", unit, isAnswered: isAnswered),
            .number("total", "Total", unit),
        ]
    }

    /// Module A-1. Template v2.1 exchanged the numbers of activity and emissions.
    static let baseline: [TableForm] = [
        TableForm(
            .energy, .a1, v1: "A-1.1", v21: "A-1.1", "Final energy use by source sectors",
            [.word("sector", "Sector", sectors, isKey: true), .text("carrier", "Energy carrier", isKey: true)]
                + scopes("MWh/year")),
        TableForm(
            .factors, .a1, v1: "A-1.2", v21: "A-1.2", "Emission factors applied",
            [
                .text("carrier", "Energy source", isKey: true), .year("year", "Year"), .text("unit", "Unit"),
                .number("co2", "CO2"), .number("ch4", "CH4"), .number("n2o", "N2O"),
                .number("f_gases", "F-gases (HFC, PFC)"), .number("sf6", "SF6"), .number("nf3", "NF3"),
                .text("method", "Methodology"),
            ]),
        TableForm(
            .activity, .a1, v1: "A-1.3", v21: "A-1.4", "Activity by source sectors", isRequired: false,
            [
                .word("sector", "Sector", sectors, isKey: true), .text("activity", "Activity", isKey: true),
                .text("unit", "Unit", isKey: true),
            ] + scopes("")),
        TableForm(
            .emissions, .a1, v1: "A-1.4", v21: "A-1.3", "GHG emissions by source sectors",
            [.word("sector", "Sector", sectors, isKey: true)] + scopes("t CO2e/year", isAnswered: true)),
    ]

    private static let steps = ["high", "medium", "low"]

    /// Modules.
    static let policy: [TableForm] = [
        TableForm(
            .policies, .a2, v1: "A-2.1", v21: "A-2.1", "List of relevant policies, strategies, initiatives, regulation",
            [
                .word("type", "Type", ["policy", "strategy", "initiative", "regulation"]),
                .word("level", "Level", ["local", "regional", "national", "EU"]),
                .text("name", "Name and title", isKey: true), .text("description", "Description"),
                .text("relevance", "Relevance for climate neutrality"), .text("need", "Need for action"),
                .number("reduction", "Reduction counted as existing", "t CO2e/year"),
                .links("actions", "Actions that carry it out", .actions),
            ]),
        TableForm(
            .gap, .a2, v1: "A-2.3", v21: "A-2.3", "Emissions gap",
            [
                .word("sector", "Sector", sectors, isKey: true), .year("base_year", "Base year, where another"),
                .number("baseline", "Baseline emissions", "t CO2e/year", isAnswered: true),
                .percent("baseline_percent", "Baseline emissions, %"),
                .number("residual", "Residual emissions", "t CO2e/year", isAnswered: true),
                .percent("residual_percent", "Residual emissions, %"),
                .number("target", "Reduction target", "t CO2e/year", isAnswered: true),
                .percent("target_percent", "Reduction target, %"),
                .number("existing", "Reduction through existing strategies", "t CO2e/year", isAnswered: true),
                .percent("existing_percent", "Reduction through existing strategies, %"),
                .number("gap", "Emissions gap", "t CO2e/year", isAnswered: true),
                .percent("gap_percent", "Emissions gap, %"),
                .number("action_plan", "Reduction through the action plan", "t CO2e/year", only: .v21),
                .percent("action_plan_percent", "Reduction through the action plan, %", only: .v21),
                .text("explanation", "How a difference is closed"),
            ]),
        TableForm(
            .stakeholders, .a3, v1: "A-3.1", v21: "A-3.2", "Systems and stakeholder mapping",
            [
                .text("system", "System", isKey: true), .text("stakeholders", "Stakeholders", isKey: true),
                .text("network", "Network"), .word("influence", "Influence on climate neutrality", steps),
                .word("interest", "Interest", steps),
            ]),
        TableForm(
            .barriers, .a3, v1: "A-3.2", v21: "A-3.1", "Systemic barriers and opportunities",
            [
                .text("system", "System", isKey: true),
                .word(
                    "type", "Type of barrier",
                    [
                        "technological", "institutional", "organisational", "financial", "political", "social",
                        "behavioural",
                    ]),
                .text("barrier", "Barrier", isKey: true), .text("opportunity", "Opportunity"),
            ]),
    ]
}
