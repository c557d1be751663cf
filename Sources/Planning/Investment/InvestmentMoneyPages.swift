import Web

/// The page on which a city says how its plan counts money.
struct InvestmentMoneyPages {
    let desk: ScenarioDesk
    let visit: Visit

    private var t: Texts { visit.t }

    /// What was typed stays in the form, also where somebody else saved meanwhile.
    func editing(_ answers: Answers, version: Int, isStale: Bool = false) -> Page {
        let room = visit.path(InvestmentView.path(of: desk.city))
        return Page(
            title: t("Prices and rates"), caption: desk.city.name,
            breadcrumb: desk.trail(visit) + [Page.Crumb(t("Investment plan"), room)],
            problems: !answers.isFine || isStale, isPrivate: true,
            body: HTML {
                if isStale {
                    Components.notice(.warning, t("Somebody else changed the plan's money meanwhile"), t) {
                        p { t("Your answers are still in the form below. Saving puts them over what was saved.") }
                    }
                }
                p { t("Everything is counted in euro, in the prices of one year, without inflation.") }
                FormView(
                    InvestmentMoneyForm.form, answers, t, token: visit.formToken, action: "\(room)/money",
                    submit: t("Save"), version: version, cancel: (t("Cancel"), room)
                ).html
            })
    }
}
