import Contract

/// One change of a table, which goes together with what others changed elsewhere in it.
enum ContractTableChange: Sendable {
    /// A new row; its id is taken where another row has it.
    case add(ContractRow)
    case edit(ContractRow)
    case remove(String)
    /// One place up or down.
    case move(String, isUp: Bool)
    /// Unit, method, source and note; rows are not looked at.
    case head(ContractTable)

    /// The table with the change; nil where what it changes is no longer what somebody saw.
    ///
    /// - Parameter seen: the table that the change starts from.
    func applied(to table: ContractTable, seen: ContractTable) -> ContractTable? {
        var table = table
        switch self {
        case .add(var row):
            row.id = MeasureName.slug(row.id, beside: Set(table.rows.map(\.id)))
            table.rows.insert(row, at: row.isTotal ? table.rows.count : Self.end(of: table))
        case .edit(let row):
            guard let index = table.rows.firstIndex(where: { $0.id == row.id }) else { return nil }
            guard table.rows[index] == seen.row(row.id) else { return nil }
            table.rows[index] = row
        case .remove(let id):
            guard table.row(id) == seen.row(id) else { return nil }
            table.rows.removeAll { $0.id == id }
        case .move(let id, let isUp):
            guard let index = table.rows.firstIndex(where: { $0.id == id }) else { return nil }
            let other = isUp ? index - 1 : index + 1
            if table.rows.indices.contains(other) { table.rows.swapAt(index, other) }
        case .head(let head):
            guard table.head == seen.head else { return nil }
            let rows = table.rows
            table = head
            table.rows = rows
        }
        return table
    }

    /// Behind the rows, before the totals at the end.
    private static func end(of table: ContractTable) -> Int {
        (table.rows.lastIndex { !$0.isTotal } ?? -1) + 1
    }
}

extension ContractTable {
    /// The table without its rows.
    var head: ContractTable {
        var head = self
        head.rows = []
        return head
    }
}
