import Cities
import Members
import Pathways
import Storage
import Web

/// A city shows its plan to everybody, or takes it back.
struct ScenarioPublicationRoutes {
    let kit: Kit
    let bases: ScenarioBases

    func add(to routes: inout Routes) {
        let path = "/cities/:city/scenarios/publication"
        routes.get(path, ScenarioRules.cityPublisher, show)
        routes.post(path, ScenarioRules.cityPublisher, publish)
        routes.get("\(path)/withdrawal", ScenarioRules.cityPublisher, withdrawal)
        routes.post("\(path)/withdrawal", ScenarioRules.cityPublisher, withdraw)
    }

    private func pages(_ visit: Visit) async throws -> ScenarioPublicationPages {
        let desk = try await ScenarioDesk.open(kit, bases, visit)
        guard let work = desk.work else { throw PageError.notFound }
        return ScenarioPublicationPages(desk: desk, work: work, visit: visit)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let pages = try await pages(visit)
        return .page(pages.publishing(Answers(["scenario": Plan.Scenario.Kind.plan.rawValue])))
    }

    private func publish(_ visit: Visit) async throws -> Reply {
        let pages = try await pages(visit)
        var checked = pages.form.check(visit.answers, visit.t)
        guard checked.isFine else { return .page(pages.publishing(checked), status: 422) }
        let showsMoney = checked.text("money") == "shown"
        let whole = pages.work.document(checked.text("scenario"))
        let document = showsMoney ? whole : whole.withoutMoney
        for problem in document.problems() where problem.level == .refusal {
            checked.refuse(nil, ScenarioProblems.sentence(problem, pages.work.plan, visit.t))
        }
        guard checked.isFine else { return .page(pages.publishing(checked), status: 422) }
        let person = try visit.signedIn.person
        let id: ID<ScenarioPublicationKind> = kit.ids.next()
        let desk = pages.desk
        let bytes = Array(try document.json())
        let (scenario, note) = (checked.text("scenario"), checked.text("note").replacing("\r\n", with: "\n"))
        try await kit.database.write { connection in
            try ScenarioPublication.publish(
                connection, id: id, city: desk.city.code, scenario: scenario, document: bytes, showsMoney: showsMoney,
                note: note, by: person, at: visit.now)
            try desk.record(connection, "scenario.published", visit)
        }
        return .seeOther(visit.path(PublicPathway.path(of: desk.city)), notice: visit.t("The plan is published."))
    }

    private func withdrawal(_ visit: Visit) async throws -> Reply {
        let pages = try await pages(visit)
        guard pages.desk.publication != nil else { throw PageError.notFound }
        return .page(pages.withdrawing(Answers()))
    }

    private func withdraw(_ visit: Visit) async throws -> Reply {
        let pages = try await pages(visit)
        let desk = pages.desk
        guard let publication = desk.publication else { throw PageError.notFound }
        let checked = ScenarioForm.withdrawal.check(visit.answers, visit.t)
        guard checked.isFine else { return .page(pages.withdrawing(checked), status: 422) }
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            guard
                try ScenarioPublication.withdraw(
                    connection, id: publication.id, reason: checked.text("reason"), by: person, at: visit.now)
            else { return }
            try desk.record(connection, "scenario.withdrawn", visit)
        }
        return .seeOther(visit.path(desk.path), notice: visit.t("The plan is no longer public."))
    }
}
