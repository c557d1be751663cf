import Portfolio
import Web

/// The pages on which a city's team chooses how to start a measure, and takes one from the library.
struct SolutionUsePages {
    let desk: ScenarioDesk
    let visit: Visit

    var t: Texts { visit.t }

    /// The address of the choice, without the language.
    static func path(_ desk: ScenarioDesk) -> String { "\(desk.city.path)/measures/new" }

    /// The address of the city's portfolio, without the language.
    private static func portfolio(_ desk: ScenarioDesk) -> String { "\(desk.city.path)/measures/portfolio" }

    private func trail(withChoice: Bool = true) -> [Page.Crumb] {
        desk.trail(visit) + [Page.Crumb(t("Portfolio of measures"), visit.path(Self.portfolio(desk)))]
            + (withChoice ? [Page.Crumb(t("Add a measure"), visit.path(Self.path(desk)))] : [])
    }

    private func page(_ title: String, problems: Bool = false, withChoice: Bool = true, _ body: HTML) -> Page {
        Page(
            title: title, caption: t("Plan of {city}", ["city": desk.city.name]),
            breadcrumb: trail(withChoice: withChoice), problems: problems, wide: !withChoice, isPrivate: true,
            body: body)
    }

    /// What stands in the place of everything else where the city has no plan.
    var noPlan: Page {
        page(
            t("Add a measure"), withChoice: false,
            HTML {
                Components.lead(
                    t(
                        "A measure acts on what the city's plan computes: fuel, electricity, traffic, waste. The plan starts from a published inventory."
                    ))
                Components.emptyState(
                    t("Nobody has started a plan of this city here."),
                    next: (t("Start the plan"), visit.path("\(desk.path)/frame/base")))
            })
    }

    func choice(_ list: SolutionList) -> Page {
        page(
            t("Add a measure"), withChoice: false,
            HTML {
                Components.lead(
                    t(
                        "Start from a solution that others have used, with its costs and its effect, or from an empty page."
                    ))
                Components.linkList([
                    (t("Start from an empty page"), visit.path("\(desk.city.path)/measures/blank")),
                    (t("Take one over from another city"), visit.path("\(Self.portfolio(desk))/copies")),
                ])
                h2 { t("From the solutions library") }
                if let work = desk.work, !SolutionActivities.countsEnergy(work.plan) { tonnesAlone(work) }
                SolutionListPages(list, visit).content(action: visit.path(Self.path(desk))) { solution in
                    visit.path("\(Self.path(desk))/\(solution.id)")
                }
            })
    }

    // MARK: From the library

    func taking(
        _ solution: Solution, _ activities: SolutionActivities, _ form: Form, _ answers: Answers,
        preview: NewMeasure? = nil
    ) -> Page {
        let view = FormView(
            form, answers, t, token: visit.formToken,
            action: visit.path("\(Self.path(desk))/\(solution.id)"), submit: t("Add the measure"),
            cancel: (t("Cancel"), visit.path(Self.path(desk))))
        return page(
            solution.name(visit.language), problems: !answers.isFine,
            HTML {
                view.summary
                about(solution)
                if activities.effect == .none { noFigure(solution, form) }
                if let preview { NewMeasurePanel(preview, visit).html }
                fields(view)
            })
    }

    private func about(_ solution: Solution) -> HTML {
        let words = SolutionWords(visit)
        var rows = [Components.SummaryRow(t("Unit"), solution.unit(visit.language))]
        if let cost = solution.cost {
            rows.append(
                Components.SummaryRow(
                    t("Cost of a unit"),
                    HTML {
                        "\(words.euros(cost.value)) (\(words.range(cost.low, cost.high))) "
                        words.mark(cost.origin.confidence)
                    }))
        }
        rows.append(
            Components.SummaryRow(
                t("What a unit does in a year"),
                HTML {
                    words.effect(solution) + " "
                    words.mark(solution.saving.origin?.confidence)
                }))
        return HTML {
            Components.summaryList(rows, t)
            p { a(.href(visit.path(solution.path))) { t("Where these figures come from") } }
        }
    }

    /// The first button is the one that Enter presses: it saves nothing.
    private func fields(_ view: FormView) -> HTML {
        view.open {
            for field in view.form.fields { view.field(field.name) }
            div(.class("buttons")) {
                Components.submit(
                    t("Look at effect and cost"), kind: .secondary, name: Self.stepName, value: Self.previewStep)
                Components.submit(view.submit)
                if let cancel = view.cancel { a(.href(cancel.path)) { cancel.title } }
            }
        }
    }

    /// The button that was pressed.
    static let stepName = "step"
    static let previewStep = "preview"

    // MARK: From an empty page

    func blank(_ answers: Answers, preview: NewMeasure? = nil) -> Page {
        let view = FormView(
            BlankMeasure.form, answers, t, token: visit.formToken,
            action: visit.path("\(desk.city.path)/measures/blank"), submit: t("Add the measure"),
            cancel: (t("Cancel"), visit.path(Self.path(desk))))
        return page(
            t("Start from an empty page"), problems: !answers.isFine,
            HTML {
                view.summary
                p {
                    t(
                        "What is not known yet can be added later: costs, funding, what it does to the plan's activities."
                    )
                }
                if let preview { NewMeasurePanel(preview, visit).html }
                fields(view)
            })
    }
}
