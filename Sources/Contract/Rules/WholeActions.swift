extension Rule {
    /// V11.
    static let wholeActions = Rule(
        "V11", .warning, "Each action has a pathway, an indicator, a responsible body, a cost and a time span.",
        hint: "Fill in what is missing in the action's sheet, or link the action from its pathway and its indicator."
    ) { contract, _, findings in
        let pathways = contract.items(.pathways)
        let linked = Set(pathways.flatMap { $0.links("actions") })
        let actions = contract.items(.actions)
        // An indicator of the whole plan measures no single action.
        let indicators = contract.items(.indicators).map { $0.links("actions") }
        let measured = Set(indicators.filter { $0.count <= max(3, actions.count - 1) }.flatMap { $0 })
        let fields = Set(pathways.map { $0.text("field") })
        for action in actions {
            // Where no pathway names its actions, one of the same field counts.
            let hasPathway =
                linked.isEmpty ? fields.contains(action.text("field")) : linked.contains(action.id)
            let name = ["action": action.text("name")]
            if !hasPathway {
                findings.add(
                    "no-pathway", .row(.actions, action.id), "No impact pathway leads to the action “{action}”.", name)
            }
            if !measured.contains(action.id) {
                findings.add(
                    "no-indicator", .row(.actions, action.id), "No indicator measures the action “{action}”.", name)
            }
            if action.isBlank("responsible") {
                findings.add(
                    "no-body", .cell(.actions, action.id, "responsible"), "Nobody answers for the action “{action}”.",
                    name)
            }
            if action.number("cost") == nil {
                findings.add(
                    "no-cost", .cell(.actions, action.id, "cost"), "Nobody has said what the action “{action}” costs.",
                    name)
            }
            if action.number("start") == nil || action.number("end") == nil {
                findings.add(
                    "no-span", .cell(.actions, action.id, "start"), "The action “{action}” has no time span.", name)
            } else if let start = action.number("start"), let end = action.number("end"), end < start {
                findings.add(
                    "no-span", .cell(.actions, action.id, "end"), "The action “{action}” ends before it begins.", name)
            }
        }
    }
}
