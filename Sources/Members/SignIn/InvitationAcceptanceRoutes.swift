import Storage
import Web

/// Accepting an invitation: with a new account, or as somebody who has one.
struct InvitationAcceptanceRoutes: Sendable {
    let kit: Kit
    let hashing: PasswordHashing
    let limits: SessionLimits

    func add(to routes: inout Routes) {
        routes.get("/invitations/:token", .everyone) { try await show($0) }
        routes.post("/invitations/:token", .everyone) { try await accept($0) }
    }

    /// What the visitor can do with the invitation.
    private enum Standing: Sendable {
        case dead
        case newAccount(Invitation)
        /// Signed in as the invited person.
        case ready(Invitation)
        /// There is an account with the invited address; its owner must sign in first.
        case signInFirst
    }

    private func standing(_ visit: Visit) async throws -> Standing {
        let token = visit.parameters["token"]
        return try await kit.database.read { connection in
            let link = try OneTimeLink.find(connection, token: token, purpose: .invitation, at: visit.now)
            guard let invitation = try link.flatMap({ try Self.invitation(connection, of: $0) }) else { return .dead }
            guard let owner = try Person.find(connection, email: invitation.email) else {
                return .newAccount(invitation)
            }
            return owner.id == visit.visitor.person ? .ready(invitation) : .signInFirst
        }
    }

    private static func invitation(_ connection: any Connection, of link: OneTimeLink) throws -> Invitation? {
        guard let id = link.payload["invitation"].flatMap({ ID<InvitationKind>($0) }),
            let invitation = try Invitation.find(connection, id: id), invitation.isOpen
        else { return nil }
        return invitation
    }

    private func show(_ visit: Visit) async throws -> Reply {
        switch try await standing(visit) {
        case .dead: return deadLink(visit)
        case .newAccount(let invitation):
            let answers = Answers(["language": visit.language.rawValue])
            return .page(InvitationAcceptancePages.newAccount(visit, answers, invitation))
        case .ready(let invitation): return .page(InvitationAcceptancePages.ready(visit, invitation))
        case .signInFirst: return .page(InvitationAcceptancePages.signInFirst(visit))
        }
    }

    private func accept(_ visit: Visit) async throws -> Reply {
        switch try await standing(visit) {
        case .dead: return deadLink(visit)
        case .signInFirst: return .page(InvitationAcceptancePages.signInFirst(visit), status: 409)
        case .ready: return try await acceptSignedIn(visit)
        case .newAccount(let invitation): return try await createAccount(visit, invitation)
        }
    }

    private func acceptSignedIn(_ visit: Visit) async throws -> Reply {
        let person = try visit.signedIn.person
        let token = visit.parameters["token"]
        let accepted = try await kit.database.write { connection -> Invitation? in
            let link = try OneTimeLink.use(connection, token: token, purpose: .invitation, at: visit.now)
            guard let invitation = try link.flatMap({ try Self.invitation(connection, of: $0) }) else { return nil }
            try Invitation.accept(connection, invitation, person: person, kit: kit, at: visit.now)
            return invitation
        }
        guard let accepted else { return deadLink(visit) }
        let path = accepted.organisation.map { "/organisations/\($0)" } ?? "/account"
        return .seeOther(visit.path(path), notice: visit.t("The invitation is accepted."))
    }

    private func createAccount(_ visit: Visit, _ invitation: Invitation) async throws -> Reply {
        var answers = SignInForm.acceptance.check(visit.answers, visit.t)
        let name = answers.text("name")
        answers.checkNewPassword(name: name, email: invitation.email, visit.t)
        guard answers.isFine, let language = Language(rawValue: answers.text("language")) else {
            return .page(InvitationAcceptancePages.newAccount(visit, answers, invitation), status: 422)
        }
        let hash = try await hashing.make(answers.secret("new-password"))
        let token = visit.parameters["token"]
        let opening = try await kit.database.write { connection -> SessionOpening? in
            let link = try OneTimeLink.use(connection, token: token, purpose: .invitation, at: visit.now)
            guard let open = try link.flatMap({ try Self.invitation(connection, of: $0) }),
                try Person.find(connection, email: open.email) == nil
            else { return nil }
            let id: PersonID = kit.ids.next()
            try Person.create(
                connection, id: id, name: name, email: open.email, language: language, passwordHash: hash,
                at: visit.now)
            try AuditEntry.record(
                connection, actor: id, "account.created-by-invitation", subject: ("person", id.description),
                at: visit.now)
            try Invitation.accept(connection, open, person: id, kit: kit, at: visit.now)
            return try SessionOpening.open(
                connection, visit, person: id, hasRole: open.role != nil, proof: nil, limits: limits)
        }
        guard let opening else { return deadLink(visit) }
        let path = invitation.role == nil ? "/account" : "/account/second-factor"
        return opening.reply(
            "/\(language.rawValue)\(path)", notice: visit.t("Your account is ready and you are signed in."))
    }

    private func deadLink(_ visit: Visit) -> Reply { .page(SignInPages.deadLink(visit, next: nil), status: 410) }
}
