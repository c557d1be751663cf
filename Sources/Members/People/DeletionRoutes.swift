import Storage
import Web

/// Taking one's data along, and leaving.
struct DeletionRoutes: Sendable {
    let kit: Kit
    let hashing: PasswordHashing
    let limits: SessionLimits
    let personalData: [PersonalDataDeclaration]

    func add(to routes: inout Routes) {
        routes.get("/account/export", .signedIn) { try await export($0) }
        routes.get("/account/deletion", .signedIn) { .page(page($0, Answers())) }
        routes.post("/account/deletion", .signedIn) { try await delete($0) }
    }

    private func export(_ visit: Visit) async throws -> Reply {
        let id = try visit.signedIn.person
        let data = try await kit.database.read {
            try PersonalData.find($0, of: id, limits: limits, declarations: personalData, at: visit.now)
        }
        guard let data else { throw PageError.notFound }
        return .download(try data.json(), mediaType: "application/json", fileName: "m100-my-data.json")
    }

    private func delete(_ visit: Visit) async throws -> Reply {
        var answers = AccountForm.deletion.check(visit.answers, visit.t)
        let reauthentication = Reauthentication(kit: kit, hashing: hashing)
        guard answers.isFine, let known = try await reauthentication.check(visit, &answers) else {
            return .page(page(visit, answers), status: 422)
        }
        let isDone = try await kit.database.write { connection -> Bool in
            guard try !PeopleRules.isLastAdministrator(connection, known.person) else { return false }
            // The mail goes to the address that is about to be erased.
            try SignInMail.accountClosed(connection, kit, to: known, at: visit.now)
            try Person.pseudonymise(connection, known.person, at: visit.now)
            try AuditEntry.record(
                connection, actor: known.person, "account.deleted", subject: ("person", known.person.description),
                at: visit.now)
            return true
        }
        guard isDone else {
            throw PageError.conflict(
                visit.t("You are the last administrator. Make somebody else an administrator first."))
        }
        var reply = Reply.seeOther(visit.path("/"), notice: visit.t("Your account is deleted."))
        reply.cookies.append(Cookie(Cookie.session, "", maxAge: 0))
        return reply
    }

    private func page(_ visit: Visit, _ answers: Answers) -> Page {
        AccountPages.form(
            visit, title: visit.t("Delete your account"), form: AccountForm.deletion, answers: answers,
            action: "/account/deletion", submit: visit.t("Delete your account"), kind: .warning,
            more: AccountPages.deletionWarning(visit))
    }
}
