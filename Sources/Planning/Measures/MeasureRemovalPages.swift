import Portfolio
import Web

/// The page that asks whether a measure is to go.
struct MeasureRemovalPages {
    let view: MeasureView
    let visit: Visit

    private var t: Texts { visit.t }

    func page(isStale: Bool) -> Page {
        Page(
            title: t("Remove the measure?"), caption: view.record.title, breadcrumb: view.trail(visit),
            problems: isStale, isPrivate: true,
            body: HTML {
                if isStale {
                    Components.notice(.warning, t("Somebody else changed the measure meanwhile"), t) {
                        p { t("Nothing was removed. Look at the measure, then do it again.") }
                    }
                }
                p {
                    t(
                        "“{name}” goes from the portfolio and from every scenario of the city.",
                        ["name": view.record.title])
                }
                needed
                FormView(
                    Form([]), Answers(), t, token: visit.formToken, action: visit.path("\(view.record.path)/removal"),
                    submit: t("Remove the measure"), version: view.record.version, submitKind: .warning,
                    cancel: (t("Cancel"), visit.path(view.record.path))
                ).html
            })
    }

    /// Measures that name it would stand in the way of the plan.
    private var needed: HTML {
        let others = view.desk.records.filter { record in
            record.measure.effect.requires.contains(view.measure.id)
                || record.measure.effect.excludes.contains(view.measure.id)
        }
        guard !others.isEmpty else { return .empty }
        return Components.notice(.warning, t("Other measures name it"), t) {
            p { t("Change them too, or the plan cannot be computed:") }
            ul { for record in others { li { a(.href(visit.path("\(record.path)/time"))) { record.title } } } }
        }
    }
}
