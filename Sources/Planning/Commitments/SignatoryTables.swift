import Contract
import Foundation

/// What the room knows of signatories, as rows of the contract's tables of signatories, commitments and signatures.
struct SignatoryTables {
    let lines: [SignatoryDesk.Line]
    let progress: [CommitmentID: CommitmentStatus]

    static let tables: [TableID] = [.signatories, .individualCommitments, .signatures]

    /// The tables as they would be: what people typed or wrote over stays, as in every derivation.
    func merged(into contract: CityContract) -> [TableID: ContractTable] {
        var ids: [CommitmentID: String] = [:]
        let signatories = Self.merge(contract.tables[.signatories], lines.map(signatory)) { index, id in
            ids[lines[index].commitment.id] = id
        }
        let commitments = Self.merge(
            contract.tables[.individualCommitments],
            lines.compactMap { line in
                line.commitment.content.pledge.isEmpty ? nil : commitment(line, ids[line.commitment.id] ?? "")
            })
        let signed = Self.merge(contract.tables[.signatures], lines.map(signature))
        return [.signatories: signatories, .individualCommitments: commitments, .signatures: signed]
    }

    private static func row(_ line: SignatoryDesk.Line, _ cells: [String: ContractCell.Content?]) -> ContractRow {
        ContractRow(
            "signatory-\(line.commitment.id)", isDerived: true,
            cells.compactMapValues { $0 }.filter { $0.value != .text("") }.mapValues {
                ContractCell($0, derived: $0)
            })
    }

    private func signatory(_ line: SignatoryDesk.Line) -> ContractRow {
        let content = line.commitment.content
        return Self.row(
            line,
            [
                "institution": .text(content.institution), "sector": .text(content.sector),
                "legal_form": .text(content.legalForm), "person": .text(content.person),
                "position": .text(content.position), "helix": .text(content.helix.rawValue),
                "tier": .text(content.tier.rawValue),
            ])
    }

    private func commitment(_ line: SignatoryDesk.Line, _ signatory: String) -> ContractRow {
        let content = line.commitment.content
        return Self.row(
            line,
            [
                "signatory": .list([signatory]), "commitment": .text(content.pledge),
                "amount": .text(content.amount), "year": content.dueYear.map { .number(Double($0)) },
                "evidence": .text(content.evidence),
                "status": .text((progress[line.commitment.id] ?? .open).rawValue),
            ])
    }

    private func signature(_ line: SignatoryDesk.Line) -> ContractRow {
        let (content, answer) = (line.commitment.content, line.answer)
        let form = answer.flatMap { $0.form == .refusal ? nil : $0.form.rawValue } ?? ""
        return Self.row(
            line,
            [
                "institution": .text(content.institution),
                "person": .text([content.person, content.position].filter { !$0.isEmpty }.joined(separator: ", ")),
                "status": .text(line.state.signatureWord), "form": .text(form),
                "day": .text(answer?.day.description ?? ""),
            ])
    }

    /// New rows over old ones. A row that people typed for the same institution becomes the signatory's own row.
    private static func merge(
        _ old: ContractTable?, _ rows: [ContractRow], placed: (Int, String) -> Void = { _, _ in }
    ) -> ContractTable {
        var table = old ?? ContractTable()
        let known = Set(rows.map(\.id))
        // Derived rows of signatories that are gone go with them, unless somebody wrote in them.
        table.rows.removeAll { row in
            row.isDerived && !known.contains(row.id) && row.id.hasPrefix("signatory-") && !isTouched(row)
        }
        for (index, row) in rows.enumerated() {
            let institution = row.text("institution")
            let place =
                table.rows.firstIndex { $0.id == row.id }
                ?? table.rows.firstIndex {
                    !institution.isEmpty && !known.contains($0.id) && $0.text("institution") == institution
                }
            if let place {
                table.rows[place] = merge(table.rows[place], row)
                placed(index, table.rows[place].id)
            } else {
                table.rows.append(row)
                placed(index, row.id)
            }
        }
        return table
    }

    private static func isTouched(_ row: ContractRow) -> Bool {
        row.cells.values.contains { $0.derived == nil || $0.isOverridden }
    }

    private static func merge(_ old: ContractRow, _ new: ContractRow) -> ContractRow {
        var row = old
        // Typed rows stay typed; untouched derived cells that are empty now go.
        row.cells = old.cells.filter { $0.value.derived == nil || $0.value.isOverridden || new.cells[$0.key] != nil }
        for (column, cell) in new.cells {
            guard let before = old.cells[column], before.derived == nil || before.isOverridden else {
                row.cells[column] = cell
                continue
            }
            if before.derived != nil { row.cells[column]?.derived = cell.derived }
        }
        return row
    }
}
