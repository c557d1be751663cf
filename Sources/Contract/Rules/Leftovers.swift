import Foundation

extension Rule {
    /// V20.
    static let leftovers = Rule(
        "V20", .error, "Nothing of the template is left over, and no reference is broken.",
        hint: "Write the text, delete the template's instruction, or mend the reference.", in: .commitments
    ) { contract, circumstances, findings in
        for form in SectionForm.all where contract.documents.contains(form.module.document) {
            let text = contract.sections[form.id] ?? ""
            look(text, .section(form.id), &findings)
            let isAsked = form.isRequired && form.numbers[contract.template] != nil && contract.extent == .whole
            if isAsked, circumstances.stage == .publication, !text.contains(where: { !$0.isWhitespace }) {
                findings.add("empty", .section(form.id), "The section is empty.")
            }
        }
        var ids: [TableID: Set<String>] = [:]
        for form in TableForm.all {
            guard let table = contract.tables[form.id] else { continue }
            for row in table.rows {
                for (id, cell) in row.cells {
                    if case .text(let text) = cell.content { look(text, .cell(form.id, row.id, id), &findings) }
                    guard case .links(let target)? = form.column(id)?.kind else { continue }
                    let known = ids[target] ?? Set((contract.tables[target]?.rows ?? []).map(\.id))
                    ids[target] = known
                    for link in row.links(id) where !known.contains(link) {
                        findings.add(
                            "broken-link", .cell(form.id, row.id, id), "There is no row “{row}” to refer to.",
                            ["row": link])
                    }
                }
            }
        }
    }

    private static func look(_ text: String, _ place: ContractPlace, _ findings: inout RuleFindings) {
        for leftover in LeftoverTexts.found(in: text) {
            findings.add("leftover", place, "“{text}” is left over from the template.", ["text": leftover])
        }
    }
}

/// What word processors and templates leave behind.
enum LeftoverTexts {
    /// In small letters.
    static let all = [
        "your text", "error! bookmark not defined", "error! reference source not found", "error! no bookmark name",
        "eroare! marcaj în document nedefinit", "eroare! fără sursă de referință", "lorem ipsum",
        "click or tap here to enter text", "faceți clic sau atingeți aici", "[insert", "[introduceți", "<insert",
        "textul dumneavoastră", "#ref!", "guiding question",
    ]

    /// Those that stand in a text, whatever its case. Contracts are long: one pass over the bytes.
    static func found(in text: String) -> [String] {
        var text = text
        return text.withUTF8 { bytes in
            var found: [String] = []
            for start in bytes.indices {
                for index in byFirst[Int(small(bytes[start]))] where matches(patterns[index], bytes, start) {
                    if !found.contains(all[index]) { found.append(all[index]) }
                }
            }
            return found
        }
    }

    private static let patterns = all.map { Array($0.utf8) }

    /// The patterns that begin with each byte.
    private static let byFirst: [[Int]] = (0..<256).map { byte in
        patterns.indices.filter { patterns[$0].first.map(Int.init) == byte }
    }

    private static func matches(_ pattern: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        guard start + pattern.count <= bytes.count else { return false }
        for offset in pattern.indices where small(bytes[start + offset]) != pattern[offset] { return false }
        return true
    }

    private static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
