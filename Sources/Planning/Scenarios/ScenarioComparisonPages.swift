import Pathways
import Web

/// The scenarios of a plan side by side.
struct ScenarioComparisonPages {
    let desk: ScenarioDesk
    let work: ScenarioDesk.Work
    let visit: Visit

    private var t: Texts { visit.t }
    private var figures: Figures { visit.figures }

    /// A drawing has five kinds of lines.
    private static let mostLines = 5

    var page: Page {
        let outcomes = work.scenarios.map { record in (record, work.outcome(work.scenario(record))) }
        let drawn = outcomes.compactMap { record, outcome in outcome.result.map { (record.title(t), $0) } }
        return Page(
            title: t("Scenarios side by side"), caption: t("Plan of {city}", ["city": desk.city.name]),
            breadcrumb: desk.trail(visit), wide: true, isPrivate: true,
            body: HTML {
                for (record, outcome) in outcomes where !outcome.problems.isEmpty {
                    h2 { record.title(t) }
                    ScenarioProblems.notice(outcome.problems, work.plan, t)
                }
                if !drawn.isEmpty {
                    chart(drawn)
                    results(drawn).html
                }
            })
    }

    private func chart(_ drawn: [(String, ScenarioResult)]) -> HTML {
        let write = figures
        let lines = drawn.prefix(Self.mostLines).map { title, result in
            LineChart.Series(
                title,
                points: result.shownYears.compactMap { year in
                    result.pathway.gross(in: year).map { (x: Double(year), y: $0) }
                })
        }
        return ChartFrame(
            id: "comparison", title: t("Gross emissions by scenario"), message: message(drawn),
            drawing: LineChart(lines, unit: "t CO₂e", writeY: { write.decimal($0, decimals: 0) }).html,
            table: table(drawn), csvPath: "\(desk.path)/comparison.csv"
        ).html(t)
    }

    private func message(_ drawn: [(String, ScenarioResult)]) -> String {
        guard let best = drawn.min(by: { ($0.1.pathway.gross.last ?? 0) < ($1.1.pathway.gross.last ?? 0) }) else {
            return ""
        }
        guard drawn.contains(where: { $0.1.pathway.gross.last != best.1.pathway.gross.last }) else {
            return t("All scenarios come to the same.")
        }
        return t(
            "The least is left in {year} by “{scenario}”: {tonnes} t.",
            [
                "year": "\(best.1.years.last ?? 0)", "scenario": best.0,
                "tonnes": figures.decimal(best.1.pathway.gross.last ?? 0, decimals: 0),
            ])
    }

    private func table(_ drawn: [(String, ScenarioResult)]) -> DataTable {
        let years = drawn.first?.1.shownYears ?? []
        return DataTable(
            caption: t("Gross emissions by scenario, t CO₂e"),
            columns: [DataTable.Column(t("Scenario"))] + years.map { DataTable.Column("\($0)", number: true) },
            rows: drawn.map { title, result in
                [.text(title)]
                    + years.map { year in
                        let value = result.pathway.gross(in: year) ?? 0
                        return .number(figures.decimal(value, decimals: 0), value)
                    }
            })
    }

    /// Each target, the sum of all years, and the budget, for each scenario.
    private func results(_ drawn: [(String, ScenarioResult)]) -> DataTable {
        let targets = work.frame.content.targets
        return DataTable(
            caption: t("What each scenario reaches"),
            columns: [DataTable.Column(t("Scenario")), DataTable.Column(t("Measures"), number: true)]
                + targets.map { DataTable.Column(t("Against the target of {year}", ["year": "\($0.year)"])) }
                + [DataTable.Column(t("All years together, t CO₂e"), number: true)]
                + (work.frame.content.budget == nil
                    ? [] : [DataTable.Column(t("Left of the carbon budget"), number: true)]),
            rows: drawn.map { title, result in
                [.text(title), .number("\(result.wedges.parts.count)", Double(result.wedges.parts.count))]
                    + result.pathway.targets.map { .text(ScenarioCharts(result, visit).gap($0)) }
                    + [number(result.pathway.cumulated.last ?? 0)]
                    + (result.pathway.budget.map { [number($0.left)] } ?? [])
            })
    }

    private func number(_ value: Double) -> DataTable.Cell { .number(figures.decimal(value, decimals: 0), value) }
}
