extension Rule {
    /// V9.
    static let years = Rule(
        "V9", .warning, "One base year from 2018 on in all modules.",
        hint: "Use one inventory year in all modules; show targets against another year as a scenario of its own."
    ) { contract, _, findings in
        if contract.baseYear < 2018 {
            findings.add(
                "old", .contract, "The inventory of {year} is older than 2018.", ["year": "\(contract.baseYear)"])
        }
        for form in TableForm.all {
            guard let table = contract.tables[form.id] else { continue }
            if let year = table.baseYear, year != contract.baseYear {
                findings.add(
                    "table", .table(form.id), "The base year here is {year}, the contract's is {base}.",
                    ["year": "\(year)", "base": "\(contract.baseYear)"])
            }
            guard form.column("base_year") != nil else { continue }
            for row in table.rows {
                guard let year = row.number("base_year"), year != Double(table.baseYear ?? contract.baseYear) else {
                    continue
                }
                findings.add(
                    "row", .cell(form.id, row.id, "base_year"),
                    "The base year here is {year}, the contract's is {base}.",
                    ["year": Tolerance.shown(year), "base": "\(table.baseYear ?? contract.baseYear)"])
            }
        }
    }
}
