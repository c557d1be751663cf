import Cities
import Inventory
import Members
import Pathways
import Storage
import Web

/// A city's team says what its plan starts from and is held against.
struct ScenarioFrameRoutes {
    let kit: Kit
    let bases: ScenarioBases

    func add(to routes: inout Routes) {
        for step in ScenarioFrameStep.allCases {
            let path = "/cities/:city/scenarios/frame/\(step.rawValue)"
            routes.get(path, ScenarioRules.cityEditor) { try await show($0, step) }
            routes.post(path, ScenarioRules.cityEditor) { try await save($0, step) }
            routes.post("\(path)/draft", ScenarioRules.cityEditor) { visit in
                try await drafts(try await ScenarioDesk.open(kit, bases, visit), step).save(visit)
            }
            routes.post("\(path)/draft/removal", ScenarioRules.cityEditor) { visit in
                let desk = try await ScenarioDesk.open(kit, bases, visit)
                return try await drafts(desk, step)
                    .discard(visit, to: visit.path("\(desk.path)/frame/\(step.rawValue)"))
            }
        }
    }

    private func drafts(_ desk: ScenarioDesk, _ step: ScenarioFrameStep) -> Drafts {
        Drafts(
            kit, form: step.form(ScenarioFramePages.choices(desk)), name: "scenario-frame \(desk.city.code) \(step)",
            path: "\(desk.path)/frame/\(step.rawValue)")
    }

    private func show(_ visit: Visit, _ step: ScenarioFrameStep) async throws -> Reply {
        let desk = try await ScenarioDesk.open(kit, bases, visit)
        let pages = ScenarioFramePages(desk: desk, step: step, visit: visit)
        guard let work = desk.work else {
            guard step == .base else { throw PageError.notFound }
            return .page(pages.starting(Answers()))
        }
        let drafts = drafts(desk, step)
        let draft = try await drafts.find(visit)
        return .page(
            pages.editing(
                draft?.answers ?? recorded(desk, work, step, visit.t), version: draft?.base ?? work.frame.version,
                drafts: drafts, draft: draft))
    }

    /// What is recorded; the programme's target year is offered where no target is.
    private func recorded(
        _ desk: ScenarioDesk, _ work: ScenarioDesk.Work, _ step: ScenarioFrameStep, _ t: Texts
    ) -> Answers {
        if step == .targets, work.frame.content.targets.isEmpty, let year = desk.programme?.targetYear {
            return Answers(["year-1": "\(year)"])
        }
        return step.answers(work.frame, t)
    }

    private func save(_ visit: Visit, _ step: ScenarioFrameStep) async throws -> Reply {
        let desk = try await ScenarioDesk.open(kit, bases, visit)
        guard let work = desk.work else { return try await start(visit, desk, step) }
        let drafts = drafts(desk, step)
        let pages = ScenarioFramePages(desk: desk, step: step, visit: visit)
        let version = visit.answers.integer("version") ?? -1
        let (checked, content, publication) = try await check(visit, desk, step, work.frame.content)
        guard checked.isFine else {
            return .page(
                pages.editing(checked, version: version, drafts: drafts, draft: nil, wasSent: true), status: 422)
        }
        let person = try visit.signedIn.person
        let isSaved = try await kit.database.write { connection in
            guard
                try ScenarioFrame.update(
                    connection, city: desk.city.code, version: version,
                    publication: publication ?? work.frame.publication, content, by: person, at: visit.now)
            else { return false }
            try Draft.remove(connection, of: person, form: drafts.name)
            try desk.record(connection, "scenario.frame-changed", visit)
            return true
        }
        guard isSaved else {
            let latest = try await ScenarioDesk.open(kit, bases, visit)
            let pages = ScenarioFramePages(desk: latest, step: step, visit: visit)
            return .page(pages.conflict(checked, latest.work?.frame ?? work.frame, drafts: drafts), status: 409)
        }
        return .seeOther(visit.path(desk.path), notice: visit.t("The plan is saved."))
    }

    /// The first save makes the plan with the three scenarios that every plan has.
    private func start(_ visit: Visit, _ desk: ScenarioDesk, _ step: ScenarioFrameStep) async throws -> Reply {
        guard step == .base else { throw PageError.notFound }
        let (checked, content, publication) = try await check(
            visit, desk, step, ScenarioFrame.Content(finalYear: 2050))
        guard checked.isFine, let publication else {
            let pages = ScenarioFramePages(desk: desk, step: step, visit: visit)
            return .page(pages.starting(checked), status: 422)
        }
        let person = try visit.signedIn.person
        let ids: [ScenarioID] = Plan.Scenario.Kind.fixed.map { _ in kit.ids.next() }
        try await kit.database.write { connection in
            guard
                try ScenarioFrame.create(
                    connection, city: desk.city.code, publication: publication, content, by: person, at: visit.now)
            else { throw PageError.conflict(visit.t("Somebody started the plan meanwhile. Look at it again.")) }
            for (id, kind) in zip(ids, Plan.Scenario.Kind.fixed) {
                try ScenarioRecord.create(
                    connection, id: id, city: desk.city.code, kind: kind, name: "", by: person, at: visit.now)
            }
            try desk.record(connection, "scenario.plan-started", visit)
        }
        return .seeOther(
            visit.path(desk.path), notice: visit.t("The plan is started. Say now what it is held against."))
    }

    private typealias Checked = (Answers, ScenarioFrame.Content, ID<InventoryPublicationKind>?)

    /// The answers with every problem, the plan's own among them, and the content that they make.
    private func check(
        _ visit: Visit, _ desk: ScenarioDesk, _ step: ScenarioFrameStep, _ before: ScenarioFrame.Content
    ) async throws -> Checked {
        var answers = step.form(ScenarioFramePages.choices(desk)).check(visit.answers, visit.t)
        var content = before
        guard answers.isFine else { return (answers, content, nil) }
        step.apply(&answers, to: &content, visit.t)
        guard answers.isFine else { return (answers, content, nil) }
        let publication = step == .base ? ID<InventoryPublicationKind>(answers.text("publication")) : nil
        guard let base = try await base(publication ?? desk.work?.frame.publication) else {
            answers.refuse("publication", visit.t("choose an answer"))
            return (answers, content, nil)
        }
        // The city's own model has been checked; here it is about what the form says.
        let plan = ScenarioPlan.plan(desk.city.name, base: base, content)
        for problem in plan.problems() where problem.level == .refusal {
            answers.refuse(nil, ScenarioProblems.sentence(problem, plan, visit.t))
        }
        return (answers, content, publication)
    }

    private func base(_ id: ID<InventoryPublicationKind>?) async throws -> CityInventory? {
        guard let id else { return nil }
        return try await kit.database.read { connection in
            guard let publication = try InventoryPublication.find(connection, id: id) else { return nil }
            return try bases.inventory(connection, publication)
        }
    }
}
