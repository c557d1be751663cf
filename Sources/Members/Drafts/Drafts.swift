import Background
import Storage
import Web

/// The drafts of one form, as its room uses them.
///
/// ```swift
/// // One value says which form it is; `path` is the form's address, below which the drafts have theirs.
/// func drafts(_ visit: Visit) -> Drafts { Drafts(kit, form: ThingForm.form, name: "thing \(id)", path: "/things/\(id)") }
///
/// routes.post("/things/:thing/draft", rule) { try await drafts($0).save($0) }
/// routes.post("/things/:thing/draft/removal", rule) { try await drafts($0).discard($0, to: "/things/\(id)/edit") }
///
/// // On the page: the draft's answers and base version where there is a draft, else the record's.
/// let draft = try await drafts(visit).find(visit)
/// FormView(form, draft?.answers ?? recorded, …, version: draft?.base ?? record.version,
///     autosave: drafts(visit).autosave(visit, draft))
/// // and above the form, when there is a draft: drafts(visit).notice(visit, draft)
///
/// // Where the form is saved, in the same transaction:
/// try Draft.remove(connection, of: person, form: drafts(visit).name)
/// ```
package struct Drafts: Sendable {
    package let kit: Kit
    package let form: Form
    /// Which form of which record, such as `page about ro`.
    package let name: String
    /// Path without the language, below which `/draft` and `/draft/removal` lie.
    package let path: String
    /// Where the form stands, where that is more than `path`: with the query that it was opened by.
    package let page: String

    package init(_ kit: Kit, form: Form, name: String, path: String, page: String? = nil) {
        self.page = page ?? path
        self.kit = kit
        self.form = form
        self.name = name
        self.path = path
    }

    /// The two addresses below a form's own, under the form's access rule.
    package static func add(
        to routes: inout Routes, _ path: String, _ access: Access,
        _ drafts: @escaping @Sendable (Visit) async throws -> Drafts
    ) {
        routes.post("\(path)/draft", access) { try await drafts($0).save($0) }
        routes.post("\(path)/draft/removal", access) { visit in
            let own = try await drafts(visit)
            return try await own.discard(visit, to: visit.path(own.page))
        }
    }

    /// The visitor's own draft.
    package func find(_ visit: Visit) async throws -> Draft? {
        guard let person = visit.visitor.person else { return nil }
        return try await kit.database.read { try Draft.find($0, of: person, form: name) }
    }

    /// What the form's page gives to its `FormView`.
    package func autosave(_ visit: Visit, _ draft: Draft?) -> Autosave {
        autosave(visit, version: draft?.version ?? 0)
    }

    /// The same for a page that shows what was just sent, such as one with problems.
    package func autosaveSent(_ visit: Visit) -> Autosave {
        autosave(visit, version: visit.answers.integer(Autosave.versionName) ?? 0)
    }

    private func autosave(_ visit: Visit, version: Int) -> Autosave {
        Autosave(path: visit.path(path + "/draft"), draftVersion: version)
    }

    /// Answers the script: keeps what was typed.
    ///
    /// - Parameter note: a further sentence for who is typing, in their language.
    package func save(_ visit: Visit, note: String? = nil) async throws -> Reply {
        let person = try visit.signedIn.person
        let checked = form.checkUnfinished(visit.answers, visit.t)
        guard checked.isFine else { return try Autosaved.problems(checked).reply(visit, form) }
        let after = max(0, visit.answers.integer(Autosave.versionName) ?? 0)
        let base = visit.answers.integer("version") ?? 0
        let texts = form.kept(visit.answers)
        let outcome = try await kit.database.write { connection -> Autosaved in
            let isSaved = try Draft.save(
                connection, of: person, form: name, base: base, texts: texts, after: after, at: visit.now)
            if isSaved { return .saved(version: after + 1, at: visit.now, note: note) }
            guard let other = try Draft.find(connection, of: person, form: name) else {
                throw PageError.conflict(visit.t("The draft was removed meanwhile. Send it again."))
            }
            // The answer to an earlier try may have been lost on its way: nothing differs, nothing to settle.
            if other.answers.texts == texts {
                return .saved(version: other.version, at: other.savedAt, note: note)
            }
            return .conflict(version: other.version, at: other.savedAt, other: other.answers)
        }
        return try outcome.reply(visit, form)
    }

    /// Throws the draft away and shows the form as it is recorded.
    package func discard(_ visit: Visit, to formPath: String) async throws -> Reply {
        let person = try visit.signedIn.person
        try await kit.database.write { try Draft.remove($0, of: person, form: name) }
        return .seeOther(formPath, notice: visit.t("Your draft is removed."))
    }

    /// Says that the form shows a draft, and offers to throw it away.
    package func notice(_ visit: Visit, _ draft: Draft, hidden: [(name: String, value: String)] = []) -> HTML {
        let t = visit.t
        let heading = t("These are your answers of {time}, not sent yet", ["time": visit.figures.time(draft.savedAt)])
        return Components.notice(.information, heading, t) {
            p { t("Only you see them. Others see them once you save.") }
            Components.action(
                t("Remove the draft"), path: visit.path(path + "/draft/removal"), token: visit.formToken,
                kind: .secondary, about: t("The form then shows what is saved."), hidden: hidden)
        }
    }

    static let clearing = JobDeclaration(
        kind: "drafts.clearing", title: "Removing drafts that nobody came back to",
        schedule: .dailyAt(hour: 3, minute: 50)
    ) { run in
        let now = run.now()
        _ = try await run.database.write { try Draft.removeOld($0, at: now) }
    }
}
