extension Rule {
    /// V23.
    static let numberFormats = Rule(
        "V23", .warning, "Numbers are written one way.",
        hint: "Read the numbers in again with their decimal mark named, and confirm what was read.", in: .commitments
    ) { contract, _, findings in
        var first: (mark: Character, text: String)?
        for form in TableForm.all {
            for row in contract.tables[form.id]?.rows ?? [] {
                for (id, cell) in row.cells.sorted(by: { $0.key < $1.key })
                where !cell.printed.isEmpty && form.column(id)?.isNumber == true {
                    let place = ContractPlace.cell(form.id, row.id, id)
                    guard let number = PrintedNumber(cell.printed) else {
                        findings.add(
                            "malformed", place, "“{text}” is no number in any way of writing.", ["text": cell.printed])
                        continue
                    }
                    guard let mark = number.decimalMark else { continue }
                    if let known = first, known.mark != mark {
                        findings.add(
                            "mixed", place, "“{text}” is written another way than “{other}”.",
                            ["text": cell.printed, "other": known.text])
                    } else if first == nil {
                        first = (mark, cell.printed)
                    }
                }
            }
        }
    }
}

/// A number as somebody printed it: groups of three digits with one mark between them, decimals behind another.
struct PrintedNumber {
    /// The mark before decimals that it speaks for; nil where it may be read with either.
    let decimalMark: Character?

    /// Nil where it is no number in any way of writing.
    init?(_ text: String) {
        let spaces: Set<Character> = [" ", "\u{a0}", "\u{202f}"]
        let digits = text.filter { !spaces.contains($0) && $0 != "-" && $0 != "−" }
        guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) || $0 == "." || $0 == "," }) else {
            return nil
        }
        let marks = digits.filter { $0 == "." || $0 == "," }
        guard let last = marks.last else {
            decimalMark = nil
            return
        }
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        let isMixed = Set(marks).count == 2
        let groups = isMixed ? parts.dropLast() : parts[...]
        let isGrouped = (1...3).contains(groups.first?.count ?? 0) && groups.dropFirst().allSatisfy { $0.count == 3 }
        guard !(parts.last?.isEmpty ?? true) else { return nil }
        if isMixed {
            // All marks but the last stand between thousands, and are the same.
            guard isGrouped, Set(marks.dropLast()).count == 1, marks.dropLast().first != last else { return nil }
            decimalMark = last
        } else if marks.count > 1 {
            guard isGrouped else { return nil }
            decimalMark = last == "." ? "," : "."
        } else {
            guard parts.first?.isEmpty == false else { return nil }
            decimalMark = isGrouped ? nil : last
        }
    }
}
