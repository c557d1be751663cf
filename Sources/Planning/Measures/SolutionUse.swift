import Finance
import Foundation
import Pathways
import Portfolio
import Web

/// Why an action cannot be taken into a plan like this, and at which answer.
struct SolutionProblem: Error, Equatable {
    /// Name of the field.
    let place: String
    /// In the reader's language.
    let reason: String

    init(_ place: String, _ reason: String) {
        self.place = place
        self.reason = reason
    }
}

/// An action of the library as a city takes it: how much of it, on what, when, and who pays.
struct SolutionUse {
    let solution: Solution
    /// Units of the action.
    let amount: Double
    /// The activity of the plan that it takes from, by id.
    var activity = ""
    /// The activity that takes over, by id: the electricity of a heat pump, the plant that treats the waste.
    var destination = ""
    let start: Int
    let end: Int
    var adoption = Plan.Adoption.linear
    var owner = ""
    var payer = Payer.municipality
    /// What the city states where the library has no figure.
    var claim: Plan.Claim?
    /// How traffic follows it, where an elasticity says so.
    var traffic: TrafficChange?

    /// The measure that it is in a city's plan.
    func measure(in plan: CityPlan, _ t: Texts) throws(SolutionProblem) -> CityMeasure {
        try Self.checkYears(start, end, plan.model, t)
        guard amount > 0, amount.isFinite else {
            throw SolutionProblem("amount", t("write a number above zero"))
        }
        let operators = try operators(plan.model, t)
        let claimed = operators.contains { if case .claimed = $0 { true } else { false } }
        let words = SolutionWords(t)
        let description = t(
            "{amount} {unit}; each of them: {effect} a year",
            [
                "amount": words.number(amount), "unit": solution.unit(t.language), "effect": words.effect(solution),
            ])
        return CityMeasure(
            id: "", name: solution.name(t.language), description: description, field: solution.field,
            lever: solution.field == .crossCutting ? .governance : .technology,
            kind: solution.field == .nature ? .natureBased : .technical, owner: owner,
            effect: Effect(
                start: start, end: end, adoption: adoption, operators: operators, claimed: claimed),
            costs: try costs(plan.money, t), payers: .all(payer), coBenefits: coBenefits,
            origin: "solution:\(solution.id)", source: source(t),
            status: solution.confidence == .judgement ? .judgement : .sourced)
    }

    /// Whether an effect from one year to another lies in a plan.
    static func checkYears(_ start: Int, _ end: Int, _ plan: Plan, _ t: Texts) throws(SolutionProblem) {
        if start <= plan.baseYear || start > plan.finalYear {
            throw SolutionProblem(
                "start",
                t(
                    "write a year after {base} and not after {final}",
                    ["base": "\(plan.baseYear)", "final": "\(plan.finalYear)"]))
        }
        if end < start {
            throw SolutionProblem("end", t("write a year not before {start}", ["start": "\(start)"]))
        }
    }

    // MARK: The effect

    private func operators(_ plan: Plan, _ t: Texts) throws(SolutionProblem) -> [Plan.Operator] {
        switch SolutionActivities(solution, plan).effect {
        case .saving(let energy), .generation(let energy):
            let target = try target(plan, t)
            let taken = try taken(energy, of: target, plan, t)
            return [.scale(Plan.Change(of: target.id, by: -taken / target.quantity.value))]
        case .switching(let replaced, let electricity):
            let target = try target(plan, t)
            let taken = try taken(replaced, of: target, plan, t)
            let goal = try goal(plan, besides: target, t)
            return [
                .shift(
                    Plan.Transfer(
                        of: target.id, to: [Plan.Destination(goal.id, ratio: electricity / replaced)], amount: taken))
            ]
        case .diversion(let tonnes):
            let target = try target(plan, t)
            let taken = try taken(tonnes, of: target, plan, t)
            guard !destination.isEmpty else {
                return [.scale(Plan.Change(of: target.id, by: -taken / target.quantity.value))]
            }
            let goal = try goal(plan, besides: target, t)
            return [.shift(Plan.Transfer(of: target.id, to: [Plan.Destination(goal.id)], amount: taken))]
        case .removal(let tonnes, _, _):
            return [.remove(Plan.Change(of: MeasurePlan.sink, by: amount * tonnes))]
        case .none:
            if let traffic { return try traffic.operators(plan, t) }
            return claim.map { [.claimed($0)] } ?? []
        }
    }

    private func target(_ plan: Plan, _ t: Texts) throws(SolutionProblem) -> Plan.Activity {
        guard let found = plan.activities.first(where: { $0.id == activity }) else {
            throw SolutionProblem("activity", t("choose an activity of the plan"))
        }
        let unit = SolutionActivities.unit(of: solution.effect)
        guard found.unit == unit else {
            throw SolutionProblem(
                "activity",
                t(
                    "“{activity}” is counted in {unit}, and the solution acts on {needed}.",
                    ["activity": SolutionActivities.name(found), "unit": found.unit, "needed": unit]))
        }
        guard SolutionActivities(solution, plan).sources.contains(where: { $0.id == found.id }) else {
            throw SolutionProblem(
                "activity",
                t("The solution does not act on “{activity}”.", ["activity": SolutionActivities.name(found)]))
        }
        return found
    }

    /// What all units take off an activity, which must have as much in the base year.
    private func taken(
        _ perUnit: Double, of target: Plan.Activity, _ plan: Plan, _ t: Texts
    ) throws(SolutionProblem) -> Double {
        let (taken, there) = (amount * perUnit, target.quantity.value)
        guard taken <= there, there > 0 else {
            let words = SolutionWords(t)
            throw SolutionProblem(
                "amount",
                t(
                    "So many units take off {taken} {unit} a year; “{activity}” has {there} in {year}.",
                    [
                        "taken": words.figures.decimal(taken), "unit": target.unit,
                        "activity": SolutionActivities.name(target), "there": words.figures.decimal(there),
                        "year": "\(plan.baseYear)",
                    ]))
        }
        return taken
    }

    private func goal(_ plan: Plan, besides target: Plan.Activity, _ t: Texts) throws(SolutionProblem) -> Plan.Activity
    {
        let offered = SolutionActivities(solution, plan).destinations
        guard let goal = offered.first(where: { $0.id == destination }), goal.id != target.id else {
            throw SolutionProblem("destination", t("choose an activity of the plan, other than the one it takes from"))
        }
        return goal
    }
}
