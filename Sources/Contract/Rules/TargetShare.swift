extension Rule {
    /// V18.
    static let targetShare = Rule(
        "V18", .warning, "The Commitments' target is the action plan's.",
        hint: "State one target in both documents, or take the action plan's into the Commitments.", in: .commitments
    ) { contract, _, findings in
        let rows = contract.items(.gap)
        let baseline = rows.reduce(0) { $0 + ($1.number("baseline") ?? 0) }
        guard let goal = contract.items(.goal).first, let stated = goal.number("reduction_percent"), baseline > 0 else {
            return
        }
        let target = rows.reduce(0) { sum, row in
            let rest = row.number("residual").flatMap { residual in row.number("baseline").map { $0 - residual } }
            return sum + ((contract.template == .v1 ? rest : row.number("target")) ?? rest ?? row.number("target") ?? 0)
        }
        let computed = 100 * target / baseline
        if !Tolerance.samePercent(stated, computed) {
            findings.add(
                "other-target", .cell(.goal, goal.id, "reduction_percent"),
                "The Commitments promise {printed} %, the action plan {computed} %.",
                ["printed": Tolerance.shown(stated), "computed": Tolerance.shown(computed)])
        }
    }
}
