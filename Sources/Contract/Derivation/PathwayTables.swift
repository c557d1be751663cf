import Finance
import Inventory
import Pathways
import Portfolio

/// Modules A-2 to B-3 as a plan gives them: what each action takes off each sector in the target year.
///
/// Policies that exist come first and close no gap; the actions of the contract are the other measures of its scenario.
/// Each action's reduction is what it takes off when added to those before it, so that sectors and actions add up.
struct PathwayTables {
    let plan: CityPlan
    let results: PlanResults
    let actions: [CityMeasure]
    let targetYear: Int
    private let policies: [CityMeasure]
    private let template: Template
    private let base: Pathway
    /// By sector in the target year: with nothing, with existing policies, and after each action.
    private let steps: [[ContractSector: Double]]
    private let start: [ContractSector: Double]

    /// Nil where the plan has no such scenario, or does not reach the target year.
    init?(_ portfolio: Portfolio, _ sources: ContractSources, _ template: Template, targetYear: Int) {
        plan = portfolio.plan
        self.template = template
        self.targetYear = targetYear
        let scenarios = plan.model.scenarios
        guard let name = sources.scenario ?? portfolio.mainScenario, let run = portfolio.model.run(name),
            let results = portfolio.results(name, .init(sensitivity: false)),
            let place = run.years.firstIndex(of: targetYear), place > 0
        else { return nil }
        self.results = results
        let existing = sources.existing ?? scenarios.first { $0.kind == .existingPolicies }?.id
        let counted = Set(scenarios.first { $0.id == existing }?.measures.map(\.measure) ?? [])
        let chosen = run.scenario.measures.compactMap { setting in
            portfolio.plan.measures.first { $0.id == setting.measure }
        }
        policies = chosen.filter { counted.contains($0.id) }
        actions = chosen.filter { !counted.contains($0.id) }
        base = run.pathway()
        start = Self.sectors(base, 0)
        let allowed = Set(policies.map(\.id))
        var included = allowed
        var steps = [Self.sectors(run.pathway(where: { allowed.contains($0) }), place)]
        for action in actions {
            included.insert(action.id)
            let ids = included
            steps.append(Self.sectors(run.pathway(where: { ids.contains($0) }), place))
        }
        self.steps = steps
    }

    private static func sectors(_ pathway: Pathway, _ place: Int) -> [ContractSector: Double] {
        Dictionary(uniqueKeysWithValues: pathway.bySector.map { ($0.sector, $0.co2e[place]) })
    }

    /// t CO2e less in a sector through the action at an index.
    func reduction(_ index: Int, _ sector: ContractSector) -> Double {
        (steps[index][sector] ?? 0) - (steps[index + 1][sector] ?? 0)
    }

    /// t CO2e less through the action at an index.
    func reduction(_ index: Int) -> Double {
        ContractSector.allCases.reduce(0) { $0 + reduction(index, $1) }
    }

    /// - Parameter baseline: the inventory's table; without one the model's base year is the baseline.
    func all(baseline: ContractTable?) -> [TableID: ContractTable] {
        [
            .emissions: emissions, .factors: factors, .gap: gap(baseline),
            .policies: ContractTable(rows: policies.map(policy)),
            .pathways: ContractTable(rows: actions.indices.map(pathway)),
            .actions: ContractTable(rows: actions.indices.map(action)),
            .actionReductions: ContractTable(rows: actions.indices.flatMap(reductions)),
            .indicators: ContractTable(rows: indicators), .indicatorSheets: ContractTable(rows: sheets),
            .finance: ContractTable(rows: actions.map(finance)),
        ]
    }

    /// The model's base year, where there is no inventory.
    private var emissions: ContractTable {
        var rows: [ContractRow] = []
        for sector in ContractSector.allCases {
            var cells: [String: ContractCell.Content?] = ["sector": .text(sector.rawValue)]
            for scope in Scope.allCases {
                let lines = base.lines.filter { $0.sector == sector && ($0.scope ?? .one) == scope }
                cells[InventoryTables.column(scope)] =
                    lines.isEmpty ? nil : .number(lines.reduce(0) { $0 + $1.co2e[0] })
            }
            cells["total"] = .number(start[sector] ?? 0)
            rows.append(ContractRow(derived: InventoryTables.id(sector), cells))
        }
        let sum = ContractSector.allCases.reduce(0) { $0 + (start[$1] ?? 0) }
        rows.append(ContractRow(derived: "total", isTotal: true, ["total": .number(sum)]))
        let present = base.byGas.filter { ($0.tonnes.first ?? 0) > 0 }.map(\.gas)
        return ContractTable(
            baseYear: plan.model.baseYear, unit: "t CO2e/year", gases: InventoryTables.families(Set(present)),
            rows: rows)
    }

    /// What the model's carriers emit in its base year.
    private var factors: ContractTable {
        let columns: [Gas: String] = [
            .co2: "co2", .ch4Fossil: "ch4", .ch4Combustion: "ch4", .ch4Biogenic: "ch4", .n2o: "n2o", .sf6: "sf6",
            .nf3: "nf3",
        ]
        let rows = plan.model.carriers.filter { !$0.factors.isEmpty }.map { carrier in
            var cells: [String: ContractCell.Content?] = ["carrier": .text(carrier.name), "unit": .text("t/MWh")]
            for factor in carrier.factors {
                guard let column = columns[factor.gas] else { continue }
                cells[column] = .number(factor.series.value)
            }
            return ContractRow(derived: carrier.id, cells)
        }
        return ContractTable(baseYear: plan.model.baseYear, rows: rows)
    }

    private func gap(_ baseline: ContractTable?) -> ContractTable {
        var sums: [String: Double] = [:]
        var rows = ContractSector.allCases.map { sector in
            let values = gap(sector, baseline)
            for (id, value) in values { sums[id, default: 0] += value }
            var cells = values.mapValues { ContractCell.Content?.some(.number($0)) }
            cells["sector"] = .text(sector.rawValue)
            return ContractRow(derived: InventoryTables.id(sector), cells)
        }
        rows.append(ContractRow(derived: "total", isTotal: true, sums.mapValues { .number($0) }))
        return ContractTable(baseYear: plan.model.baseYear, unit: "t CO2e/year", rows: rows)
    }

    /// A sector that the inventory says nothing of stays blank, which the rules show as a gap in the contract.
    private func gap(_ sector: ContractSector, _ baseline: ContractTable?) -> [String: Double] {
        let known = baseline?.row(InventoryTables.id(sector))?.number("total")
        guard let from = baseline == nil ? start[sector] ?? 0 : known else { return [:] }
        let existing = from - (steps[0][sector] ?? 0)
        let planned = from - (steps[steps.count - 1][sector] ?? 0)
        var values = [
            "baseline": from, "residual": from - planned, "target": planned, "existing": existing,
            "gap": planned - existing,
        ]
        if template == .v21 { values["action_plan"] = planned - existing }
        return values
    }
}
