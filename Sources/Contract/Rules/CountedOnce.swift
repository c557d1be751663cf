extension Rule {
    /// V13.
    static let countedOnce = Rule(
        "V13", .error, "A reduction of existing policies is not claimed by an action again.",
        hint: "Count the reduction in the gap's column of existing strategies or in the action, not in both."
    ) { contract, _, findings in
        let figures = ActionFigures(contract)
        let names = Dictionary(
            contract.items(.actions).map { ($0.id, $0.text("name")) }, uniquingKeysWith: { first, _ in first })
        for policy in contract.items(.policies) {
            guard let counted = policy.number("reduction"), counted > 0 else { continue }
            for action in policy.links("actions") where (figures.reductions[action] ?? 0) > 0 {
                findings.add(
                    "counted-twice", .cell(.policies, policy.id, "reduction"),
                    "The {reduction} t of “{policy}” are also claimed by the action “{action}”.",
                    [
                        "reduction": Tolerance.shown(counted), "policy": policy.text("name"),
                        "action": names[action] ?? action,
                    ])
            }
        }
    }
}
