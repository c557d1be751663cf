import Background
import Storage
import Web

/// The texts of all mails, in both languages: reading, changing with a preview, restoring.
struct MailTemplateRoutes: Sendable {
    let kit: Kit
    let declarations: [MailTemplateDeclaration]

    func add(to routes: inout Routes) {
        let edit = Access.permission(MailTemplates.edit)
        routes.get("/mail-templates", edit) { try await list($0) }
        routes.get("/mail-templates/:key/:language", edit) { try await form($0) }
        routes.post("/mail-templates/:key/:language", edit) { try await save($0) }
        routes.post("/mail-templates/:key/:language/restoration", edit) { try await restore($0) }
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let rows = try await kit.database.read { connection in
            try declarations.map { declaration in
                MailTemplatePages.Row(
                    declaration: declaration,
                    versions: try Dictionary(
                        uniqueKeysWithValues: Language.allCases.map { language in
                            let latest = try MailTemplate.latest(
                                of: declaration.key, language: language.rawValue, in: connection)
                            return (language, latest?.version ?? 0)
                        }))
            }
        }
        return .page(MailTemplatePages.list(visit, rows))
    }

    // MARK: One text

    private func content(_ visit: Visit) async throws -> MailTemplatePages.Content {
        guard let declaration = declarations.first(where: { $0.key == visit.parameters["key"] }),
            let language = Language(rawValue: visit.parameters["language"])
        else { throw PageError.notFound }
        return try await kit.database.read { connection in
            let versions = try MailTemplate.versions(of: declaration.key, language: language.rawValue, in: connection)
            return MailTemplatePages.Content(
                declaration: declaration, language: language, versions: versions,
                names: try Person.names(connection, versions.compactMap(\.createdBy)))
        }
    }

    private func form(_ visit: Visit) async throws -> Reply {
        let content = try await content(visit)
        return .page(
            MailTemplatePages.edit(
                visit, content, MailTemplateForm.answers(content.current), version: content.version,
                preview: content.current))
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let actor = try visit.signedIn.person
        let content = try await content(visit)
        let answers = MailTemplateForm.check(visit.answers, content.declaration, visit.t)
        let version = answers.integer("version") ?? content.version
        let text = MailTemplateForm.content(answers)
        guard answers.isFine else {
            return .page(
                MailTemplatePages.edit(visit, content, answers, version: version, preview: nil), status: 422)
        }
        if answers.text("step") == "preview" {
            return .page(MailTemplatePages.edit(visit, content, answers, version: version, preview: text))
        }
        return try await keep(visit, content, text, version: version, "mail-template.changed", by: actor)
    }

    private func restore(_ visit: Visit) async throws -> Reply {
        let actor = try visit.signedIn.person
        let content = try await content(visit)
        guard let version = visit.answers.integer("version") else {
            throw PageError.badRequest(visit.t("Open the mail text again and restore it from there."))
        }
        let text = content.declaration.text(in: content.language.rawValue)
        return try await keep(visit, content, text, version: version, "mail-template.restored", by: actor)
    }

    /// Adds a version, or shows both texts when somebody else added one meanwhile.
    private func keep(
        _ visit: Visit, _ content: MailTemplatePages.Content, _ text: MailText, version: Int, _ activity: String,
        by actor: PersonID
    ) async throws -> Reply {
        let declaration = content.declaration
        let language = content.language.rawValue
        do {
            try await kit.database.write { connection in
                let number = try MailTemplate.save(
                    text, of: declaration, language: language, basedOn: version, by: actor.description,
                    now: visit.now, in: connection)
                try AuditEntry.record(
                    connection, actor: actor, activity,
                    subject: ("mail-template", "\(declaration.key)/\(language)"), details: ["version": "\(number)"],
                    at: visit.now)
            }
        } catch MailTemplateError.stale(let theirs, let newVersion) {
            let now = try await self.content(visit)
            return .page(
                MailTemplatePages.conflict(visit, now, mine: text, theirs: theirs, version: newVersion), status: 409)
        }
        return .seeOther(
            visit.path("/mail-templates/\(declaration.key)/\(language)"),
            notice: visit.t("The text is saved; mails from now on use it."))
    }
}
