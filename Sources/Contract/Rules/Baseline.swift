extension Rule {
    /// V2.
    static let baseline = Rule(
        "V2", .error, "The baseline of the emissions gap is the inventory's.",
        hint: "Take the baseline of each sector from the table of emissions, for the same year, unit and boundary."
    ) { contract, _, findings in
        guard let gap = contract.tables[.gap], let emissions = contract.tables[.emissions] else { return }
        var sum = 0.0
        for row in emissions.items {
            let scopes = ["scope1", "scope2", "scope3"].compactMap { row.number($0) }
            guard let emitted = row.number("total") ?? (scopes.isEmpty ? nil : scopes.reduce(0, +)) else { continue }
            sum += emitted
            let sector = row.text("sector")
            guard let own = gap.items.first(where: { $0.text("sector") == sector }) else {
                findings.add(
                    "sector-left-out", .table(.gap), "The sector {sector} of the inventory has no row here.",
                    ["sector": sector])
                continue
            }
            if let baseline = own.number("baseline"), !Tolerance.agree(baseline, emitted) {
                findings.add(
                    "sector", .cell(.gap, own.id, "baseline"),
                    "The baseline of {sector} is {baseline}, the inventory has {inventory}.",
                    [
                        "sector": sector, "baseline": Tolerance.shown(baseline),
                        "inventory": Tolerance.shown(emitted),
                    ])
            }
        }
        for total in gap.rows where total.isTotal && sum > 0 {
            if let baseline = total.number("baseline"), !Tolerance.agree(baseline, sum) {
                findings.add(
                    "total", .cell(.gap, total.id, "baseline"),
                    "The baseline is {baseline} in all, the inventory has {inventory}.",
                    ["baseline": Tolerance.shown(baseline), "inventory": Tolerance.shown(sum)])
            }
        }
    }
}
