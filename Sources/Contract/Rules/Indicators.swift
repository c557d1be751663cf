extension Rule {
    /// V17.
    static let indicators = Rule(
        "V17", .error, "Each indicator is unique, has its sheet, and targets that go its way.",
        hint: "Give each indicator one number, one row and one sheet, and targets in the direction that is wanted."
    ) { contract, _, findings in
        let rows = contract.items(.indicators)
        let sheets = Dictionary(
            contract.items(.indicatorSheets).map { ($0.text("number"), $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<String> = []
        for row in rows {
            let number = row.text("number")
            let name = ["number": number]
            if !seen.insert(number).inserted {
                findings.add(
                    "twice", .cell(.indicators, row.id, "number"), "The indicator number {number} stands twice.", name)
            }
            if let sheet = sheets[number] {
                units(row, sheet, &findings)
            } else {
                findings.add("no-sheet", .row(.indicators, row.id), "The indicator {number} has no sheet.", name)
            }
            targets(row, &findings)
        }
        for (number, sheet) in sheets.sorted(by: { $0.key < $1.key }) where !seen.contains(number) {
            findings.add(
                "no-row", .row(.indicatorSheets, sheet.id),
                "The sheet of {number} has no row in the table of indicators.",
                ["number": number])
        }
    }

    private static func units(_ row: ContractRow, _ sheet: ContractRow, _ findings: inout RuleFindings) {
        guard !row.isBlank("unit"), !sheet.isBlank("unit"), row.text("unit") != sheet.text("unit") else { return }
        findings.add(
            "unit", .cell(.indicators, row.id, "unit"), "The unit is “{unit}” here and “{other}” in the sheet.",
            ["unit": row.text("unit"), "other": sheet.text("unit")], level: .warning)
    }

    private static func targets(_ row: ContractRow, _ findings: inout RuleFindings) {
        let targets = row.cells.compactMap { id, cell in
            TableForm.year(of: id).flatMap { year in cell.number.map { (year: year, value: $0) } }
        }.sorted { $0.year < $1.year }
        let values = ([row.number("baseline")].compactMap { $0 }) + targets.map(\.value)
        let steps = zip(values, values.dropFirst()).map { $1 - $0 }
        let (rises, falls) = (steps.allSatisfy { $0 >= 0 }, steps.allSatisfy { $0 <= 0 })
        let isRight =
            switch row.text("direction") {
            case "up": rises
            case "down": falls
            default: rises || falls
            }
        if !isRight {
            findings.add(
                "direction", .row(.indicators, row.id), "The targets of {number} do not go the wanted way: {targets}.",
                [
                    "number": row.text("number"),
                    "targets": values.map { Tolerance.shown($0) }.joined(separator: " → "),
                ])
        }
        if row.text("unit") == "%", let most = values.max(), most > 100 {
            findings.add(
                "above-hundred", .row(.indicators, row.id), "{number} has a target of {target} %.",
                ["number": row.text("number"), "target": Tolerance.shown(most)], level: .warning)
        }
    }
}
