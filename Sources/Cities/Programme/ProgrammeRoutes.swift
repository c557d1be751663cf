import Members
import Storage
import Web

/// The programme in public, and the forms with which staff keep it.
struct ProgrammeRoutes {
    let kit: Kit
    let memory: GazetteerMemory

    func add(to routes: inout Routes) {
        let staff = Access.permission(ProgrammeRules.edit)
        routes.get("/programme", .everyone, caching: .untilDataChange, show)
        routes.get("/programme/new", staff, new)
        routes.post("/programme/new", staff, add)
        routes.get("/programme/:city/edit", staff, edit)
        routes.post("/programme/:city/edit", staff, save)
        routes.get("/programme/:city/withdrawal", staff, withdrawalForm)
        routes.post("/programme/:city/withdrawal", staff, withdraw)
        routes.get("/programme/:city/label", staff, labelForm)
        routes.post("/programme/:city/label", staff, award)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let (lines, labels, digest) = try await kit.database.read { connection in
            (
                try CityLine.programme(connection), try ProgrammeLabel.all(connection),
                try Gazetteer.digest(connection)
            )
        }
        return .page(
            ProgrammePages(visit).overview(
                lines, labels: labels, map: try await memory.gazetteer(of: digest).map,
                mayEdit: visit.visitor.may(ProgrammeRules.edit)))
    }

    // MARK: Taking a city in

    private func candidates() async throws -> [City] {
        try await kit.database.read { connection in
            let active = try ProgrammeCity.activeCodes(connection)
            return try City.allByName(connection).filter { !active.contains($0.code) }
        }
    }

    private func new(_ visit: Visit) async throws -> Reply {
        let start = Answers(["target-year": "2035", "cohort": Cohort.m100Mirror.rawValue])
        return .page(ProgrammePages(visit).adding(ProgrammeForm.adding(try await candidates()), start))
    }

    private func add(_ visit: Visit) async throws -> Reply {
        let form = ProgrammeForm.adding(try await candidates())
        let checked = form.check(visit.answers, visit.t)
        guard checked.isFine, let entry = ProgrammeEntry(checked) else {
            return .page(ProgrammePages(visit).adding(form, checked), status: 422)
        }
        let person = try visit.signedIn.person
        let code = checked.text("city")
        let added = try await kit.database.write { connection -> City? in
            guard let city = try City.find(connection, code: code),
                try ProgrammeCity.add(connection, entry, city: code, by: person, at: visit.now)
            else { return nil }
            try recorded(connection, "programme-city.added", city, person, ["targetYear": "\(entry.targetYear)"], visit)
            return city
        }
        guard let added else {
            throw PageError.conflict(visit.t("This city is in the programme already."))
        }
        return .seeOther(
            visit.path(added.path), notice: visit.t("{city} is in the programme now.", ["city": added.name]))
    }

    // MARK: Changing an entry

    struct Stand: Sendable {
        let city: City
        let entry: ProgrammeCity
    }

    private func stand(_ visit: Visit) async throws -> Stand {
        let slug = visit.parameters["city"]
        let found = try await kit.database.read { connection -> Stand? in
            guard let city = try City.find(connection, slug: slug),
                let entry = try ProgrammeCity.active(connection, city: city.code)
            else { return nil }
            return Stand(city: city, entry: entry)
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    private func edit(_ visit: Visit) async throws -> Reply {
        let stand = try await stand(visit)
        return .page(
            ProgrammePages(visit).editing(stand, ProgrammeForm.answers(stand.entry), version: stand.entry.version))
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let stand = try await stand(visit)
        let version = visit.answers.integer("version") ?? -1
        let checked = ProgrammeForm.editing.check(visit.answers, visit.t)
        guard checked.isFine, let entry = ProgrammeEntry(checked) else {
            return .page(ProgrammePages(visit).editing(stand, checked, version: version), status: 422)
        }
        let person = try visit.signedIn.person
        let isSaved = try await kit.database.write { connection in
            guard
                try ProgrammeCity.update(
                    connection, entry, city: stand.city.code, version: version, by: person, at: visit.now)
            else { return false }
            let details = ["targetYear": "\(entry.targetYear)", "group": entry.cohort.rawValue]
            try recorded(connection, "programme-city.changed", stand.city, person, details, visit)
            return true
        }
        guard isSaved else {
            let latest = try await self.stand(visit)
            return .page(ProgrammePages(visit).conflict(latest, checked), status: 409)
        }
        return .seeOther(visit.path(stand.city.path), notice: visit.t("The entry is saved."))
    }

    // MARK: Withdrawal and labels

    private func withdrawalForm(_ visit: Visit) async throws -> Reply {
        .page(ProgrammePages(visit).withdrawal(try await stand(visit), Answers()))
    }

    private func withdraw(_ visit: Visit) async throws -> Reply {
        let stand = try await stand(visit)
        let checked = ProgrammeForm.withdrawal.check(visit.answers, visit.t)
        guard checked.isFine, let day = checked.day("withdrawn-on") else {
            return .page(ProgrammePages(visit).withdrawal(stand, checked), status: 422)
        }
        let person = try visit.signedIn.person
        let id: ID<ProgrammeWithdrawal.Kind> = kit.ids.next()
        let reason = checked.text("reason")
        try await kit.database.write { connection in
            // Sent twice: the first one holds.
            guard try ProgrammeWithdrawal.open(connection, city: stand.city.code) == nil else { return }
            try ProgrammeWithdrawal.record(
                connection, id: id, city: stand.city.code, on: day, reason: reason, by: person, at: visit.now)
            try recorded(
                connection, "programme-city.withdrawn", stand.city, person, ["day": day.description], visit)
        }
        return .seeOther(visit.path(stand.city.path), notice: visit.t("The withdrawal is recorded."))
    }

    private func labelForm(_ visit: Visit) async throws -> Reply {
        .page(ProgrammePages(visit).label(try await stand(visit), Answers()))
    }

    private func award(_ visit: Visit) async throws -> Reply {
        let stand = try await stand(visit)
        var checked = ProgrammeForm.label.check(visit.answers, visit.t)
        guard checked.isFine, let day = checked.day("awarded-on"),
            let label = ProgrammeLabel.Name(rawValue: checked.text("label"))
        else { return .page(ProgrammePages(visit).label(stand, checked), status: 422) }
        let person = try visit.signedIn.person
        let source = checked.text("source")
        let isAwarded = try await kit.database.write { connection in
            guard try ProgrammeLabel.award(connection, label, to: stand.city.code, on: day, source: source) else {
                return false
            }
            try recorded(
                connection, "programme-label.awarded", stand.city, person, ["label": label.title], visit)
            return true
        }
        guard isAwarded else {
            checked.refuse("label", visit.t("the city has this one already"))
            return .page(ProgrammePages(visit).label(stand, checked), status: 422)
        }
        return .seeOther(visit.path(stand.city.path), notice: visit.t("The label is recorded."))
    }

    /// The line in the history and the search index, in the transaction of the change.
    private func recorded(
        _ connection: any Connection, _ activity: String, _ city: City, _ person: PersonID,
        _ details: [String: String], _ visit: Visit
    ) throws {
        try CitySearch.refresh(connection, code: city.code)
        try AuditEntry.record(
            connection, actor: person, activity, subject: city.subject,
            details: details.merging(["city": city.name]) { first, _ in first }, at: visit.now)
    }
}
