import Storage
import Web

/// Somebody's own account: what they see first, their name and their language.
struct AccountRoutes: Sendable {
    let kit: Kit
    let limits: SessionLimits

    func add(to routes: inout Routes) {
        routes.get("/account", .signedIn) { try await overview($0) }
        routes.get("/account/name", .signedIn) { try await nameForm($0) }
        routes.post("/account/name", .signedIn) { try await saveName($0) }
        routes.get("/account/language", .signedIn) { try await languageForm($0) }
        routes.post("/account/language", .signedIn) { try await saveLanguage($0) }
    }

    private func overview(_ visit: Visit) async throws -> Reply {
        let id = try visit.signedIn.person
        let summary = try await kit.database.read {
            try AccountSummary.find($0, of: id, limits: limits, at: visit.now)
        }
        guard let summary else { throw PageError.notFound }
        return .page(AccountPages.overview(visit, summary))
    }

    private func person(_ visit: Visit) async throws -> Person {
        let id = try visit.signedIn.person
        guard let person = try await kit.database.read({ try Person.find($0, id) }) else { throw PageError.notFound }
        return person
    }

    // MARK: Name

    private func nameForm(_ visit: Visit) async throws -> Reply {
        let person = try await person(visit)
        return .page(namePage(visit, Answers(["name": person.name]), version: person.version))
    }

    private func saveName(_ visit: Visit) async throws -> Reply {
        let answers = AccountForm.name.check(visit.answers, visit.t)
        guard let version = answers.integer("version") else {
            throw PageError.badRequest(visit.t("Open the form again and send it from there."))
        }
        guard answers.isFine else { return .page(namePage(visit, answers, version: version), status: 422) }
        let id = try visit.signedIn.person
        let isSaved = try await kit.database.write { connection -> Bool in
            guard try Person.rename(connection, id, to: answers.text("name"), version: version) else { return false }
            try AuditEntry.record(
                connection, actor: id, "account.renamed", subject: ("person", id.description), at: visit.now)
            return true
        }
        guard isSaved else {
            return .page(AccountPages.nameConflict(visit, answers, theirs: try await person(visit)), status: 409)
        }
        return .seeOther(visit.path("/account"), notice: visit.t("Your name is saved."))
    }

    private func namePage(_ visit: Visit, _ answers: Answers, version: Int) -> Page {
        AccountPages.form(
            visit, title: visit.t("Your name"), form: AccountForm.name, answers: answers, action: "/account/name",
            submit: visit.t("Save"), version: version)
    }

    // MARK: Language

    private func languageForm(_ visit: Visit) async throws -> Reply {
        let person = try await person(visit)
        return .page(languagePage(visit, Answers(["language": person.language.rawValue])))
    }

    private func saveLanguage(_ visit: Visit) async throws -> Reply {
        let answers = AccountForm.language.check(visit.answers, visit.t)
        guard answers.isFine, let language = Language(rawValue: answers.text("language")) else {
            return .page(languagePage(visit, answers), status: 422)
        }
        let id = try visit.signedIn.person
        try await kit.database.write { connection in
            try Person.setLanguage(connection, of: id, to: language)
            try AuditEntry.record(
                connection, actor: id, "account.language-chosen", subject: ("person", id.description),
                details: ["language": language.rawValue], at: visit.now)
        }
        let t = kit.languages[language]
        return .seeOther("/\(language.rawValue)/account", notice: t("Your language is saved."))
    }

    private func languagePage(_ visit: Visit, _ answers: Answers) -> Page {
        AccountPages.form(
            visit, title: visit.t("Language of mails"), form: AccountForm.language, answers: answers,
            action: "/account/language", submit: visit.t("Save"))
    }
}
