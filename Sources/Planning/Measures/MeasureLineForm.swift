import Finance
import Inventory
import Pathways
import Portfolio
import Web

/// The forms of one line of a measure's lists.
enum MeasureLineForm {
    private static let amounts = 0.0...1_000_000_000_000.0
    private static let choice = Option("", "Choose an activity")

    static func effect(_ choices: MeasureChoices) -> Form {
        Form([
            Field(
                "kind", "What changes",
                .radios([
                    Option("scale", "Less of an activity", hint: "An activity and a part in percent."),
                    Option(
                        "shift", "Moved from one activity to another",
                        hint: "Two activities, and a part in percent or an amount."),
                    Option("add", "More of an activity", hint: "An activity and an amount."),
                    Option("remove", "CO₂ taken up by trees and soil", hint: "Tonnes a year."),
                    Option(
                        "claimed", "A reduction without a model",
                        hint: "A sector and tonnes a year, as somebody claims them. It is marked wherever it stands."),
                ])),
            Field("activity", "Activity", optional: true, .select([choice] + choices.activities)),
            Field(
                "destination", "Activity that it is moved to", optional: true, .select([choice] + choices.activities)),
            Field(
                "percent", "Part in percent", optional: true,
                .number(range: MeasureForm.percent, decimals: 4, unit: "%")),
            Field(
                "amount", "Amount a year", hint: "In the activity's unit.", optional: true,
                .number(range: amounts, decimals: 4, unit: nil)),
            Field(
                "ratio", "Units there for each unit here", hint: "Empty: one for one.", optional: true,
                .number(range: 0...1_000_000, decimals: 6, unit: nil)),
            Field(
                "sector", "Sector of the reduction", optional: true,
                .select(
                    [Option("", "Choose a sector")] + ContractSector.allCases.map { Option($0.rawValue, $0.title) })),
            Field(
                "tonnes", "Tonnes a year", hint: "At full effect.", optional: true,
                .number(range: amounts, decimals: 3, unit: "t CO₂e")),
        ])
    }

    static let funding = Form([
        Field("name", "Programme, fund or budget", .text(maxLength: 200)),
        Field("payer", "Who gives it", .select(Payer.allCases.map { Option($0.rawValue, $0.title) })),
        Field("kind", "Kind of money", .select(FundingLine.Kind.allCases.map { Option($0.rawValue, $0.title) })),
        Field("amount", "Amount", .number(range: 0...90_000_000_000, decimals: 2, unit: "EUR")),
        MeasureForm.year("from", "First year of payment"), MeasureForm.year("to", "Last year of payment"),
        Field(
            "status", "How far it has come",
            .select(FundingLine.Status.allCases.map { Option($0.rawValue, $0.title) })),
        Field(
            "rate", "Interest a year", hint: "Only for a loan, like the five answers after it.", optional: true,
            .number(range: 0...50, decimals: 4, unit: "%")),
        Field("years", "Years until the last payment", optional: true, .number(range: 1...60, decimals: 0, unit: nil)),
        Field(
            "grace", "Years in which only interest is paid", optional: true,
            .number(range: 0...59, decimals: 0, unit: nil)),
        Field(
            "payments", "Payments a year", optional: true,
            .select(["1", "2", "4", "12"].map { Option($0, $0, translated: false) })),
        Field(
            "form", "How it is paid back", optional: true,
            .select(Loan.Form.allCases.map { Option($0.rawValue, $0.title) })),
        Field(
            "purpose", "What the loan is for", hint: "Limits to debt may leave some loans out.", optional: true,
            .select(LoanTerms.Purpose.allCases.map { Option($0.rawValue, $0.title) })),
        Field(
            "source", "Source", hint: "The contract's number, the call's address.", optional: true,
            .text(maxLength: 500)),
    ])

    static let coBenefit = Form([
        Field("kind", "What gets better", .select(CoBenefit.Kind.allCases.map { Option($0.rawValue, $0.title) })),
        Field("quantity", "How much a year", optional: true, .number(range: -1e12...1e12, decimals: 4, unit: nil)),
        Field("unit", "Unit", optional: true, .text(maxLength: 100)),
        Field(
            "worth", "What it is worth a year", hint: "At full effect; empty where nobody put a price on it.",
            optional: true, .number(range: MeasureForm.euros, decimals: 2, unit: "EUR")),
        Field(
            "beneficiary", "Who has it", optional: true, .select(Payer.allCases.map { Option($0.rawValue, $0.title) })),
        MeasureForm.status,
        Field("source", "Source", optional: true, .text(maxLength: 500)),
    ])

    static let indicator = Form([
        Field("name", "Name", .text(maxLength: 300)),
        Field("unit", "Unit", optional: true, .text(maxLength: 100)),
        Field(
            "kind", "Kind of indicator", .select(Indicator.Kind.allCases.map { Option($0.rawValue, $0.title) })),
        Field(
            "baseline", "Value in the base year", optional: true, .number(range: -1e12...1e12, decimals: 4, unit: nil)),
        Field(
            "targets", "Target values", hint: "A line for each year, such as “2030 = 120”.", optional: true,
            .textarea(maxLength: 2000, rows: 4)),
    ])

    static let risk = Form([
        Field("name", "What may go wrong", .text(maxLength: 300)),
        Field("priority", "How likely it is", .select(Risk.Priority.allCases.map { Option($0.rawValue, $0.title) })),
        Field("description", "Description", optional: true, .textarea(maxLength: 2000, rows: 4)),
        Field("mitigation", "What is done against it", optional: true, .textarea(maxLength: 2000, rows: 4)),
    ])

    static let barrier = Form([
        Field("name", "What stands in the way", .text(maxLength: 300)),
        Field("kind", "Kind of barrier", .select(Barrier.Kind.allCases.map { Option($0.rawValue, $0.title) })),
        Field("description", "Description", optional: true, .textarea(maxLength: 2000, rows: 4)),
        Field(
            "stakeholders", "Whom it concerns", hint: "One on each line.", optional: true,
            .textarea(maxLength: 2000, rows: 3)),
        Field("solution", "What could take it away", optional: true, .textarea(maxLength: 2000, rows: 4)),
    ])
}
