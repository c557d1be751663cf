extension Rule {
    /// Euros for each tonne a year that no action needs to explain.
    static let usualCostPerTonne = 0.0...5_000.0
    /// From which part of all reductions on an action must say how it was estimated.
    static let largePart = 0.1

    /// V12.
    static let plausibleActions = Rule(
        "V12", .warning, "Reductions and costs of actions are plausible.",
        hint:
            "Correct the figure, add the energy that is missing, or say in the sheet how the reduction was estimated or "
            + "why it costs more."
    ) { contract, _, findings in
        let figures = ActionFigures(contract)
        let sum = figures.reductions.values.reduce(0, +)
        let greatest = AppliedFactors(contract).greatest
        for action in contract.items(.actions) {
            guard let reduction = figures.reductions[action.id], reduction > 0 else { continue }
            costs(action, reduction, &findings)
            guard action.isBlank("method") else { continue }
            let saved = (figures.energy[action.id] ?? [:]).values.reduce(0, +)
            let energy = saved + (action.number("renewable") ?? 0)
            let isLarge = reduction >= largePart * sum
            if let greatest, energy > 0, reduction / energy > greatest * 1.01 {
                findings.add(
                    "implied-factor", .row(.actions, action.id),
                    "“{action}” saves {reduction} t with {energy} MWh: {implied} t/MWh, "
                        + "more than any fuel's {greatest}.",
                    [
                        "action": action.text("name"), "reduction": Tolerance.shown(reduction),
                        "energy": Tolerance.shown(energy), "implied": Tolerance.shown(reduction / energy),
                        "greatest": Tolerance.shown(greatest, decimals: 3),
                    ])
            } else if isLarge, energy == 0 || soft.contains(action.text("type")) {
                findings.add(
                    "no-basis", .row(.actions, action.id),
                    "“{action}” brings {percent} % of all reductions, and nothing says how they were estimated.",
                    ["action": action.text("name"), "percent": Tolerance.shown(100 * reduction / sum, decimals: 1)])
            }
        }
    }

    /// Types of action that save nothing by themselves.
    private static let soft: Set<String> = ["organisational", "awareness", "other"]

    private static func costs(_ action: ContractRow, _ reduction: Double, _ findings: inout RuleFindings) {
        guard let cost = action.number("cost") else { return }
        let computed = cost / reduction
        if let stated = action.number("cost_per_tonne"), (stated - computed).magnitude > max(1, 0.01 * computed) {
            findings.add(
                "cost-per-tonne", .cell(.actions, action.id, "cost_per_tonne"),
                "Here stand {printed} EUR/t; {cost} EUR for {reduction} t are {computed}.",
                [
                    "printed": Tolerance.shown(stated), "cost": Tolerance.shown(cost),
                    "reduction": Tolerance.shown(reduction), "computed": Tolerance.shown(computed, decimals: 0),
                ])
        }
        if !usualCostPerTonne.contains(computed), action.isBlank("comments") {
            findings.add(
                "cost-range", .cell(.actions, action.id, "cost"),
                "“{action}” costs {computed} EUR for each tonne a year, and nothing explains it.",
                ["action": action.text("name"), "computed": Tolerance.shown(computed, decimals: 0)])
        }
    }
}
