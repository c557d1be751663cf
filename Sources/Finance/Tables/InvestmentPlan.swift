/// The tables T1 to T15 of a Climate City Contract's investment plan (template V2.1), derived and never typed again.
public struct InvestmentPlan: Sendable, Hashable {
    /// The measures in the plan's order.
    public let measures: [PlannedMeasure]
    /// The city's own figures.
    public let finances: CityFinances
    /// From how many cents on a measure is capital-intensive.
    public let intensiveCents: Int

    /// - Parameter intensiveCents: five million euros unless the city says otherwise.
    public init(measures: [PlannedMeasure], finances: CityFinances = CityFinances(), intensiveCents: Int = 500_000_000)
    {
        self.measures = measures
        self.finances = finances
        self.intensiveCents = intensiveCents
    }

    /// T1, by year.
    public var budgets: [BudgetRow] {
        finances.budgets.sorted { $0.year < $1.year }.map { budget in
            BudgetRow(
                year: budget.year, isExecuted: budget.isExecuted, cents: budget.cents,
                climateCents: budget.climateCents,
                climateShare: budget.cents > 0 ? Double(budget.climateCents) / Double(budget.cents) : nil)
        }
    }

    /// T2.
    public var spending: [FieldSpending] {
        finances.spending.sorted { ($0.field, $0.part, $0.year) < ($1.field, $1.part, $1.year) }
    }

    /// T3.
    public var incomes: [IncomeRow] {
        let sum = finances.incomes.reduce(0) { $0 + $1.cents }
        return finances.incomes.map { income in
            IncomeRow(
                name: income.name, cents: income.cents, share: sum > 0 ? Double(income.cents) / Double(sum) : nil)
        }
    }

    /// T4: each programme once, whatever number of measures it funds.
    public var capitalSources: [CapitalSourceRow] {
        var rows: [CapitalSourceRow] = []
        for line in measures.flatMap(\.funding) {
            let index = rows.firstIndex { $0.name == line.name && $0.payer == line.payer && $0.kind == line.kind }
            var row =
                index.map { rows[$0] }
                ?? CapitalSourceRow(name: line.name, payer: line.payer, kind: line.kind, centsByStatus: [:])
            row.centsByStatus[line.status.rawValue, default: 0] += line.cents
            if let index { rows[index] = row } else { rows.append(row) }
        }
        return rows
    }

    /// T5.
    public var barriers: [BarrierRow] {
        measures.flatMap { measure in
            measure.barriers.map { BarrierRow(field: measure.field, measure: measure.name, barrier: $0) }
        }
    }

    /// T6: every measure once.
    public var costs: [CostRow] { measures.map(CostRow.init) }

    /// T7: the costliest first.
    public var capitalIntensive: [ProjectRow] {
        measures.enumerated().filter { $0.element.capitalCents >= intensiveCents }
            .sorted { ($1.element.capitalCents, $0.offset) < ($0.element.capitalCents, $1.offset) }
            .map { ProjectRow($0.element) }
    }

    /// T8: every measure once.
    public var payers: [PayerRow] { measures.map(PayerRow.init) }

    /// T9: every measure once; what is hoped for stands apart.
    public var capitalPlan: [CoverageRow] { measures.map(CoverageRow.init) }

    /// T10.
    public var economicIndicators: [IndicatorRow] { indicators(.economic) }

    /// T11.
    public var financialIndicators: [IndicatorRow] { indicators(.financial) }

    /// T12.
    public var policies: [Policy] { finances.policies }

    /// T13: the likeliest first.
    public var risks: [RiskRow] {
        Risk.Priority.allCases.flatMap { priority in
            measures.flatMap { measure in
                measure.risks.filter { $0.priority == priority }
                    .map { RiskRow(field: measure.field, measure: measure.name, risk: $0) }
            }
        }
    }

    /// T14.
    public var stakeholders: [Stakeholder] { finances.stakeholders }

    /// T15.
    public var activities: [StakeholderActivity] { finances.activities }

    private func indicators(_ kind: Indicator.Kind) -> [IndicatorRow] {
        measures.flatMap { measure in
            measure.indicators.filter { $0.kind == kind }
                .map { IndicatorRow(field: measure.field, measure: measure.name, indicator: $0) }
        }
    }
}
