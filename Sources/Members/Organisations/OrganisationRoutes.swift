import Storage
import Web

/// The directory of organisations, their public pages, and adding and changing them.
struct OrganisationRoutes: Sendable {
    let kit: Kit

    static let pageSize = 50

    func add(to routes: inout Routes) {
        routes.get("/organisations", .everyone, caching: .untilDataChange) { try await list($0) }
        routes.get("/organisations/export", .everyone, caching: .untilDataChange) { try await export($0) }
        routes.get("/organisations/new", .permission(OrganisationRules.administer)) { newForm($0) }
        routes.post("/organisations/new", .permission(OrganisationRules.administer)) { try await create($0) }
        routes.get("/organisations/:id", .everyone, caching: .untilDataChange) { try await show($0) }
        routes.get("/organisations/:id/edit", OrganisationRules.editor) { try await editForm($0) }
        routes.post("/organisations/:id/edit", OrganisationRules.editor) { try await save($0) }
    }

    // MARK: Directory

    private func list(_ visit: Visit) async throws -> Reply {
        let filter = OrganisationFilter(visit.query)
        let place = visit.place { OrganisationID($0) }
        let found = try await kit.database.read { connection in
            (
                try Organisation.list(connection, filter, place, limit: Self.pageSize + 1),
                try Organisation.count(connection, filter)
            )
        }
        return .page(
            OrganisationPages.list(
                visit, filter, ListPart(found.0, at: place, size: Self.pageSize), count: found.1))
    }

    private func export(_ visit: Visit) async throws -> Reply {
        let filter = OrganisationFilter(visit.query)
        let all = try await kit.database.read {
            try Organisation.list($0, filter, .start, limit: .max - 1)
        }
        var table = CSVWriter(header: ["id", "name", "type", "sector", "website", "demonstration"])
        for one in all {
            table.row([
                one.id.description, one.name, one.kind.rawValue, one.kind.sector.rawValue, one.website,
                one.isDemonstration ? "yes" : "no",
            ])
        }
        return .download(table.bytes, mediaType: "text/csv; charset=utf-8", fileName: "organisations.csv")
    }

    private func show(_ visit: Visit) async throws -> Reply {
        .page(OrganisationPages.show(visit, try await organisation(visit)))
    }

    private func organisation(_ visit: Visit) async throws -> Organisation {
        let id: OrganisationID = try visit.parameters.id("id")
        guard let found = try await kit.database.read({ try Organisation.find($0, id) }) else {
            throw PageError.notFound
        }
        return found
    }

    // MARK: Adding

    private func newForm(_ visit: Visit) -> Reply { .page(OrganisationPages.new(visit, Answers())) }

    private func create(_ visit: Visit) async throws -> Reply {
        let actor = try visit.signedIn.person
        var answers = OrganisationForm.check(visit.answers, isStaff: true, visit.t)
        guard answers.isFine, let content = OrganisationForm.content(answers, isStaff: true, before: nil) else {
            return .page(OrganisationPages.new(visit, answers), status: 422)
        }
        let id: OrganisationID = kit.ids.next()
        do {
            try await kit.database.write { connection in
                try Organisation.create(
                    connection, id: id, name: content.name, kind: content.kind, website: content.website,
                    about: content.about, isDemonstration: content.isDemonstration, at: visit.now)
                try AuditEntry.record(
                    connection, actor: actor, "organisation.created", subject: ("organisation", id.description),
                    details: ["type": content.kind.rawValue], at: visit.now)
            }
        } catch StorageError.duplicate {
            answers.refuse("name", Self.nameTaken(visit.t))
            return .page(OrganisationPages.new(visit, answers), status: 422)
        }
        return .seeOther(
            visit.path("/organisations/\(id)/members"),
            notice: visit.t("{name} is added. Invite its people now.", ["name": content.name]))
    }

    // MARK: Changing

    private func editForm(_ visit: Visit) async throws -> Reply {
        let organisation = try await organisation(visit)
        return .page(OrganisationPages.edit(visit, organisation, OrganisationForm.answers(organisation)))
    }

    private enum Outcome: Sendable {
        case saved
        case stale(Organisation, by: String?, at: Instant?)
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let actor = try visit.signedIn.person
        let isStaff = OrganisationRules.isStaff(visit.visitor)
        let before = try await organisation(visit)
        var answers = OrganisationForm.check(visit.answers, isStaff: isStaff, visit.t)
        guard answers.isFine, let version = answers.integer("version"),
            let content = OrganisationForm.content(answers, isStaff: isStaff, before: before)
        else { return .page(OrganisationPages.edit(visit, before, answers), status: 422) }
        let outcome: Outcome
        do {
            outcome = try await kit.database.write { connection in
                try change(connection, before.id, to: content, version: version, by: actor, at: visit.now)
            }
        } catch StorageError.duplicate {
            answers.refuse("name", Self.nameTaken(visit.t))
            return .page(OrganisationPages.edit(visit, before, answers), status: 422)
        }
        switch outcome {
        case .saved:
            return .seeOther(visit.path("/organisations/\(before.id)"), notice: visit.t("The changes are saved."))
        case .stale(let theirs, let name, let time):
            return .page(
                OrganisationPages.conflict(visit, theirs, answers, by: name.map { visit.t.person($0) }, at: time),
                status: 409)
        }
    }

    private func change(
        _ connection: any Connection, _ id: OrganisationID, to content: OrganisationContent, version: Int,
        by actor: PersonID, at: Instant
    ) throws -> Outcome {
        let subject = ("organisation", id.description)
        guard try Organisation.change(connection, id, to: content, version: version) else {
            guard let theirs = try Organisation.find(connection, id) else { throw PageError.notFound }
            let last = try AuditEntry.page(connection, subject: subject, activity: "organisation.changed", limit: 1)
                .first
            let names = try Person.names(connection, [last?.actor?.description].compactMap { $0 })
            return .stale(theirs, by: last?.actor.flatMap { names[$0.description] }, at: last?.at)
        }
        try AuditEntry.record(
            connection, actor: actor, "organisation.changed", subject: subject,
            details: ["version": "\(version + 1)"], at: at)
        return .saved
    }

    private static func nameTaken(_ t: Texts) -> String {
        t(
            "another one has this name. Look for it in the directory or add what sets it apart."
        )
    }
}
