extension Rule {
    /// V3.
    static let gap = Rule(
        "V3", .error, "Gap, residual and percentages follow from the other columns.",
        hint: "Let these columns be computed: a percentage is never typed."
    ) { contract, _, findings in
        guard let table = contract.tables[.gap] else { return }
        for row in table.rows {
            differences(row, contract.template, &findings)
            percentages(row, table, contract.template, &findings)
        }
    }

    /// v1: target = baseline − residual, gap = target − existing. v2.1: residual = baseline − target, gap as before.
    private static func differences(_ row: ContractRow, _ template: Template, _ findings: inout RuleFindings) {
        let existing = row.number("existing") ?? 0
        let (baseline, residual, target) = (row.number("baseline"), row.number("residual"), row.number("target"))
        let reduction: Double? =
            if let baseline, let residual, template == .v1 || target == nil { baseline - residual } else { target }
        compare(row, "gap", with: reduction.map { $0 - existing }, &findings)
        guard let baseline else { return }
        switch template {
        case .v1: compare(row, "target", with: residual.map { baseline - $0 }, &findings)
        case .v21: compare(row, "residual", with: target.map { baseline - $0 }, &findings)
        }
    }

    private static func compare(
        _ row: ContractRow, _ column: String, with wanted: Double?, _ findings: inout RuleFindings
    ) {
        guard let printed = row.number(column), let wanted, !Tolerance.agree(printed, wanted) else { return }
        findings.add(
            "difference", .cell(.gap, row.id, column), "Here stands {printed}; the other columns give {computed}.",
            ["printed": Tolerance.shown(printed), "computed": Tolerance.shown(wanted)])
    }

    /// v1 counts a sector's share of its column, and the total's of the baseline; v2.1 counts shares of the baseline.
    private static func percentages(
        _ row: ContractRow, _ table: ContractTable, _ template: Template, _ findings: inout RuleFindings
    ) {
        for column in ["baseline", "residual", "target", "existing", "gap", "action_plan"] {
            guard let printed = row.number(column + "_percent"), let part = row.number(column) else { continue }
            let ofColumn = template == .v1 && !row.isTotal
            let whole =
                ofColumn ? table.rows.first { $0.isTotal }?.number(column) : row.number("baseline")
            guard let whole, whole > 0 else { continue }
            let computed = 100 * part / whole
            if !Tolerance.samePercent(printed, computed) {
                findings.add(
                    "percentage", .cell(.gap, row.id, column + "_percent"),
                    "Here stand {printed} %; {part} of {whole} are {computed} %.",
                    [
                        "printed": Tolerance.shown(printed), "part": Tolerance.shown(part),
                        "whole": Tolerance.shown(whole), "computed": Tolerance.shown(computed),
                    ])
            }
        }
    }
}
