extension Rule {
    /// V16.
    static let budgetYears = Rule(
        "V16", .warning, "T1 shows five years, T2 three, and the climate share is computed.",
        hint: "Add the years that are missing: the current budget and the executed ones before it.", in: .investmentPlan
    ) { contract, _, findings in
        for (id, wanted) in [(TableID.budgets, 5), (.spending, 3)] {
            guard TableForm.of(id).numbers[contract.template] != nil, let table = contract.tables[id] else { continue }
            let years = Set(table.items.compactMap { $0.number("year") })
            if years.count < wanted {
                findings.add(
                    "years", .table(id), "The table shows {count} years; the template asks for {wanted}.",
                    ["count": "\(years.count)", "wanted": "\(wanted)"])
            }
        }
        for row in contract.items(.budgets) {
            guard let stated = row.number("climate_percent"), let climate = row.number("climate"),
                let budget = row.number("budget"), budget > 0
            else { continue }
            let computed = 100 * climate / budget
            if !Tolerance.samePercent(stated, computed) {
                findings.add(
                    "share", .cell(.budgets, row.id, "climate_percent"),
                    "Here stand {printed} %; {part} of {whole} are {computed} %.",
                    [
                        "printed": Tolerance.shown(stated), "part": Tolerance.shown(climate),
                        "whole": Tolerance.shown(budget), "computed": Tolerance.shown(computed),
                    ])
            }
        }
    }
}
