import Storage
import Web

/// When a contract's tables were last filled from the city's inventory and plan, and from which state of them.
struct ContractDerivation: Sendable, RowDecodable {
    let fingerprint: String
    let derivedAt: Instant

    init(row: Row) throws {
        fingerprint = try row("fingerprint")
        derivedAt = try row("derived_at")
    }

    static let migration = Migration(
        "contract-derivations-001",
        sql: """
            CREATE TABLE contract_derivation (
                contract_id TEXT PRIMARY KEY REFERENCES contract (id),
                -- The versions of everything that the tables were filled from.
                fingerprint TEXT NOT NULL,
                derived_at TEXT NOT NULL,
                derived_by TEXT NOT NULL REFERENCES person (id)
            );
            """)
}
