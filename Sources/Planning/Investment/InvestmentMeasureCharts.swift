import Finance
import Portfolio
import Web

/// What each measure costs, brings and lacks.
extension InvestmentCharts {
    func name(_ id: String, _ name: String) -> String { name.isEmpty ? id : name }

    /// A line for each measure: what it needs and what covers it.
    func gapTable(_ path: (String) -> String?) -> DataTable {
        let funding = results.funding
        return DataTable(
            caption: t("What each measure needs and what covers it"),
            columns: [
                DataTable.Column(t("Measure")), DataTable.Column(t("Needed, EUR"), number: true),
                DataTable.Column(t("Contracted, EUR"), number: true),
                DataTable.Column(t("Hoped for, EUR"), number: true), DataTable.Column(t("Open, EUR"), number: true),
                DataTable.Column(t("Covered"), number: true),
            ],
            rows: funding.measures.map { row in
                let title = name(row.id, row.name)
                return [
                    path(row.id).map { .link(title, $0) } ?? .text(title), words.cell(row.neededCents),
                    words.cell(row.contractedCents), words.cell(row.hopedForCents), words.cell(row.gapCents),
                    .number(words.percent(row.coverage), row.coverage ?? 0),
                ]
            },
            footer: [
                .text(t("All measures")), words.cell(funding.neededCents), words.cell(funding.contractedCents),
                words.cell(funding.hopedForCents), words.cell(funding.gapCents), .text(""),
            ], sortsInPlace: true)
    }

    /// The cheapest tonne first.
    func abatement(csvPath: String?) -> HTML {
        let steps = results.marginalCosts
        guard !steps.isEmpty else {
            return p(.class("quiet")) { t("No measure has both costs and a reduction yet.") }
        }
        let write = words.figures
        let title = t("Marginal abatement cost curve")
        let cheap = steps.filter { $0.eurPerTonne <= 0 }.count
        return ChartFrame(
            id: "abatement", title: title,
            message: abatementMessage(cheap),
            drawing: BlockChart(
                steps.map { BlockChart.Block(name($0.id, $0.name), width: $0.tonnes / 1000, height: $0.eurPerTonne) },
                unit: "EUR/t CO₂e", writeX: { write.decimal($0, decimals: 0) + " kt" },
                writeY: { write.decimal($0, decimals: 0) }
            ).html,
            table: abatementTable(title, steps), csvPath: csvPath
        ).html(t)
    }

    private func abatementMessage(_ cheap: Int) -> String {
        guard cheap > 0 else {
            return t("No measure pays for itself; each costs what its height says for each tonne.")
        }
        return t.count(
            cheap, "{count} measure pays for itself; the others cost what their height says for each tonne.",
            "{count} measures pay for themselves; the others cost what their height says for each tonne.")
    }

    private func abatementTable(_ title: String, _ steps: [MarginalCost]) -> DataTable {
        DataTable(
            caption: title,
            columns: [
                DataTable.Column(t("Measure")), DataTable.Column("EUR/t CO₂e", number: true),
                DataTable.Column(t("with co-benefits"), number: true),
                DataTable.Column(t("t CO₂e of all years"), number: true),
                DataTable.Column(t("with all before it"), number: true),
            ],
            rows: steps.map { step in
                [
                    .text(name(step.id, step.name)), words.cell(step.eurPerTonne),
                    words.cell(step.eurPerTonneWithCoBenefits), words.cell(step.tonnes),
                    words.cell(step.cumulatedTonnes),
                ]
            })
    }

    /// What investors ask of each measure.
    var returns: DataTable {
        DataTable(
            caption: t("Returns of each measure"),
            columns: [
                DataTable.Column(t("Measure")), DataTable.Column(t("Net present value, EUR"), number: true),
                DataTable.Column(t("with co-benefits, EUR"), number: true),
                DataTable.Column(t("Internal rate of return"), number: true),
                DataTable.Column(t("Payback, years"), number: true),
                DataTable.Column(t("Discounted payback, years"), number: true),
            ],
            rows: results.costs.measures.map { money in
                [
                    .text(name(money.id, money.name)), words.cell(money.npvEur),
                    words.cell(money.npvWithCoBenefitsEur), rates(money.internalRates),
                    years(money.paybackYears), years(money.discountedPaybackYears),
                ]
            }, sortsInPlace: true)
    }

    /// A flow that changes its sign more than once may have several rates: all of them are shown.
    private func rates(_ rates: [Double]) -> DataTable.Cell {
        guard let first = rates.first else { return .missing(t("none")) }
        return .number(rates.map { words.percent($0) }.joined(separator: " · "), first)
    }

    private func years(_ years: Double?) -> DataTable.Cell {
        guard let years else { return .missing(t("not within the plan")) }
        return .number(words.figures.decimal(years, decimals: 1), years)
    }

    // MARK: Cash flow and sensitivity

    func cashFlow(csvPath: String?) -> HTML {
        let flow = results.cashFlow
        guard flow.netCents.contains(where: { $0 != 0 }) else { return .empty }
        let write = words.figures
        let title = t("Cash flow")
        func line(_ name: String, _ values: [Double]) -> LineChart.Series {
            LineChart.Series(name, points: zip(flow.years, values).map { (x: Double($0), y: $1 / 1_000_000) })
        }
        return ChartFrame(
            id: "cash-flow", title: title,
            message: t(
                "Discounted, the plan comes to {value} million euro.",
                ["value": words.millions(results.appraisal.npvEur)]),
            drawing: LineChart(
                [
                    line(t("Added up"), flow.cumulatedCents.map { Double($0) / 100 }),
                    line(t("Added up, discounted"), flow.cumulatedDiscountedEur),
                ], unit: t("million euro"), writeY: { write.decimal($0, decimals: 1) }
            ).html,
            table: DataTable(
                caption: title,
                columns: [
                    DataTable.Column(t("Year")), DataTable.Column(t("Net, EUR"), number: true),
                    DataTable.Column(t("Added up, EUR"), number: true),
                    DataTable.Column(t("Added up, discounted, EUR"), number: true),
                ],
                rows: flow.years.indices.map { place in
                    [
                        .text("\(flow.years[place])"), words.cell(flow.netCents[place]),
                        words.cell(flow.cumulatedCents[place]), words.cell(flow.cumulatedDiscountedEur[place]),
                    ]
                }), csvPath: csvPath
        ).html(t)
    }

    /// The inputs that move the net present value most.
    var sensitivity: HTML {
        let bars = results.sensitivity.npv.prefix(10)
        guard !bars.isEmpty else {
            return p(.class("quiet")) { t("No figure has a range yet: ranges stand at the measures' costs.") }
        }
        let title = t("What the net present value depends on")
        let shown = bars.map { bar in (label: label(bar.input), bar: bar) }
        return ChartFrame(
            id: "sensitivity", title: title, message: t("Each figure alone at the ends of its range."),
            drawing: RangeChart(
                shown.map { item in
                    RangeChart.Bar(
                        item.label, low: item.bar.atLower / 1_000_000, high: item.bar.atUpper / 1_000_000,
                        figure: "\(words.millions(item.bar.atLower)) … \(words.millions(item.bar.atUpper))")
                }, middle: results.appraisal.npvEur / 1_000_000
            ).html,
            table: DataTable(
                caption: title,
                columns: [
                    DataTable.Column(t("Figure")), DataTable.Column(t("At its lower end, EUR"), number: true),
                    DataTable.Column(t("At its upper end, EUR"), number: true),
                ],
                rows: shown.map { [.text($0.label), words.cell($0.bar.atLower), words.cell($0.bar.atUpper)] }),
            csvPath: nil
        ).html(t)
    }

    /// An input's place in the plan, in words.
    private func label(_ input: String) -> String {
        let parts = input.split(separator: "/").map(String.init)
        guard parts.count == 4, parts[0] == "measures" else { return t("Discount rate") }
        let title = results.costs.measures.first { $0.id == parts[1] }.map { name($0.id, $0.name) } ?? parts[1]
        return parts[3] == "capitalCents"
            ? t("{measure}: what is bought", ["measure": title])
            : t("{measure}: running costs", ["measure": title])
    }
}
