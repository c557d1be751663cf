import Inventory
import Pathways
import Web

/// Drawings and tables of one scenario, the same in the workshop and in public.
struct ScenarioCharts {
    let result: ScenarioResult
    let t: Texts
    let figures: Figures

    init(_ result: ScenarioResult, _ visit: Visit) {
        self.result = result
        t = visit.t
        figures = visit.figures
    }

    /// A drawing has eight shades; beyond seven measures the smallest are drawn as one.
    static let mostLayers = 7

    // MARK: Figures

    /// The few numbers that say the most.
    var facts: HTML {
        let pathway = result.pathway
        var facts: [Components.Fact] = []
        for target in pathway.targets {
            facts.append(
                Components.Fact(
                    t("Emissions in {year}", ["year": "\(target.target.year)"]), figure: tonnes(target.value),
                    unit: "t CO₂e", note: gap(target)))
        }
        if pathway.targets.isEmpty, let last = pathway.years.last {
            facts.append(
                Components.Fact(
                    t("Emissions in {year}", ["year": "\(last)"]), figure: tonnes(pathway.gross.last ?? 0),
                    unit: "t CO₂e", note: t("No target is set.")))
        }
        facts.append(
            Components.Fact(
                t("Emitted in all years together"), figure: tonnes(pathway.cumulated.last ?? 0), unit: "t CO₂e",
                note: years))
        if let budget = pathway.budget { facts.append(fact(budget)) }
        return Components.facts(facts)
    }

    private var years: String { "\(result.years.first ?? 0)–\(result.years.last ?? 0)" }

    func tonnes(_ value: Double) -> String { figures.decimal(value, decimals: 0) }

    /// What is missing to a target, in words.
    func gap(_ target: TargetResult) -> String {
        let goal = tonnes(target.goal)
        if target.isMet { return t("The target of {goal} t is reached.", ["goal": goal]) }
        return t("{gap} t above the target of {goal} t.", ["gap": tonnes(target.gap), "goal": goal])
    }

    private func fact(_ budget: BudgetResult) -> Components.Fact {
        let note =
            budget.exhausted.map { t("Used up in {year}.", ["year": "\($0)"]) }
            ?? t("It lasts until {year}.", ["year": "\(budget.budget.end)"])
        return Components.Fact(
            t("Left of the carbon budget"), figure: tonnes(budget.left), unit: "t CO₂e", note: note)
    }

    // MARK: Wedges

    /// The pathway with what each measure takes off it.
    func wedges(id: String, title: String, csvPath: String?, source: HTML = .empty) -> HTML {
        ChartFrame(
            id: id, title: title, message: message, drawing: drawing.html, table: table, csvPath: csvPath,
            source: source
        ).html(t)
    }

    /// One sentence that says what the drawing shows.
    var message: String {
        guard let target = result.target else {
            let share = reduction(at: result.years.count - 1)
            return t(
                "By {year} emissions fall by {percent} %.",
                ["year": "\(result.years.last ?? 0)", "percent": figures.decimal(share * 100, decimals: 1)])
        }
        return t(
            "By {year} emissions fall by {percent} %; the target is {goal} %.",
            [
                "year": "\(target.target.year)", "percent": figures.decimal(target.reduction * 100, decimals: 1),
                "goal": figures.decimal(target.target.reduction * 100, decimals: 1),
            ])
    }

    private func reduction(at place: Int) -> Double {
        guard let first = result.pathway.gross.first, first != 0 else { return 0 }
        return 1 - result.pathway.gross[place] / first
    }

    private var drawing: StackChart {
        let write = figures
        return StackChart(
            xs: result.years.map(Double.init), layers: layers, lines: lines, unit: "t CO₂e",
            writeY: { write.decimal($0, decimals: 0) })
    }

    /// What remains at the bottom, then the measures; what adds emissions is no layer.
    private var layers: [StackChart.Layer] {
        let parts = result.wedges.parts.sorted { ($0.reduction.last ?? 0) > ($1.reduction.last ?? 0) }
        let (shown, rest) =
            parts.count > Self.mostLayers + 1
            ? (Array(parts.prefix(Self.mostLayers)), Array(parts.dropFirst(Self.mostLayers))) : (parts, [])
        var layers = [StackChart.Layer(t("What remains"), result.wedges.result, ground: true)]
        for part in shown {
            layers.append(StackChart.Layer(label(part), part.reduction.map { max(0, $0) }))
        }
        if !rest.isEmpty {
            let sum = result.years.indices.map { year in rest.reduce(0) { $0 + max(0, $1.reduction[year]) } }
            layers.append(StackChart.Layer(t("Other measures"), sum))
        }
        return layers
    }

    /// A claimed figure is always marked.
    func label(_ part: Wedges.Wedge) -> String {
        let name = result.name(of: part.measure)
        return part.restsOnClaim ? t("{measure} (claimed)", ["measure": name]) : name
    }

    private var lines: [LineChart.Series] {
        let without = zip(result.years, result.wedges.baseline).map { (x: Double($0), y: $1) }
        var lines = [LineChart.Series(t("Without measures"), points: without)]
        let targets = result.pathway.targets.sorted { $0.target.year < $1.target.year }
        if let first = result.years.first, let start = result.pathway.gross.first, !targets.isEmpty {
            let points = [(x: Double(first), y: start)] + targets.map { (x: Double($0.target.year), y: $0.goal) }
            lines.append(LineChart.Series(t("Way to the target"), points: points))
        }
        return lines
    }

    /// A line for each measure, a column for each year that matters.
    private var table: DataTable {
        let years = result.shownYears
        func row(_ name: String, _ values: [Double]) -> [DataTable.Cell] {
            [.text(name)]
                + years.map { year in
                    let value = result.pathway.place(year).map { values[$0] } ?? 0
                    return .number(tonnes(value), value)
                }
        }
        return DataTable(
            caption: t("Emissions and what measures take off them, t CO₂e"),
            columns: [DataTable.Column("")] + years.map { DataTable.Column("\($0)", number: true) },
            rows: [row(t("Without measures"), result.wedges.baseline)]
                + result.wedges.parts.map { row(t("less by {measure}", ["measure": label($0)]), $0.reduction) },
            footer: row(t("What remains"), result.wedges.result))
    }

    /// Gross, removals, credits and net are four numbers.
    var balance: DataTable {
        let pathway = result.pathway
        let years = result.shownYears
        func row(_ name: String, _ values: [Double]) -> [DataTable.Cell] {
            [.text(name)]
                + years.map { year in
                    let value = pathway.place(year).map { values[$0] } ?? 0
                    return .number(tonnes(value), value)
                }
        }
        return DataTable(
            caption: t("Gross emissions, removals, credits and net emissions, t CO₂e"),
            columns: [DataTable.Column("")] + years.map { DataTable.Column("\($0)", number: true) },
            rows: [
                row(t("Gross emissions"), pathway.gross), row(t("Removals by sinks"), pathway.removals),
                row(t("Credits"), pathway.credits),
            ], footer: row(t("Net emissions"), pathway.net))
    }

    /// Gross emissions by sector.
    var sectors: DataTable {
        table(
            t("Emissions by sector, t CO₂e"), t("Sector"),
            result.pathway.bySector.map { (t($0.sector.title), $0.co2e) })
    }

    /// Gross emissions by scope; what is claimed without one stands last.
    var scopes: DataTable {
        table(
            t("Emissions by scope, t CO₂e"), t("Scope"),
            result.pathway.byScope.map { item in
                (
                    item.scope.map { t("Scope {number}", ["number": "\($0.rawValue)"]) } ?? t("Without a scope"),
                    item.co2e
                )
            })
    }

    /// Gross emissions by carrier.
    var carriers: DataTable {
        let names = Dictionary(
            result.plan.carriers.map { ($0.id, $0.name.isEmpty ? $0.id : t($0.name)) },
            uniquingKeysWith: { first, _ in first })
        return table(
            t("Emissions by carrier, t CO₂e"), t("Carrier"),
            result.pathway.byCarrier.map { item in
                (item.carrier.map { names[$0] ?? $0 } ?? t("Without a carrier"), item.co2e)
            })
    }

    /// Each gas as a mass.
    var gases: DataTable {
        table(
            t("Emissions by gas, t of each gas"), t("Gas"),
            result.pathway.byGas.map { (t($0.gas.title), $0.tonnes) }, decimals: 1)
    }

    private func table(
        _ caption: String, _ head: String, _ rows: [(name: String, values: [Double])], decimals: Int = 0
    ) -> DataTable {
        let years = result.shownYears
        return DataTable(
            caption: caption,
            columns: [DataTable.Column(head)] + years.map { DataTable.Column("\($0)", number: true) },
            rows: rows.map { row in
                [.text(row.name)]
                    + years.map { year in
                        let value = result.pathway.place(year).map { row.values[$0] } ?? 0
                        return .number(figures.decimal(value, decimals: decimals), value)
                    }
            })
    }
}
