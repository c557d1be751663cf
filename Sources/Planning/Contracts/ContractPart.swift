import Contract
import Foundation
import Storage
import Web

/// A section or a table of a contract in work, with the version that a change starts from.
package struct ContractPart: Sendable, RowDecodable {
    package let contract: ContractID
    /// `sections/outlook` or `emissions`, as `ContractPlace` writes it.
    package let place: String
    package let content: String
    package let version: Int
    package let updatedAt: Instant
    package let updatedBy: PersonID?

    package init(row: Row) throws {
        contract = try row("contract_id")
        place = try row("place")
        content = try row("content")
        version = try row("version")
        updatedAt = try row("updated_at")
        updatedBy = try row("updated_by")
    }

    /// The text of a section; nil for tables.
    package var section: (id: SectionID, text: String)? {
        ContractPlace(path: place)?.section.map { ($0, content) }
    }

    /// The table that it holds; nil for sections.
    /// - Throws: a `DecodingError` where the database holds something else than this program wrote.
    package func table() throws -> (id: TableID, table: ContractTable)? {
        guard let id = ContractPlace(path: place)?.table else { return nil }
        return (id, try ContractTableText.table(content))
    }
}

/// A table as text in the database; the same table gives the same bytes.
package enum ContractTableText {
    package static func table(_ json: String) throws -> ContractTable {
        try JSONDecoder().decode(ContractTable.self, from: Data(json.utf8))
    }

    package static func json(_ table: ContractTable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(table), as: UTF8.self)
    }
}

/// A waiver of a finding, as it is recorded.
package struct ContractWaiver: Sendable, RowDecodable {
    package let id: ID<Self>
    package let contract: ContractID
    package let rule: String
    package let place: String
    package let reason: String
    package let createdAt: Instant
    package let createdBy: PersonID
    /// The name of who answers for it.
    package let author: String

    package init(row: Row) throws {
        id = try row("id")
        contract = try row("contract_id")
        rule = try row("rule")
        place = try row("place")
        reason = try row("reason")
        createdAt = try row("created_at")
        createdBy = try row("created_by")
        author = try row("author")
    }

    /// The waiver in the contract's document; nil where a later program no longer knows the place.
    package var waiver: Waiver? {
        ContractPlace(path: place).map { Waiver(rule, at: $0, reason: reason, author: author) }
    }
}

/// A contract as it was at one moment; it never changes.
package struct ContractSnapshot: Sendable, RowDecodable {
    package let id: ID<Self>
    package let contract: ContractID
    package let revision: Int
    /// SHA-256 of its JSON, its name among files.
    package let contentHash: String
    package let takenAt: Instant
    package let takenBy: PersonID?

    package init(row: Row) throws {
        id = try row("id")
        contract = try row("contract_id")
        revision = try row("revision")
        contentHash = try row("content_hash")
        takenAt = try row("taken_at")
        takenBy = try row("taken_by")
    }
}
