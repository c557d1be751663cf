import Members
import Storage
import Web

/// Staff say which organisations speak for a city.
struct CityTeamRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        routes.get("/cities/:city/team", .permission(CityRules.editAny), show)
        routes.post("/cities/:city/team", .permission(CityRules.editAny), link)
        routes.post("/cities/:city/team/:organisation/unlinking", .permission(CityRules.editAny), unlink)
    }

    struct Stand: Sendable {
        let city: City
        let teams: [CityTeam]
        let candidates: [Option]
    }

    private func stand(_ visit: Visit) async throws -> Stand {
        let slug = visit.parameters["city"]
        let found = try await kit.database.read { connection -> Stand? in
            guard let city = try City.find(connection, slug: slug) else { return nil }
            let candidates = try CityTeam.candidates(connection, for: city.code)
                .sorted { CityName.sortKey($0.name) < CityName.sortKey($1.name) }
            return Stand(
                city: city, teams: try CityTeam.all(connection, of: city.code),
                candidates: candidates.map { Option($0.id.description, $0.name, translated: false) })
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    private func show(_ visit: Visit) async throws -> Reply {
        .page(CityTeamPages(stand: try await stand(visit), visit: visit).page(Answers()))
    }

    private func link(_ visit: Visit) async throws -> Reply {
        let stand = try await stand(visit)
        let checked = CityTeamPages.form(stand.candidates).check(visit.answers, visit.t)
        guard checked.isFine, let organisation = OrganisationID(checked.text("organisation")) else {
            return .page(CityTeamPages(stand: stand, visit: visit).page(checked), status: 422)
        }
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            guard let name = try CityTeam.organisationName(connection, organisation),
                try CityTeam.link(
                    connection, city: stand.city.code, organisation: organisation, by: person, at: visit.now)
            else { return }
            try AuditEntry.record(
                connection, actor: person, "city-team.linked", subject: stand.city.subject,
                details: ["city": stand.city.name, "organisation": name], at: visit.now)
        }
        return .seeOther(
            visit.path("\(stand.city.path)/team"), notice: visit.t("The organisation is a team of the city now."))
    }

    private func unlink(_ visit: Visit) async throws -> Reply {
        let stand = try await stand(visit)
        let organisation: OrganisationID = try visit.parameters.id("organisation")
        let person = try visit.signedIn.person
        let isUnlinked = try await kit.database.write { connection in
            let name = try CityTeam.organisationName(connection, organisation)
            guard let name, try CityTeam.unlink(connection, organisation, from: stand.city.code) else { return false }
            try AuditEntry.record(
                connection, actor: person, "city-team.unlinked", subject: stand.city.subject,
                details: ["city": stand.city.name, "organisation": name], at: visit.now)
            return true
        }
        guard isUnlinked else { throw PageError.notFound }
        return .seeOther(
            visit.path("\(stand.city.path)/team"), notice: visit.t("The organisation is no team of the city any more."))
    }
}

/// The page on which staff choose a city's team.
struct CityTeamPages {
    let stand: CityTeamRoutes.Stand
    let visit: Visit

    private var t: Texts { visit.t }

    static func form(_ candidates: [Option]) -> Form {
        Form([
            Field(
                "organisation", "Organisation", hint: "Its editors and certifiers may edit the city's profile.",
                .select([Option("", "Choose an organisation")] + candidates))
        ])
    }

    func page(_ answers: Answers) -> Page {
        let view = FormView(
            Self.form(stand.candidates), answers, t, token: visit.formToken,
            action: visit.path("\(stand.city.path)/team"), submit: t("Make it a team of the city"))
        return Page(
            title: t("Team of {city}", ["city": stand.city.name]),
            breadcrumb: [
                Page.Crumb(t("Cities"), visit.path("/cities")),
                Page.Crumb(stand.city.name, visit.path(stand.city.path)),
            ],
            problems: !answers.isFine, isPrivate: true,
            body: HTML {
                view.summary
                if stand.teams.isEmpty {
                    Components.emptyState(t("No organisation speaks for this city yet."))
                } else {
                    teams
                }
                h2 { t("Add an organisation") }
                view.open {
                    view.field("organisation")
                    view.buttons
                }
            })
    }

    private var teams: HTML {
        DataTable(
            caption: t("Organisations that speak for the city"),
            columns: [DataTable.Column(t("Organisation")), DataTable.Column(t("Action"))],
            rows: stand.teams.map { team in
                [
                    .link(team.name, visit.path("/organisations/\(team.organisation)")),
                    .html(
                        Components.action(
                            t("End"), path: visit.path("\(stand.city.path)/team/\(team.organisation)/unlinking"),
                            token: visit.formToken, about: team.name)),
                ]
            }
        ).html
    }
}
