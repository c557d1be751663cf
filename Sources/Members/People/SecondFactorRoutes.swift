import Storage
import Web

/// Setting up, replacing and removing the authenticator app, and its recovery codes.
struct SecondFactorRoutes: Sendable {
    let kit: Kit
    let hashing: PasswordHashing

    /// So soon after signing in, nobody is asked for the password again.
    static let freshSeconds = 900.0

    private var reauthentication: Reauthentication { Reauthentication(kit: kit, hashing: hashing) }

    func add(to routes: inout Routes) {
        routes.get("/account/second-factor", .signedIn) { try await page($0) }
        routes.get("/account/second-factor/enrolment", .signedIn) { try await enrolmentPage($0) }
        routes.post("/account/second-factor/enrolment", .signedIn) { try await enrol($0) }
        routes.get("/account/second-factor/recovery-codes", .signedIn) {
            .page(SecondFactorPages.confirm($0, Answers(), .recoveryCodes))
        }
        routes.post("/account/second-factor/recovery-codes", .signedIn) { try await renewCodes($0) }
        routes.post("/account/second-factor/recovery-codes/file", .signedIn) { try await codesFile($0) }
        routes.get("/account/second-factor/removal", .signedIn) { try await removal($0) }
        routes.post("/account/second-factor/removal", .signedIn) { try await remove($0) }
    }

    private struct Standing: Sendable {
        let isEnrolled: Bool
        let codesLeft: Int
        /// A role needs it, so it can be replaced but not removed.
        let isRequired: Bool
        let isFresh: Bool

        /// A fresh session may set up a first authenticator without the password; a replacement always asks.
        var needsPassword: Bool { isEnrolled || !isFresh }
    }

    private func standing(_ visit: Visit) async throws -> Standing {
        let signedIn = try visit.signedIn
        return try await kit.database.read { connection in
            let session = try Session.find(connection, id: signedIn.session)
            let roles = try Person.roles(connection, of: signedIn.person)
            return Standing(
                isEnrolled: try SecondFactor.find(connection, of: signedIn.person) != nil,
                codesLeft: try SecondFactor.unusedRecoveryCodes(connection, of: signedIn.person),
                isRequired: roles.contains(where: \.needsSecondFactor),
                isFresh: session.map { visit.now.seconds(since: $0.createdAt) < Self.freshSeconds } ?? false)
        }
    }

    private func page(_ visit: Visit) async throws -> Reply {
        let standing = try await standing(visit)
        guard standing.isEnrolled else { return try await enrolmentPage(visit) }
        return .page(
            SecondFactorPages.overview(visit, codesLeft: standing.codesLeft, isRequired: standing.isRequired))
    }

    // MARK: Setting up

    private func enrolmentPage(_ visit: Visit) async throws -> Reply {
        let standing = try await standing(visit)
        return .page(
            SecondFactorPages.enrolment(
                visit, Answers(), secret: try sealed(OneTimeCode.newSecret(), visit), standing.needsPassword,
                isRequired: standing.isRequired, next: LocalPath.safe(visit.query.text("next"))))
    }

    /// The page that shows the secret changes nothing in the database: the secret comes back with the form, sealed for
    /// this person and session.
    private func sealed(_ secret: String, _ visit: Visit) throws -> SecondFactorPages.Secret {
        let signedIn = try visit.signedIn
        let seal = kit.signer.sign("\(signedIn.person) \(signedIn.session) \(secret)", purpose: "second-factor")
        return .init(text: secret, seal: seal, email: signedIn.email)
    }

    private func enrol(_ visit: Visit) async throws -> Reply {
        let signedIn = try visit.signedIn
        let secret = visit.answers.text("secret")
        let signed = "\(signedIn.person) \(signedIn.session) \(secret)"
        guard kit.signer.verify(signed, signature: visit.answers.text("seal"), purpose: "second-factor"),
            let bytes = Base32.decode(secret)
        else { throw PageError.badRequest(visit.t("Open the form again and send it from there.")) }
        let standing = try await standing(visit)
        let next = LocalPath.safe(visit.answers.text("next"))
        let form = standing.needsPassword ? AccountForm.enrolmentWithPassword : AccountForm.enrolment
        var answers = form.check(visit.answers, visit.t)
        let step = OneTimeCode.matchingStep(
            answers.text("code"), secret: bytes, atUnixSeconds: visit.now.milliseconds / 1000)
        if answers.isFine, step == nil {
            answers.refuse(
                "code",
                visit.t("this one is not right. Check the clock of your phone and write the code shown now."))
        }
        if answers.isFine, standing.needsPassword { _ = try await reauthentication.check(visit, &answers) }
        guard answers.isFine, let step else {
            let page = SecondFactorPages.enrolment(
                visit, answers, secret: try sealed(secret, visit), standing.needsPassword,
                isRequired: standing.isRequired, next: next)
            return .page(page, status: 422)
        }
        let codes = RecoveryCode.make()
        try await kit.database.write { connection in
            try store(connection, visit, signedIn, secret: secret, step: step, codes: codes)
        }
        return .page(SecondFactorPages.codes(visit, codes, next: next ?? visit.path("/account")))
    }

    private func store(
        _ connection: any Connection, _ visit: Visit, _ signedIn: Visitor.SignedIn, secret: String, step: Int64,
        codes: [String]
    ) throws {
        guard let known = try Credentials.find(connection, signedIn.person) else { throw PageError.refused }
        try SecondFactor.enrol(connection, person: known.person, secret: secret, lastStep: step, at: visit.now)
        try SecondFactor.setRecoveryCodes(connection, of: known.person, codes, at: visit.now)
        try Session.strengthen(connection, id: signedIn.session, at: visit.now)
        try Session.endAll(connection, of: known.person, except: signedIn.session)
        try SignInMail.secondFactorChanged(connection, kit, to: known, .enrolled, at: visit.now)
        try audit(connection, "second-factor.enrolled", known.person, visit)
    }

    // MARK: Recovery codes

    private func renewCodes(_ visit: Visit) async throws -> Reply {
        var answers = AccountForm.confirmation.check(visit.answers, visit.t)
        guard answers.isFine, let known = try await reauthentication.check(visit, &answers) else {
            return .page(SecondFactorPages.confirm(visit, answers, .recoveryCodes), status: 422)
        }
        guard known.hasSecondFactor else { return .seeOther(visit.path("/account/second-factor")) }
        let codes = RecoveryCode.make()
        try await kit.database.write { connection in
            try SecondFactor.setRecoveryCodes(connection, of: known.person, codes, at: visit.now)
            try SignInMail.secondFactorChanged(connection, kit, to: known, .newRecoveryCodes, at: visit.now)
            try audit(connection, "recovery-codes.made", known.person, visit)
        }
        return .page(SecondFactorPages.codes(visit, codes, next: visit.path("/account")))
    }

    /// The codes just shown, as a text file; only codes that are this person's are written back.
    private func codesFile(_ visit: Visit) async throws -> Reply {
        let person = try visit.signedIn.person
        let codes = Array(visit.answers.list("recovery-code").prefix(RecoveryCode.count))
        guard try await kit.database.read({ try SecondFactor.hold($0, codes, of: person) }) else {
            throw PageError.badRequest(visit.t("These are not your current recovery codes."))
        }
        let text = visit.t("M100: recovery codes. Each works once. Keep them where only you can reach them.")
        return .download(
            Array((text + "\n\n" + codes.joined(separator: "\n") + "\n").utf8), mediaType: "text/plain; charset=utf-8",
            fileName: "m100-recovery-codes.txt")
    }

    // MARK: Removing

    private func removal(_ visit: Visit) async throws -> Reply {
        if try await standing(visit).isRequired { return .page(SecondFactorPages.needed(visit)) }
        return .page(SecondFactorPages.confirm(visit, Answers(), .removal))
    }

    private func remove(_ visit: Visit) async throws -> Reply {
        if try await standing(visit).isRequired { return .page(SecondFactorPages.needed(visit), status: 403) }
        var answers = AccountForm.confirmation.check(visit.answers, visit.t)
        guard answers.isFine, let known = try await reauthentication.check(visit, &answers) else {
            return .page(SecondFactorPages.confirm(visit, answers, .removal), status: 422)
        }
        try await kit.database.write { connection in
            // A role may have been given while the password was checked.
            guard try Person.roles(connection, of: known.person).isEmpty else { throw PageError.refused }
            guard try SecondFactor.remove(connection, of: known.person) else { return }
            try SignInMail.secondFactorChanged(connection, kit, to: known, .removed, at: visit.now)
            try audit(connection, "second-factor.removed", known.person, visit)
        }
        return .seeOther(visit.path("/account"), notice: visit.t("The authenticator app is removed."))
    }

    private func audit(_ connection: any Connection, _ activity: String, _ person: PersonID, _ visit: Visit) throws {
        try AuditEntry.record(
            connection, actor: person, activity, subject: ("person", person.description), at: visit.now)
    }
}
