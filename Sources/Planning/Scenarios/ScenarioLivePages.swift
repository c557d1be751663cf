import Pathways
import Portfolio
import Web

/// A scenario with a lever for each measure, and what they make of the pathway.
struct ScenarioLivePages {
    let view: ScenarioView
    let levers: ScenarioLevers
    let visit: Visit
    /// What is shown is not what is saved.
    let isPreview: Bool
    /// Somebody else saved the scenario after this person opened it.
    let isStale: Bool
    private let scenario: Plan.Scenario
    private let outcome: ScenarioOutcome
    /// nil: something stands in the way, or no measure has costs.
    private let money: PlanResults?

    init(
        view: ScenarioView, levers: ScenarioLevers, visit: Visit, isPreview: Bool = false, isStale: Bool = false
    ) {
        self.view = view
        self.levers = levers
        self.visit = visit
        self.isPreview = isPreview
        self.isStale = isStale
        scenario = ScenarioPlan.scenario(view.record, levers.choices, of: view.work.measures)
        outcome = view.work.outcome(scenario)
        let isPriced = view.work.whole.measures.contains { $0.costs != nil }
        money = isPriced && outcome.result != nil ? view.work.money(scenario, levers.choices) : nil
    }

    private var t: Texts { visit.t }
    private var record: ScenarioRecord { view.record }
    private var mayEdit: Bool { view.desk.right >= .edit }

    /// Whether it can be drawn and saved.
    var isFine: Bool { levers.isFine && outcome.result != nil }

    var page: Page {
        Page(
            title: record.title(t), caption: t("Plan of {city}", ["city": view.desk.city.name]),
            breadcrumb: view.trail(visit, withScenario: false), problems: !isFine, wide: true, isPrivate: true,
            body: HTML {
                if isStale { stale }
                p { t(record.kind.about) }
                if ScenarioRules.mayChoose(record) && !view.work.measures.isEmpty {
                    div(.class("live")) {
                        controls
                        div(.id("live"), .class("live-view")) { live }
                    }
                } else {
                    live
                }
            })
    }

    private var stale: HTML {
        Components.notice(.warning, t("Somebody else changed the scenario meanwhile"), t) {
            p { t("What you set is still here. Saving it puts it in the place of what was saved meanwhile:") }
            ul {
                for choice in view.choices where choice.ambition > 0 {
                    li { "\(name(choice.measure)): \(percent(choice.ambition)) · \(shift(choice.shift))" }
                }
            }
        }
    }

    // MARK: The drawing

    /// The part that is drawn anew; it says in a sentence what it shows, for those who do not see it.
    var live: HTML {
        div(.data("said", said)) {
            switch outcome {
            case .refused(let problems): ScenarioProblems.notice(problems, view.work.plan, t)
            case .drawn(let result): drawing(result)
            }
        }
    }

    private var said: String {
        guard let result = outcome.result else { return t("The plan cannot be computed like this") }
        return ScenarioCharts(result, visit).message
    }

    private func drawing(_ result: ScenarioResult) -> HTML {
        let charts = ScenarioCharts(result, visit)
        return HTML {
            charts.facts
            charts.wedges(
                id: "pathway", title: t("Pathway of the scenario"),
                csvPath: isPreview ? nil : "\(record.path)/pathway.csv")
            if let money {
                h2 { t("What it costs") }
                InvestmentCharts(money, visit).facts
                InvestmentCharts(money, visit).abatement(csvPath: nil)
            }
            Components.linkList([
                (t("How certain is it?"), visit.path("\(record.path)/uncertainty")),
                (t("How was this computed?"), visit.path("\(record.path)/explanation")),
            ])
            Components.disclosure(t("By sector, scope, carrier and gas; removals and credits")) {
                charts.balance.html
                charts.sectors.html
                charts.scopes.html
                charts.carriers.html
                charts.gases.html
            }
        }
    }

    // MARK: The levers

    private var controls: HTML {
        form(
            .method("post"), .action(visit.path("\(record.path)/preview")), .class("levers"),
            .data("live", "live"), .aria("label", t("Measures"))
        ) {
            FormView.token(visit.formToken)
            input(.type("hidden"), .name("version"), .value("\(record.version)"))
            h2 { t("Measures") }
            for choice in levers.choices { lever(choice) }
            p(.class("saved"), .role("status"), .aria("live", "polite")) {}
            div(.class("buttons")) {
                Components.submit(t("Redraw"), kind: .secondary)
                if mayEdit {
                    button(
                        .class("button"), .type("submit"),
                        .attribute("formaction", visit.path("\(record.path)/choices"))
                    ) { t("Save the scenario") }
                }
            }
        }
    }

    private func lever(_ choice: ScenarioChoice) -> HTML {
        let id = choice.measure
        let measure = view.work.measures.first { $0.id == id }
        let value = "\(Int((choice.ambition * 100).rounded()))"
        return fieldset(.class("lever")) {
            legend {
                name(id)
                if measure?.restsOnClaim == true {
                    " "
                    Components.tag(t("claimed"), .warning)
                }
            }
            if let text = problem(of: id) {
                p(.class("field-error"), .id("problem-\(id)")) {
                    span(.class("hidden")) { t("Error:") + " " }
                    text
                }
            }
            div {
                element("label", .for("ambition-\(id)")) {
                    t("Ambition") + " "
                    span(.data("value", "")) { value }
                    " %"
                }
                input(
                    .type("range"), .id("ambition-\(id)"), .name(ScenarioLevers.ambition(id)), .value(value),
                    .attribute("min", "0"), .attribute("max", "100"), .attribute("step", "5"),
                    .aria("describedby", problem(of: id) == nil ? nil : "problem-\(id)"))
            }
            if let measure { starts(choice, measure) }
            if view.work.whole.measures.contains(where: { $0.id == id && $0.costs != nil }) { price(choice) }
        }
    }

    private func starts(_ choice: ScenarioChoice, _ measure: Plan.Measure) -> HTML {
        let offered = Set(-5...10).union([choice.shift]).sorted()
        return div {
            element("label", .for("shift-\(measure.id)")) {
                t("Start, planned for {year}", ["year": "\(measure.start)"])
            }
            select(.id("shift-\(measure.id)"), .name(ScenarioLevers.shift(measure.id))) {
                for years in offered {
                    option(.value("\(years)"), .flag("selected", if: years == choice.shift)) {
                        "\(measure.start + years)"
                    }
                }
            }
        }
    }

    private func price(_ choice: ScenarioChoice) -> HTML {
        let name = ScenarioLevers.price(choice.measure)
        let value = "\(Int((choice.price * 100).rounded()))"
        return div {
            element("label", .for(name)) {
                t("Price of what is bought") + " "
                span(.data("value", "")) { value }
                " %"
            }
            input(
                .type("range"), .id(name), .name(name), .value(value), .attribute("min", "0"),
                .attribute("max", "\(max(300, Int((choice.price * 100).rounded())))"), .attribute("step", "5"))
        }
    }

    private func problem(of measure: String) -> String? {
        if let text = levers.problems[measure] { return text }
        let own = outcome.problems.filter {
            ScenarioProblems.measure($0, in: scenario, view.work.plan) == measure
        }
        return own.first.map { ScenarioProblems.sentence($0, view.work.plan, t) }
    }

    private func name(_ measure: String) -> String {
        let name = view.work.measures.first { $0.id == measure }?.name ?? ""
        return name.isEmpty ? measure : name
    }

    private func percent(_ ambition: Double) -> String { visit.figures.decimal(ambition * 100, decimals: 0) + " %" }

    private func shift(_ years: Int) -> String {
        if years == 0 { return t("as planned") }
        return years > 0
            ? t.count(years, "{count} year later", "{count} years later")
            : t.count(-years, "{count} year sooner", "{count} years sooner")
    }
}
