import Contract
import Web

/// What distinguishes two versions of a contract, by meaning: places in words, what stood there, what stands there.
package struct ContractDifferenceList {
    private let differences: [ContractDifference]
    private let older: ContractWords
    private let newer: ContractWords
    private let t: Texts

    /// More lines than this say less than their number.
    private static let most = 200
    private static let longest = 300

    package init(_ differences: [ContractDifference], from older: CityContract, to newer: CityContract, _ visit: Visit)
    {
        self.differences = differences
        self.older = ContractWords(older, visit)
        self.newer = ContractWords(newer, visit)
        t = visit.t
    }

    package var html: HTML {
        HTML {
            DataTable(
                caption: t.count(differences.count, "{count} difference", "{count} differences"),
                columns: [t("Place"), t("Before"), t("After")].map { DataTable.Column($0) },
                rows: differences.prefix(Self.most).map(row)
            ).html
            if differences.count > Self.most {
                p { t.count(differences.count - Self.most, "and {count} more", "and {count} more") }
            }
        }
    }

    private func row(_ difference: ContractDifference) -> [DataTable.Cell] {
        let words = difference.kind == .removed ? older : newer
        return [
            .text(words.place(difference.place)),
            difference.kind == .added
                ? .missing(t("Added")) : .text(shown(difference.before, difference.place, older)),
            difference.kind == .removed
                ? .missing(t("Removed")) : .text(shown(difference.after, difference.place, newer)),
        ]
    }

    /// A row by its cells, a code as its word, a long text by its beginning.
    private func shown(_ text: String, _ place: ContractPlace, _ words: ContractWords) -> String {
        guard let table = place.table, let id = place.row else { return cut(text) }
        let row = words.document.tables[table]?.row(id)
        guard let column = place.column else { return cut(row.map { whole($0, of: table, words) } ?? text) }
        guard let form = TableForm.of(table).column(column), let content = row?.cells[column]?.content else {
            return cut(text)
        }
        switch form.kind {
        case .word, .links: return cut(words.text(content, in: form))
        default: return cut(text)
        }
    }

    private func whole(_ row: ContractRow, of table: TableID, _ words: ContractWords) -> String {
        TableForm.of(table).columns(in: words.document.template).flatMap { column in
            row.cells.keys.filter { TableForm.of(table).column($0)?.id == column.id }.sorted().map { id in
                "\(words.heading(id, of: table)): \(words.text(row.cells[id]?.content, in: column))"
            }
        }.joined(separator: "; ")
    }

    private func cut(_ text: String) -> String {
        text.count > Self.longest ? "\(text.prefix(Self.longest))…" : text
    }
}
