import Finance
import Testing

/// T6, T8 and T9 hold every measure once, and their sums agree (rule of the contract's checks).
@Suite struct InvestmentPlanTests {
    static let plan = InvestmentPlan(
        measures: [
            PlannedMeasure(
                id: "bus", name: "Autobuze", field: .mobility, capital: [.municipality: 150, .eu: 850],
                yearly: [.municipalCompanies: -30], tonnes: 10, perTonne: 97,
                funding: [
                    FundingLine(
                        id: "a", name: "PNRR", payer: .eu, kind: .grant, cents: 500, from: 2025, to: 2026,
                        status: .contracted),
                    FundingLine(
                        id: "b", name: "PNRR", payer: .eu, kind: .grant, cents: 350, from: 2026, to: 2026, status: .idea
                    ),
                ],
                coBenefits: [CoBenefit(.noise), CoBenefit(.airQuality)],
                indicators: [
                    Indicator(id: "i1", name: "Locuri de muncă", kind: .economic),
                    Indicator(id: "i2", name: "VAN", kind: .financial),
                ],
                barriers: [Barrier("Achiziții", kind: .policy)],
                risks: [Risk("Preț", priority: .low), Risk("Termen", priority: .high)]),
            PlannedMeasure(id: "trees", name: "Arbori", field: .nature, capital: [.municipality: 20]),
        ],
        finances: CityFinances(
            budgets: [BudgetYear(year: 2025, cents: 200, climateCents: 50), BudgetYear(year: 2024, cents: 0)],
            incomes: [Income("Impozite", cents: 30), Income("Taxe", cents: 10)]),
        intensiveCents: 1_000)

    @Test func sumsOfTheTablesAgree() {
        let plan = Self.plan
        #expect(plan.costs.map(\.id) == ["bus", "trees"] && plan.costs.map(\.capitalCents) == [1_000, 20])
        #expect(plan.payers.map { $0.parts.values.reduce(0) { $0 + $1.onceCents } } == [1_000, 20])
        #expect(plan.capitalPlan.map { $0.municipalityCents + $0.othersCents } == [1_000, 20])
        #expect(plan.payers[0].parts["municipalCompanies"]?.yearlyCents == -30 && plan.costs[0].yearlyCents == -30)
        #expect(plan.costs[0].coBenefits == [.airQuality, .noise])
    }

    @Test func coverageCountsContractsAlone() {
        let rows = Self.plan.capitalPlan
        #expect(rows.map(\.coverage) == [0.5, 0] && rows[0].gap.hopedForCents == 350)
        let sources = Self.plan.capitalSources
        #expect(sources.count == 1 && sources[0].cents == 850 && sources[0].contractedCents == 500)
    }

    @Test func theOtherTables() {
        let plan = Self.plan
        #expect(plan.budgets.map(\.climateShare) == [nil, 0.25] && plan.incomes.map(\.share) == [0.75, 0.25])
        #expect(plan.capitalIntensive.map(\.id) == ["bus"] && plan.barriers.map(\.barrier.name) == ["Achiziții"])
        #expect(plan.risks.map(\.risk.name) == ["Termen", "Preț"])
        #expect(plan.economicIndicators.map(\.indicator.id) == ["i1"])
        #expect(plan.financialIndicators.map(\.indicator.id) == ["i2"])
    }
}
