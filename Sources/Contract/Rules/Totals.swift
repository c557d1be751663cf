extension Rule {
    /// V1.
    static let totals = Rule(
        "V1", .error, "Each total is the sum of its rows.",
        hint: "Let the total be computed, or correct the row that is missing in it.", in: .commitments
    ) { contract, _, findings in
        for form in TableForm.all {
            guard let table = contract.tables[form.id] else { continue }
            rowTotals(table, form, &findings)
            for total in table.rows where total.isTotal { columnTotals(total, table, form, &findings) }
        }
    }

    private static func columnTotals(
        _ total: ContractRow, _ table: ContractTable, _ form: TableForm, _ findings: inout RuleFindings
    ) {
        let rows = covered(by: total, table, form)
        guard !rows.isEmpty else { return }
        for (id, cell) in total.cells.sorted(by: { $0.key < $1.key }) {
            guard let printed = cell.number, let column = form.column(id), column.isSummed else { continue }
            let parts = rows.compactMap { part($0, id) }
            guard !parts.isEmpty else { continue }
            let sum = parts.reduce(0, +)
            if !Tolerance.agree(printed, sum) {
                findings.add(
                    "column", .cell(form.id, total.id, id), "The total is {printed}, its rows add up to {sum}.",
                    ["printed": Tolerance.shown(printed), "sum": Tolerance.shown(sum)])
            }
        }
    }

    /// What a row adds to a total: its scopes where it has no total of its own.
    private static func part(_ row: ContractRow, _ column: String) -> Double? {
        if let number = row.number(column) { return number }
        let scopes = column == "total" ? ["scope1", "scope2", "scope3"].compactMap { row.number($0) } : []
        return scopes.isEmpty ? nil : scopes.reduce(0, +)
    }

    /// The rows with the total's texts in their key columns; totals of a part where only those are known.
    private static func covered(by total: ContractRow, _ table: ContractTable, _ form: TableForm) -> [ContractRow] {
        let keys = form.columns.filter(\.isKey).map(\.id)
        let own = keys.filter { !total.isBlank($0) }
        func matches(_ row: ContractRow) -> Bool { own.allSatisfy { row.text($0) == total.text($0) } }
        let items = table.rows.filter { !$0.isTotal && matches($0) }
        if !items.isEmpty { return items }
        return table.rows.filter { row in
            row.isTotal && row.id != total.id && matches(row) && keys.count(where: { !row.isBlank($0) }) > own.count
        }
    }

    /// Scopes and their total in a row.
    private static func rowTotals(_ table: ContractTable, _ form: TableForm, _ findings: inout RuleFindings) {
        guard form.column("scope1") != nil else { return }
        for row in table.rows {
            let scopes = ["scope1", "scope2", "scope3"].compactMap { row.number($0) }
            guard let printed = row.number("total"), !scopes.isEmpty else { continue }
            let sum = scopes.reduce(0, +)
            if !Tolerance.agree(printed, sum) {
                findings.add(
                    "row", .cell(form.id, row.id, "total"), "The row's total is {printed}, its scopes add up to {sum}.",
                    ["printed": Tolerance.shown(printed), "sum": Tolerance.shown(sum)])
            }
        }
    }
}

extension Column {
    /// Whether its numbers can be added up; rates and years cannot.
    var isSummed: Bool { if case .number(let unit) = kind { unit != "EUR/t" } else { false } }
}
