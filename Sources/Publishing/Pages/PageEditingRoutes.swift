import Members
import Storage
import Web

/// Writing pages: the list, a new page, the text in each language, its preview.
struct PageEditingRoutes: Sendable {
    let kit: Kit

    func add(to routes: inout Routes) {
        let edit = Access.permission(PageRules.edit)
        routes.get("/pages", edit) { try await list($0) }
        routes.get("/pages/new", edit) { visit in
            .page(PageListPages.new(visit, Answers(["language": visit.language.rawValue])))
        }
        routes.post("/pages", edit) { try await create($0) }
        routes.get("/pages/:slug/edit", edit) { try await form($0) }
        routes.get("/pages/:slug/preview", edit) { try await form($0, isPreview: true) }
        routes.post("/pages/:slug/preview", edit) { try await preview($0) }
        routes.post("/pages/:slug/versions", edit) { try await save($0) }
        routes.post("/pages/:slug/draft", edit) { visit in
            try await drafts(visit, try await work(visit)).save(visit)
        }
        routes.post("/pages/:slug/draft/removal", edit) { visit in
            let work = try await work(visit)
            return try await drafts(visit, work).discard(visit, to: visit.work(on: work.page, "edit", work.language))
        }
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let (pages, states) = try await kit.database.read { connection in
            (try EditablePage.all(connection), try PageState.all(connection))
        }
        return .page(PageListPages.list(visit, pages, states))
    }

    // MARK: A new page

    private func create(_ visit: Visit) async throws -> Reply {
        let actor = try visit.signedIn.person
        var answers = PageForm.new.check(visit.answers, visit.t)
        let slug = answers.text("slug")
        if answers.problem(at: "slug") == nil, let problem = PageRules.problem(slug: slug, visit.t) {
            answers.refuse("slug", problem)
        }
        let draft = PageForm.draft(answers)
        let language = visit.textLanguage
        if answers.isFine {
            let id = kit.ids.next(EditablePageKind.self)
            let isNew = try await kit.database.write { connection -> Bool in
                guard try EditablePage.find(connection, slug: slug) == nil else { return false }
                try EditablePage.create(connection, id: id, slug: slug, at: visit.now)
                try PageVersion.add(
                    connection, page: id, language, after: 0, title: draft.title, lead: draft.lead,
                    markdown: draft.markdown, by: actor, at: visit.now)
                try AuditEntry.record(
                    connection, actor: actor, "page.created", subject: (PageSubject.kind, slug),
                    details: ["language": language.rawValue], at: visit.now)
                return true
            }
            if isNew {
                return .seeOther(
                    visit.path("/pages/\(slug)/edit") + "?language=\(language.rawValue)",
                    notice: visit.t("The page is saved as a draft. Readers see it once it is published."))
            }
            answers.refuse("slug", visit.t("this one is taken"))
        }
        return .page(PageListPages.new(visit, answers), status: 422)
    }

    // MARK: The text

    private func work(_ visit: Visit) async throws -> PageWork {
        try await kit.database.read {
            try PageWork($0, slug: visit.parameters["slug"], visit.textLanguage)
        }
    }

    /// What an editor has typed and not saved yet, in each language apart.
    private func drafts(_ visit: Visit, _ work: PageWork) -> Drafts { PageForm.drafts(kit, work) }

    private func form(_ visit: Visit, isPreview: Bool = false) async throws -> Reply {
        let work = try await work(visit)
        let drafts = drafts(visit, work)
        let draft = try await drafts.find(visit)
        let answers = draft?.answers ?? PageForm.answers(work.latest)
        return .page(
            PageEditingPages.edit(
                visit, work, answers, version: draft?.base ?? work.number,
                preview: isPreview ? PageForm.draft(answers) : nil, autosave: drafts.autosave(visit, draft),
                notice: draft.map { drafts.notice(visit, $0, hidden: [("language", work.language.rawValue)]) }))
    }

    /// Shows what the typed text will look like and keeps it in the form; nothing is saved.
    private func preview(_ visit: Visit) async throws -> Reply {
        let work = try await work(visit)
        let answers = PageForm.text.check(visit.answers, visit.t)
        return .page(
            PageEditingPages.edit(
                visit, work, answers, version: answers.integer("version") ?? work.number,
                preview: answers.isFine ? PageForm.draft(answers) : nil,
                autosave: drafts(visit, work).autosaveSent(visit)),
            status: answers.isFine ? 200 : 422)
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let actor = try visit.signedIn.person
        let work = try await work(visit)
        let answers = PageForm.text.check(visit.answers, visit.t)
        let version = answers.integer("version") ?? 0
        guard answers.isFine else {
            return .page(
                PageEditingPages.edit(
                    visit, work, answers, version: version, preview: nil,
                    autosave: drafts(visit, work).autosaveSent(visit)), status: 422)
        }
        let typed = drafts(visit, work).name
        let draft = PageForm.draft(answers)
        let isSaved = try await kit.database.write { connection -> Bool in
            let latest = try PageVersion.latest(connection, page: work.page.id, work.language)
            guard (latest?.number ?? 0) == version else { return false }
            try PageVersion.add(
                connection, page: work.page.id, work.language, after: version, title: draft.title, lead: draft.lead,
                markdown: draft.markdown, by: actor, at: visit.now)
            try Draft.remove(connection, of: actor, form: typed)
            try AuditEntry.record(
                connection, actor: actor, "page.written", subject: (PageSubject.kind, work.page.slug),
                details: ["language": work.language.rawValue, "version": "\(version + 1)"], at: visit.now)
            return true
        }
        guard isSaved else {
            return .page(PageEditingPages.conflict(visit, try await self.work(visit), draft), status: 409)
        }
        return .seeOther(
            visit.work(on: work.page, "edit", work.language),
            notice: visit.t(
                "Saved as version {version}. Readers see it once it is published.", ["version": "\(version + 1)"]))
    }
}
