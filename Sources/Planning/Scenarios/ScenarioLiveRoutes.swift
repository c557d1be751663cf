import Cities
import Members
import Pathways
import Storage
import Web

/// One scenario at work: moving a measure redraws it, and saves nothing until somebody saves.
struct ScenarioLiveRoutes {
    let kit: Kit
    let bases: ScenarioBases

    /// Field that the script sends to have the drawing alone.
    static let partName = "part"

    func add(to routes: inout Routes) {
        let path = "/scenarios/:scenario"
        routes.get(path, ScenarioRules.reader, show)
        routes.post("\(path)/preview", ScenarioRules.reader, preview)
        routes.post("\(path)/choices", ScenarioRules.editor, save)
        routes.get("\(path)/uncertainty", ScenarioRules.reader, uncertainty)
        routes.get("\(path)/explanation", ScenarioRules.reader, explanation)
        routes.plain("\(path)/pathway.csv", ScenarioRules.reader, file)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let view = try await ScenarioView.open(kit, bases, visit)
        let levers = ScenarioLevers(view.choices, of: view.work.measures)
        return .page(ScenarioLivePages(view: view, levers: levers, visit: visit).page)
    }

    private func preview(_ visit: Visit) async throws -> Reply {
        let view = try await ScenarioView.open(kit, bases, visit)
        let levers = ScenarioLevers(visit.answers, over: view.choices, of: view.work.measures, visit.t)
        let pages = ScenarioLivePages(view: view, levers: levers, visit: visit, isPreview: true)
        if visit.answers.text(Self.partName) == "live" {
            return .text(pages.live.string, mediaType: "text/html; charset=utf-8")
        }
        return .page(pages.page, status: pages.isFine ? 200 : 422)
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let view = try await ScenarioView.open(kit, bases, visit)
        guard ScenarioRules.mayChoose(view.record) else { throw PageError.notFound }
        let version = visit.answers.integer("version") ?? -1
        let levers = ScenarioLevers(visit.answers, over: view.choices, of: view.work.measures, visit.t)
        let pages = ScenarioLivePages(view: view, levers: levers, visit: visit, isPreview: true)
        guard pages.isFine else { return .page(pages.page, status: 422) }
        let person = try visit.signedIn.person
        let isSaved = try await kit.database.write { connection in
            guard
                try ScenarioRecord.choose(
                    connection, id: view.record.id, version: version, levers.kept, by: person, at: visit.now)
            else { return false }
            try view.desk.record(connection, "scenario.changed", scenario: view.record, visit)
            return true
        }
        guard isSaved else {
            // What was set stays in the form; sending it again puts it over what was saved meanwhile.
            let latest = try await ScenarioView.open(kit, bases, visit)
            let typed = ScenarioLevers(visit.answers, over: latest.choices, of: latest.work.measures, visit.t)
            let pages = ScenarioLivePages(view: latest, levers: typed, visit: visit, isPreview: true, isStale: true)
            return .page(pages.page, status: 409)
        }
        return .seeOther(visit.path(view.record.path), notice: visit.t("The scenario is saved."))
    }

    private func file(_ visit: Visit) async throws -> Reply {
        let view = try await ScenarioView.open(kit, bases, visit)
        guard let result = view.work.outcome(view.work.scenario(view.record)).result else { throw PageError.notFound }
        return .download(
            ScenarioFiles.pathway(result), mediaType: CityFiles.mediaType,
            fileName: "scenario-\(view.desk.city.slug)-\(view.record.slug).csv")
    }

    // MARK: How it comes about

    private func uncertainty(_ visit: Visit) async throws -> Reply {
        let view = try await ScenarioView.open(kit, bases, visit)
        return .page(ScenarioUncertaintyPages(view: view, visit: visit).page)
    }

    private func explanation(_ visit: Visit) async throws -> Reply {
        let view = try await ScenarioView.open(kit, bases, visit)
        return .page(ScenarioExplanationPages(view: view, visit: visit).page)
    }
}
