extension Rule {
    /// V15.
    static let coverage = Rule(
        "V15", .warning, "Costs count as covered by money that is contracted or received.",
        hint: "Give each source its status; what is planned or applied for is shown apart.", in: .investmentPlan
    ) { contract, _, findings in
        let rows = contract.items(.capitalPlan)
        let sources = contract.items(.capitalSources).reduce(0) { $0 + ($1.number("secured") ?? 0) }
        for row in rows {
            guard let stated = row.number("covered_percent"), stated > 0 else { continue }
            let cost = (row.number("municipality") ?? 0) + (row.number("others") ?? 0)
            let secured = row.number("secured") ?? (sources > 0 ? nil : 0)
            guard let secured, cost > 0, stated > 100 * secured / cost + 0.1 else { continue }
            findings.add(
                "not-secured", .cell(.capitalPlan, row.id, "covered_percent"),
                "Here {printed} % of the costs count as covered; {secured} of {cost} EUR are contracted or received.",
                [
                    "printed": Tolerance.shown(stated), "secured": Tolerance.shown(secured),
                    "cost": Tolerance.shown(cost),
                ])
        }
        let planned = rows.reduce(0) { $0 + ($1.number("secured") ?? 0) }
        if contract.tables[.capitalSources] != nil, planned > sources, !Tolerance.agree(planned, sources) {
            findings.add(
                "beyond-sources", .table(.capitalPlan),
                "{planned} EUR count as contracted or received; the sources of T4 have {sources}.",
                ["planned": Tolerance.shown(planned), "sources": Tolerance.shown(sources)])
        }
    }
}
