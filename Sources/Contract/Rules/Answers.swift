extension Rule {
    /// V7.
    static let answers = Rule(
        "V7", .error, "Each figure is a number, or a notation key with its reason.",
        hint: "Write a number, or NO, NE, IE or C with the reason why there is none.", in: .commitments
    ) { contract, _, findings in
        for form in TableForm.all {
            guard let table = contract.tables[form.id] else { continue }
            let answered = form.columns(in: contract.template).filter(\.isAnswered)
            for row in table.rows {
                for (id, cell) in row.cells { look(cell, .cell(form.id, row.id, id), form.column(id), &findings) }
                for column in answered where row.isBlank(column.id) && !row.isTotal {
                    findings.add(
                        "blank", .cell(form.id, row.id, column.id), "Here stands neither a number nor a notation key.")
                }
            }
        }
    }

    private static func look(
        _ cell: ContractCell, _ place: ContractPlace, _ column: Column?, _ findings: inout RuleFindings
    ) {
        switch cell.content {
        case .notation where !cell.reason.contains(where: { !$0.isWhitespace }):
            findings.add("no-reason", place, "The notation key has no reason.")
        case .text(let text) where column?.isNumber == true && text.contains(where: { !$0.isWhitespace }):
            findings.add(
                "text", place, "“{text}” is neither a number nor a notation key.", ["text": String(text.prefix(60))])
        case .number(let number) where !number.isFinite:
            findings.add("not-finite", place, "This is not a finite number.")
        default: break
        }
    }
}
