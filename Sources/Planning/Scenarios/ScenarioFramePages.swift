import Cities
import Members
import Pathways
import Web

/// The pages that ask for the frame of a plan, a part at a time.
struct ScenarioFramePages {
    let desk: ScenarioDesk
    let step: ScenarioFrameStep
    let visit: Visit

    private var t: Texts { visit.t }

    /// The form with the city's inventories as choices.
    var form: Form { step.form(Self.choices(desk)) }

    static func choices(_ desk: ScenarioDesk) -> [Option] {
        desk.inventories.reversed().map { Option($0.publication.description, "\($0.year)", translated: false) }
    }

    private var address: String { visit.path("\(desk.path)/frame/\(step.rawValue)") }

    /// The first step of a plan that nobody has started.
    func starting(_ answers: Answers) -> Page {
        page(
            problems: !answers.isFine,
            body: HTML {
                Components.lead(
                    t("The plan starts from a published inventory: each of its rows becomes an activity at once."))
                if desk.inventories.isEmpty {
                    Components.emptyState(
                        t("The city has no published inventory. A plan needs one to start from."),
                        next: (t("Inventories"), visit.path("\(desk.city.path)/inventories")))
                } else {
                    FormView(
                        form, answers, t, token: visit.formToken, action: address, submit: t("Start the plan"),
                        cancel: (t("Cancel"), visit.path(desk.path))
                    ).html
                }
            })
    }

    func editing(
        _ answers: Answers, version: Int, drafts: Drafts, draft: Draft?, wasSent: Bool = false
    ) -> Page {
        page(
            problems: !answers.isFine,
            body: HTML {
                if let draft, !wasSent { drafts.notice(visit, draft) }
                p { t(step.about) }
                note
                view(
                    answers, version: version,
                    autosave: wasSent ? drafts.autosaveSent(visit) : drafts.autosave(visit, draft)
                ).html
            })
    }

    /// What was typed stays in the form; what somebody else saved stands above it.
    func conflict(_ yours: Answers, _ frame: ScenarioFrame, drafts: Drafts) -> Page {
        let saved = step.answers(frame, t)
        let names = Dictionary(
            desk.inventories.map { ($0.publication.description, "\($0.year)") }, uniquingKeysWith: { first, _ in first }
        )
        return page(
            problems: true,
            body: HTML {
                Components.notice(.warning, t("Somebody else changed the plan meanwhile"), t) {
                    p { t("Your answers are still in the form below. This is what was saved meanwhile:") }
                    Components.summaryList(
                        form.fields.map { field in
                            let text = saved.text(field.name)
                            return Components.SummaryRow(t(field.label), names[text] ?? text)
                        }, t)
                }
                view(yours, version: frame.version, autosave: drafts.autosaveSent(visit)).html
            })
    }

    /// What the inventory does not give is said where it matters.
    private var note: HTML {
        guard let work = desk.work else { return .empty }
        let plan = work.plan
        if work.frame.modelHash != nil, step == .grid || step == .drivers {
            return Components.notice(.information, t("The plan uses a model of the city's own"), t) {
                p { t("Drivers and factors stand in it. What is written here is kept for the inventory's rows.") }
            }
        }
        guard step == .grid else { return .empty }
        guard !plan.carriers.contains(where: ScenarioPlan.isElectricity) else { return .empty }
        return Components.notice(.warning, t("The inventory gives no electricity in MWh"), t) {
            p { t("The path is kept, but there is nothing yet that it could act on.") }
        }
    }

    private func view(_ answers: Answers, version: Int, autosave: Autosave) -> FormView {
        FormView(
            form, answers, t, token: visit.formToken, action: address, submit: t("Save"), version: version,
            cancel: (t("Cancel"), visit.path(desk.path)), autosave: autosave)
    }

    private func page(problems: Bool, body: HTML) -> Page {
        Page(
            title: t(step.title), caption: t("Plan of {city}", ["city": desk.city.name]), breadcrumb: desk.trail(visit),
            problems: problems, isPrivate: true, body: body)
    }
}
