import Finance
import Portfolio

/// The investment plan's tables T1 to T15 as `InvestmentPlan` has them, in units of the plan's currency.
enum MoneyTables {
    static func all(_ portfolio: Portfolio, _ paths: PathwayTables) -> [TableID: ContractTable] {
        let whole = portfolio.investmentPlan(paths.results)
        let ids = Set(paths.actions.map(\.id))
        let plan = InvestmentPlan(
            measures: whole.measures.filter { ids.contains($0.id) }, finances: whole.finances,
            intensiveCents: whole.intensiveCents)
        let rows = city(plan).merging(measures(plan)) { first, _ in first }.merging(outlook(plan)) { first, _ in first }
        let unit = portfolio.plan.money.currency.rawValue
        return rows.mapValues { ContractTable(unit: unit, rows: $0) }
    }

    private static func money(_ cents: Int) -> ContractCell.Content { .number(Double(cents) / 100) }

    private static func percent(_ share: Double?) -> ContractCell.Content? { share.map { .number(100 * $0) } }

    /// T1 to T5.
    private static func city(_ plan: InvestmentPlan) -> [TableID: [ContractRow]] {
        [
            .budgets: plan.budgets.map { row in
                ContractRow(
                    derived: "\(row.year)",
                    [
                        "year": .number(Double(row.year)), "status": .text(row.isExecuted ? "executed" : "approved"),
                        "budget": money(row.cents), "climate": money(row.climateCents),
                        "climate_percent": percent(row.climateShare),
                    ])
            },
            .spending: numbered(plan.spending) { row in
                [
                    "field": .text(row.field.rawValue), "part": .unlessEmpty(row.part),
                    "year": .number(Double(row.year)),
                    "amount": money(row.cents),
                ]
            },
            .incomes: numbered(plan.incomes) { row in
                ["source": .text(row.name), "amount": money(row.cents), "budget_percent": percent(row.share)]
            },
            .capitalSources: numbered(plan.capitalSources) { row in
                [
                    "source": .text(row.name), "amount": money(row.cents),
                    "ownership": .text(row.isPublic ? "public" : "private"), "secured": money(row.contractedCents),
                    "hoped": money(row.cents - row.contractedCents), "description": .text(row.kind.rawValue),
                ]
            },
            .capitalBarriers: numbered(plan.barriers) { row in
                [
                    "barrier": .text(row.barrier.name), "type": .text(row.barrier.kind.rawValue),
                    "description": .unlessEmpty(row.barrier.description),
                    "stakeholders": .unlessEmpty(row.barrier.stakeholders.joined(separator: "; ")),
                    "solution": .unlessEmpty(row.barrier.solution), "field": .text(row.field.rawValue),
                ]
            },
        ]
    }

    /// T6 to T9.
    private static func measures(_ plan: InvestmentPlan) -> [TableID: [ContractRow]] {
        [
            .costs: plan.costs.map { row in
                ContractRow(
                    derived: row.id,
                    [
                        "field": .text(row.field.rawValue), "action": .list([row.id]), "capex": money(row.capitalCents),
                        "opex": money(row.yearlyCents), "direct_impact": .number(row.tonnes),
                        "eur_per_tonne": row.eurPerTonne.map { .number($0) },
                        "indirect_impacts": .unlessEmpty(row.coBenefits.map(\.rawValue).joined(separator: "; ")),
                    ])
            },
            .capitalIntensive: plan.capitalIntensive.map { row in
                let payers = Payer.allCases.filter { row.capitalByPayer[$0.rawValue] != nil }.map(\.rawValue)
                return ContractRow(
                    derived: row.id,
                    [
                        "field": .text(row.field.rawValue), "action": .list([row.id]), "capex": money(row.capitalCents),
                        "opex": money(row.yearlyCents), "eur_per_tonne": row.eurPerTonne.map { .number($0) },
                        "split": .unlessEmpty(payers.joined(separator: "; ")),
                        "description": .unlessEmpty(row.description),
                    ])
            },
            .payers: plan.payers.map(payers),
            .capitalPlan: plan.capitalPlan.map { row in
                ContractRow(
                    derived: row.id,
                    [
                        "field": .text(row.field.rawValue), "action": .list([row.id]),
                        "municipality": money(row.municipalityCents), "others": money(row.othersCents),
                        "secured": money(row.gap.contractedCents), "hoped": money(row.gap.hopedForCents),
                        "covered_percent": percent(row.coverage),
                    ])
            },
        ]
    }

    /// The template's four columns; third parties are everybody else.
    private static func payers(_ row: PayerRow) -> ContractRow {
        let columns: [(name: String, payers: [Payer])] = [
            ("municipality", [.municipality]), ("companies", [.municipalCompanies]),
            ("others", [.businesses, .state, .eu, .investors]), ("households", [.households]),
        ]
        var cells: [String: ContractCell.Content?] = ["action": .list([row.id])]
        for column in columns {
            let parts = column.payers.compactMap { row.parts[$0.rawValue] }
            cells[column.name + "_once"] = money(parts.reduce(0) { $0 + $1.onceCents })
            cells[column.name + "_yearly"] = money(parts.reduce(0) { $0 + $1.yearlyCents })
        }
        return ContractRow(derived: row.id, cells)
    }

    /// T10 to T15.
    private static func outlook(_ plan: InvestmentPlan) -> [TableID: [ContractRow]] {
        [
            .economicIndicators: plan.economicIndicators.map(indicator),
            .financialIndicators: plan.financialIndicators.map(indicator),
            .capitalPolicies: numbered(plan.policies) { row in
                [
                    "policy": .text(row.name), "status": .text(row.status.rawValue),
                    "description": .unlessEmpty(row.description), "outcome": .unlessEmpty(row.outcome),
                ]
            },
            .risks: numbered(plan.risks) { row in
                [
                    "field": .text(row.field.rawValue),
                    "action": plan.measures.first { $0.name == row.measure }.map { .list([$0.id]) },
                    "risk": .text(row.risk.name), "description": .unlessEmpty(row.risk.description),
                    "priority": .text(row.risk.priority.rawValue), "mitigation": .unlessEmpty(row.risk.mitigation),
                ]
            },
            .financialStakeholders: numbered(plan.stakeholders) { row in
                [
                    "stakeholder": .text(row.name), "required": row.requiredCents.map(money),
                    "network": .unlessEmpty(row.network), "influence": .text(row.influence.rawValue),
                    "interest": .text(row.interest.rawValue), "engagement": .unlessEmpty(row.engagement),
                ]
            },
            .stakeholderActivities: numbered(plan.activities) { row in
                [
                    "stakeholder": .text(row.stakeholder), "activity": .text(row.activity), "cost": money(row.cents),
                ]
            },
        ]
    }

    private static func indicator(_ row: IndicatorRow) -> ContractRow {
        var cells: [String: ContractCell.Content?] = [
            "field": .text(row.field.rawValue), "indicator": .text(row.indicator.name),
            "unit": .unlessEmpty(row.indicator.unit), "baseline": row.indicator.baseline.map { .number($0) },
        ]
        for target in row.indicator.targets { cells["target_\(target.year)"] = .number(target.value) }
        return ContractRow(derived: row.indicator.id, cells)
    }

    /// Rows without an id of their own are known by their first text, and by a number where that stands twice.
    private static func numbered<Row>(_ rows: [Row], _ cells: (Row) -> [String: ContractCell.Content?])
        -> [ContractRow]
    {
        var seen: [String: Int] = [:]
        return rows.map { row in
            let cells = cells(row)
            let names = ["source", "barrier", "policy", "risk", "stakeholder", "part"]
            let name = names.lazy.compactMap { cells[$0].flatMap { $0 }?.text }.first ?? ""
            let slug = InventoryTables.slug(name)
            seen[slug, default: 0] += 1
            let count = seen[slug] ?? 1
            return ContractRow(derived: count > 1 ? "\(slug)-\(count)" : slug, cells)
        }
    }
}
