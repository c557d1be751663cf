extension Rule {
    /// V10.
    static let portfolioCoversGap = Rule(
        "V10", .error, "The actions of each sector close its gap.",
        hint: "Add an action, explain in the row how the difference is closed, or count it as residual emissions."
    ) { contract, _, findings in
        guard let table = contract.tables[.gap] else { return }
        // Of a published contract somebody may have taken over the gap alone.
        guard contract.extent == .whole || !contract.items(.actionReductions).isEmpty else { return }
        let isExplained = table.rows.contains { $0.isTotal && !$0.isBlank("explanation") }
        guard !isExplained else { return }
        let rows = Dictionary(table.items.map { ($0.text("sector"), $0) }, uniquingKeysWith: { first, _ in first })
        for balance in SectorBalance.all(contract) {
            guard let row = rows[balance.sector], row.isBlank("explanation"), balance.surplus < 0,
                !Tolerance.agree(balance.actions, balance.gap)
            else { continue }
            let values = [
                "sector": balance.sector, "gap": Tolerance.shown(balance.gap),
                "actions": Tolerance.shown(balance.actions), "missing": Tolerance.shown(-balance.surplus),
            ]
            let place = ContractPlace.cell(.gap, row.id, "gap")
            if balance.actions == 0 {
                findings.add(
                    "no-action", place, "No action stands behind the {gap} t of {sector}.",
                    ["gap": Tolerance.shown(balance.gap), "sector": balance.sector])
            } else {
                findings.add(
                    "shortfall", place,
                    "The actions in {sector} bring {actions} t; the gap of {gap} t stays open by {missing} t.", values)
            }
        }
    }
}
