import Pathways
import Portfolio
import Web

/// What a change of a measure would do to the city's plan: every problem goes to the field that it is about.
enum MeasureCheck {
    /// The part of the measure at a place that a problem is about; nil where it is about something else.
    static func part(of problem: PlanProblem, at place: Int) -> MeasurePart? {
        names(problem, at: place).map { MeasurePart($0) }
    }

    /// The names below the measure, such as `["effect", "operators", "0", "by"]`.
    private static func names(_ problem: PlanProblem, at place: Int) -> [String]? {
        let parts = problem.place.split(separator: "/").map(String.init)
        guard parts.count > 1, parts[0] == "measures", parts[1] == "\(place)" else { return nil }
        return Array(parts.dropFirst(2))
    }

    /// Refuses what would make the plan wrong: what is wrong in this part, and whatever was not wrong before.
    ///
    /// - Parameter line: the line of a list that was answered.
    static func apply(
        _ measure: CityMeasure, part: MeasurePart, line: Int?, to answers: inout Answers, _ view: MeasureView,
        _ t: Texts
    ) {
        guard let place = view.place else { return }
        var measures = view.desk.records.map(\.measure)
        if let own = measures.firstIndex(where: { $0.id == measure.id }) { measures[own] = measure }
        let whole = view.desk.plan(with: measures)
        let plan = whole.pathwayPlan
        let known = Set(view.desk.problems(view.desk.whole))
        var isSound = true
        for problem in view.desk.problems(whole) where problem.level == .refusal {
            isSound = false
            let names = names(problem, at: place)
            let isHere = names.map { isAsked($0, part, line) } ?? false
            guard isHere || !known.contains(problem) else { continue }
            answers.refuse(
                isHere ? field(names ?? [], part, answers) : nil, ScenarioProblems.sentence(problem, plan, t))
        }
        if isSound { scenario(plan, part, &answers, view, t) }
    }

    /// Whether the form asks for what has these names; another line of the list is not what was just answered.
    private static func isAsked(_ names: [String], _ part: MeasurePart, _ line: Int?) -> Bool {
        guard !names.isEmpty, MeasurePart(names) == part else { return false }
        guard part.isList, let number = names.lazy.compactMap({ Int($0) }).first else { return true }
        return number == line
    }

    /// The scenario “The plan” must stay computable.
    private static func scenario(
        _ plan: Plan, _ part: MeasurePart, _ answers: inout Answers, _ view: MeasureView, _ t: Texts
    ) {
        guard part == .effect || part == .time, let work = view.work,
            let record = work.scenarios.first(where: { $0.kind == .plan })
        else { return }
        let scenario = ScenarioPlan.scenario(record, work.choices[record.id] ?? [], of: plan.measures)
        let known = Set(work.outcome(work.scenario(record)).problems)
        for problem in ScenarioOutcome(plan, scenario).problems where !known.contains(problem) {
            answers.refuse(place(of: problem.check, part, answers), ScenarioProblems.sentence(problem, plan, t))
        }
    }

    /// Where a problem of the scenario is told in the form.
    private static func place(of check: String, _ part: MeasurePart, _ answers: Answers) -> String? {
        switch (part, check) {
        case (.time, "excludes"): "excludes"
        case (.time, "requires"): "requires"
        case (.effect, "beyond-stock"): amountField(answers)
        default: nil
        }
    }

    private static func amountField(_ answers: Answers) -> String {
        switch answers.text("kind") {
        case "claimed", "remove": "tonnes"
        case "add": "amount"
        case "shift": answers.text("amount").isEmpty ? "percent" : "amount"
        default: "percent"
        }
    }

    /// The field of the part's form that asks for what has these names; nil is the form as a whole.
    private static func field(_ names: [String], _ part: MeasurePart, _ answers: Answers) -> String? {
        let last = names.last ?? ""
        switch part {
        case .about: return ["name", "owner", "source"].contains(last) ? last : nil
        case .time:
            let field = names.dropFirst().first ?? ""
            return ["start", "end", "adoption", "delay", "until", "requires", "excludes"].contains(field) ? field : nil
        case .effect: return effectFields[last].map { $0 == "percent" ? amountField(answers) : $0 }
        case .costs: return costFields[last]
        case .payers: return names.first == "runningPayers" ? "running-municipality" : "payer-municipality"
        case .funding: return fundingFields[last]
        case .coBenefits: return ["source": "source", "centsPerYear": "worth", "quantity": "quantity"][last]
        case .indicators, .risks, .barriers: return nil
        }
    }

    private static let effectFields = [
        "of": "activity", "id": "destination", "by": "percent", "share": "percent", "amount": "amount",
        "tonnes": "tonnes", "ratio": "ratio",
    ]

    /// Costs below zero need a reason: that is what is missing.
    private static let costFields = [
        "capitalCents": "reason", "yearlyCents": "reason", "growth": "growth", "lifetime": "lifetime", "from": "from",
        "to": "to", "technology": "technology", "priceYear": "price-year", "capitalRange": "capital-low",
        "yearlyRange": "yearly-low",
    ]

    private static let fundingFields = [
        "cents": "amount", "from": "from", "to": "to", "rate": "rate", "years": "years", "graceYears": "grace",
        "paymentsPerYear": "payments",
    ]
}
