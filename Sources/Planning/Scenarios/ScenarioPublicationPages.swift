import Pathways
import Web

/// The pages on which a city shows its plan to everybody, or takes it back.
struct ScenarioPublicationPages {
    let desk: ScenarioDesk
    let work: ScenarioDesk.Work
    let visit: Visit

    private var t: Texts { visit.t }
    private var address: String { "\(desk.path)/publication" }

    var form: Form {
        ScenarioForm.publication(work.scenarios.map { Option($0.slug, $0.title(t), translated: false) })
    }

    func publishing(_ answers: Answers) -> Page {
        page(
            t("Publish the plan"), problems: !answers.isFine,
            HTML {
                p {
                    t(
                        "Everybody then sees the pathway, the targets, the measures and the plan's document as they are now."
                    )
                }
                if desk.publication != nil {
                    p { t("What is public now is replaced. Later changes show only after the next publication.") }
                    p { a(.href(visit.path("\(address)/withdrawal"))) { t("Withdraw the public plan") } }
                }
                FormView(
                    form, answers, t, token: visit.formToken, action: visit.path(address),
                    submit: t("Publish the plan"),
                    cancel: (t("Cancel"), visit.path(desk.path))
                ).html
            })
    }

    func withdrawing(_ answers: Answers) -> Page {
        page(
            t("Withdraw the public plan"), problems: !answers.isFine,
            HTML {
                p { t("The public page goes away. The plan itself stays as it is.") }
                FormView(
                    ScenarioForm.withdrawal, answers, t, token: visit.formToken,
                    action: visit.path("\(address)/withdrawal"), submit: t("Withdraw the public plan"),
                    submitKind: .warning, cancel: (t("Cancel"), visit.path(desk.path))
                ).html
            })
    }

    private func page(_ title: String, problems: Bool, _ body: HTML) -> Page {
        Page(
            title: title, caption: t("Plan of {city}", ["city": desk.city.name]), breadcrumb: desk.trail(visit),
            problems: problems, isPrivate: true, body: body)
    }
}
