import Selection
import Storage
import Web

/// The pages of the builder.
struct OpenCallBuilderPages {
    let visit: Visit

    private var t: Texts { visit.t }
    private var home: Page.Crumb { Page.Crumb(t("Calls"), visit.path("/calls")) }

    private func title(_ call: OpenCall) -> String { call.draft.title.said(visit.language) }

    private func trail(_ call: OpenCall, _ editor: OpenCallEditor? = nil) -> [Page.Crumb] {
        var trail = [home, Page.Crumb(title(call), visit.path("\(call.path)/draft"))]
        if let editor { trail.append(Page.Crumb(t(editor.title), path(call, editor))) }
        return trail
    }

    private func path(_ call: OpenCall, _ editor: OpenCallEditor) -> String {
        visit.path("\(call.path)/draft/\(editor.slug)")
    }

    /// Where somebody goes on after saving: to the list of things, or to the whole.
    func after(_ call: OpenCall, _ editor: OpenCallEditor) -> String {
        editor.list == nil ? "\(call.path)/draft" : "\(call.path)/draft/\(editor.slug)"
    }

    func new(_ answers: Answers) -> Page {
        Page(
            title: t("Begin a call"), breadcrumb: [home], problems: !answers.isFine, isPrivate: true,
            body: FormView(
                OpenCallForm.new, answers, t, token: visit.formToken, action: visit.path("/calls/new"),
                submit: t("Begin"), cancel: (t("Cancel"), visit.path("/calls"))
            ).html)
    }

    // MARK: The whole

    func draft(_ call: OpenCall, reason: Answers) -> Page {
        let problems = call.draft.problems
        return Page(
            title: title(call), caption: t("Draft of the call"), breadcrumb: [home], problems: !reason.isFine,
            isPrivate: true,
            body: HTML {
                Components.lead(t("Write the call part by part, in any order; see it as applicants will; publish it."))
                Components.taskList(OpenCallEditor.all.map { task(call, $0, problems) }, t)
                Components.linkList(links(call))
                h2 { t("Checks before publishing") }
                self.problems(call, problems)
                if visit.visitor.may(OpenCallRules.publish), problems.isEmpty { publishing(call, reason) }
            })
    }

    private func task(_ call: OpenCall, _ editor: OpenCallEditor, _ problems: [CallProblem]) -> Components.Task {
        let isEmpty = editor.list.map { $0.items(call.draft).isEmpty } ?? false
        let hasProblem = problems.contains { $0.part == editor.part }
        return Components.Task(
            t(editor.title), path: path(call, editor), hint: t(editor.hint),
            status: isEmpty ? .notStarted : hasProblem ? .inProgress : .completed)
    }

    private func links(_ call: OpenCall) -> [(title: String, path: String)] {
        var links = [(t("The form as applicants see it"), visit.path("\(call.path)/draft/form"))]
        if call.published != nil { links.append((t("The call as everybody sees it"), visit.path(call.path))) }
        return links
    }

    private func problems(_ call: OpenCall, _ problems: [CallProblem]) -> HTML {
        HTML {
            if problems.isEmpty {
                p { t("Nothing stands in the way.") }
            } else {
                DataTable(
                    caption: t("What stands in the way of publishing"),
                    columns: [.init(t("Part")), .init(t("Where")), .init(t("Why")), .init(t("What to do"))],
                    rows: problems.map { problem in
                        let editor = OpenCallEditor.all.first { $0.part == problem.part }
                        return [
                            editor.map { .link(t($0.title), path(call, $0)) } ?? .text(""),
                            .text(place(problem, call)), .text(t(problem.reason, problem.values)),
                            .text(t(problem.remedy, problem.values)),
                        ]
                    }
                ).html
            }
        }
    }

    /// What a problem is about, in words where the thing has some.
    private func place(_ problem: CallProblem, _ call: OpenCall) -> String {
        if let stage = CallStage(rawValue: problem.place) { return t(stage.title) }
        let items = OpenCallEditor.all.filter { $0.part == problem.part }.flatMap { $0.list?.items(call.draft) ?? [] }
        return items.first { $0.id == problem.place }?.title.said(visit.language) ?? problem.place
    }

    private func publishing(_ call: OpenCall, _ reason: Answers) -> HTML {
        HTML {
            if let published = call.published {
                h2 { t("Publish an erratum") }
                if published.definition == call.draft {
                    p { t("Nothing has changed since.") }
                } else {
                    OpenCallPages(visit: visit).differences(published.definition.differences(to: call.draft))
                    FormView(
                        OpenCallForm.erratum, reason, t, token: visit.formToken,
                        action: visit.path("\(call.path)/errata"), submit: t("Publish the erratum"),
                        version: call.version
                    ).html
                }
            } else {
                Components.action(
                    t("Publish the call"), path: visit.path("\(call.path)/publication"), token: visit.formToken,
                    kind: .primary, hidden: [("version", String(call.version))])
            }
        }
    }

    // MARK: Parts

    func list(_ call: OpenCall, _ editor: OpenCallEditor, _ list: OpenCallEditor.List) -> Page {
        let items = list.items(call.draft)
        let add = (title: t(list.add), path: "\(path(call, editor))/\(OpenCallEditor.new)")
        return Page(
            title: t(editor.title), breadcrumb: trail(call), isPrivate: true,
            body: HTML {
                Components.lead(t(editor.hint))
                if items.isEmpty {
                    Components.emptyState(t("There is nothing here yet."), next: add)
                } else {
                    ol {
                        for item in items {
                            li {
                                a(.href("\(path(call, editor))/\(item.id)")) { item.title.said(visit.language) }
                                " "
                                span(.class("quiet")) { item.id }
                            }
                        }
                    }
                    p { Components.buttonLink(add.title, path: add.path) }
                }
                p { a(.href(visit.path("\(call.path)/draft"))) { t("Back to the call") } }
            })
    }

    private func form(
        _ call: OpenCall, _ editor: OpenCallEditor, _ item: String, _ answers: Answers, version: Int
    ) -> FormView {
        let place = item.isEmpty ? "" : "/\(item)"
        return FormView(
            editor.form(call.draft, visit.language), answers, t, token: visit.formToken,
            action: path(call, editor) + place, submit: t("Save"), version: version,
            cancel: (t("Cancel"), visit.path(after(call, editor))))
    }

    func edit(
        _ call: OpenCall, _ editor: OpenCallEditor, _ item: String, _ answers: Answers, version: Int
    ) -> Page {
        let isNew = item == OpenCallEditor.new
        let name = editor.list.map { isNew ? t($0.add) : t("Change {item}", ["item": item]) } ?? t(editor.title)
        return Page(
            title: name, breadcrumb: trail(call, editor.list == nil ? nil : editor), problems: !answers.isFine,
            isPrivate: true,
            body: HTML {
                if editor.list == nil { Components.lead(t(editor.hint)) }
                form(call, editor, item, answers, version: version).html
                if !isNew, editor.list != nil {
                    Components.action(
                        t("Remove it"), path: "\(path(call, editor))/\(item)/removal", token: visit.formToken,
                        kind: .warning, about: item)
                }
            })
    }

    /// Somebody saved the same part in between: theirs is shown, and what the visitor typed stands in the form.
    func conflict(_ latest: OpenCall, _ editor: OpenCallEditor, _ item: String, _ answers: Answers) -> Page {
        let theirs = editor.answers(latest.draft, item)
        let view = form(latest, editor, item, answers, version: latest.version)
        let rows = view.form.fields.filter { field in
            answers.text(field.name).replacing("\r\n", with: "\n") != theirs?.text(field.name) ?? ""
        }
        return Page(
            title: t(editor.title), breadcrumb: trail(latest), problems: true, isPrivate: true,
            body: HTML {
                Components.notice(.warning, t("Somebody else saved this entry meanwhile"), t) {
                    p { t("Your answers are still in the form below. This is what was saved meanwhile:") }
                    Components.summaryList(rows.map { .init(t($0.label), theirs?.text($0.name) ?? "") }, t)
                }
                view.html
            })
    }
}
