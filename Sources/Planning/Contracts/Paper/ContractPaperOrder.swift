import Contract

/// The order on paper: modules, and in each its texts and tables by the template's numbers.
extension ContractPaper {
    /// A module, or a part of the one that frames the others.
    struct Part {
        let id: String
        let title: String
        let pieces: [Piece]
    }

    /// A text or a table with its number.
    struct Piece {
        enum Content {
            case text(String)
            case table(TableForm, ContractTable)
        }

        let id: String
        let number: String
        let title: String
        let content: Content
    }

    func parts(of document: ContractDocument) -> [Part] {
        var parts: [Part] = []
        var closing: [Part] = []
        for module in Module.allCases where module.document == document {
            let pieces = pieces(of: module)
            guard !pieces.isEmpty else { continue }
            let title = module == .commitments || module == .frame ? "" : "\(module.rawValue) "
            guard module == .frame else {
                parts.append(Part(id: "m-\(module.rawValue)", title: title + t(module.title), pieces: pieces))
                continue
            }
            // What frames the plan stands before and after it.
            let end = pieces.filter { $0.id == "s-\(SectionID.outlook.rawValue)" }
            let start = pieces.filter { $0.id != "s-\(SectionID.outlook.rawValue)" }
            if !start.isEmpty { parts.append(Part(id: "m-start", title: t("Introduction"), pieces: start)) }
            if !end.isEmpty { closing.append(Part(id: "m-end", title: t("Outlook"), pieces: end)) }
        }
        return parts + closing
    }

    private func pieces(of module: Module) -> [Piece] {
        var pieces: [Piece] = []
        for form in SectionForm.all where form.module == module {
            guard let text = contract.sections[form.id], text.contains(where: { !$0.isWhitespace }) else { continue }
            pieces.append(
                Piece(
                    id: "s-\(form.id.rawValue)", number: form.numbers[contract.template] ?? "", title: form.title,
                    content: .text(text)))
        }
        for form in TableForm.all where form.module == module {
            guard let table = contract.tables[form.id], !table.rows.isEmpty else { continue }
            pieces.append(
                Piece(
                    id: "t-\(form.id.rawValue)", number: form.numbers[contract.template] ?? "", title: form.title,
                    content: .table(form, table)))
        }
        let places = pieces.enumerated().sorted {
            Self.key($0.element.number, $0.offset).lexicographicallyPrecedes(Self.key($1.element.number, $1.offset))
        }
        return places.map(\.element)
    }

    /// The numbers in a template's number: `A-1.10` comes after `A-1.9`. An appendix and what the template does not
    /// number come last.
    private static func key(_ number: String, _ place: Int) -> [Int] {
        let parts = number.split { !$0.isNumber }.compactMap { Int($0) }
        return (parts.isEmpty ? [Int.max] : parts) + [-1, place]
    }
}
