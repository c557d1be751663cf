import Cities
import Members
import Pathways
import Storage
import Web

/// A city's plan and its scenarios: the list, and what is done with a scenario as a whole.
struct ScenarioRoutes {
    let kit: Kit
    let bases: ScenarioBases

    func add(to routes: inout Routes) {
        let city = "/cities/:city/scenarios"
        routes.get(city, ScenarioRules.cityReader, list)
        routes.get("\(city)/new", ScenarioRules.cityEditor, new)
        routes.post("\(city)/new", ScenarioRules.cityEditor, add)
        routes.get("\(city)/comparison", ScenarioRules.cityReader, comparison)
        routes.get("\(city)/reconciliation", ScenarioRules.cityReader, reconciliation)
        routes.plain("\(city)/comparison.csv", ScenarioRules.cityReader, comparisonFile)
        routes.plain("\(city)/plan.json", ScenarioRules.cityReader, document)
        routes.get("/scenarios/:scenario/name", ScenarioRules.editor, name)
        routes.post("/scenarios/:scenario/name", ScenarioRules.editor, rename)
        routes.get("/scenarios/:scenario/copy", ScenarioRules.editor, copying)
        routes.post("/scenarios/:scenario/copy", ScenarioRules.editor, copy)
        routes.get("/scenarios/:scenario/removal", ScenarioRules.editor, removal)
        routes.post("/scenarios/:scenario/removal", ScenarioRules.editor, remove)
    }

    // MARK: The plan

    private func list(_ visit: Visit) async throws -> Reply {
        .page(ScenarioListPages(desk: try await ScenarioDesk.open(kit, bases, visit), visit: visit).page)
    }

    private func work(_ visit: Visit) async throws -> (ScenarioDesk, ScenarioDesk.Work) {
        let desk = try await ScenarioDesk.open(kit, bases, visit)
        guard let work = desk.work else { throw PageError.notFound }
        return (desk, work)
    }

    private func comparison(_ visit: Visit) async throws -> Reply {
        let (desk, work) = try await work(visit)
        return .page(ScenarioComparisonPages(desk: desk, work: work, visit: visit).page)
    }

    private func comparisonFile(_ visit: Visit) async throws -> Reply {
        let (desk, work) = try await work(visit)
        let results = work.scenarios.compactMap { record in
            work.outcome(work.scenario(record)).result.map { (name: record.slug, result: $0) }
        }
        return .download(
            ScenarioFiles.comparison(results), mediaType: CityFiles.mediaType,
            fileName: "scenarios-\(desk.city.slug).csv")
    }

    private func reconciliation(_ visit: Visit) async throws -> Reply {
        let (desk, work) = try await work(visit)
        return .page(ScenarioReconciliationPages(desk: desk, work: work, visit: visit).page)
    }

    private func document(_ visit: Visit) async throws -> Reply {
        let (desk, work) = try await work(visit)
        return .download(
            Array(try work.document().json()), mediaType: "application/json", fileName: "plan-\(desk.city.slug).json")
    }

    // MARK: Adding and naming

    private func new(_ visit: Visit) async throws -> Reply {
        let (desk, _) = try await work(visit)
        return .page(ScenarioFormPages(desk: desk, visit: visit).new(Answers()))
    }

    private func add(_ visit: Visit) async throws -> Reply {
        let (desk, _) = try await work(visit)
        let checked = ScenarioForm.name.check(visit.answers, visit.t)
        guard checked.isFine else {
            return .page(ScenarioFormPages(desk: desk, visit: visit).new(checked), status: 422)
        }
        return try await create(visit, desk, checked.text("name"), choices: [])
    }

    private func create(
        _ visit: Visit, _ desk: ScenarioDesk, _ name: String, choices: [ScenarioChoice]
    ) async throws -> Reply {
        let person = try visit.signedIn.person
        let id: ScenarioID = kit.ids.next()
        try await kit.database.write { connection in
            try ScenarioRecord.create(
                connection, id: id, city: desk.city.code, kind: .variant, name: name, by: person, at: visit.now)
            if !choices.isEmpty {
                _ = try ScenarioRecord.choose(connection, id: id, version: 1, choices, by: person, at: visit.now)
            }
            try desk.record(
                connection, "scenario.added", scenario: try ScenarioRecord.find(connection, id: id), visit)
        }
        return .seeOther(visit.path("/scenarios/\(id)"), notice: visit.t("The scenario is added."))
    }

    private func copying(_ visit: Visit) async throws -> Reply {
        let view = try await ScenarioView.open(kit, bases, visit)
        let name = visit.t("{scenario}, copy", ["scenario": view.record.title(visit.t)])
        return .page(ScenarioFormPages(desk: view.desk, visit: visit).copying(view, Answers(["name": name])))
    }

    private func copy(_ visit: Visit) async throws -> Reply {
        let view = try await ScenarioView.open(kit, bases, visit)
        let checked = ScenarioForm.name.check(visit.answers, visit.t)
        guard checked.isFine else {
            return .page(ScenarioFormPages(desk: view.desk, visit: visit).copying(view, checked), status: 422)
        }
        return try await create(visit, view.desk, checked.text("name"), choices: view.choices)
    }

    private func name(_ visit: Visit) async throws -> Reply {
        let view = try await ScenarioView.open(kit, bases, visit)
        return .page(
            ScenarioFormPages(desk: view.desk, visit: visit)
                .naming(view, Answers(["name": view.record.title(visit.t)]), version: view.record.version))
    }

    private func rename(_ visit: Visit) async throws -> Reply {
        let view = try await ScenarioView.open(kit, bases, visit)
        let version = visit.answers.integer("version") ?? -1
        let checked = ScenarioForm.name.check(visit.answers, visit.t)
        let pages = ScenarioFormPages(desk: view.desk, visit: visit)
        guard checked.isFine else { return .page(pages.naming(view, checked, version: version), status: 422) }
        let person = try visit.signedIn.person
        let isSaved = try await kit.database.write { connection in
            guard
                try ScenarioRecord.rename(
                    connection, id: view.record.id, version: version, name: checked.text("name"), by: person,
                    at: visit.now)
            else { return false }
            try view.desk.record(
                connection, "scenario.renamed", scenario: try ScenarioRecord.find(connection, id: view.record.id), visit
            )
            return true
        }
        guard isSaved else {
            let latest = try await ScenarioView.open(kit, bases, visit)
            return .page(
                pages.naming(latest, checked, version: latest.record.version, isStale: true), status: 409)
        }
        return .seeOther(visit.path(view.desk.path), notice: visit.t("The scenario is renamed."))
    }

    // MARK: Removing

    private func removal(_ visit: Visit) async throws -> Reply {
        let view = try await ScenarioView.open(kit, bases, visit)
        guard ScenarioRules.mayRemove(view.record) else { throw PageError.notFound }
        return .page(ScenarioFormPages(desk: view.desk, visit: visit).removal(view))
    }

    private func remove(_ visit: Visit) async throws -> Reply {
        let view = try await ScenarioView.open(kit, bases, visit)
        guard ScenarioRules.mayRemove(view.record) else { throw PageError.notFound }
        let version = visit.answers.integer("version") ?? -1
        let isRemoved = try await kit.database.write { connection in
            guard try ScenarioRecord.remove(connection, id: view.record.id, version: version) else { return false }
            try view.desk.record(connection, "scenario.removed", scenario: view.record, visit)
            return true
        }
        guard isRemoved else {
            return .page(ScenarioFormPages(desk: view.desk, visit: visit).removal(view), status: 409)
        }
        return .seeOther(visit.path(view.desk.path), notice: visit.t("The scenario is removed."))
    }
}
