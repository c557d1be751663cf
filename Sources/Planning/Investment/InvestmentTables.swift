import Finance
import Portfolio
import Web

/// The tables T1 to T15 of the investment plan, as the contract's template numbers them.
struct InvestmentTables {
    let plan: InvestmentPlan
    let words: InvestmentWords
    let t: Texts

    init(_ plan: InvestmentPlan, _ visit: Visit) {
        self.plan = plan
        words = InvestmentWords(visit)
        t = visit.t
    }

    /// A table of the template: shown on a page, and written to a workbook with numbers as numbers.
    struct Table {
        let number: Int
        let title: String
        let columns: [DataTable.Column]
        let rows: [[Cell]]
    }

    /// What stands in a cell.
    enum Cell {
        case text(String)
        case cents(Int)
        /// nil is not known.
        case number(Double?)
        /// A fraction of 1, shown in percent.
        case part(Double?)
    }

    /// All of them, in their order; those that nobody has written anything for are empty.
    var all: [Table] {
        [
            budgets, spending, incomes, sources, barriers, costs, projects, payers, coverage, economic, financial,
            policies, risks, stakeholders, activities,
        ]
    }

    /// A table as pages show it.
    func shown(_ table: Table) -> DataTable {
        DataTable(
            caption: "T\(table.number). \(table.title)", columns: table.columns,
            rows: table.rows.map { row in row.map(shown) })
    }

    private func shown(_ cell: Cell) -> DataTable.Cell {
        switch cell {
        case .text(let text): .text(text)
        case .cents(let cents): words.cell(cents)
        case .number(let number): words.cell(number)
        case .part(let part): .number(words.percent(part), part ?? 0)
        }
    }

    private func euro(_ title: String) -> DataTable.Column { DataTable.Column(title, number: true) }

    private func table(_ number: Int, _ title: String, _ columns: [DataTable.Column], _ rows: [[Cell]]) -> Table {
        Table(number: number, title: title, columns: columns, rows: rows)
    }

    private var budgets: Table {
        table(
            1, t("Municipal budget"),
            [
                DataTable.Column(t("Year")), DataTable.Column(t("State")), euro(t("Budget, EUR")),
                euro(t("Climate spending, EUR")), euro(t("Part")),
            ],
            plan.budgets.map { row in
                [
                    .text("\(row.year)"), .text(row.isExecuted ? t("executed") : t("approved")),
                    .cents(row.cents), .cents(row.climateCents),
                    .part(row.climateShare),
                ]
            })
    }

    private var spending: Table {
        table(
            2, t("Climate spending by field"),
            [
                DataTable.Column(t("Field of action")), DataTable.Column(t("Part of the field")),
                DataTable.Column(t("Year")), euro(t("EUR")),
            ],
            plan.spending.map { [.text(t($0.field.title)), .text($0.part), .text("\($0.year)"), .cents($0.cents)] })
    }

    private var incomes: Table {
        table(
            3, t("Income sources"), [DataTable.Column(t("Name")), euro(t("EUR a year")), euro(t("Part"))],
            plan.incomes.map { row in
                [.text(row.name), .cents(row.cents), .part(row.share)]
            })
    }

    private var sources: Table {
        let statuses = FundingLine.Status.allCases
        return table(
            4, t("Capital sources"),
            [DataTable.Column(t("Name")), DataTable.Column(t("Who gives it")), DataTable.Column(t("Kind"))]
                + statuses.map { euro(t($0.title)) },
            plan.capitalSources.map { row in
                [.text(row.name), .text(t(row.payer.title)), .text(t(row.kind.title))]
                    + statuses.map { .cents(row.centsByStatus[$0.rawValue] ?? 0) }
            })
    }

    private var barriers: Table {
        table(
            5, t("Barriers"),
            [
                DataTable.Column(t("Measure")), DataTable.Column(t("Barrier")), DataTable.Column(t("Kind")),
                DataTable.Column(t("Way out")),
            ],
            plan.barriers.map { row in
                [
                    .text(row.measure), .text(row.barrier.name), .text(t(row.barrier.kind.title)),
                    .text(row.barrier.solution),
                ]
            })
    }

    private var costs: Table {
        table(
            6, t("Costs by sector"),
            [
                DataTable.Column(t("Measure")), DataTable.Column(t("Field of action")), euro(t("Bought, EUR")),
                euro(t("Running costs, EUR a year")), euro(t("t CO₂e of all years")), euro("EUR/t CO₂e"),
            ],
            plan.costs.map { row in
                [
                    .text(row.measure), .text(t(row.field.title)), .cents(row.capitalCents),
                    .cents(row.yearlyCents), .number(row.tonnes), .number(row.eurPerTonne),
                ]
            })
    }

    private var projects: Table {
        table(
            7, t("Capital-intensive projects"),
            [
                DataTable.Column(t("Measure")), DataTable.Column(t("Field of action")), euro(t("Bought, EUR")),
                euro(t("Contracted, EUR")), euro(t("Open, EUR")), euro("EUR/t CO₂e"),
            ],
            plan.capitalIntensive.map { row in
                [
                    .text(row.measure), .text(t(row.field.title)), .cents(row.capitalCents),
                    .cents(row.gap.contractedCents), .cents(row.gap.gapCents), .number(row.eurPerTonne),
                ]
            })
    }

    private var payers: Table {
        table(
            8, t("Costs by stakeholder: once, and each year, EUR"),
            [DataTable.Column(t("Measure"))]
                + Payer.allCases.flatMap { payer in
                    [
                        euro(t("{payer}, once", ["payer": t(payer.title)])),
                        euro(t("{payer}, each year", ["payer": t(payer.title)])),
                    ]
                },
            plan.payers.map { row in
                [.text(row.measure)]
                    + Payer.allCases.flatMap { payer -> [Cell] in
                        let part = row.parts[payer.rawValue]
                        return [.cents(part?.onceCents ?? 0), .cents(part?.yearlyCents ?? 0)]
                    }
            })
    }

    private var coverage: Table {
        table(
            9, t("Capital planning"),
            [
                DataTable.Column(t("Measure")), euro(t("Municipality, EUR")), euro(t("Others, EUR")),
                euro(t("Contracted, EUR")), euro(t("Hoped for, EUR")), euro(t("Covered")),
            ],
            plan.capitalPlan.map { row in
                [
                    .text(row.measure), .cents(row.municipalityCents), .cents(row.othersCents),
                    .cents(row.gap.contractedCents), .cents(row.gap.hopedForCents),
                    .part(row.coverage),
                ]
            })
    }

    private var economic: Table { indicators(10, t("Economic indicators"), plan.economicIndicators) }

    private var financial: Table { indicators(11, t("Financial indicators"), plan.financialIndicators) }

    private func indicators(_ number: Int, _ title: String, _ rows: [IndicatorRow]) -> Table {
        table(
            number, title,
            [
                DataTable.Column(t("Measure")), DataTable.Column(t("Indicator")), DataTable.Column(t("Unit")),
                euro(t("Baseline")), DataTable.Column(t("Targets")),
            ],
            rows.map { row in
                let targets = row.indicator.targets.map { "\($0.year): \(words.figures.decimal($0.value))" }
                return [
                    .text(row.measure), .text(row.indicator.name), .text(row.indicator.unit),
                    .number(row.indicator.baseline),
                    .text(targets.joined(separator: " · ")),
                ]
            })
    }

    private var policies: Table {
        table(
            12, t("Policies that bring capital"),
            [
                DataTable.Column(t("Name")), DataTable.Column(t("Status")), DataTable.Column(t("Description")),
                DataTable.Column(t("What it is to bring")),
            ],
            plan.policies.map { [.text($0.name), .text(t($0.status.title)), .text($0.description), .text($0.outcome)] })
    }

    private var risks: Table {
        table(
            13, t("Risks"),
            [
                DataTable.Column(t("Measure")), DataTable.Column(t("Risk")), DataTable.Column(t("Priority")),
                DataTable.Column(t("What is done against it")),
            ],
            plan.risks.map { row in
                [
                    .text(row.measure), .text(row.risk.name), .text(t(row.risk.priority.title)),
                    .text(row.risk.mitigation),
                ]
            })
    }

    private var stakeholders: Table {
        table(
            14, t("Stakeholders"),
            [
                DataTable.Column(t("Name")), euro(t("Asked of them, EUR")), DataTable.Column(t("Influence")),
                DataTable.Column(t("Interest")), DataTable.Column(t("How they are involved")),
            ],
            plan.stakeholders.map { row in
                [
                    .text(row.name), row.requiredCents.map { .cents($0) } ?? .number(nil),
                    .text(t(row.influence.title)), .text(t(row.interest.title)), .text(row.engagement),
                ]
            })
    }

    private var activities: Table {
        table(
            15, t("Work with stakeholders"),
            [DataTable.Column(t("Stakeholder")), DataTable.Column(t("Activity")), euro(t("EUR"))],
            plan.activities.map { [.text($0.stakeholder), .text($0.activity), .cents($0.cents)] })
    }
}
