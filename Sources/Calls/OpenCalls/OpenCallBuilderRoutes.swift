import Members
import Selection
import Storage
import Web

/// The builder: staff write a call part by part, see what is missing, and publish it.
struct OpenCallBuilderRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        let staff = Access.permission(OpenCallRules.write)
        routes.get("/calls/new", staff) { visit in
            .page(OpenCallBuilderPages(visit: visit).new(Answers()))
        }
        routes.post("/calls/new", staff, begin)
        routes.get("/calls/:call/draft", OpenCallRules.writer) { visit in
            let call = try await call(visit)
            return .page(OpenCallBuilderPages(visit: visit).draft(call, reason: Answers()))
        }
        routes.get("/calls/:call/draft/form", OpenCallRules.writer) { visit in
            let call = try await call(visit)
            return .page(OpenCallPages(visit: visit).form(call, call.draft, isDraft: true))
        }
        routes.post("/calls/:call/publication", OpenCallRules.publisher) { try await publish($0, isErratum: false) }
        routes.post("/calls/:call/errata", OpenCallRules.publisher) { try await publish($0, isErratum: true) }
        for editor in OpenCallEditor.all { add(editor, to: &routes) }
    }

    private func add(_ editor: OpenCallEditor, to routes: inout Routes) {
        let path = "/calls/:call/draft/\(editor.slug)"
        guard let list = editor.list else {
            routes.get(path, OpenCallRules.writer) { try await show(editor, $0) }
            routes.post(path, OpenCallRules.writer) { try await save(editor, $0) }
            return
        }
        routes.get(path, OpenCallRules.writer) { visit in
            .page(OpenCallBuilderPages(visit: visit).list(try await call(visit), editor, list))
        }
        routes.get("\(path)/new", OpenCallRules.writer) { try await show(editor, $0) }
        routes.post("\(path)/new", OpenCallRules.writer) { try await save(editor, $0) }
        routes.get("\(path)/:item", OpenCallRules.writer) { try await show(editor, $0) }
        routes.post("\(path)/:item", OpenCallRules.writer) { try await save(editor, $0) }
        routes.post("\(path)/:item/removal", OpenCallRules.writer) { try await remove(editor, list, $0) }
    }

    func call(_ visit: Visit) async throws -> OpenCall {
        let slug = visit.parameters["call"]
        guard let call = try await kit.database.read({ try OpenCall.find($0, slug: slug) }) else {
            throw PageError.notFound
        }
        return call
    }

    /// The thing that the address names; `new` where it names none yet.
    private func item(_ editor: OpenCallEditor, _ visit: Visit) -> String {
        guard editor.list != nil else { return "" }
        let name = visit.parameters["item"]
        return name.isEmpty ? OpenCallEditor.new : name
    }

    func record(
        _ connection: any Connection, _ activity: String, _ call: OpenCall, _ visit: Visit
    ) throws {
        try AuditEntry.record(
            connection, actor: visit.visitor.person, activity, subject: (kind: "call", id: call.slug),
            details: ["call": call.draft.title.ro], at: visit.now)
    }

    // MARK: Beginning

    private func begin(_ visit: Visit) async throws -> Reply {
        var checked = OpenCallForm.new.check(visit.answers, visit.t)
        let slug = checked.text("slug")
        if checked.isFine, !SupportProgrammeForm.isSlug(slug) {
            checked.refuse("slug", visit.t("use small letters, digits and hyphens only"))
        }
        if checked.isFine {
            let definition = CallDefinition(title: OpenCallEditor.text(checked, "title"))
            let id: OpenCallID = kit.ids.next()
            let isNew = try await kit.database.write { connection in
                guard try OpenCall.find(connection, slug: slug) == nil else { return false }
                try OpenCall.add(
                    connection, id: id, slug: slug, definition, by: visit.visitor.person, at: visit.now)
                if let call = try OpenCall.find(connection, slug: slug) {
                    try record(connection, "call.started", call, visit)
                }
                return true
            }
            if !isNew { checked.refuse("slug", visit.t("this one is taken")) }
        }
        guard checked.isFine else {
            return .page(OpenCallBuilderPages(visit: visit).new(checked), status: 422)
        }
        return .seeOther(
            visit.path("/calls/\(slug)/draft"),
            notice: visit.t("The call is begun. Others see it once it is published."))
    }

    // MARK: Parts

    private func show(_ editor: OpenCallEditor, _ visit: Visit) async throws -> Reply {
        let call = try await call(visit)
        let item = item(editor, visit)
        let isNew = item == OpenCallEditor.new && editor.list != nil
        guard let answers = isNew ? Answers() : editor.answers(call.draft, item) else { throw PageError.notFound }
        return .page(
            OpenCallBuilderPages(visit: visit).edit(call, editor, item, answers, version: call.version))
    }

    private enum Saving {
        case saved
        case refused(Answers)
        case conflict(OpenCall)
    }

    private func save(_ editor: OpenCallEditor, _ visit: Visit) async throws -> Reply {
        let item = item(editor, visit)
        let version = visit.answers.integer("version") ?? -1
        let first = try await call(visit)
        let form = editor.form(first.draft, visit.language)
        let checked = form.check(visit.answers, visit.t)
        let pages = OpenCallBuilderPages(visit: visit)
        guard checked.isFine else {
            return .page(pages.edit(first, editor, item, checked, version: version), status: 422)
        }
        let saving = try await kit.database.write { connection in
            try save(connection, editor, item, checked, version, visit)
        }
        switch saving {
        case .saved:
            return .seeOther(visit.path(pages.after(first, editor)), notice: visit.t("Saved."))
        case .refused(let answers):
            return .page(pages.edit(first, editor, item, answers, version: version), status: 422)
        case .conflict(let latest):
            return .page(pages.conflict(latest, editor, item, checked), status: 409)
        }
    }

    private func save(
        _ connection: any Connection, _ editor: OpenCallEditor, _ item: String, _ checked: Answers, _ version: Int,
        _ visit: Visit
    ) throws -> Saving {
        guard let call = try OpenCall.find(connection, slug: visit.parameters["call"]) else {
            throw PageError.notFound
        }
        let isNew = item == OpenCallEditor.new
        if !isNew, call.version != version {
            // Somebody saved meanwhile: it only matters where this very form would be overwritten.
            let seen = try OpenCall.draft(connection, call.id, version: version)
            let before = seen.flatMap { editor.answers($0, item) }
            guard let latest = editor.answers(call.draft, item), before?.texts == latest.texts else {
                return .conflict(call)
            }
        }
        var answers = checked
        var definition = call.draft
        editor.apply(&answers, &definition, item, visit.t)
        guard answers.isFine else { return .refused(answers) }
        guard definition != call.draft else { return .saved }
        guard try OpenCall.save(connection, call, definition, by: visit.visitor.person, at: visit.now) else {
            return .conflict(call)
        }
        try record(connection, "call.changed", call, visit)
        return .saved
    }

    private func remove(
        _ editor: OpenCallEditor, _ list: OpenCallEditor.List, _ visit: Visit
    ) async throws -> Reply {
        let item = visit.parameters["item"]
        let call = try await call(visit)
        guard editor.answers(call.draft, item) != nil else { throw PageError.notFound }
        var definition = call.draft
        list.remove(&definition, item)
        let changed = definition
        let isSaved = try await kit.database.write { connection in
            guard try OpenCall.save(connection, call, changed, by: visit.visitor.person, at: visit.now) else {
                return false
            }
            try record(connection, "call.changed", call, visit)
            return true
        }
        guard isSaved else {
            throw PageError.conflict(visit.t("Somebody else saved the call meanwhile. Look at it and try again."))
        }
        return .seeOther(
            visit.path(OpenCallBuilderPages(visit: visit).after(call, editor)), notice: visit.t("Removed."))
    }
}
