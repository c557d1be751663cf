extension Rule {
    /// V14.
    static let investmentLines = Rule(
        "V14", .error, "The investment plan has each action once, with the same costs in T6, T8 and T9.",
        hint: "Derive the tables of the investment plan from the measures instead of typing them.", in: .investmentPlan
    ) { contract, _, findings in
        let actions = contract.items(.actions)
        guard !actions.isEmpty else { return }
        let known = Set(actions.map(\.id))
        for id in [TableID.costs, .payers, .capitalPlan] {
            guard TableForm.of(id).numbers[contract.template] != nil else { continue }
            guard let table = contract.tables[id], !table.items.isEmpty else {
                findings.add("no-table", .table(id), "The table is missing.")
                continue
            }
            let listed = Dictionary(grouping: table.items) { $0.links("action").first ?? "" }
            for action in actions where listed[action.id] == nil {
                findings.add(
                    "left-out", .table(id), "The action “{action}” is missing here.", ["action": action.text("name")])
            }
            for row in table.items {
                let action = row.links("action").first ?? ""
                if !known.contains(action) {
                    findings.add(
                        "unknown", .row(id, row.id), "There is no action “{action}” in the action plan.",
                        ["action": action])
                } else if let rows = listed[action], rows.count > 1, rows[0].id != row.id {
                    findings.add(
                        "twice", .row(id, row.id), "The action “{action}” stands here twice.", ["action": action])
                }
            }
        }
        costs(contract, &findings)
    }

    private static func costs(_ contract: CityContract, _ findings: inout RuleFindings) {
        func rows(_ id: TableID) -> [String: ContractRow] {
            Dictionary(
                contract.items(id).map { ($0.links("action").first ?? "", $0) }, uniquingKeysWith: { first, _ in first }
            )
        }
        func sum(_ row: ContractRow, _ columns: [String]) -> Double? {
            let numbers = columns.compactMap { row.number($0) }
            return numbers.isEmpty ? nil : numbers.reduce(0, +)
        }
        let stakeholders = ["municipality", "companies", "others", "households"]
        let others: [(table: TableID, rows: [String: ContractRow], wanted: String, columns: [String])] = [
            (.payers, rows(.payers), "capex", stakeholders.map { $0 + "_once" }),
            (.payers, rows(.payers), "opex", stakeholders.map { $0 + "_yearly" }),
            (.capitalPlan, rows(.capitalPlan), "capex", ["municipality", "others"]),
        ]
        for row in contract.items(.costs) {
            for other in others {
                guard let wanted = row.number(other.wanted), let same = other.rows[row.links("action").first ?? ""],
                    let found = sum(same, other.columns), !Tolerance.same(wanted, found)
                else { continue }
                findings.add(
                    other.wanted, .row(other.table, same.id), "The parts add up to {sum} EUR; table T6 has {costs}.",
                    ["sum": Tolerance.shown(found), "costs": Tolerance.shown(wanted)])
            }
        }
    }
}
