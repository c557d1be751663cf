import Inventory
import Storage
import Web

/// A row of an earlier inventory that waits to be answered for this year.
///
/// Last year's figures are never this year's by themselves. Copying puts no row into the inventory: it makes a list of
/// what the earlier year had, each with its value of then. A row becomes one of this inventory only when somebody
/// answers it: the words stay (what it is, unit, quality, source, note), the figures are asked anew; a notation key
/// stays with its reason and is confirmed; a calculated row is calculated by its method again (`CopiedMethod`), and a
/// row of energy only asks for its energy. Until then its line counts as unanswered, and a finding says how many wait.
struct CopiedRow: Sendable, RowDecodable {
    let line: InventoryLine
    let year: Int
    let gwp: GWPSet

    init(row: Row) throws {
        line = try InventoryLine(row: row)
        year = try row("earlier_year")
        gwp = try row("earlier_gwp_set")
    }

    /// The row of this year by checked answers.
    func answered(_ answers: Answers) -> InventoryRow { line.changed(answers) }

    /// What the form asks with: words of then, and no figure of then.
    var start: Answers {
        if case .notation(let key, let reason) = line.row.content {
            return Answers(["key": key.rawValue, "reason": reason])
        }
        let row = line.row
        return Answers([
            "label": row.label, "activity-unit": row.activity?.unit, "source": row.source, "note": row.note,
            "activity-quality": row.activityQuality?.rawValue, "factor-quality": row.factorQuality?.rawValue,
        ])
    }

    /// Copied rows that wait, as one of the checks' findings.
    static func findings(_ waiting: [CopiedRow]) -> [Finding] {
        guard !waiting.isEmpty else { return [] }
        return [
            Finding(
                "copied-rows", .warning, .inventory,
                "Rows of an earlier year that wait to be answered for this one: {count}.",
                ["count": "\(waiting.count)"])
        ]
    }
}

/// What may be copied from an earlier inventory.
enum CopiedPart: String, CaseIterable {
    case frame, exclusions, rows

    var title: String {
        switch self {
        case .frame: "Frame: coverage, global warming potentials, boundary and main source"
        case .exclusions: "What is left out"
        case .rows: "Rows, as a list to be answered for this year"
        }
    }
}
