extension TableForm {
    private static let field = Column.word("field", "Field of action", fields)
    private static let action = Column.links("action", "Action", .actions, isKey: true)
    private static let steps = ["high", "medium", "low"]

    /// The Investment Plan, T1 to T15. Template v1 had no tables 1, 7, 8 and 15.
    static let money: [TableForm] = existing + planned + capital

    private static let existing: [TableForm] = [
        TableForm(
            .budgets, .ipA1, v1: nil, v21: "T1", "Historical municipal budget",
            [
                .year("year", "Year"), .word("status", "Status of the year", ["executed", "approved"]),
                .number("budget", "Municipal budget", "EUR"), .number("climate", "Budget for climate", "EUR"),
                .percent("climate_percent", "Climate budget, %"),
            ]),
        TableForm(
            .spending, .ipA1, v1: "T2", v21: "T2", "Finance by field of action",
            [
                field, .text("part", "Part of the field", isKey: true), .year("year", "Year"),
                .number("amount", "Sum of money", "EUR"),
            ]),
        TableForm(
            .incomes, .ipA2, v1: "T3", v21: "T3", "Municipal income sources",
            [
                .text("source", "Source", isKey: true), .number("amount", "City income", "EUR/year"),
                .percent("budget_percent", "Part of the budget, %"),
            ]),
        TableForm(
            .capitalSources, .ipA2, v1: "T4", v21: "T4", "Capital sources",
            [
                .text("source", "Type and source", isKey: true), .number("amount", "Amount available", "EUR"),
                .word("ownership", "Public or private", ["public", "private"]),
                .number("secured", "Contracted or received", "EUR"), .number("hoped", "Planned or applied for", "EUR"),
                .text("description", "Description"),
            ]),
        TableForm(
            .capitalBarriers, .ipA3, v1: "T5", v21: "T5", "Barriers to climate investment",
            [
                .text("barrier", "Barrier", isKey: true),
                .word("type", "Type of barrier", ["structural", "policy", "economic", "financial", "social"]),
                .text("description", "Description"), .text("stakeholders", "Sector and stakeholders"),
                .text("solution", "Possible solution"), field,
            ]),
    ]

    private static let planned: [TableForm] = [
        TableForm(
            .costs, .ipB1, v1: "T6", v21: "T6", "Costs by sector",
            [
                field, action, .number("capex", "Capital costs", "EUR"),
                .number("opex", "Running costs", "EUR/year"), .number("direct_impact", "Direct impact", "t CO2e"),
                .number("eur_per_tonne", "Cost effectiveness", "EUR/t"), .text("indirect_impacts", "Indirect impacts"),
            ]),
        TableForm(
            .capitalIntensive, .ipB1, v1: nil, v21: "T7", "Capital-intensive projects", isRequired: false,
            [
                field, action, .number("capex", "Capital costs", "EUR"), .number("opex", "Running costs", "EUR/year"),
                .number("eur_per_tonne", "Cost effectiveness", "EUR/t"), .text("split", "Who invests"),
                .text("description", "Description"),
            ]),
        TableForm(
            .payers, .ipB2, v1: nil, v21: "T8", "Costs by stakeholder",
            [
                action, .number("municipality_once", "Municipality, once", "EUR"),
                .number("municipality_yearly", "Municipality, every year", "EUR/year"),
                .number("companies_once", "City-owned companies, once", "EUR"),
                .number("companies_yearly", "City-owned companies, every year", "EUR/year"),
                .number("others_once", "Third parties, once", "EUR"),
                .number("others_yearly", "Third parties, every year", "EUR/year"),
                .number("households_once", "Households, once", "EUR"),
                .number("households_yearly", "Households, every year", "EUR/year"),
            ]),
        TableForm(
            .capitalPlan, .ipB2, v1: "T9", v21: "T9", "Capital planning",
            [
                field, action, .number("municipality", "Cost to the municipality", "EUR"),
                .number("others", "Cost to others", "EUR"), .number("secured", "Contracted or received", "EUR"),
                .number("hoped", "Planned or applied for", "EUR"), .percent("covered_percent", "Costs covered, %"),
            ]),
        TableForm(
            .economicIndicators, .ipB3, v1: "T10", v21: "T10", "Economic indicators",
            [
                field, .text("indicator", "Indicator", isKey: true), .text("unit", "Unit"),
                .number("baseline", "Baseline"), .number("target", "Target", isYearly: true),
            ]),
        TableForm(
            .financialIndicators, .ipB3, v1: "T11", v21: "T11", "Financial indicators",
            [
                field, .text("indicator", "Indicator", isKey: true), .text("unit", "Unit"),
                .number("baseline", "Baseline"), .number("target", "Target", isYearly: true),
            ]),
    ]

    private static let capital: [TableForm] = [
        TableForm(
            .capitalPolicies, .ipC1, v1: "T12", v21: "T12", "Climate policies for capital formation",
            [
                .text("policy", "Name of the policy", isKey: true),
                .word("status", "Status", ["enacted", "inProcess", "inDevelopment"]),
                .text("description", "Description"), .text("outcome", "Intended outcome for capital formation"),
            ]),
        TableForm(
            .risks, .ipC2, v1: "T13", v21: "T13", "Risks and their mitigation",
            [
                field, action, .text("risk", "Risk", isKey: true), .text("description", "Description"),
                .word("priority", "Priority", steps), .text("mitigation", "Mitigation"),
            ]),
        TableForm(
            .financialStakeholders, .ipC3, v1: "T14", v21: "T14", "Financial stakeholder map",
            [
                .text("stakeholder", "Stakeholder", isKey: true), .number("required", "Required investment", "EUR"),
                .text("network", "Network"), .word("influence", "Influence", steps),
                .word("interest", "Interest", steps), .text("engagement", "Level and type of engagement"),
            ]),
        TableForm(
            .stakeholderActivities, .ipC3, v1: nil, v21: "T15", "Costs of stakeholder activities", isRequired: false,
            [
                .text("stakeholder", "Stakeholder", isKey: true), .text("activity", "Activity", isKey: true),
                .number("cost", "Cost to the municipality", "EUR"),
            ]),
    ]
}
