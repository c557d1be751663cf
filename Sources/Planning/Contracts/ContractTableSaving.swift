import Contract
import Storage
import Web

/// How a change of a table is saved when others may have saved meanwhile.
enum ContractTableSaving {
    enum Outcome: Sendable { case saved, unchanged, merged, conflict }

    /// Saves a change that was made over `version` of the table, 0 for one that nobody had written.
    static func save(
        _ connection: any Connection, _ contract: ContractID, _ id: TableID, version: Int,
        _ change: ContractTableChange, by person: PersonID, at: Instant
    ) throws -> Outcome {
        let part = try ContractPart.find(connection, contract, .table(id))
        let table = try part?.table()?.table ?? ContractTable()
        var seen = table
        let current = part?.version ?? 0
        if version != current {
            let content = try ContractPart.content(connection, contract, .table(id), version: max(0, version)) ?? ""
            seen = content.isEmpty ? ContractTable() : try ContractTableText.table(content)
        }
        guard let changed = change.applied(to: table, seen: seen) else { return .conflict }
        guard changed != table else { return .unchanged }
        let isSaved = try ContractPart.save(
            connection, contract, .table(id), version: current, try ContractTableText.json(changed), by: person,
            at: at)
        guard isSaved else { throw StorageError.failed("a contract's table changed within its own transaction") }
        return version == current ? .saved : .merged
    }
}
