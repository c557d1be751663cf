/// A form on a page: fields, what was typed, what is wrong with it, and how to send it.
package struct FormView: Sendable {
    /// Name of the hidden field that holds the form's token.
    package static let tokenName = "form-token"

    package let form: Form
    package let answers: Answers
    package let t: Texts
    package let token: String
    package let action: String
    package let submit: String
    /// Version of the record that is edited, so that a stale save is noticed.
    package var version: Int?
    package var submitKind: Components.ButtonKind
    /// A link beside the button that leaves without saving.
    package var cancel: (title: String, path: String)?
    /// Where the form saves itself while somebody types; see `Autosave`.
    package var autosave: Autosave?

    package init(
        _ form: Form, _ answers: Answers, _ t: Texts, token: String, action: String, submit: String,
        version: Int? = nil, submitKind: Components.ButtonKind = .primary,
        cancel: (title: String, path: String)? = nil, autosave: Autosave? = nil
    ) {
        self.form = form
        self.answers = answers
        self.t = t
        self.token = token
        self.action = action
        self.submit = submit
        self.version = version
        self.submitKind = submitKind
        self.cancel = cancel
        self.autosave = autosave
    }

    /// Error summary, all fields, and the button.
    package var html: HTML {
        HTML {
            summary
            open {
                for field in form.fields { FieldView(field, answers, t).html }
                buttons
            }
        }
    }

    /// The form element with token and version around a layout of one's own.
    package func open(@HTMLBuilder _ content: () -> HTML) -> HTML {
        element(
            "form", .method("post"), .action(action), .flag("novalidate"),
            .attribute("enctype", form.hasFiles ? "multipart/form-data" : nil), .data("autosave", autosave?.path),
            .flag("data-unsaved", if: isWork || autosave != nil)
        ) {
            Self.token(token)
            if let version { input(.type("hidden"), .name("version"), .value("\(version)")) }
            content()
            if let autosave { autosave.fields(t) }
        }
    }

    /// The problems in one place, each a link to its field; nothing when all is fine.
    package var summary: HTML { ErrorSummary.html(answers.problems, form: form, answers: answers, t) }

    /// One field by its name, for layouts of one's own.
    package func field(_ name: String) -> HTML {
        form[name].map { FieldView($0, answers, t).html } ?? .empty
    }

    package var buttons: HTML {
        div(.class("buttons")) {
            Components.submit(submit, kind: submitKind)
            if let cancel { a(.href(cancel.path)) { cancel.title } }
        }
    }

    /// The hidden token that proves that the form came from a page of ours.
    package static func token(_ token: String) -> HTML {
        input(.type("hidden"), .name(tokenName), .value(token))
    }

    /// Whether leaving without saving would lose more than a moment's typing.
    private var isWork: Bool {
        version != nil || form.fields.contains { if case .textarea = $0.kind { true } else { false } }
    }
}
