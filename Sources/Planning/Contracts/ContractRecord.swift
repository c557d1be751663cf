import Contract
import Foundation
import Storage
import Web

package enum ContractKind {}
package typealias ContractID = ID<ContractKind>

/// A Climate City Contract that a city's team is writing: one iteration, held as parts that people edit apart.
package struct ContractRecord: Sendable, RowDecodable {
    package let id: ContractID
    package let city: String
    /// The city's first contract is 1; the next one begins from it.
    package let iteration: Int
    /// Everything that is neither a section nor a table.
    package let frame: Frame
    /// Counts every change of the frame.
    package let version: Int
    /// Counts every change of anything in the contract: what is read at one revision never changes.
    package let revision: Int
    package let createdAt: Instant
    package let updatedAt: Instant
    package let updatedBy: PersonID?

    package init(row: Row) throws {
        id = try row("id")
        city = try row("city_code")
        iteration = try row("iteration")
        frame = try JSONDecoder().decode(Frame.self, from: Data((try row("frame") as String).utf8))
        version = try row("version")
        revision = try row("revision")
        createdAt = try row("created_at")
        updatedAt = try row("updated_at")
        updatedBy = try row("updated_by")
    }

    /// Address without the language.
    package var path: String { "/contracts/\(id)" }
}

extension ContractRecord {
    /// Years, template, language and what is said about the contract as a whole.
    package struct Frame: Sendable, Equatable, Codable {
        package var city: String
        package var country: String
        package var note: String
        package var language: String
        package var template: Template
        package var extent: CityContract.Extent
        package var documents: [ContractDocument]
        package var baseYear: Int
        package var targetYear: Int
        package var quantities: [StatedQuantity]
        package var source: String

        package init(_ contract: CityContract) {
            city = contract.city
            country = contract.country
            note = contract.note
            language = contract.language
            template = contract.template
            extent = contract.extent
            documents = contract.documents
            baseYear = contract.baseYear
            targetYear = contract.targetYear
            quantities = contract.quantities
            source = contract.source
        }

        /// A contract without sections, tables and waivers.
        package var contract: CityContract {
            CityContract(
                city: city, country: country, note: note, language: language, template: template, extent: extent,
                documents: documents, baseYear: baseYear, targetYear: targetYear, quantities: quantities,
                source: source)
        }
    }

    static let migration = Migration(
        "contracts-001",
        sql: """
            CREATE TABLE contract (
                id TEXT PRIMARY KEY,
                city_code TEXT NOT NULL REFERENCES city (code),
                iteration BIGINT NOT NULL CHECK (iteration > 0),
                -- Years, template, language, stated quantities as JSON.
                frame TEXT NOT NULL,
                version BIGINT NOT NULL CHECK (version > 0),
                revision BIGINT NOT NULL CHECK (revision > 0),
                created_at TEXT NOT NULL,
                created_by TEXT REFERENCES person (id),
                updated_at TEXT NOT NULL,
                updated_by TEXT REFERENCES person (id),
                UNIQUE (city_code, iteration)
            );
            -- What people edit apart: a section's text, or a table as JSON.
            CREATE TABLE contract_part (
                contract_id TEXT NOT NULL REFERENCES contract (id),
                -- Its place in the contract: sections/outlook, emissions.
                place TEXT NOT NULL CHECK (place <> ''),
                content TEXT NOT NULL,
                version BIGINT NOT NULL CHECK (version > 0),
                updated_at TEXT NOT NULL,
                updated_by TEXT REFERENCES person (id),
                PRIMARY KEY (contract_id, place)
            );
            -- Every version that was ever saved; the newest is that of contract_part.
            CREATE TABLE contract_part_version (
                contract_id TEXT NOT NULL REFERENCES contract (id),
                place TEXT NOT NULL,
                version BIGINT NOT NULL CHECK (version > 0),
                content TEXT NOT NULL,
                saved_at TEXT NOT NULL,
                saved_by TEXT REFERENCES person (id),
                PRIMARY KEY (contract_id, place, version)
            );
            -- Findings that somebody answers for; withdrawn ones stay as history.
            CREATE TABLE contract_waiver (
                id TEXT PRIMARY KEY,
                contract_id TEXT NOT NULL REFERENCES contract (id),
                rule TEXT NOT NULL,
                place TEXT NOT NULL,
                reason TEXT NOT NULL CHECK (reason <> ''),
                created_at TEXT NOT NULL,
                created_by TEXT NOT NULL REFERENCES person (id),
                withdrawn_at TEXT,
                withdrawn_by TEXT REFERENCES person (id)
            );
            CREATE INDEX contract_waiver_contract ON contract_waiver (contract_id);
            -- The whole contract, frozen: what was submitted, decided on, signed, labelled.
            CREATE TABLE contract_snapshot (
                id TEXT PRIMARY KEY,
                contract_id TEXT NOT NULL REFERENCES contract (id),
                revision BIGINT NOT NULL,
                -- SHA-256 of the contract as JSON, its name among files.
                content_hash TEXT NOT NULL REFERENCES blob (hash),
                taken_at TEXT NOT NULL,
                taken_by TEXT REFERENCES person (id)
            );
            CREATE INDEX contract_snapshot_contract ON contract_snapshot (contract_id, taken_at);
            """)
}
