import Inventory
import Pathways
import Web

/// How certain a scenario is: what its emissions lie between, how likely its targets are, and what moves them most.
struct ScenarioUncertaintyPages {
    let view: ScenarioView
    let visit: Visit

    private var t: Texts { visit.t }
    private var figures: Figures { visit.figures }

    /// Enough for bands that do not move when drawn again, and drawn while somebody waits.
    private static let draws = 2_000
    private static let mostBars = 12

    var page: Page {
        Page(
            title: t("How certain is it?"), caption: caption, breadcrumb: view.trail(visit), isPrivate: true,
            body: HTML {
                if let run = view.run {
                    content(run)
                } else {
                    ScenarioProblems.notice(
                        view.work.outcome(view.work.scenario(view.record)).problems, view.work.plan, t)
                }
            })
    }

    private var caption: String { "\(view.desk.city.name) · \(view.record.title(t))" }

    private func content(_ run: ScenarioRun) -> HTML {
        let simulation = run.simulation(draws: Self.draws)
        return HTML {
            if simulation.variables.isEmpty {
                Components.emptyState(
                    t("No figure of the plan has a range. Ranges stand at inventory rows and at measures' effects."))
            } else {
                Components.lead(lead(simulation))
                bands(simulation)
                if !simulation.targets.isEmpty { chances(simulation).html }
                tornado(run)
            }
        }
    }

    private func lead(_ simulation: Simulation) -> String {
        t(
            "Drawn {draws} times from the ranges of {count} figures; the strip holds 95 % of what came out.",
            ["draws": figures.integer(simulation.draws), "count": "\(simulation.variables.count)"])
    }

    private func tonnes(_ value: Double) -> String { figures.decimal(value, decimals: 0) }

    private func bands(_ simulation: Simulation) -> HTML {
        let write = figures
        let rows = Array(zip(simulation.years, simulation.gross))
        let title = t("Gross emissions and what they lie between")
        let line = LineChart.Series(
            t("Median"), points: rows.map { (x: Double($0), y: $1.median) },
            band: rows.map { (x: Double($0), low: $1.low, high: $1.high) })
        return ChartFrame(
            id: "bands", title: title, message: message(simulation),
            drawing: LineChart([line], unit: "t CO₂e", writeY: { write.decimal($0, decimals: 0) }).html,
            table: DataTable(
                caption: title,
                columns: [
                    DataTable.Column(t("Year")), DataTable.Column(t("2.5 % lie below"), number: true),
                    DataTable.Column(t("Median"), number: true),
                    DataTable.Column(t("2.5 % lie above"), number: true),
                ],
                rows: rows.map { year, band in
                    [
                        .text("\(year)"), .number(tonnes(band.low), band.low),
                        .number(tonnes(band.median), band.median), .number(tonnes(band.high), band.high),
                    ]
                }), csvPath: nil
        ).html(t)
    }

    private func message(_ simulation: Simulation) -> String {
        guard let year = simulation.years.last, let band = simulation.gross.last else { return "" }
        return t(
            "In {year} emissions lie between {low} and {high} t CO₂e.",
            ["year": "\(year)", "low": tonnes(band.low), "high": tonnes(band.high)])
    }

    private func chances(_ simulation: Simulation) -> DataTable {
        let years = Dictionary(
            view.work.plan.targets.map { ($0.id, $0.year) }, uniquingKeysWith: { first, _ in first })
        return DataTable(
            caption: t("How likely the targets are reached"),
            columns: [DataTable.Column(t("Target")), DataTable.Column(t("Probability"), number: true)],
            rows: simulation.targets.map { chance in
                [
                    .text(years[chance.target].map { "\($0)" } ?? chance.target),
                    .number(
                        figures.decimal(chance.probability * 100, decimals: 0) + " ± "
                            + figures.decimal(chance.standardError * 196, decimals: 0) + " %", chance.probability),
                ]
            })
    }

    private func tornado(_ run: ScenarioRun) -> HTML {
        guard let sensitivity = run.sensitivity(), !sensitivity.bars.isEmpty else { return .empty }
        let inputs = ScenarioInputs(plan: view.work.plan, t: t)
        let bars = sensitivity.bars.prefix(Self.mostBars).map { (name: inputs.name($0.input), bar: $0) }
        let title = t("What the emissions of all years depend on")
        return ChartFrame(
            id: "tornado", title: title, message: t("Each figure alone at the ends of its range."),
            drawing: RangeChart(
                bars.map { item in
                    RangeChart.Bar(
                        item.name, low: item.bar.atLower, high: item.bar.atUpper,
                        figure: "\(tonnes(item.bar.atLower)) … \(tonnes(item.bar.atUpper))")
                }, middle: sensitivity.central
            ).html,
            table: DataTable(
                caption: title,
                columns: [
                    DataTable.Column(t("Figure")), DataTable.Column(t("At its lower end, t CO₂e"), number: true),
                    DataTable.Column(t("At its upper end, t CO₂e"), number: true),
                ],
                rows: bars.map { item in
                    [
                        .text(item.name), .number(tonnes(item.bar.atLower), item.bar.atLower),
                        .number(tonnes(item.bar.atUpper), item.bar.atUpper),
                    ]
                }), csvPath: nil
        ).html(t)
    }
}
