import Cities
import Members
import Pathways
import Storage
import Web

/// A city that knows more than its inventory's rows brings a model of its own.
struct ScenarioModelRoutes {
    let kit: Kit
    let bases: ScenarioBases

    static let fileBytes = 2_000_000
    static let form = Form([
        Field(
            "file", "File with the model", hint: "A plan's document in JSON, such as the one that this hub gives out.",
            .file(types: [.json], maxBytes: fileBytes))
    ])

    func add(to routes: inout Routes) {
        let path = "/cities/:city/scenarios/model"
        routes.get(path, ScenarioRules.cityEditor, show)
        routes.post(path, ScenarioRules.cityEditor, filesUpTo: Self.fileBytes + 100_000, save)
        routes.get("\(path)/removal", ScenarioRules.cityEditor, removal)
        routes.post("\(path)/removal", ScenarioRules.cityEditor, remove)
    }

    private func pages(_ visit: Visit) async throws -> ScenarioModelPages {
        let desk = try await ScenarioDesk.open(kit, bases, visit)
        guard let work = desk.work else { throw PageError.notFound }
        return ScenarioModelPages(desk: desk, work: work, visit: visit)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let pages = try await pages(visit)
        return .page(pages.choosing(Answers(), version: pages.work.frame.version))
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let pages = try await pages(visit)
        let version = visit.answers.integer("version") ?? -1
        var checked = Self.form.check(visit.answers, visit.t)
        guard checked.isFine, let file = checked.upload("file") else {
            return .page(pages.choosing(checked, version: version), status: 422)
        }
        check(file.bytes, pages, &checked, visit.t)
        guard checked.isFine else { return .page(pages.choosing(checked, version: version), status: 422) }
        guard try await store(file.bytes, version: version, pages.desk, "scenario.model-added", visit) else {
            let latest = try await self.pages(visit)
            return .page(latest.choosing(checked, version: latest.work.frame.version, isStale: true), status: 409)
        }
        return .seeOther(
            visit.path("\(pages.desk.path)/reconciliation"), notice: visit.t("The model is in use now."))
    }

    /// Every problem of the document, with its place, as a problem of the file.
    private func check(_ bytes: [UInt8], _ pages: ScenarioModelPages, _ answers: inout Answers, _ t: Texts) {
        func refuse(_ problem: PlanProblem, _ plan: Plan) {
            let sentence = ScenarioProblems.sentence(problem, plan, t)
            answers.refuse("file", problem.place.isEmpty ? sentence : "\(problem.place): \(sentence)")
        }
        let base = pages.work.base
        do throws(PlanProblem) {
            let model = try ScenarioModel.read(bytes)
            if model.baseYear != base.year {
                answers.refuse(
                    "file",
                    t(
                        "The model starts in {year}, the plan in {base}.",
                        ["year": "\(model.baseYear)", "base": "\(base.year)"]))
                return
            }
            let plan = ScenarioPlan.plan(pages.desk.city.name, base: base, pages.work.frame.content, model: model)
            for problem in plan.problems() where problem.level == .refusal { refuse(problem, plan) }
        } catch {
            refuse(error, pages.work.plan)
        }
    }

    private func removal(_ visit: Visit) async throws -> Reply {
        let pages = try await pages(visit)
        guard pages.work.frame.modelHash != nil else { throw PageError.notFound }
        return .page(pages.removing(isStale: false))
    }

    private func remove(_ visit: Visit) async throws -> Reply {
        let pages = try await pages(visit)
        guard pages.work.frame.modelHash != nil else { throw PageError.notFound }
        let version = visit.answers.integer("version") ?? -1
        guard try await store(nil, version: version, pages.desk, "scenario.model-removed", visit) else {
            return .page(try await self.pages(visit).removing(isStale: true), status: 409)
        }
        return .seeOther(visit.path(pages.desk.path), notice: visit.t("The plan uses the inventory's rows again."))
    }

    private func store(
        _ document: [UInt8]?, version: Int, _ desk: ScenarioDesk, _ activity: String, _ visit: Visit
    ) async throws -> Bool {
        let person = try visit.signedIn.person
        return try await kit.database.write { connection in
            guard
                try ScenarioFrame.setModel(
                    connection, city: desk.city.code, version: version, document, by: person, at: visit.now)
            else { return false }
            try desk.record(connection, activity, visit)
            return true
        }
    }
}
