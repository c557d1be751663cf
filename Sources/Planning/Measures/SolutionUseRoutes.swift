import Cities
import Finance
import Pathways
import Portfolio
import Storage
import Web

/// A city's team adds a measure: from the library, or from an empty page.
struct SolutionUseRoutes {
    let kit: Kit
    let library: SolutionLibrary
    let bases: ScenarioBases

    func add(to routes: inout Routes) {
        let path = "/cities/:city/measures"
        routes.get("\(path)/new", ScenarioRules.cityEditor, choice)
        routes.get("\(path)/new/:solution", ScenarioRules.cityEditor, show)
        routes.post("\(path)/new/:solution", ScenarioRules.cityEditor, take)
        routes.get("\(path)/blank", ScenarioRules.cityEditor, blank)
        routes.post("\(path)/blank", ScenarioRules.cityEditor, addBlank)
    }

    private func choice(_ visit: Visit) async throws -> Reply {
        let desk = try await ScenarioDesk.open(kit, bases, visit)
        let pages = SolutionUsePages(desk: desk, visit: visit)
        return .page(desk.work == nil ? pages.noPlan : pages.choice(try library.list()))
    }

    /// What most measures have: five years from the coming one, as far as the plan goes, paid by the municipality.
    private func usual(_ plan: Plan, _ visit: Visit) -> [String: String?] {
        let start = min(max(plan.baseYear + 1, BucharestTime.local(visit.now).day.year + 1), plan.finalYear)
        return [
            "start": "\(start)", "end": "\(min(start + 4, plan.finalYear))", "adoption": "linear",
            "payer": Payer.municipality.rawValue, "in-plan": "yes",
        ]
    }

    // MARK: From the library

    private struct Taking {
        let desk: ScenarioDesk
        let work: ScenarioDesk.Work
        let solution: Solution
        let activities: SolutionActivities
        let elasticities: [TransportElasticity]
        let form: Form
    }

    /// nil: the city has no plan.
    private func taking(_ visit: Visit, _ desk: ScenarioDesk) throws -> Taking? {
        let list = try library.list()
        guard let solution = list[visit.parameters["solution"]] else { throw PageError.notFound }
        guard let work = desk.work else { return nil }
        let activities = SolutionActivities(solution, work.plan)
        let elasticities = list.elasticities(of: solution)
        let traffic = SolutionActivities.options(TrafficChange.sources(work.plan), visit.figures, visit.t)
        return Taking(
            desk: desk, work: work, solution: solution, activities: activities, elasticities: elasticities,
            form: SolutionForm.form(
                activities.effect, unit: solution.unit(visit.language),
                activities: SolutionActivities.options(activities.sources, visit.figures, visit.t),
                destinations: SolutionActivities.options(activities.destinations, visit.figures, visit.t),
                traffic: TrafficChange.fields(elasticities, activities: traffic, visit.language)))
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let desk = try await ScenarioDesk.open(kit, bases, visit)
        let pages = SolutionUsePages(desk: desk, visit: visit)
        guard let taking = try taking(visit, desk) else { return .page(pages.noPlan) }
        var values = usual(taking.work.plan, visit)
        // One activity that it is meant for is the likely one; among several, people choose.
        let meant = taking.activities.sources.filter { taking.solution.fits(line: $0.line) }
        if meant.count == 1 { values["activity"] = meant[0].id }
        if taking.activities.destinations.count == 1, case .switching = taking.activities.effect {
            values["destination"] = taking.activities.destinations[0].id
        }
        return .page(pages.taking(taking.solution, taking.activities, taking.form, Answers(values)))
    }

    private func take(_ visit: Visit) async throws -> Reply {
        let desk = try await ScenarioDesk.open(kit, bases, visit)
        guard let taking = try taking(visit, desk) else { throw PageError.notFound }
        let pages = SolutionUsePages(desk: desk, visit: visit)
        var checked = taking.form.check(visit.answers, visit.t)
        guard let measure = measure(taking, &checked, visit.t) else {
            return .page(pages.taking(taking.solution, taking.activities, taking.form, checked), status: 422)
        }
        let new = NewMeasure(measure, in: taking.work)
        guard new.problems.isEmpty, !isPreview(visit) else {
            return .page(
                pages.taking(taking.solution, taking.activities, taking.form, checked, preview: new),
                status: new.problems.isEmpty ? 200 : 422)
        }
        return try await save(new, checked, desk, visit)
    }

    /// nil with the problems in the answers.
    private func measure(_ taking: Taking, _ answers: inout Answers, _ t: Texts) -> CityMeasure? {
        guard let use = SolutionUse(taking.solution, &answers, elasticities: taking.elasticities, t) else { return nil }
        do throws(SolutionProblem) {
            return try use.measure(in: taking.work.whole, t)
        } catch {
            answers.refuse(error.place, error.reason)
            return nil
        }
    }

    // MARK: From an empty page

    private func blank(_ visit: Visit) async throws -> Reply {
        let desk = try await ScenarioDesk.open(kit, bases, visit)
        let pages = SolutionUsePages(desk: desk, visit: visit)
        guard let work = desk.work else { return .page(pages.noPlan) }
        return .page(pages.blank(Answers(usual(work.plan, visit))))
    }

    private func addBlank(_ visit: Visit) async throws -> Reply {
        let desk = try await ScenarioDesk.open(kit, bases, visit)
        guard let work = desk.work else { throw PageError.notFound }
        let pages = SolutionUsePages(desk: desk, visit: visit)
        var checked = BlankMeasure.form.check(visit.answers, visit.t)
        guard let measure = BlankMeasure.measure(&checked, in: work.plan, visit.t) else {
            return .page(pages.blank(checked), status: 422)
        }
        let new = NewMeasure(measure, in: work)
        guard new.problems.isEmpty, !isPreview(visit) else {
            return .page(pages.blank(checked, preview: new), status: new.problems.isEmpty ? 200 : 422)
        }
        return try await save(new, checked, desk, visit)
    }

    // MARK: Saving

    private func isPreview(_ visit: Visit) -> Bool {
        visit.answers.text(SolutionUsePages.stepName) == SolutionUsePages.previewStep
    }

    private func save(
        _ new: NewMeasure, _ answers: Answers, _ desk: ScenarioDesk, _ visit: Visit
    ) async throws -> Reply {
        let id = try await NewMeasure.store(
            new.measure, inPlan: answers.text("in-plan") == "yes", desk, kit, visit)
        return .seeOther(visit.path("/measures/\(id)"), notice: visit.t("The measure is in the portfolio."))
    }
}
