import Members
import Storage
import Web

/// A city's team edits what the city says about itself.
struct CityProfileRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        routes.get("/cities/:city/edit", CityRules.teamEditor, edit)
        routes.post("/cities/:city/edit", CityRules.teamEditor, save)
    }

    /// The city with all that its form needs.
    struct Stand: Sendable {
        let city: City
        let figures: [PopulationFigure]
        let profile: CityProfile
        let editor: String?
    }

    private func stand(_ visit: Visit) async throws -> Stand {
        let slug = visit.parameters["city"]
        let found = try await kit.database.read { connection -> Stand? in
            guard let city = try City.find(connection, slug: slug) else { return nil }
            return Stand(
                city: city, figures: try PopulationFigure.all(connection, of: city.code),
                profile: try CityProfile.find(connection, of: city.code),
                editor: try CityProfile.editorName(connection, of: city.code))
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    private func edit(_ visit: Visit) async throws -> Reply {
        let stand = try await stand(visit)
        return .page(
            CityProfilePages(stand, visit).edit(
                CityProfileForm.answers(stand.profile), version: stand.profile.version))
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let stand = try await stand(visit)
        // A version that cannot be read is a version that nobody has: it ends in the comparison of both texts.
        let version = visit.answers.integer("version") ?? -1
        let checked = CityProfileForm.check(visit.answers, stand.figures, visit.t)
        guard checked.isFine else {
            return .page(CityProfilePages(stand, visit).edit(checked, version: version), status: 422)
        }
        let written = CityProfile(city: stand.city.code, version: version, checked)
        let person = try visit.signedIn.person
        let isSaved = try await kit.database.write { connection in
            let before = try CityProfile.find(connection, of: stand.city.code)
            guard try written.save(connection, by: person, at: visit.now) else { return false }
            try CitySearch.refresh(connection, code: stand.city.code)
            try AuditEntry.record(
                connection, actor: person, "profile.changed", subject: stand.city.subject,
                details: ["city": stand.city.name, "fields": CityProfileForm.changes(from: before, to: written)],
                at: visit.now)
            return true
        }
        guard isSaved else {
            let latest = try await self.stand(visit)
            return .page(CityProfilePages(latest, visit).conflict(checked), status: 409)
        }
        return .seeOther(visit.path(stand.city.path), notice: visit.t("The profile is saved."))
    }
}
