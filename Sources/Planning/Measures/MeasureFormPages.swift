import Members
import Pathways
import Portfolio
import Web

/// The pages that ask for a part of a measure, or for a line of one of its lists.
struct MeasureFormPages {
    let view: MeasureView
    let part: MeasurePart
    /// The line from 0; nil is a new one, or a part that is one form.
    let line: Int?
    let visit: Visit

    private var t: Texts { visit.t }
    private var form: Form { part.form(MeasureChoices(view, visit.figures, visit.t)) }

    /// Address of what the form belongs to, without the language.
    private var parent: String {
        part.isList ? "\(view.record.path)/\(part.rawValue)" : view.record.path
    }

    private var address: String {
        guard part.isList else { return visit.path("\(view.record.path)/\(part.rawValue)") }
        // A line that somebody removed meanwhile is added again.
        guard let line, line < part.count(view.measure) else { return visit.path("\(parent)/new") }
        return visit.path("\(parent)/\(line + 1)/edit")
    }

    func editing(
        _ answers: Answers, version: Int, drafts: Drafts, draft: Draft?, wasSent: Bool = false
    ) -> Page {
        page(
            problems: !answers.isFine,
            HTML {
                if let draft, !wasSent { drafts.notice(visit, draft) }
                p { t(part.about) }
                note
                fields(
                    answers, version: version,
                    autosave: wasSent ? drafts.autosaveSent(visit) : drafts.autosave(visit, draft))
            })
    }

    /// What was typed stays in the form; what somebody else saved stands above it.
    func conflict(_ yours: Answers, drafts: Drafts) -> Page {
        page(
            problems: true,
            HTML {
                Components.notice(.warning, t("Somebody else changed the measure meanwhile"), t) {
                    if let saved {
                        p { t("Your answers are still in the form below. This is what was saved meanwhile:") }
                        MeasureLinePages.summary(form, saved, t)
                    } else {
                        p { t("Your answers are still in the form below. Look at the list, then save again.") }
                    }
                }
                fields(yours, version: view.record.version, autosave: drafts.autosaveSent(visit))
            })
    }

    private var saved: Answers? {
        guard part.isList else { return MeasureAnswers.recorded(part, view.measure, t) }
        guard let line, line < part.count(view.measure) else { return nil }
        return MeasureLineAnswers.recorded(part, view.measure, at: line, t)
    }

    /// What the city's plan does not give is said where it matters.
    private var note: HTML {
        guard part == .effect, view.desk.whole.model.activities.isEmpty else { return .empty }
        return Components.notice(.information, t("The city has no plan yet"), t) {
            p { t("Without one there are no activities to choose from; a reduction without a model can be written.") }
            p { a(.href(visit.path(view.desk.plan.path))) { t("Plan and scenarios") } }
        }
    }

    private func fields(_ answers: Answers, version: Int, autosave: Autosave) -> HTML {
        let view = FormView(
            form, answers, t, token: visit.formToken, action: address, submit: t("Save"), version: version,
            cancel: (t("Cancel"), visit.path(parent)), autosave: autosave)
        guard part == .payers else { return view.html }
        return HTML {
            view.summary
            view.open {
                group(view, "payer-", t("What is bought"), nil)
                group(
                    view, "running-", t("Running costs"), t("All of them empty: the same parts as for what is bought."))
                view.buttons
            }
        }
    }

    private func group(_ view: FormView, _ prefix: String, _ title: String, _ about: String?) -> HTML {
        fieldset {
            legend { title }
            if let about { p(.class("hint")) { about } }
            for field in form.fields where field.name.hasPrefix(prefix) { view.field(field.name) }
        }
    }

    private var title: String {
        guard part.isList else { return t(part.title) }
        return line == nil ? t("Add a line") : t("Change a line")
    }

    private func page(problems: Bool, _ body: HTML) -> Page {
        let list = part.isList ? [Page.Crumb(t(part.title), visit.path(parent))] : []
        return Page(
            title: title, caption: view.record.title, breadcrumb: view.trail(visit) + list, problems: problems,
            isPrivate: true, body: body)
    }
}
