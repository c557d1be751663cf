import Finance
import Portfolio
import Web

/// Drawings and tables of a scenario's money, the same in the workshop and in public.
struct InvestmentCharts {
    let results: PlanResults
    let words: InvestmentWords
    let t: Texts

    init(_ results: PlanResults, _ visit: Visit) {
        self.results = results
        words = InvestmentWords(visit)
        t = visit.t
    }

    private var write: @Sendable (Double) -> String {
        let figures = words.figures
        return { figures.decimal($0, decimals: 1) }
    }

    // MARK: What matters first

    /// One sentence that says how far the money reaches.
    var message: String {
        let funding = results.funding
        guard funding.neededCents > 0 else { return t("No measure of the scenario has costs yet.") }
        let coverage = Double(funding.neededCents - funding.gapCents) / Double(funding.neededCents)
        return t(
            "The measures need {needed} million euro; contracts cover {percent}, and {gap} million are open.",
            [
                "needed": words.millions(funding.neededCents), "percent": words.percent(coverage),
                "gap": words.millions(funding.gapCents),
            ])
    }

    var facts: HTML {
        let (funding, appraisal) = (results.funding, results.appraisal)
        return Components.facts([
            Components.Fact(
                t("Investment"), figure: words.millions(funding.neededCents), unit: t("million euro"),
                note: t("in prices of {year}", ["year": "\(results.costs.priceYear)"])),
            Components.Fact(
                t("Contracted"), figure: words.millions(funding.contractedCents), unit: t("million euro"),
                note: t("contracted, received or reported")),
            Components.Fact(
                t("Hoped for"), figure: words.millions(funding.hopedForCents), unit: t("million euro"),
                note: t("ideas and applications: no money yet")),
            Components.Fact(
                t("Not covered"), figure: words.millions(funding.gapCents), unit: t("million euro"),
                note: t(
                    "{gap} million even if every hope comes true",
                    ["gap": words.millions(funding.gapAfterHopesCents)])),
            Components.Fact(
                t("Cost of a tonne"), figure: appraisal.eurPerTonne.map { words.euros($0) } ?? "–", unit: "EUR/t CO₂e",
                note: t(
                    "net present value ÷ tonnes of all years, at {rate}",
                    ["rate": words.percent(appraisal.discountRate)])),
        ])
    }

    /// Measures whose costs nobody has stated are missing in every sum.
    func gaps(_ names: [String: String]) -> HTML {
        guard !results.withoutCosts.isEmpty else { return .empty }
        return Components.notice(.warning, t("Measures without costs are missing in every sum"), t) {
            ul { for id in results.withoutCosts { li { names[id] ?? id } } }
        }
    }

    // MARK: By year

    func byYear(csvPath: String?) -> HTML {
        let shown = results.costs.byYear.filter {
            $0.capitalCents != 0 || $0.reinvestmentCents != 0 || $0.runningCents != 0
        }
        guard !shown.isEmpty else { return .empty }
        let years = Array((shown.first?.year ?? 0)...(shown.last?.year ?? 0))
        let rows = results.costs.byYear.filter { years.contains($0.year) }
        let layers = [
            StackChart.Layer(t("Bought"), rows.map { Double($0.capitalCents) / 100_000_000 }),
            StackChart.Layer(t("Bought again"), rows.map { Double($0.reinvestmentCents) / 100_000_000 }),
            StackChart.Layer(t("Running costs"), rows.map { Double($0.runningCents) / 100_000_000 }),
        ].filter { $0.values.contains { $0 != 0 } }
        let title = t("Costs by year")
        return ChartFrame(
            id: "by-year", title: title, message: yearMessage(rows),
            drawing: ColumnChart(
                columns: rows.map { "\($0.year)" }, layers: layers, unit: t("million euro"), writeY: write
            ).html,
            table: DataTable(
                caption: title,
                columns: [
                    DataTable.Column(t("Year")), DataTable.Column(t("Bought, EUR"), number: true),
                    DataTable.Column(t("Bought again, EUR"), number: true),
                    DataTable.Column(t("Running costs, EUR"), number: true),
                    DataTable.Column(t("Net, EUR"), number: true),
                ],
                rows: rows.map { row in
                    [
                        .text("\(row.year)"), words.cell(row.capitalCents), words.cell(row.reinvestmentCents),
                        words.cell(row.runningCents), words.cell(row.netCents),
                    ]
                }), csvPath: csvPath
        ).html(t)
    }

    private func yearMessage(_ rows: [CostResults.Year]) -> String {
        guard let most = rows.max(by: { $0.capitalCents < $1.capitalCents }), most.capitalCents > 0 else {
            return t("Costs are running costs alone.")
        }
        return t(
            "Most is bought in {year}: {amount} million euro.",
            ["year": "\(most.year)", "amount": words.millions(most.capitalCents)])
    }

    /// What is contracted apart from what is hoped for, by the year in which it is paid.
    func funding(csvPath: String?) -> HTML {
        let rows = results.funding.byYear
        guard !rows.isEmpty else {
            return p(.class("quiet")) { t("No funding line has been written down yet.") }
        }
        let title = t("Funding by year")
        let contracted = rows.map { Double($0.contractedCents) / 100_000_000 }
        let hoped = rows.map { Double($0.hopedForCents) / 100_000_000 }
        return ChartFrame(
            id: "funding", title: title,
            message: t("Only what is contracted closes the gap; hopes are shown beside it."),
            drawing: ColumnChart(
                columns: rows.map { "\($0.year)" },
                layers: [.init(t("Contracted"), contracted), .init(t("Hoped for"), hoped)], unit: t("million euro"),
                writeY: write
            ).html,
            table: DataTable(
                caption: title,
                columns: [
                    DataTable.Column(t("Year")), DataTable.Column(t("Contracted, EUR"), number: true),
                    DataTable.Column(t("Hoped for, EUR"), number: true),
                ],
                rows: rows.map { [.text("\($0.year)"), words.cell($0.contractedCents), words.cell($0.hopedForCents)] }),
            csvPath: csvPath
        ).html(t)
    }

    // MARK: By payer, field and source

    var byPayer: DataTable {
        groups(t("Costs by payer"), t("Payer"), results.costs.byPayer) { Payer(rawValue: $0)?.title }
    }

    var byField: DataTable {
        groups(t("Costs by field of action"), t("Field of action"), results.costs.byField) {
            FieldOfAction(rawValue: $0)?.title
        }
    }

    private func groups(
        _ caption: String, _ head: String, _ groups: [CostResults.Group], _ title: (String) -> String?
    ) -> DataTable {
        func sum(_ path: KeyPath<CostResults.Group, Int>) -> Int { groups.reduce(0) { $0 + $1[keyPath: path] } }
        return DataTable(
            caption: caption,
            columns: [
                DataTable.Column(head), DataTable.Column(t("Bought, EUR"), number: true),
                DataTable.Column(t("Bought again, EUR"), number: true),
                DataTable.Column(t("Running costs, EUR"), number: true),
                DataTable.Column(t("Left at the end, EUR"), number: true),
                DataTable.Column(t("Net, EUR"), number: true),
            ],
            rows: groups.map { group in
                [
                    .text(title(group.name).map { t($0) } ?? group.name), words.cell(group.capitalCents),
                    words.cell(group.reinvestmentCents), words.cell(group.runningCents),
                    words.cell(group.residualCents), words.cell(group.netCents),
                ]
            },
            footer: [
                .text(t("Together")), words.cell(sum(\.capitalCents)), words.cell(sum(\.reinvestmentCents)),
                words.cell(sum(\.runningCents)), words.cell(sum(\.residualCents)), words.cell(sum(\.netCents)),
            ], sortsInPlace: true)
    }

    var bySource: DataTable {
        let rows = results.funding.bySource
        return DataTable(
            caption: t("Funding by source"),
            columns: [
                DataTable.Column(t("Who gives it")), DataTable.Column(t("Contracted, EUR"), number: true),
                DataTable.Column(t("Hoped for, EUR"), number: true),
            ],
            rows: rows.map { row in
                [.text(t(row.payer.title)), words.cell(row.contractedCents), words.cell(row.hopedForCents)]
            },
            footer: [
                .text(t("Together")), words.cell(results.funding.contractedCents),
                words.cell(results.funding.hopedForCents),
            ])
    }

    var byStatus: DataTable {
        DataTable(
            caption: t("Funding by status"),
            columns: [DataTable.Column(t("Status")), DataTable.Column(t("EUR"), number: true)],
            rows: results.funding.byStatus.map { row in
                [.html(Components.tag(t(row.status.title), row.status.tone)), words.cell(row.cents)]
            })
    }
}
