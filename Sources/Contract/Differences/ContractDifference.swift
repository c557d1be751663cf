/// A difference between two versions of a contract, by meaning: a row that was moved is none.
public struct ContractDifference: Sendable, Hashable, Codable {
    /// What happened.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable { case added, removed, changed }

    public let kind: Kind
    /// Where: in the newer version, or in the older one for what was removed.
    public let place: ContractPlace
    /// What was there, in words; empty for what was added.
    public let before: String
    /// What is there now; empty for what was removed.
    public let after: String

    /// What distinguishes a newer version from an older one, in the order of the documents.
    public static func all(from older: CityContract, to newer: CityContract) -> [ContractDifference] {
        var differences = head(older, newer)
        for form in SectionForm.all {
            compare(.section(form.id), older.sections[form.id] ?? "", newer.sections[form.id] ?? "", &differences)
        }
        for form in TableForm.all { rows(form, older.tables[form.id], newer.tables[form.id], &differences) }
        return differences
    }

    private static func head(_ older: CityContract, _ newer: CityContract) -> [ContractDifference] {
        func words(_ contract: CityContract) -> [String] {
            [
                contract.city, contract.template.rawValue, "\(contract.baseYear)", "\(contract.targetYear)",
                contract.documents.map(\.rawValue).sorted().joined(separator: "; "), contract.note, contract.source,
            ]
        }
        var differences: [ContractDifference] = []
        for (before, after) in zip(words(older), words(newer)) { compare(.contract, before, after, &differences) }
        return differences
    }

    private static func compare(
        _ place: ContractPlace, _ before: String, _ after: String, _ differences: inout [ContractDifference]
    ) {
        guard before != after else { return }
        let kind: Kind = before.isEmpty ? .added : after.isEmpty ? .removed : .changed
        differences.append(ContractDifference(kind: kind, place: place, before: before, after: after))
    }

    private static func rows(
        _ form: TableForm, _ older: ContractTable?, _ newer: ContractTable?, _ differences: inout [ContractDifference]
    ) {
        let (before, after) = (older?.rows ?? [], newer?.rows ?? [])
        if older != nil, newer != nil { compare(.table(form.id), words(older), words(newer), &differences) }
        let pairs = matched(before, after, form)
        for row in before where pairs.values.contains(row.id) == false {
            differences.append(
                ContractDifference(kind: .removed, place: .row(form.id, row.id), before: name(row, form), after: ""))
        }
        let known = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for row in after {
            guard let old = pairs[row.id].flatMap({ known[$0] }) else {
                differences.append(
                    ContractDifference(kind: .added, place: .row(form.id, row.id), before: "", after: name(row, form)))
                continue
            }
            for column in Set(old.cells.keys).union(row.cells.keys).sorted() {
                compare(
                    .cell(form.id, row.id, column), words(old.cells[column]), words(row.cells[column]), &differences)
            }
        }
    }

    /// The older row of each newer one: of the same id, else the one with the same texts in all key columns.
    private static func matched(_ before: [ContractRow], _ after: [ContractRow], _ form: TableForm) -> [String: String]
    {
        let known = Set(before.map(\.id))
        var pairs: [String: String] = [:]
        for row in after where known.contains(row.id) { pairs[row.id] = row.id }
        var free: [String: String] = [:]
        let taken = Set(pairs.values)
        for row in before where !taken.contains(row.id) { free[name(row, form)] = row.id }
        for row in after where pairs[row.id] == nil {
            let name = name(row, form)
            guard !name.isEmpty, let other = free[name] else { continue }
            pairs[row.id] = other
            free[name] = nil
        }
        return pairs
    }

    private static func name(_ row: ContractRow, _ form: TableForm) -> String {
        let keys = form.columns.filter(\.isKey).map { row.cells[$0.id]?.content.text ?? "" }.filter { !$0.isEmpty }
        return keys.isEmpty && row.isTotal ? row.id : keys.joined(separator: " · ")
    }

    private static func words(_ cell: ContractCell?) -> String {
        guard let cell else { return "" }
        return cell.reason.isEmpty ? cell.content.text : "\(cell.content.text) (\(cell.reason))"
    }

    private static func words(_ table: ContractTable?) -> String {
        guard let table else { return "" }
        let words = [
            table.baseYear.map(String.init) ?? "", table.unit, table.method, table.gases.joined(separator: ", "),
            table.note, table.source,
        ]
        return words.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
