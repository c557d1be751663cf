import Finance
import Web

/// Lists of what an investment plan says of the city as a whole; each has a page of its own, and a form for one line.
enum FinanceList: String, CaseIterable, Sendable {
    case budgets, spending, incomes, policies, stakeholders, activities
    case debtService = "debt-service"
    case debtStock = "debt-stock"
    case debtRules = "debt-rules"

    /// Key of the title.
    var title: String {
        switch self {
        case .budgets: "Municipal budgets"
        case .spending: "Climate spending by field"
        case .incomes: "Recurrent incomes"
        case .policies: "Policies that bring capital"
        case .stakeholders: "Stakeholders"
        case .activities: "Work with stakeholders"
        case .debtService: "Debt service on existing loans"
        case .debtStock: "Debt on existing loans"
        case .debtRules: "Limits to debt"
        }
    }

    /// Key of a sentence about it.
    var about: String {
        switch self {
        case .budgets: "Table T1, and the revenues from which the limits to debt are counted."
        case .spending: "Table T2: what was spent on climate, by field and year."
        case .incomes: "Table T3: where the city's money comes from every year."
        case .policies: "Table T12: rules and instruments that are to bring money."
        case .stakeholders: "Table T14: who could pay, lend or decide."
        case .activities: "Table T15: what working with stakeholders costs the municipality."
        case .debtService: "What the municipality pays each year on loans that it has already."
        case .debtStock: "What the municipality owes at the end of each year on loans that it has already."
        case .debtRules: "Rules that the plan's loans and the existing ones are held against, each for itself."
        }
    }

    private static let euros = 0.0...100_000_000_000.0
    private static let years = 1990.0...2100.0

    private static func amount(_ name: String, _ label: String, optional: Bool = false) -> Field {
        Field(name, label, optional: optional, .number(range: euros, decimals: 2, unit: "EUR"))
    }

    private static let year = Field("year", "Year", .number(range: years, decimals: 0, unit: nil))

    private static let level = [Option("high", "High"), Option("medium", "Medium"), Option("low", "Low")]

    /// The form of one line.
    var form: Form {
        switch self {
        case .budgets:
            Form([
                Self.year, Self.amount("amount", "The whole budget"),
                Self.amount("climate", "Climate spending in it", optional: true),
                Self.amount("own-revenue", "Own revenue", optional: true),
                Field(
                    "state", "What the figures are",
                    .radios([Option("executed", "Executed"), Option("approved", "Approved, not yet executed")])),
            ])
        case .spending:
            Form([
                Field(
                    "field", "Field of action", .select(FieldOfAction.allCases.map { Option($0.rawValue, $0.title) })),
                Field("part", "Part of the field", optional: true, .text(maxLength: 200)), Self.year,
                Self.amount("amount", "Amount"),
            ])
        case .incomes:
            Form([Field("name", "Name", .text(maxLength: 200)), Self.amount("amount", "Amount each year")])
        case .policies:
            Form([
                Field("name", "Name", .text(maxLength: 200)),
                Field(
                    "status", "Status",
                    .select([
                        Option("enacted", "Enacted"), Option("inProcess", "In the process of decision"),
                        Option("inDevelopment", "In development"),
                    ])),
                Field("description", "Description", optional: true, .textarea(maxLength: 2000, rows: 4)),
                Field("outcome", "What it is to bring", optional: true, .textarea(maxLength: 1000, rows: 3)),
            ])
        case .stakeholders:
            Form([
                Field("name", "Name", .text(maxLength: 200)),
                Self.amount("amount", "What is asked of them", optional: true),
                Field("influence", "Influence", .select(Self.level)),
                Field("interest", "Interest", .select(Self.level)),
                Field("network", "Connections with others", optional: true, .text(maxLength: 500)),
                Field("engagement", "How they are involved", optional: true, .textarea(maxLength: 1000, rows: 3)),
            ])
        case .activities:
            Form([
                Field("stakeholder", "Stakeholder", .text(maxLength: 200)),
                Field("activity", "Activity", .text(maxLength: 500)), Self.amount("amount", "Cost"),
            ])
        case .debtService, .debtStock:
            Form([Self.year, Self.amount("amount", "Amount")])
        case .debtRules: DebtRuleForm.form
        }
    }
}
