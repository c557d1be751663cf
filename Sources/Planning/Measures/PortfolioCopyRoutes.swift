import Cities
import Members
import Portfolio
import Storage
import Web

/// A city's team takes published measures over into its own portfolio: its own, or another city's.
struct PortfolioCopyRoutes {
    let kit: Kit
    let bases: ScenarioBases

    static func form(_ measures: [Option]) -> Form {
        Form([Field("measures", "Measures to take over", .checkboxes(measures)), SolutionForm.inPlan])
    }

    func add(to routes: inout Routes) {
        let path = "/cities/:city/measures/portfolio/copies"
        routes.get(path, ScenarioRules.cityEditor, list)
        routes.get("\(path)/:origin", ScenarioRules.cityEditor, choose)
        routes.post("\(path)/:origin", ScenarioRules.cityEditor, copy)
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let desk = try await MeasureDesk.open(kit, bases, visit)
        let origins = try await kit.database.read { connection in
            try PortfolioPublication.cities(connection).compactMap { code in
                try City.find(connection, code: code).flatMap { try PublicPortfolio(connection, $0) }
            }
        }
        return .page(PortfolioCopyPages(desk: desk, visit: visit).origins(origins))
    }

    private func found(_ visit: Visit) async throws -> (MeasureDesk, PublicPortfolio) {
        let desk = try await MeasureDesk.open(kit, bases, visit)
        let slug = visit.parameters["origin"]
        let origin = try await kit.database.read { connection in
            try City.find(connection, slug: slug).flatMap { try PublicPortfolio(connection, $0) }
        }
        guard let origin else { throw PageError.notFound }
        return (desk, origin)
    }

    private func choose(_ visit: Visit) async throws -> Reply {
        let (desk, origin) = try await found(visit)
        return .page(PortfolioCopyPages(desk: desk, visit: visit).choosing(origin, Answers(["in-plan": "no"])))
    }

    private func copy(_ visit: Visit) async throws -> Reply {
        let (desk, origin) = try await found(visit)
        let pages = PortfolioCopyPages(desk: desk, visit: visit)
        var checked = Self.form(PortfolioCopyPages.options(origin)).check(visit.answers, visit.t)
        let inPlan = checked.text("in-plan") == "yes"
        let copy = PortfolioCopy(
            origin, ids: checked.list("measures"), into: desk, inPlan: inPlan, visit.t)
        if checked.isFine {
            for problem in copy.problems { checked.refuse("measures", problem) }
        }
        guard checked.isFine else { return .page(pages.choosing(origin, checked), status: 422) }
        let person = try visit.signedIn.person
        let ids: [MeasureID] = copy.measures.map { _ in kit.ids.next() }
        try await kit.database.write { connection in
            for (id, measure) in zip(ids, copy.measures) {
                let named = try MeasureRecord.create(
                    connection, id: id, city: desk.city.code, measure, by: person, at: visit.now)
                if inPlan {
                    try ScenarioChoice.addToPlan(connection, measure: named.id, city: desk.city.code)
                }
                try desk.record(connection, "measure.added", id, named.name, visit)
            }
        }
        return .seeOther(
            visit.path(desk.path),
            notice: visit.t.count(
                copy.measures.count, "{count} measure is taken over.", "{count} measures are taken over."))
    }
}

/// The pages on which published measures are chosen.
struct PortfolioCopyPages {
    let desk: MeasureDesk
    let visit: Visit

    private var t: Texts { visit.t }
    private var path: String { "\(desk.path)/copies" }

    static func options(_ origin: PublicPortfolio) -> [Option] {
        origin.portfolio.measures.map { Option($0.id, $0.name, translated: false) }
    }

    func origins(_ origins: [PublicPortfolio]) -> Page {
        page(
            t("Take over published measures"), problems: false,
            HTML {
                p {
                    t(
                        "Measures are taken over with their figures and their source. Claimed reductions stay marked as claimed."
                    )
                }
                if origins.isEmpty {
                    Components.emptyState(t("No city has published a portfolio of measures here yet."))
                } else {
                    Components.linkList(
                        origins.map { origin in
                            let count = t.count(
                                origin.portfolio.measures.count, "{count} measure", "{count} measures")
                            return ("\(origin.city.name): \(count)", visit.path("\(path)/\(origin.city.slug)"))
                        })
                }
            })
    }

    func choosing(_ origin: PublicPortfolio, _ answers: Answers) -> Page {
        page(
            t("Measures of {city}", ["city": origin.city.name]), problems: !answers.isFine,
            HTML {
                p { t("Source: {source}", ["source": origin.portfolio.source]) }
                FormView(
                    PortfolioCopyRoutes.form(Self.options(origin)), answers, t, token: visit.formToken,
                    action: visit.path("\(path)/\(origin.city.slug)"), submit: t("Take over"),
                    cancel: (t("Cancel"), visit.path(desk.path))
                ).html
            })
    }

    private func page(_ title: String, problems: Bool, _ body: HTML) -> Page {
        Page(
            title: title, caption: t("Portfolio of {city}", ["city": desk.city.name]), breadcrumb: desk.trail(visit),
            problems: problems, isPrivate: true, body: body)
    }
}
