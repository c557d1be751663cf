import Storage
import Web

/// Setting a new password with a link that comes by mail.
struct PasswordResetRoutes: Sendable {
    let kit: Kit
    let hashing: PasswordHashing

    /// One hour: long enough for slow mail, short for a stolen mailbox.
    static let lifetime = 3600.0

    func add(to routes: inout Routes) {
        routes.get("/password-reset", .everyone) { .page(SignInPages.resetRequest($0, Answers())) }
        routes.post("/password-reset", .everyone) { try await request($0) }
        routes.get("/password-reset/sent", .everyone) { .page(SignInPages.resetSent($0)) }
        // Mail scanners open links: looking uses nothing up and does not even say whether the link works.
        routes.get("/password-reset/:token", .everyone) {
            .page(SignInPages.newPassword($0, Answers(), token: $0.parameters["token"]))
        }
        routes.post("/password-reset/:token", .everyone) { try await save($0) }
    }

    private func request(_ visit: Visit) async throws -> Reply {
        let answers = SignInForm.resetRequest.check(visit.answers, visit.t)
        guard answers.isFine else { return .page(SignInPages.resetRequest(visit, answers), status: 422) }
        let email = answers.text("email").lowercased()
        try await kit.database.write { connection in
            try Attempt.take(
                connection, [.reset(email: email), .reset(address: visit.clientAddress)], at: visit.now)
            guard let known = try Credentials.find(connection, email: email) else { return }
            try OneTimeLink.revokeAll(connection, purpose: .passwordReset, person: known.person, at: visit.now)
            let token = try OneTimeLink.create(
                connection, purpose: .passwordReset, person: known.person, lifetime: Self.lifetime, at: visit.now)
            try SignInMail.passwordReset(connection, kit, to: known, token: token)
            try AuditEntry.record(
                connection, actor: nil, "password-reset.requested", subject: ("person", known.person.description),
                at: visit.now)
        }
        return .seeOther(visit.path("/password-reset/sent"))
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let token = visit.parameters["token"]
        let owner = try await kit.database.read { connection -> Credentials? in
            let link = try OneTimeLink.find(connection, token: token, purpose: .passwordReset, at: visit.now)
            return try link?.person.flatMap { try Credentials.find(connection, $0) }
        }
        guard let owner else { return deadLink(visit) }
        var answers = SignInForm.newPassword.check(visit.answers, visit.t)
        answers.checkNewPassword(name: owner.name, email: owner.email, visit.t)
        guard answers.isFine else {
            return .page(SignInPages.newPassword(visit, answers, token: token), status: 422)
        }
        let hash = try await hashing.make(answers.secret("new-password"))
        let isSaved = try await kit.database.write { connection -> Bool in
            let link = try OneTimeLink.use(connection, token: token, purpose: .passwordReset, at: visit.now)
            guard link != nil, try Credentials.find(connection, owner.person) != nil else { return false }
            try Person.setPasswordHash(connection, of: owner.person, to: hash)
            try Session.endAll(connection, of: owner.person)
            try OneTimeLink.revokeAll(connection, purpose: .passwordReset, person: owner.person, at: visit.now)
            try OneTimeLink.revokeAll(connection, purpose: .secondStep, person: owner.person, at: visit.now)
            try Attempt.forget(connection, .signIn(email: owner.email))
            try SignInMail.passwordChanged(connection, kit, to: owner, at: visit.now)
            try AuditEntry.record(
                connection, actor: owner.person, "password.reset", subject: ("person", owner.person.description),
                at: visit.now)
            return true
        }
        guard isSaved else { return deadLink(visit) }
        var reply = Reply.seeOther(
            visit.path("/sign-in"), notice: visit.t("The new password is saved. Sign in with it."))
        // Whoever was signed in here is so no longer, if it was the same person.
        if visit.visitor.person == owner.person { reply.cookies.append(Cookie(Cookie.session, "", maxAge: 0)) }
        return reply
    }

    private func deadLink(_ visit: Visit) -> Reply {
        .page(
            SignInPages.deadLink(visit, next: (visit.t("Ask for a new link"), visit.path("/password-reset"))),
            status: 410)
    }
}
