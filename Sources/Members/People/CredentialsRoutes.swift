import Background
import Storage
import Web

/// Changing one's password and e-mail address; both ask for the current password.
struct CredentialsRoutes: Sendable {
    let kit: Kit
    let hashing: PasswordHashing

    /// One day: the new mailbox may not be at hand.
    static let emailLinkLifetime = 86_400.0

    private var reauthentication: Reauthentication { Reauthentication(kit: kit, hashing: hashing) }

    func add(to routes: inout Routes) {
        routes.get("/account/password", .signedIn) { .page(passwordPage($0, Answers())) }
        routes.post("/account/password", .signedIn) { try await savePassword($0) }
        routes.get("/account/email", .signedIn) { .page(emailPage($0, Answers())) }
        routes.post("/account/email", .signedIn) { try await askForEmail($0) }
        routes.get("/account/email/sent", .signedIn) { .page(AccountPages.emailSent($0)) }
        routes.get("/account/email/:token", .everyone) {
            .page(AccountPages.confirmEmail($0, token: $0.parameters["token"]))
        }
        routes.post("/account/email/:token", .everyone) { try await confirmEmail($0) }
    }

    // MARK: Password

    private func savePassword(_ visit: Visit) async throws -> Reply {
        let signedIn = try visit.signedIn
        var answers = AccountForm.password.check(visit.answers, visit.t)
        answers.checkNewPassword(name: signedIn.name, email: signedIn.email, visit.t)
        guard answers.isFine, let known = try await reauthentication.check(visit, &answers) else {
            return .page(passwordPage(visit, answers), status: 422)
        }
        let hash = try await hashing.make(answers.secret("new-password"))
        try await kit.database.write { connection in
            try Person.setPasswordHash(connection, of: known.person, to: hash)
            try Session.endAll(connection, of: known.person, except: signedIn.session)
            try OneTimeLink.revokeAll(connection, purpose: .passwordReset, person: known.person, at: visit.now)
            try OneTimeLink.revokeAll(connection, purpose: .secondStep, person: known.person, at: visit.now)
            try SignInMail.passwordChanged(connection, kit, to: known, at: visit.now)
            try AuditEntry.record(
                connection, actor: known.person, "password.changed", subject: ("person", known.person.description),
                at: visit.now)
        }
        return .seeOther(
            visit.path("/account"), notice: visit.t("The new password is saved. Your other sessions have ended."))
    }

    private func passwordPage(_ visit: Visit, _ answers: Answers) -> Page {
        AccountPages.form(
            visit, title: visit.t("Change the password"), form: AccountForm.password, answers: answers,
            action: "/account/password", submit: visit.t("Save the new password"))
    }

    // MARK: E-mail address

    private func askForEmail(_ visit: Visit) async throws -> Reply {
        let person = try visit.signedIn.person
        var answers = AccountForm.email.check(visit.answers, visit.t)
        let email = answers.text("email").lowercased()
        if answers.isFine, MailAddress(email) == nil {
            answers.refuse("email", visit.t("mail systems do not take this one. Check it."))
        }
        guard answers.isFine, let known = try await reauthentication.check(visit, &answers) else {
            return .page(emailPage(visit, answers), status: 422)
        }
        try await kit.database.write { connection in
            try Attempt.take(connection, [.emailChange(person: person)], at: visit.now)
            try OneTimeLink.revokeAll(connection, purpose: .emailChange, person: person, at: visit.now)
            // The answer is the same when the address is taken: it must not tell who has an account.
            if try Person.find(connection, email: email) == nil {
                let token = try OneTimeLink.create(
                    connection, purpose: .emailChange, person: person, payload: ["email": email],
                    lifetime: Self.emailLinkLifetime, at: visit.now)
                try SignInMail.emailChange(connection, kit, to: known, newEmail: email, token: token)
            }
            try SignInMail.emailNotice(connection, kit, to: known, isDone: false, at: visit.now)
            try AuditEntry.record(
                connection, actor: person, "email-change.requested", subject: ("person", person.description),
                at: visit.now)
        }
        return .seeOther(visit.path("/account/email/sent"))
    }

    private func confirmEmail(_ visit: Visit) async throws -> Reply {
        let token = visit.parameters["token"]
        let isDone: Bool
        do {
            isDone = try await kit.database.write { connection -> Bool in
                let link = try OneTimeLink.use(connection, token: token, purpose: .emailChange, at: visit.now)
                guard let person = link?.person, let email = link?.payload["email"],
                    let known = try Credentials.find(connection, person)
                else { return false }
                try Person.setEmail(connection, of: person, to: email)
                // A reset link that lies in the old mailbox must not open the account any more.
                try OneTimeLink.revokeAll(connection, purpose: .passwordReset, person: person, at: visit.now)
                try SignInMail.emailNotice(connection, kit, to: known, isDone: true, at: visit.now)
                try AuditEntry.record(
                    connection, actor: person, "email.changed", subject: ("person", person.description), at: visit.now)
                return true
            }
        } catch StorageError.duplicate {
            isDone = false
        }
        guard isDone else {
            return .page(
                SignInPages.deadLink(visit, next: (visit.t("Ask for a new link"), visit.path("/account/email"))),
                status: 410)
        }
        return .seeOther(visit.path("/account"), notice: visit.t("Your new e-mail address is in use."))
    }

    private func emailPage(_ visit: Visit, _ answers: Answers) -> Page {
        AccountPages.form(
            visit, title: visit.t("Change the e-mail address"), form: AccountForm.email, answers: answers,
            action: "/account/email", submit: visit.t("Send the link"),
            lead: visit.t("A link goes to the new address; a notice goes to the old one."))
    }
}
