import Pathways
import Portfolio
import Web

/// What a measure would do and cost, before it is added.
struct NewMeasurePanel {
    let new: NewMeasure
    let visit: Visit

    init(_ new: NewMeasure, _ visit: Visit) {
        self.new = new
        self.visit = visit
    }

    private var t: Texts { visit.t }

    var html: HTML {
        section(.aria("labelledby", "preview")) {
            h2(.id("preview")) { t("What it would do") }
            if new.problems.isEmpty {
                Components.facts(facts)
                p(.class("note")) {
                    t(
                        "Counted in the scenario “The plan” beside its other measures. Nothing is saved yet."
                    )
                }
            } else {
                ScenarioProblems.notice(new.problems, new.plan, t)
            }
        }
    }

    private var facts: [Components.Fact] {
        var facts: [Components.Fact] = []
        if let change = new.change {
            let year = ["year": "\(change.year)"]
            facts.append(
                Components.Fact(t("Less in {year}", year), figure: tonnes(change.gross), unit: "t CO₂e"))
            if change.removed != 0 {
                facts.append(
                    Components.Fact(
                        t("More removed in {year}", year), figure: tonnes(change.removed), unit: "t CO₂"))
            }
        } else {
            facts.append(Components.Fact(t("Effect"), figure: t("not known"), note: t("The plan cannot be computed.")))
        }
        guard let costs = new.measure.costs else {
            return facts + [Components.Fact(t("Investment"), figure: t("not known"))]
        }
        let range = costs.capitalRange.map { range in
            let (low, high) = (euros(costs.capitalCents, range.lower), euros(costs.capitalCents, range.upper))
            return t("{low} to {high}", ["low": low, "high": high])
        }
        return facts + [
            Components.Fact(t("Investment"), figure: euros(costs.capitalCents), unit: "EUR", note: range),
            Components.Fact(t("Running costs a year"), figure: euros(costs.yearlyCents), unit: "EUR"),
        ]
    }

    private func tonnes(_ value: Double) -> String {
        visit.figures.decimal(value, decimals: value.magnitude < 10 ? 2 : 0)
    }

    private func euros(_ cents: Int, _ factor: Double = 1) -> String {
        visit.figures.decimal((Double(cents) * factor / 100).rounded(), decimals: 0)
    }
}
