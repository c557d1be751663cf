import Pathways
import Web

/// The pages on which a city brings a model of its own, or takes it away.
struct ScenarioModelPages {
    let desk: ScenarioDesk
    let work: ScenarioDesk.Work
    let visit: Visit

    private var t: Texts { visit.t }
    private var address: String { visit.path("\(desk.path)/model") }

    func choosing(_ answers: Answers, version: Int, isStale: Bool = false) -> Page {
        page(
            t("A model of the city's own"), problems: !answers.isFine || isStale,
            HTML {
                if isStale { stale }
                p {
                    t(
                        "Activities, carriers, drivers, measures and calibrations of the document take the place of the inventory's rows. Its scenarios are not taken over: measures are chosen here."
                    )
                }
                p {
                    a(.href(visit.path(ScenarioExampleRoutes.path))) { t("Valencia: a full model of activities") }
                }
                if work.frame.modelHash != nil {
                    p { a(.href("\(address)/removal")) { t("Go back to the inventory's rows") } }
                }
                FormView(
                    ScenarioModelRoutes.form, answers, t, token: visit.formToken, action: address,
                    submit: t("Use this model"), version: version, cancel: (t("Cancel"), visit.path(desk.path))
                ).html
            })
    }

    func removing(isStale: Bool) -> Page {
        page(
            t("Go back to the inventory's rows?"), problems: isStale,
            HTML {
                if isStale { stale }
                p { t("The model is taken away with its measures. Scenarios keep what was chosen in them.") }
                FormView(
                    Form([]), Answers(), t, token: visit.formToken, action: "\(address)/removal",
                    submit: t("Take the model away"), version: work.frame.version, submitKind: .warning,
                    cancel: (t("Cancel"), visit.path(desk.path))
                ).html
            })
    }

    private var stale: HTML {
        Components.notice(.warning, t("Somebody else changed the plan meanwhile"), t) {
            p { t("Look at the plan, choose the file again and send it.") }
        }
    }

    private func page(_ title: String, problems: Bool, _ body: HTML) -> Page {
        Page(
            title: title, caption: t("Plan of {city}", ["city": desk.city.name]), breadcrumb: desk.trail(visit),
            problems: problems, isPrivate: true, body: body)
    }
}
