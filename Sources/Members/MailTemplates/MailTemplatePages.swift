import Background
import Storage
import Web

/// The list of mail texts and the page on which one is changed.
enum MailTemplatePages {
    struct Row: Sendable {
        let declaration: MailTemplateDeclaration
        /// 0 while the built-in text stands.
        let versions: [Language: Int]
    }

    struct Content: Sendable {
        let declaration: MailTemplateDeclaration
        let language: Language
        /// The newest first.
        let versions: [MailTemplate]
        let names: [String: String]

        var current: MailText { versions.first?.text ?? declaration.text(in: language.rawValue) }
        var version: Int { versions.first?.version ?? 0 }
    }

    static func list(_ visit: Visit, _ rows: [Row]) -> Page {
        let t = visit.t
        let cells: [[DataTable.Cell]] = rows.map { row in
            [.text(t(row.declaration.title))]
                + Language.allCases.map { language in
                    let version = row.versions[language] ?? 0
                    let path = visit.path("/mail-templates/\(row.declaration.key)/\(language.rawValue)")
                    return .link(
                        version == 0 ? t("Built-in text") : t("Version {version}", ["version": "\(version)"]), path)
                }
        }
        return Page(
            title: t("Mail texts"), isPrivate: true,
            body: HTML {
                Components.lead(t("What the hub writes to people by mail. Changes count for every mail from then on."))
                DataTable(
                    caption: t("Mail texts"),
                    columns: [.init(t("Mail"))] + Language.allCases.map { .init($0.ownName) }, rows: cells,
                    captionHidden: true
                ).html
            })
    }

    // MARK: One text

    static func edit(
        _ visit: Visit, _ content: Content, _ answers: Answers, version: Int, preview: MailText?
    ) -> Page {
        let t = visit.t
        let view = form(visit, content, answers, version: version)
        return page(visit, content, problems: !answers.isFine) {
            view.summary
            view.open {
                view.field("subject")
                view.field("body")
                div(.class("buttons")) {
                    Components.submit(t("Save the text"), name: "step", value: "save")
                    Components.submit(t("Preview"), kind: .secondary, name: "step", value: "preview")
                    a(.href(visit.path("/mail-templates"))) { t("Cancel") }
                }
            }
            variables(content.declaration, t)
            if let preview { self.preview(preview, content, t) }
            history(visit, content)
            if content.version > 0, content.current != content.declaration.text(in: content.language.rawValue) {
                Components.action(
                    t("Restore the built-in text"), path: path(visit, content) + "/restoration",
                    token: visit.formToken, kind: .warning, hidden: [(name: "version", value: "\(content.version)")])
            }
        }
    }

    /// Somebody saved meanwhile: both texts stand side by side, and sending again settles it.
    static func conflict(
        _ visit: Visit, _ content: Content, mine: MailText, theirs: MailText, version: Int
    ) -> Page {
        let t = visit.t
        let who = t.person(content.versions.first?.createdBy.flatMap { content.names[$0] })
        let when = content.versions.first.map { visit.figures.time($0.createdAt) } ?? ""
        let theirsBy = t("Saved by {name}, {time}", ["name": who, "time": when])
        let view = form(visit, content, MailTemplateForm.answers(mine), version: version)
        return page(visit, content, problems: false) {
            Components.notice(.warning, t("Somebody saved other changes meanwhile. Nothing of yours is lost."), t) {
                p { t("Compare both, choose, and save again.") }
            }
            view.open {
                for (name, label, mine, theirs) in [
                    ("subject", "Subject", mine.subject, theirs.subject), ("body", "Text", mine.body, theirs.body),
                ] {
                    if mine == theirs {
                        view.field(name)
                    } else {
                        TextConflict(
                            name: name, label: t(label), yours: mine, theirs: theirs, theirsBy: theirsBy, t
                        ).html
                    }
                }
                view.buttons
            }
        }
    }

    private static func form(_ visit: Visit, _ content: Content, _ answers: Answers, version: Int) -> FormView {
        FormView(
            MailTemplateForm.text, answers, visit.t, token: visit.formToken, action: path(visit, content),
            submit: visit.t("Save the text"), version: version,
            cancel: (visit.t("Cancel"), visit.path("/mail-templates")))
    }

    private static func page(
        _ visit: Visit, _ content: Content, problems: Bool, @HTMLBuilder _ body: () -> HTML
    ) -> Page {
        Page(
            title: visit.t(content.declaration.title), caption: content.language.ownName,
            breadcrumb: [.init(visit.t("Mail texts"), visit.path("/mail-templates"))], problems: problems,
            isPrivate: true, body: body())
    }

    private static func path(_ visit: Visit, _ content: Content) -> String {
        visit.path("/mail-templates/\(content.declaration.key)/\(content.language.rawValue)")
    }

    // MARK: Beside the form

    private static func variables(_ declaration: MailTemplateDeclaration, _ t: Texts) -> HTML {
        let rows: [[DataTable.Cell]] = declaration.variables.map { variable in
            [.html(code { "{{\(variable.name)}}" }), .text(variable.sample)]
        }
        return DataTable(
            caption: t("Words that the hub fills in"), columns: [.init(t("Word")), .init(t("For example"))], rows: rows
        ).html
    }

    private static func preview(_ text: MailText, _ content: Content, _ t: Texts) -> HTML {
        guard let shown = try? MailTemplateRules.preview(text, of: content.declaration) else { return .empty }
        return section(.class("preview"), .aria("labelledby", "preview")) {
            h2(.id("preview")) { t("Preview with examples") }
            div(.lang(content.language.rawValue)) {
                p { strong { shown.subject } }
                pre { shown.body }
            }
        }
    }

    private static func history(_ visit: Visit, _ content: Content) -> HTML {
        let t = visit.t
        guard !content.versions.isEmpty else {
            return p(.class("hint")) { t("This is the built-in text; nobody changed it.") }
        }
        return HTML {
            h2 { t("Versions") }
            for version in content.versions {
                let who = version.createdBy.map { t.person(content.names[$0]) } ?? t("The hub")
                Components.disclosure(
                    t(
                        "Version {version}, {name}, {time}",
                        [
                            "version": "\(version.version)", "name": who,
                            "time": visit.figures.time(version.createdAt),
                        ])
                ) {
                    p { strong { version.text.subject } }
                    pre { version.text.body }
                }
            }
        }
    }
}
