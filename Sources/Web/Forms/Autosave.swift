import Storage

/// How a form saves itself while somebody types.
///
/// A form with an `Autosave` is sent by the script (urlencoded, with its token) after a pause in the typing, when a
/// field is left and when the page is left. The hub answers with `Autosaved`, and the form says in words that are read
/// out politely whether it is saved and when. Without a script nothing is different: the button sends the form.
///
/// A room uses it in three steps, mostly by way of `Drafts` in Members, which keeps unsent answers for each person:
/// 1. `routes.post("/things/:thing/draft", rule) { try await draft($0).save() }`, under the access rule of the form;
/// 2. `FormView(…, autosave: …)` on the page of the form, filled with the draft where there is one;
/// 3. the draft is removed in the transaction that saves the form.
package struct Autosave: Sendable {
    /// Name of the hidden field with the version of the draft.
    package static let versionName = "draft-version"

    /// Where to, with the language.
    package let path: String
    /// Version of the draft that the page shows; 0 when there is none. nil: the form saves the record itself, and
    /// its own `version` is what moves on.
    package let draftVersion: Int?

    package init(path: String, draftVersion: Int?) {
        self.path = path
        self.draftVersion = draftVersion
    }

    /// What the script needs to know and to say.
    func fields(_ t: Texts) -> HTML {
        HTML {
            if let draftVersion {
                input(
                    .type("hidden"), .name(Self.versionName), .value("\(draftVersion)"),
                    .data("version", "\(draftVersion)"))
            }
            p(
                .class("saved"), .role("status"), .aria("live", "polite"),
                .data("unreached", t("Not saved: the hub cannot be reached. It is tried again while you write.")),
                .data(
                    "signed-out",
                    t("Not saved: you are no longer signed in. Sign in in another window and go on here.")),
                .data("refused", t("Not saved. Send the form with its button; nothing you typed is lost.")),
                .data("keep", t("Keep my text")),
                .data("other", t("Show the other text")))
        }
    }
}

/// What the hub answers to a form that saves itself.
package enum Autosaved: Sendable {
    /// Kept; `note` is a further sentence in the visitor's language.
    case saved(version: Int, at: Instant, note: String? = nil)
    /// Something else was saved after the page was opened: `other` has its texts, `version` is what it has now.
    case conflict(version: Int, at: Instant, other: Answers)
    /// The answers cannot be kept as they are.
    case problems(Answers)

    /// JSON: 200 with `version`, `savedAt` and `message`; 409 also with `texts`; 422 with `problems`.
    package func reply(_ visit: Visit, _ form: Form) throws -> Reply {
        let t = visit.t
        switch self {
        case .saved(let version, let at, let note):
            let message = t("Saved at {time}", ["time": visit.figures.clock(at)])
            return try .json(
                Body(message: [message, note].compactMap { $0 }.joined(separator: ". "), version: version, savedAt: at))
        case .conflict(let version, let at, let other):
            let message = t(
                "Not saved: another window saved other answers at {time}.", ["time": visit.figures.clock(at)])
            var body = Body(message: message, version: version, savedAt: at)
            body.texts = form.fields.compactMap { field in
                let text = other.list(field.name).joined(separator: ", ")
                guard text != visit.answers.list(field.name).joined(separator: ", ") else { return nil }
                return Line(field: field.name, label: t(field.label), text: text)
            }
            return try .json(body, status: 409)
        case .problems(let answers):
            let lines = answers.problems.map { problem in
                let label = problem.field.flatMap { form[$0] }.map { t($0.label) } ?? ""
                return Line(field: problem.field ?? "", label: label, text: problem.sentence(at: label))
            }
            var body = Body(message: t("Not saved: {problem}", ["problem": lines.first?.text ?? ""]))
            body.problems = lines
            return try .json(body, status: 422)
        }
    }

    private struct Body: Encodable {
        let message: String
        var version: Int?
        var savedAt: String?
        var texts: [Line]?
        var problems: [Line]?

        init(message: String, version: Int? = nil, savedAt: Instant? = nil) {
            self.message = message
            self.version = version
            self.savedAt = savedAt?.description
        }
    }

    private struct Line: Encodable {
        let field: String
        let label: String
        let text: String
    }
}
