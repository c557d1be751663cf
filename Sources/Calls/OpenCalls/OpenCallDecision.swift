import Selection
import Web

/// The form on what there is to give, and how bids are decided on.
enum OpenCallDecision {
    static let form = Form(
        [
            Field("currency", "Currency", .radios(currencies)),
            Field(
                "budget", "Budget of the call", hint: "In that currency. Empty: the call gives no money.",
                optional: true, .number(range: 0.01...1e11, decimals: 2, unit: nil)),
            Field(
                "places", "Places", hint: "How many bids can be selected. Empty: as many as the money lasts for.",
                optional: true, whole(1...10_000)),
            Field(
                "reserve", "Places on the reserve list", hint: "Empty: all bids above the thresholds.",
                optional: true, whole(0...10_000)),
            Field("reports", "Reviews that each bid needs", whole(1...9)),
            Field("combining", "How several marks become one", .radios(combining)),
            Field(
                "spread", "Distance of totals from which reviewers meet",
                hint: "In points of 100. Empty: they need not meet.", optional: true,
                .number(range: 0.5...100, decimals: 2, unit: nil)),
            Field("blindness", "What evaluators see of who applies", .radios(blindness)),
            Field("window", "Working days to appeal", hint: "0: there is no appeal.", whole(0...30)),
            Field("answer-days", "Working days to answer an appeal", whole(1...90)),
        ]
            + OpenCallEditor.pair(
                "grounds", "Grounds of an appeal, in Romanian", "Grounds of an appeal, in English",
                .textarea(maxLength: 4000, rows: 4), optional: true))

    private static func whole(_ range: ClosedRange<Double>) -> Field.Kind {
        .number(range: range, decimals: 0, unit: nil)
    }

    private static let currencies = [
        Option("none", "The call gives no money"), Option("RON", "RON", translated: false),
        Option("EUR", "EUR", translated: false),
    ]

    private static let combining = CallRules.Combining.allCases.map { Option($0.rawValue, $0.title) }

    private static let blindness = CallDefinition.Blindness.allCases.map {
        Option($0.rawValue, $0.title)
    }

    static func answers(_ call: CallDefinition) -> Answers {
        let budget = call.rules.budget
        return Answers([
            "currency": call.currency.isEmpty ? "none" : call.currency,
            "budget": budget.cents.map(SupportProgrammeForm.typed), "places": budget.places.map(String.init),
            "reserve": budget.reserve.map(String.init), "reports": String(call.rules.reportsNeeded),
            "combining": call.rules.combining.rawValue,
            "spread": call.rules.spread.totalPoints.map(OpenCallWords.typed), "blindness": call.blindness.rawValue,
            "window": String(call.appeals.windowDays), "answer-days": String(call.appeals.answerDays),
            "grounds-ro": call.appeals.grounds.ro, "grounds-en": call.appeals.grounds.en,
        ])
    }

    static func apply(_ answers: Answers, _ call: inout CallDefinition) {
        let currency = answers.text("currency")
        call.currency = currency == "none" ? "" : currency
        call.rules.budget.cents = SupportProgrammeForm.cents(answers, "budget")
        call.rules.budget.places = answers.integer("places")
        call.rules.budget.reserve = answers.integer("reserve")
        call.rules.reportsNeeded = answers.integer("reports") ?? 1
        call.rules.combining = CallRules.Combining(rawValue: answers.text("combining")) ?? .mean
        call.rules.spread.totalPoints = answers.number("spread").map { Points($0) }
        call.blindness = CallDefinition.Blindness(rawValue: answers.text("blindness")) ?? .open
        call.appeals = CallDefinition.AppealRules(
            windowDays: answers.integer("window") ?? 0, answerDays: answers.integer("answer-days") ?? 1,
            grounds: OpenCallEditor.text(answers, "grounds"))
    }
}
