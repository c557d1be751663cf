import Background
import Storage
import Web

/// Staff administration of people: the list, one person, roles, closing and opening accounts.
struct PeopleRoutes: Sendable {
    let kit: Kit
    let limits: SessionLimits

    static let pageSize = 50
    private static let administer = Access.permission("people:administer")

    func add(to routes: inout Routes) {
        routes.get("/people", Self.administer) { try await list($0) }
        routes.get("/people/csv", Self.administer) { try await csv($0) }
        routes.get("/people/invitations", Self.administer) { .page(PeoplePages.invitation($0, Answers())) }
        routes.post("/people/invitations", Self.administer) { try await invite($0) }
        routes.get("/people/:id", Self.administer) { try await show($0) }
        routes.post("/people/:id/roles", Self.administer) { try await grant($0) }
        routes.post("/people/:id/roles/removal", Self.administer) { try await revoke($0) }
        routes.post("/people/:id/disabling", Self.administer) { try await disable($0) }
        routes.post("/people/:id/enabling", Self.administer) { try await enable($0) }
        routes.post("/people/:id/sessions-end", Self.administer) { try await endSessions($0) }
        routes.post("/people/:id/second-factor-reset", Self.administer) { try await resetSecondFactor($0) }
    }

    // MARK: Reading

    private func filter(_ visit: Visit) -> PersonLine.Filter {
        PersonLine.Filter(
            word: String(visit.query.text("q").prefix(100)), role: Role(rawValue: visit.query.text("role")))
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let filter = filter(visit)
        let place = visit.place { PersonID($0) }
        let part = try await kit.database.read {
            ListPart(try PersonLine.page($0, filter, place, limit: Self.pageSize), at: place, size: Self.pageSize)
        }
        return .page(PeoplePages.list(visit, part))
    }

    private func csv(_ visit: Visit) async throws -> Reply {
        let filter = filter(visit)
        let lines = try await kit.database.read { try PersonLine.page($0, filter, .start, limit: .max - 1) }
        return .download(PeoplePages.csv(lines), mediaType: "text/csv; charset=utf-8", fileName: "people.csv")
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let id: PersonID = try visit.parameters.id("id")
        let found = try await kit.database.read { connection -> (AccountSummary, Bool)? in
            guard let summary = try AccountSummary.find(connection, of: id, limits: limits, at: visit.now) else {
                return nil
            }
            return (summary, try PeopleRules.isLastAdministrator(connection, id))
        }
        guard let (summary, isLast) = found else { throw PageError.notFound }
        return .page(PeoplePages.person(visit, summary, isLastAdministrator: isLast))
    }

    // MARK: Inviting

    /// Asks somebody who has no account yet to join the hub's team in a role.
    private func invite(_ visit: Visit) async throws -> Reply {
        var answers = PeoplePages.invitationForm.check(visit.answers, visit.t)
        let email = answers.text("email").lowercased()
        if answers.isFine, MailAddress(email) == nil {
            answers.refuse("email", visit.t("mail systems do not take this one. Check it."))
        }
        let actor = try visit.signedIn.person
        guard answers.isFine, let role = Role(rawValue: answers.text("role")),
            let language = Language(rawValue: answers.text("language"))
        else { return .page(PeoplePages.invitation(visit, answers), status: 422) }
        let isSent = try await kit.database.write { connection -> Bool in
            guard try Person.find(connection, email: email) == nil else { return false }
            _ = try Invitation.invite(
                connection, kit: kit, email: email, organisation: nil, level: nil, role: role, by: actor,
                language: language, at: visit.now)
            return true
        }
        guard isSent else {
            answers.refuse("email", visit.t("this person has an account. Give the role there."))
            return .page(PeoplePages.invitation(visit, answers), status: 422)
        }
        return .seeOther(visit.path("/people"), notice: visit.t("The invitation is sent."))
    }

    // MARK: Changing

    private func grant(_ visit: Visit) async throws -> Reply {
        guard let role = Role(rawValue: visit.answers.text("role")) else {
            throw PageError.badRequest(visit.t("Choose a role and send the form again."))
        }
        return try await change(
            visit, "role.granted", details: ["role": role.rawValue], notice: visit.t("The role is given.")
        ) { connection, person, actor in
            guard person.disabledAt == nil, try !Person.roles(connection, of: person.id).contains(role) else {
                return false
            }
            try Person.grant(connection, role, to: person.id, by: actor, at: visit.now)
            return true
        }
    }

    private func revoke(_ visit: Visit) async throws -> Reply {
        guard let role = Role(rawValue: visit.answers.text("role")) else {
            throw PageError.badRequest(visit.t("Choose a role and send the form again."))
        }
        return try await change(
            visit, "role.revoked", details: ["role": role.rawValue], notice: visit.t("The role is taken away.")
        ) { connection, person, _ in
            if role == .administrator { try keepLastAdministrator(connection, person, visit) }
            return try Person.revoke(connection, role, of: person.id)
        }
    }

    private func disable(_ visit: Visit) async throws -> Reply {
        try await change(
            visit, "account.disabled", notice: visit.t("The account is closed and its sessions have ended.")
        ) { connection, person, _ in
            try keepLastAdministrator(connection, person, visit)
            try Session.endAll(connection, of: person.id)
            return try Person.disable(connection, person.id, at: visit.now)
        }
    }

    private func enable(_ visit: Visit) async throws -> Reply {
        try await change(visit, "account.enabled", notice: visit.t("The account is open again.")) {
            connection, person, _ in
            try Person.enable(connection, person.id)
        }
    }

    private func endSessions(_ visit: Visit) async throws -> Reply {
        try await change(
            visit, "sessions.ended-by-staff", notice: visit.t("All sessions of this person have ended.")
        ) { connection, person, _ in
            try Session.endAll(connection, of: person.id) > 0
        }
    }

    private func resetSecondFactor(_ visit: Visit) async throws -> Reply {
        try await change(
            visit, "second-factor.reset",
            notice: visit.t("The authenticator app is removed; a new one can be set up.")
        ) { connection, person, _ in
            guard try SecondFactor.remove(connection, of: person.id) else { return false }
            try Session.endAll(connection, of: person.id)
            try OneTimeLink.revokeAll(connection, purpose: .secondStep, person: person.id, at: visit.now)
            if let known = try Credentials.find(connection, person.id) {
                try SignInMail.secondFactorChanged(connection, kit, to: known, .resetByStaff, at: visit.now)
            }
            return true
        }
    }

    /// One change of one person with its audit line; nothing is recorded when nothing was to do.
    private func change(
        _ visit: Visit, _ activity: String, details: [String: String] = [:], notice: String,
        _ body: @escaping @Sendable (any Connection, Person, PersonID) throws -> Bool
    ) async throws -> Reply {
        let id: PersonID = try visit.parameters.id("id")
        let actor = try visit.signedIn.person
        let isDone = try await kit.database.write { connection -> Bool in
            guard let person = try Person.find(connection, id), person.pseudonymisedAt == nil else {
                throw PageError.notFound
            }
            guard try body(connection, person, actor) else { return false }
            try AuditEntry.record(
                connection, actor: actor, activity, subject: ("person", id.description), details: details, at: visit.now
            )
            return true
        }
        return .seeOther(
            visit.path("/people/\(id)"), notice: isDone ? notice : visit.t("There was nothing to change."))
    }

    private func keepLastAdministrator(_ connection: any Connection, _ person: Person, _ visit: Visit) throws {
        guard try PeopleRules.isLastAdministrator(connection, person.id) else { return }
        throw PageError.conflict(
            visit.t("This is the last administrator. Make somebody else an administrator first."))
    }
}
