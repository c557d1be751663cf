import Pathways
import Portfolio
import Web

/// Measures of a published portfolio that a city takes over into its own.
struct PortfolioCopy {
    /// As they would stand in the portfolio.
    let measures: [CityMeasure]
    /// What stands against it, each as a sentence.
    let problems: [String]

    /// - Parameters:
    ///   - origin: the published portfolio.
    ///   - ids: the measures that were chosen.
    ///   - inPlan: whether the scenario “The plan” is to have them.
    init(_ origin: PublicPortfolio, ids: [String], into desk: MeasureDesk, inPlan: Bool, _ t: Texts) {
        var taken = Set(desk.whole.measures.map(\.id))
        var copies: [CityMeasure] = []
        for measure in origin.portfolio.measures where ids.contains(measure.id) {
            var copy = Self.copy(measure, of: origin, desk.work?.whole.money.priceYear, t)
            copy.id = MeasureName.slug(measure.id, beside: taken)
            taken.insert(copy.id)
            copies.append(copy)
        }
        measures = copies
        problems = PortfolioChange(desk, adding: copies, chosen: inPlan ? copies.map(\.id) : []).sentences(t)
    }

    /// The claim stays a claim, and its source stays with it.
    private static func copy(
        _ measure: CityMeasure, of origin: PublicPortfolio, _ priceYear: Int?, _ t: Texts
    ) -> CityMeasure {
        var copy = measure
        copy.origin = PortfolioOrigin.published(origin.city.name, measure.id)
        // The documents do not print in which year's prices they count.
        if var costs = measure.costs, let priceYear {
            costs.priceYear = priceYear
            let note = t("the price year is not known and taken as {year}", ["year": "\(priceYear)"])
            costs.source = [costs.source, note].filter { !$0.isEmpty }.joined(separator: "; ")
            copy.costs = costs
        }
        return copy
    }
}

/// Measures put into a portfolio at once: what the plan's checks say of it.
struct PortfolioChange {
    /// The portfolio after it.
    let whole: CityPlan
    /// What is wrong after it and was not before, by the id of the measure; nil is about the plan as a whole.
    let refusals: [(measure: String?, problem: PlanProblem)]

    /// - Parameters:
    ///   - added: new measures, and those that take the place of one with the same id.
    ///   - chosen: ids of those that the scenario “The plan” is to have too.
    init(_ desk: MeasureDesk, adding added: [CityMeasure], chosen: [String]) {
        var measures = desk.records.map(\.measure)
        for measure in added {
            if let place = measures.firstIndex(where: { $0.id == measure.id }) {
                measures[place] = measure
            } else {
                measures.append(measure)
            }
        }
        let whole = desk.plan(with: measures)
        // Places shift when measures are added, so what was wrong before is known by its words.
        let known = Set(desk.problems(desk.whole).map(\.text))
        let ids = Set(added.map(\.id))
        var found: [(measure: String?, problem: PlanProblem)] = []
        for problem in desk.problems(whole) where problem.level == .refusal {
            let parts = problem.place.split(separator: "/")
            let place = parts.count > 1 && parts[0] == "measures" ? Int(parts[1]) : nil
            let id = place.flatMap { whole.measures.indices.contains($0) ? whole.measures[$0].id : nil }
            if let id, ids.contains(id) {
                found.append((id, problem))
            } else if !known.contains(problem.text) {
                found.append((nil, problem))
            }
        }
        self.whole = whole
        refusals = found.isEmpty ? Self.scenario(desk, whole, chosen) : found
    }

    /// The scenario “The plan” must stay computable.
    private static func scenario(
        _ desk: MeasureDesk, _ whole: CityPlan, _ chosen: [String]
    ) -> [(measure: String?, problem: PlanProblem)] {
        guard let work = desk.work, let record = work.scenarios.first(where: { $0.kind == .plan }) else { return [] }
        let before = work.choices[record.id] ?? []
        let choices = before + chosen.filter { id in !before.contains { $0.measure == id } }.map { ScenarioChoice($0) }
        let plan = whole.pathwayPlan
        let known = Set(work.outcome(work.scenario(record)).problems.map(\.text))
        let outcome = ScenarioOutcome(plan, ScenarioPlan.scenario(record, choices, of: plan.measures))
        return outcome.problems.filter { !known.contains($0.text) }.map { (nil, $0) }
    }

    func sentences(_ t: Texts) -> [String] {
        let plan = whole.pathwayPlan
        return refusals.map { refusal in
            let sentence = ScenarioProblems.sentence(refusal.problem, plan, t)
            guard let id = refusal.measure, let measure = whole.measures.first(where: { $0.id == id }) else {
                return sentence
            }
            return "\(measure.name.isEmpty ? id : measure.name): \(sentence)"
        }
    }
}
