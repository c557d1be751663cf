import Storage
import Web

/// Signing in with password and code, and signing out.
struct SignInRoutes: Sendable {
    let kit: Kit
    let hashing: PasswordHashing
    let limits: SessionLimits

    func add(to routes: inout Routes) {
        routes.get("/sign-in", .everyone) { try await form($0) }
        routes.post("/sign-in", .everyone) { try await takePassword($0) }
        // The code page is an answer, not an address of its own; who reloads it starts again.
        routes.get("/second-factor", .everyone) { .seeOther($0.path("/sign-in")) }
        routes.post("/second-factor", .everyone) { try await takeCode($0) }
        routes.post("/sign-out", .everyone) { try await signOut($0) }
    }

    private func form(_ visit: Visit) async throws -> Reply {
        let next = LocalPath.safe(visit.query.text("next"))
        if visit.visitor.signedIn != nil { return .seeOther(next ?? visit.path("/account")) }
        return .page(SignInPages.signIn(visit, Answers(), next: next))
    }

    // MARK: Step 1: the password

    private enum AfterPassword: Sendable {
        case code(ticket: String)
        case signedIn(SessionOpening, mustEnrol: Bool)
        /// The account changed while the password was checked.
        case refused
    }

    private func takePassword(_ visit: Visit) async throws -> Reply {
        let next = LocalPath.safe(visit.answers.text("next"))
        var answers = SignInForm.password.check(visit.answers, visit.t)
        guard answers.isFine else { return .page(SignInPages.signIn(visit, answers, next: next), status: 422) }
        let email = answers.text("email").lowercased()
        let password = answers.secret("password")
        let attempts: [Attempt.Limit] = [.signIn(email: email), .signIn(address: visit.clientAddress)]
        try await kit.database.write { try Attempt.take($0, attempts, at: visit.now) }

        let known = try await kit.database.read { try Credentials.find($0, email: email) }
        if try await hashing.matches(password, known?.passwordHash), let known, let hash = known.passwordHash {
            let needsRehash = PasswordHash.needsRehash(hash, cost: hashing.cost)
            let newHash: String? = needsRehash ? try await hashing.make(password) : nil
            let after = try await kit.database.write { connection in
                try admit(connection, visit, known, newHash: newHash, attempts: attempts, next: next)
            }
            switch after {
            case .code(let ticket): return .page(SignInPages.code(visit, Answers(), ticket: ticket))
            case .signedIn(let opening, let mustEnrol):
                return opening.reply(Self.landing(visit, next: next, mustEnrol: mustEnrol))
            case .refused: break
            }
        } else {
            try await kit.database.write { try Self.noteFailure($0, known?.person, step: "password", at: visit.now) }
        }
        // The same words whether the account is there or not.
        answers.refuse("email", visit.t("The e-mail address or the password is not right. Check both and try again."))
        return .page(SignInPages.signIn(visit, answers, next: next), status: 422)
    }

    private func admit(
        _ connection: any Connection, _ visit: Visit, _ checked: Credentials, newHash: String?,
        attempts: [Attempt.Limit], next: String?
    ) throws -> AfterPassword {
        // The password was checked outside this transaction: only an account that is still the same gets in.
        guard let known = try Credentials.find(connection, checked.person), known.passwordHash == checked.passwordHash
        else { return .refused }
        for attempt in attempts { try Attempt.giveBack(connection, attempt, at: visit.now) }
        if let newHash { try Person.setPasswordHash(connection, of: known.person, to: newHash) }
        let step = SignInRules.nextStep(hasSecondFactor: known.hasSecondFactor, hasRole: known.hasRole)
        if step == .code {
            let payload = next.map { ["next": $0] } ?? [:]
            let ticket = try OneTimeLink.create(
                connection, purpose: .secondStep, person: known.person, payload: payload, lifetime: 600, at: visit.now)
            return .code(ticket: ticket)
        }
        let opening = try SessionOpening.open(
            connection, visit, person: known.person, hasRole: known.hasRole, proof: nil, limits: limits)
        return .signedIn(opening, mustEnrol: step == .enrolment)
    }

    // MARK: Step 2: the code

    private enum AfterCode: Sendable {
        case signedIn(SessionOpening, next: String?, recoveryCodesLeft: Int?)
        case wrong
        /// The ticket is used or too old.
        case tooLate
    }

    private func takeCode(_ visit: Visit) async throws -> Reply {
        let t = visit.t
        let ticket = visit.answers.text("ticket")
        var answers = SignInForm.code.check(visit.answers, t)
        guard answers.isFine else { return .page(SignInPages.code(visit, answers, ticket: ticket), status: 422) }
        let typed = answers.text("code")
        // Counted in a transaction of its own, so that a refusal further on does not undo the count.
        let owner = try await kit.database.write { connection -> PersonID? in
            let link = try OneTimeLink.find(connection, token: ticket, purpose: .secondStep, at: visit.now)
            guard let person = link?.person else { return nil }
            try Attempt.take(connection, [.code(person: person)], at: visit.now)
            return person
        }
        guard let owner else { return startAgain(visit) }
        let after = try await kit.database.write { try proveCode($0, visit, owner, ticket: ticket, typed: typed) }
        switch after {
        case .signedIn(let opening, let next, let left):
            let notice = left.map {
                t.count(
                    $0, "You used a recovery code; {count} code is left.",
                    "You used a recovery code; {count} codes are left.")
            }
            return opening.reply(Self.landing(visit, next: next, mustEnrol: false), notice: notice)
        case .wrong:
            answers.texts["code"] = nil
            answers.refuse(
                "code", t("this one is not right or was used already. Wait for the next one and write it."))
            return .page(SignInPages.code(visit, answers, ticket: ticket), status: 422)
        case .tooLate: return startAgain(visit)
        }
    }

    private func proveCode(
        _ connection: any Connection, _ visit: Visit, _ person: PersonID, ticket: String, typed: String
    ) throws -> AfterCode {
        guard let known = try Credentials.find(connection, person) else { return .tooLate }
        guard let proof = try SecondFactor.prove(connection, person: person, typed: typed, at: visit.now) else {
            try Self.noteFailure(connection, person, step: "code", at: visit.now)
            return .wrong
        }
        guard let link = try OneTimeLink.use(connection, token: ticket, purpose: .secondStep, at: visit.now) else {
            return .tooLate
        }
        try Attempt.forget(connection, .code(person: person))
        let opening = try SessionOpening.open(
            connection, visit, person: person, hasRole: known.hasRole, proof: proof, limits: limits)
        var left: Int?
        if proof == .recoveryCode {
            let count = try SecondFactor.unusedRecoveryCodes(connection, of: person)
            try SignInMail.recoveryCodeUsed(connection, kit, to: known, left: count, at: visit.now)
            left = count
        }
        return .signedIn(opening, next: link.payload["next"], recoveryCodesLeft: left)
    }

    private func startAgain(_ visit: Visit) -> Reply {
        .seeOther(visit.path("/sign-in"), notice: visit.t("Signing in took too long. Start again."))
    }

    // MARK: Leaving

    private func signOut(_ visit: Visit) async throws -> Reply {
        if let signedIn = visit.visitor.signedIn {
            try await kit.database.write { connection in
                _ = try Session.end(connection, id: signedIn.session, of: signedIn.person)
            }
        }
        var reply = Reply.seeOther(visit.path("/"), notice: visit.t("You are signed out."))
        reply.cookies.append(Cookie(Cookie.session, "", maxAge: 0))
        reply.headers.append((name: "Clear-Site-Data", value: "\"cache\""))
        return reply
    }

    private static func landing(_ visit: Visit, next: String?, mustEnrol: Bool) -> String {
        let target = next.flatMap(LocalPath.safe) ?? visit.path("/account")
        guard mustEnrol else { return target }
        return visit.path("/account/second-factor") + "?" + FormBody.encode([("next", target)])
    }

    /// No address and no reason stand in the line: it must not tell who has an account.
    private static func noteFailure(
        _ connection: any Connection, _ person: PersonID?, step: String, at: Instant
    ) throws {
        try AuditEntry.record(
            connection, actor: nil, "sign-in.failed", subject: ("person", person?.description ?? "unknown"),
            details: ["step": step], at: at)
    }
}
