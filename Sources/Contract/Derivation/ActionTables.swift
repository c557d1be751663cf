import Finance
import Inventory
import Portfolio

/// Policies, actions with their pathways, and what measures them, row by row.
extension PathwayTables {
    func policy(_ measure: CityMeasure) -> ContractRow {
        ContractRow(
            derived: measure.id,
            [
                "type": .text("initiative"), "level": .text("local"), "name": .text(measure.name),
                "description": .unlessEmpty(measure.description),
            ])
    }

    func pathway(_ index: Int) -> ContractRow {
        let measure = actions[index]
        return ContractRow(
            derived: measure.id,
            [
                "field": .text(measure.field.rawValue), "lever": .text(measure.lever.rawValue),
                "early_change": .unlessEmpty(measure.steps.first?.name ?? ""),
                "direct_impact": .number(reduction(index)),
                "indirect_impacts": .unlessEmpty(measure.coBenefits.map(\.kind.rawValue).joined(separator: "; ")),
                "actions": .list([measure.id]),
            ])
    }

    func action(_ index: Int) -> ContractRow {
        let measure = actions[index]
        let money = results.costs.measures.first { $0.id == measure.id }
        let cost = money.map { Double($0.capitalCents) / 100 }
        let tonnes = reduction(index)
        return ContractRow(
            derived: measure.id,
            [
                "number": .text("\(index + 1)"), "name": .text(measure.name), "type": .text(measure.kind.rawValue),
                "description": .unlessEmpty(measure.description), "field": .text(measure.field.rawValue),
                "lever": .text(measure.lever.rawValue), "responsible": .unlessEmpty(measure.owner),
                "stakeholders": .unlessEmpty(measure.partners.joined(separator: "; ")),
                "start": .number(Double(measure.effect.start)), "end": .number(Double(measure.effect.end)),
                "method": measure.effect.claimed ? nil : .text("Computed by the plan's model."),
                "cost": cost.map { .number($0) },
                "cost_per_tonne": tonnes > 0 ? cost.map { .number($0 / tonnes) } : nil,
            ])
    }

    func reductions(_ index: Int) -> [ContractRow] {
        ContractSector.allCases.compactMap { sector in
            let tonnes = reduction(index, sector)
            guard tonnes != 0 else { return nil }
            let measure = actions[index].id
            return ContractRow(
                derived: "\(measure.prefix(70))-\(InventoryTables.id(sector))",
                ["action": .list([measure]), "sector": .text(sector.rawValue), "reduction": .number(tonnes)])
        }
    }

    func finance(_ measure: CityMeasure) -> ContractRow {
        let money = results.costs.measures.first { $0.id == measure.id }
        return ContractRow(
            derived: measure.id,
            [
                "name": .text(measure.name), "action": .list([measure.id]), "responsible": .unlessEmpty(measure.owner),
                "start": .number(Double(measure.effect.start)), "end": .number(Double(measure.effect.end)),
                "field": .text(measure.field.rawValue), "cost": money.map { .number(Double($0.capitalCents) / 100) },
            ])
    }

    private var impactIndicators: [(measure: CityMeasure, indicator: Indicator)] {
        actions.flatMap { measure in
            measure.indicators.filter { $0.kind == .impact }.map { (measure: measure, indicator: $0) }
        }
    }

    var indicators: [ContractRow] {
        impactIndicators.map { measure, indicator in
            var cells: [String: ContractCell.Content?] = [
                "actions": .list([measure.id]), "number": .text(indicator.id), "name": .text(indicator.name),
                "unit": .unlessEmpty(indicator.unit), "baseline": indicator.baseline.map { .number($0) },
            ]
            for target in indicator.targets { cells["target_\(target.year)"] = .number(target.value) }
            return ContractRow(derived: indicator.id, cells)
        }
    }

    var sheets: [ContractRow] {
        impactIndicators.map { _, indicator in
            ContractRow(
                derived: indicator.id,
                [
                    "number": .text(indicator.id), "name": .text(indicator.name), "unit": .unlessEmpty(indicator.unit),
                ])
        }
    }
}

extension ContractCell.Content? {
    /// A text, or nothing where it is empty.
    static func unlessEmpty(_ text: String) -> ContractCell.Content? { text.isEmpty ? nil : .text(text) }
}
