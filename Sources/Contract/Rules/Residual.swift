extension Rule {
    /// The greatest part of the baseline that may be left.
    static let residualLimit = 0.2

    /// V4. The share counts as it is: 20.4 % is not 20 %.
    static let residual = Rule(
        "V4", .error, "Residual emissions are at most 20 % of the baseline.",
        hint: "Plan further reductions, or waive the rule with the reason why more is left."
    ) { contract, _, findings in
        let rows = contract.items(.gap)
        let baseline = rows.reduce(0) { $0 + ($1.number("baseline") ?? 0) }
        let residual = rows.reduce(0) { sum, row in
            let rest = row.number("target").flatMap { target in row.number("baseline").map { $0 - target } }
            return sum + (row.number("residual") ?? rest ?? 0)
        }
        guard baseline > 0, residual > residualLimit * baseline * (1 + 1e-12) else { return }
        findings.add(
            "above-limit", .table(.gap),
            "Residual emissions are {percent} % of the baseline: {residual} of {baseline} t.",
            [
                "percent": Tolerance.shown(100 * residual / baseline), "residual": Tolerance.shown(residual),
                "baseline": Tolerance.shown(baseline),
            ])
    }
}
