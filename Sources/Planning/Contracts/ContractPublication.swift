import Cities
import Contract
import Foundation
import Storage
import Web

package enum ContractPublicationKind {}

/// A contract as it was published; its content is a file that never changes and holds nothing that is withheld.
struct ContractPublication: Sendable, RowDecodable {
    let id: ID<ContractPublicationKind>
    let city: String
    /// nil: the city published it elsewhere, and the hub carried it over.
    let contract: ContractID?
    /// The whole contract, frozen at the same moment.
    let snapshot: ID<ContractSnapshot>?
    let number: Int
    /// SHA-256 of the public content as JSON, its name among files.
    let contentHash: String
    /// Paths of what is withheld.
    let withheld: [String]
    let source: String
    let publishedAt: Instant

    init(row: Row) throws {
        id = try row("id")
        city = try row("city_code")
        contract = try row("contract_id")
        snapshot = try row("snapshot_id")
        number = try row("number")
        contentHash = try row("content_hash")
        withheld = (try row("withheld") as String).split(separator: " ").map(String.init)
        source = try row("source")
        publishedAt = try row("published_at")
    }

    /// The public content.
    func content(_ connection: any Connection) throws -> CityContract {
        guard let blob = try Blob.fetch(contentHash, in: connection) else { throw InventoryContent.Missing() }
        return try CityContract.read(Data(blob.bytes))
    }

    static let migration = Migration(
        "contract-publications-001",
        sql: """
            -- Documents, sections and tables that everybody else does not see.
            CREATE TABLE contract_visibility (
                contract_id TEXT NOT NULL REFERENCES contract (id),
                -- documents/investmentPlan, sections/outlook, costs.
                place TEXT NOT NULL CHECK (place <> ''),
                set_at TEXT NOT NULL,
                set_by TEXT NOT NULL REFERENCES person (id),
                PRIMARY KEY (contract_id, place)
            );
            CREATE TABLE contract_publication (
                id TEXT PRIMARY KEY,
                city_code TEXT NOT NULL REFERENCES city (code),
                contract_id TEXT REFERENCES contract (id),
                snapshot_id TEXT REFERENCES contract_snapshot (id),
                number BIGINT NOT NULL CHECK (number > 0),
                content_hash TEXT NOT NULL REFERENCES blob (hash),
                -- Paths with spaces between them.
                withheld TEXT NOT NULL,
                source TEXT NOT NULL,
                published_at TEXT NOT NULL,
                published_by TEXT REFERENCES person (id),
                withdrawn_at TEXT,
                withdrawn_by TEXT REFERENCES person (id),
                withdrawal_reason TEXT,
                UNIQUE (city_code, number),
                CHECK ((contract_id IS NULL) = (snapshot_id IS NULL))
            );
            -- The commitments of a publication, as its signatories agreed to show them.
            CREATE TABLE commitment_publication (
                publication_id TEXT NOT NULL REFERENCES contract_publication (id),
                commitment_id TEXT NOT NULL REFERENCES commitment (id),
                institution TEXT NOT NULL,
                helix TEXT NOT NULL,
                tier TEXT NOT NULL,
                pledge TEXT NOT NULL,
                amount TEXT NOT NULL,
                due_year BIGINT,
                evidence TEXT NOT NULL,
                sort_key TEXT NOT NULL,
                PRIMARY KEY (publication_id, commitment_id)
            );
            CREATE INDEX commitment_publication_order ON commitment_publication (sort_key, commitment_id);
            -- Files made of a contract, each once for the same content.
            CREATE TABLE contract_export (
                content_hash TEXT NOT NULL REFERENCES blob (hash),
                format TEXT NOT NULL CHECK (format IN ('pdf', 'docx', 'xlsx', 'json')),
                language TEXT NOT NULL CHECK (language IN ('ro', 'en')),
                template TEXT NOT NULL CHECK (template IN ('v1', 'v2.1')),
                job_id TEXT,
                requested_at TEXT NOT NULL,
                requested_by TEXT REFERENCES person (id),
                blob_hash TEXT REFERENCES blob (hash),
                finished_at TEXT,
                PRIMARY KEY (content_hash, format, language, template)
            );
            """)
}
