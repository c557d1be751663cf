import Web

/// The pages that ask something about a scenario as a whole.
struct ScenarioFormPages {
    let desk: ScenarioDesk
    let visit: Visit

    private var t: Texts { visit.t }

    func new(_ answers: Answers) -> Page {
        page(
            t("Add a variant"), problems: !answers.isFine, trail: desk.trail(visit),
            FormView(
                ScenarioForm.name, answers, t, token: visit.formToken, action: visit.path("\(desk.path)/new"),
                submit: t("Add the scenario"), cancel: (t("Cancel"), visit.path(desk.path))
            ).html)
    }

    func copying(_ view: ScenarioView, _ answers: Answers) -> Page {
        page(
            t("Copy a scenario"), problems: !answers.isFine, trail: view.trail(visit),
            HTML {
                p { t("The copy is a variant with the same measures. What is changed in it changes nothing here.") }
                FormView(
                    ScenarioForm.name, answers, t, token: visit.formToken,
                    action: visit.path("\(view.record.path)/copy"), submit: t("Copy the scenario"),
                    cancel: (t("Cancel"), visit.path(desk.path))
                ).html
            })
    }

    func naming(_ view: ScenarioView, _ answers: Answers, version: Int, isStale: Bool = false) -> Page {
        page(
            t("Rename the scenario"), problems: !answers.isFine || isStale, trail: view.trail(visit),
            HTML {
                if isStale {
                    Components.notice(.warning, t("Somebody else changed the scenario meanwhile"), t) {
                        p { t("It is called “{name}” now.", ["name": view.record.title(t)]) }
                    }
                }
                FormView(
                    ScenarioForm.name, answers, t, token: visit.formToken,
                    action: visit.path("\(view.record.path)/name"), submit: t("Save"), version: version,
                    cancel: (t("Cancel"), visit.path(desk.path))
                ).html
            })
    }

    func removal(_ view: ScenarioView) -> Page {
        page(
            t("Remove the scenario?"), problems: false, trail: view.trail(visit),
            HTML {
                p {
                    t("“{name}” and its choices are removed. The city's measures stay.", ["name": view.record.title(t)])
                }
                FormView(
                    Form([]), Answers(), t, token: visit.formToken, action: visit.path("\(view.record.path)/removal"),
                    submit: t("Remove the scenario"), version: view.record.version, submitKind: .warning,
                    cancel: (t("Cancel"), visit.path(desk.path))
                ).html
            })
    }

    private func page(_ title: String, problems: Bool, trail: [Page.Crumb], _ body: HTML) -> Page {
        Page(
            title: title, caption: t("Plan of {city}", ["city": desk.city.name]), breadcrumb: trail, problems: problems,
            isPrivate: true, body: body)
    }
}
