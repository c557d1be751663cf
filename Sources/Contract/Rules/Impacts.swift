extension Rule {
    /// V24.
    static let impacts = Rule(
        "V24", .error, "Direct impacts of pathways are those of their actions, each counted once.",
        hint: "Derive the impact from the linked actions, and name each action's impact in one pathway only."
    ) { contract, _, findings in
        let figures = ActionFigures(contract)
        let pathways = contract.items(.pathways).filter { ($0.number("direct_impact") ?? 0) != 0 }
        guard !pathways.isEmpty, !figures.reductions.isEmpty else { return }
        if pathways.contains(where: { !$0.links("actions").isEmpty }) {
            linked(pathways, figures, &findings)
        } else {
            byField(pathways, contract, figures, &findings)
        }
        let sum = pathways.reduce(0) { $0 + ($1.number("direct_impact") ?? 0) }
        let gap = contract.items(.gap).reduce(0) { $0 + ($1.number("gap") ?? 0) }
        if gap > 0, sum > gap, !Tolerance.agree(sum, gap) {
            findings.add(
                "above-gap", .table(.pathways), "The direct impacts add up to {sum} t, more than the gap of {gap} t.",
                ["sum": Tolerance.shown(sum), "gap": Tolerance.shown(gap)], level: .warning)
        }
    }

    private static func linked(_ pathways: [ContractRow], _ figures: ActionFigures, _ findings: inout RuleFindings) {
        var seen: Set<String> = []
        for row in pathways {
            let actions = row.links("actions")
            let (impact, wanted) = (
                row.number("direct_impact") ?? 0, actions.reduce(0) { $0 + (figures.reductions[$1] ?? 0) }
            )
            if !actions.isEmpty, !Tolerance.same(impact, wanted) {
                findings.add(
                    "differs", .cell(.pathways, row.id, "direct_impact"),
                    "The direct impact is {impact} t, its actions bring {actions} t.",
                    ["impact": Tolerance.shown(impact), "actions": Tolerance.shown(wanted)])
            }
            for action in actions where !seen.insert(action).inserted {
                findings.add(
                    "counted-twice", .cell(.pathways, row.id, "actions"),
                    "The impact of the action “{action}” is counted by two pathways.", ["action": action])
            }
        }
    }

    private static func byField(
        _ pathways: [ContractRow], _ contract: CityContract, _ figures: ActionFigures, _ findings: inout RuleFindings
    ) {
        let actions = Dictionary(grouping: contract.items(.actions)) { $0.text("field") }
        let rows = Dictionary(grouping: pathways) { $0.text("field") }
        for (field, rows) in rows.sorted(by: { $0.key < $1.key }) {
            let impact = rows.reduce(0) { $0 + ($1.number("direct_impact") ?? 0) }
            let wanted = (actions[field] ?? []).reduce(0) { $0 + (figures.reductions[$1.id] ?? 0) }
            if !Tolerance.agree(impact, wanted) {
                findings.add(
                    "field", .cell(.pathways, rows[0].id, "direct_impact"),
                    "In the field {field} direct impacts are {impact} t, the actions bring {actions} t.",
                    [
                        "field": field, "impact": Tolerance.shown(impact), "actions": Tolerance.shown(wanted),
                    ])
            }
        }
    }
}
