extension Rule {
    /// V21.
    static let overrides = Rule(
        "V21", .error, "What stands instead of a derived figure has a reason.",
        hint: "Give the reason, or take the derived figure again.", in: .commitments
    ) { contract, _, findings in
        for form in TableForm.all {
            for row in contract.tables[form.id]?.rows ?? [] {
                for (id, cell) in row.cells
                where cell.isOverridden && !cell.reason.contains(where: { !$0.isWhitespace }) {
                    findings.add(
                        "no-reason", .cell(form.id, row.id, id),
                        "Here stands {value} instead of the derived {derived}, without a reason.",
                        ["value": cell.content.text, "derived": cell.derived?.text ?? ""])
                }
            }
        }
    }
}

extension ContractCell.Content {
    /// What stands in the cell, in words.
    public var text: String {
        switch self {
        case .number(let number): Tolerance.shown(number)
        case .text(let text): text
        case .list(let list): list.joined(separator: "; ")
        case .notation(let key): key.rawValue
        }
    }
}
