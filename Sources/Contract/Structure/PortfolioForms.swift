import Finance

extension TableForm {
    static let fields = FieldOfAction.allCases.map(\.rawValue)
    private static let levers = [
        "technology", "governance", "socialInnovation", "democracy", "finance", "learning",
    ]

    /// Modules B-1 and B-2; the sheets of B-2.2 are rows, with what an action has several of in tables of their own.
    static let portfolio: [TableForm] = [
        TableForm(
            .pathways, .b1, v1: "B-1.1", v21: "B-1.1", "Impact pathways",
            [
                .word("field", "Field of action", fields, isKey: true), .word("lever", "Systemic lever", levers),
                .text("early_change", "Early changes (1 to 2 years)", isKey: true),
                .text("late_outcome", "Late outcomes (3 to 4 years)"),
                .number("direct_impact", "Direct impact (emission reductions)", "t CO2e/year"),
                .text("indirect_impacts", "Indirect impacts (co-benefits)"),
                .links("actions", "Actions", .actions),
            ]),
        TableForm(
            .portfolio, .b2, v1: "B-2.1", v21: "B-2.1", "Description of action portfolios", isRequired: false,
            [
                .word("field", "Field of action", fields), .links("action", "Action", .actions, isKey: true),
                .text("name", "Action's name"), .text("description", "Description"),
            ]),
        TableForm(
            .actions, .b2, v1: "B-2.2", v21: "B-2.2", "Individual action outlines",
            [
                .text("number", "Number"), .text("name", "Action name", isKey: true),
                .word(
                    "type", "Action type",
                    ["technical", "ownAssets", "spatial", "organisational", "natureBased", "awareness", "other"]),
                .text("description", "Action description"), .word("field", "Field of action", fields),
                .word("lever", "Systemic lever", levers), .text("outcome", "Outcome, as in B-1.1"),
                .text("responsible", "Responsible bodies"), .text("scale", "Scale and addressed entities"),
                .text("stakeholders", "Involved stakeholders"), .text("comments", "Comments on implementation"),
                .year("start", "Start year"), .year("end", "End year"),
                .number("renewable", "Generated renewable energy", "MWh/year"),
                .text("substituted", "Removed or substituted volume or fuel"),
                .number("cost", "Total costs", "EUR"), .number("cost_per_tonne", "Costs for each t CO2e", "EUR/t"),
                .text("method", "How the reduction was estimated"),
            ]),
        TableForm(
            .actionReductions, .b2, v1: "B-2.2", v21: "B-2.2", "GHG reductions of actions by source sector",
            [
                .links("action", "Action", .actions, isKey: true), .word("sector", "Sector", sectors, isKey: true),
                .number("reduction", "GHG reduction", "t CO2e/year"),
            ]),
        TableForm(
            .actionEnergy, .b2, v1: "B-2.2", v21: "B-2.2", "Energy that actions save or replace", isRequired: false,
            [
                .links("action", "Action", .actions, isKey: true), .text("carrier", "Energy carrier", isKey: true),
                .number("energy", "Removed or substituted energy", "MWh/year"),
            ]),
        TableForm(
            .residuals, .b2, v1: "B-2.3", v21: "B-2.3", "Strategy for residual emissions",
            [
                .text("source", "Source, sink or credit", isKey: true),
                .word("kind", "Kind", ["residual", "sink", "credit"]),
                .number("quantity", "Quantity", "t CO2e/year"), .text("verification", "Verification"),
            ]),
    ]

    /// Module B-3.
    static let monitoring: [TableForm] = [
        TableForm(
            .indicators, .b3, v1: "B-3.1", v21: "B-3.1", "Impact pathway indicators",
            [
                .text("outcome", "Outcomes and impacts addressed"), .links("actions", "Actions", .actions),
                .text("number", "Indicator number", isKey: true), .text("name", "Indicator name"),
                .text("unit", "Unit"), .word("direction", "Wanted direction", ["up", "down"]),
                .number("baseline", "Baseline", isAnswered: true), .number("target", "Target", isYearly: true),
            ]),
        TableForm(
            .indicatorSheets, .b3, v1: "B-3.2", v21: "B-3.2", "Indicator metadata",
            [
                .text("number", "Indicator number", isKey: true), .text("name", "Indicator name"),
                .text("unit", "Indicator unit"), .text("definition", "Definition"), .text("calculation", "Calculation"),
                .text("direct_impact", "Direct impact, by sector"), .text("indirect_impact", "Indirect impact"),
                .text("impact_pathways", "Use for impact pathways"), .text("platforms", "Captured by other platforms"),
                .text("data_source", "Data source"), .word("data_level", "Local or national", ["local", "national"]),
                .text("availability", "Availability"), .text("interval", "Collection interval"),
                .text("references", "References"), .text("other_systems", "Other indicator systems"),
            ]),
    ]

    private static let intervention: [Column] = [
        .text("name", "Intervention name", isKey: true), .text("description", "Description"),
        .text("barriers", "Systemic barriers or opportunities addressed", only: .v21),
        .text("responsible", "Responsible body or leadership"), .text("stakeholders", "Involved stakeholders"),
        .text("enabling_impact", "Enabling impact"), .text("co_benefits", "Co-benefits"),
    ]

    /// Part C.
    static let innovation: [TableForm] = [
        TableForm(
            .governance, .c1, v1: "C-1.1", v21: "C-1.2", "Governance innovations", intervention),
        TableForm(.social, .c2, v1: "C-2.1", v21: "C-2.1", "Social and other innovations", intervention),
        TableForm(
            .finance, .c3, v1: "C-3.1", v21: nil, "Summary of interventions with finance", isRequired: false,
            [
                .text("name", "Action or intervention", isKey: true), .links("action", "Action", .actions),
                .text("responsible", "Responsible body or leadership"), .year("start", "Start year"),
                .year("end", "End year"),
                .word("field", "Field of action", fields), .text("impact", "Impact of the intervention"),
                .number("cost", "Total costs", "EUR"),
            ]),
    ]
}
