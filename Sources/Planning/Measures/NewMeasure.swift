import Members
import Pathways
import Portfolio
import Storage
import Web

/// A measure that somebody is about to add: what it would do in the city's plan, and what stands against it.
struct NewMeasure {
    /// With its id in the plan's document.
    let measure: CityMeasure
    /// Why the plan could not be computed with it, though it can without.
    let problems: [PlanProblem]
    /// The plan with it, for the names in problems.
    let plan: Plan
    /// What it does beside the other measures of the scenario “The plan”; nil where that cannot be computed.
    let change: Change?

    /// Tonnes a year in one year, by which the scenario differs with and without the measure.
    struct Change {
        let year: Int
        /// t CO2e less.
        let gross: Double
        /// t CO2 more removed.
        let removed: Double
    }

    init(_ measure: CityMeasure, in work: ScenarioDesk.Work) {
        var named = measure
        named.id = MeasureName.slug(measure.name, beside: Set(work.measures.map(\.id)))
        self.measure = named
        let before = work.whole
        let whole = MeasurePlan.plan(
            before.city, model: before.model, measures: before.measures + [named], money: before.money,
            finances: before.finances)
        plan = whole.pathwayPlan
        let known = Set(before.problems().map(\.text))
        var found = whole.problems().filter { $0.level == .refusal && !known.contains($0.text) }
        let record = work.scenarios.first { $0.kind == .plan }
        let choices = (record.flatMap { work.choices[$0.id] } ?? []) + [ScenarioChoice(named.id)]
        var change: Change?
        if let record, found.isEmpty {
            let scenario = ScenarioPlan.scenario(record, choices, of: plan.measures)
            let target = work.frame.content.targets.last?.year ?? plan.finalYear
            let year = max(min(target, plan.finalYear), min(named.effect.start, plan.finalYear))
            do {
                change = Self.change(try Model(plan).run(scenario), named.id, year)
            } catch {
                // What was wrong with the scenario before is not this measure's fault.
                if work.outcome(work.scenario(record)).result != nil { found = error.problems }
            }
        }
        problems = found
        self.change = change
    }

    private static func change(_ run: ScenarioRun, _ id: String, _ year: Int) -> Change? {
        let (with, without) = (run.pathway(), run.pathway(without: id))
        guard let place = with.place(year) else { return nil }
        return Change(
            year: year, gross: without.gross[place] - with.gross[place],
            removed: with.removals[place] - without.removals[place])
    }

    /// Records the measure, in the plan's scenario where that is wanted.
    /// - Returns: its id.
    static func store(
        _ measure: CityMeasure, inPlan: Bool, _ desk: ScenarioDesk, _ kit: Kit, _ visit: Visit
    ) async throws -> MeasureID {
        let person = try visit.signedIn.person
        let id: MeasureID = kit.ids.next()
        try await kit.database.write { connection in
            let recorded = try MeasureRecord.create(
                connection, id: id, city: desk.city.code, measure, by: person, at: visit.now)
            if inPlan {
                try ScenarioChoice.addToPlan(connection, measure: recorded.id, city: desk.city.code)
            }
            try AuditEntry.record(
                connection, actor: person, "measure.added", subject: (kind: "measure", id: id.description),
                details: ["city": desk.city.name, "measure": recorded.name], at: visit.now)
        }
        return id
    }
}
