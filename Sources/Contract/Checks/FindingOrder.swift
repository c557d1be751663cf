/// Findings in the order of the documents, however a rule went through them.
enum FindingOrder {
    static func sorted(_ findings: [ContractFinding], _ contract: CityContract) -> [ContractFinding] {
        guard findings.count > 1 else { return findings }
        var rows: [TableID: [String: Int]] = [:]
        let keyed = findings.enumerated().map { offset, finding -> (key: Key, finding: ContractFinding) in
            let place = finding.place
            let table = place.table.flatMap { TableID.allCases.firstIndex(of: $0) }
            var row = -1
            if let id = place.table, let name = place.row {
                let known = rows[id] ?? positions(contract.tables[id])
                rows[id] = known
                row = known[name] ?? -1
            }
            return (Key(table: table ?? -1, row: row, column: place.column ?? "", offset: offset), finding)
        }
        return keyed.sorted { $0.key < $1.key }.map(\.finding)
    }

    private static func positions(_ table: ContractTable?) -> [String: Int] {
        let rows = (table?.rows ?? []).enumerated().map { ($0.element.id, $0.offset) }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    private struct Key: Comparable {
        let table: Int
        let row: Int
        let column: String
        let offset: Int

        static func < (left: Key, right: Key) -> Bool {
            (left.table, left.row, left.column, left.offset) < (right.table, right.row, right.column, right.offset)
        }
    }
}
