import Contract
import Storage
import Web

/// Who looks after a module of a contract, and until when.
package struct ContractTask: Sendable, RowDecodable {
    /// A `Module` by its raw value.
    package let module: String
    package let owner: PersonID?
    /// The owner's name.
    package let ownerName: String?
    package let due: Day?
    package let version: Int

    package init(row: Row) throws {
        module = try row("module")
        owner = try row("owner_id")
        ownerName = try row("owner_name")
        due = try row("due_on")
        version = try row("version")
    }

    static let migration = Migration(
        "contract-tasks-001",
        sql: """
            CREATE TABLE contract_task (
                contract_id TEXT NOT NULL REFERENCES contract (id),
                module TEXT NOT NULL CHECK (module <> ''),
                owner_id TEXT REFERENCES person (id),
                due_on TEXT,
                version BIGINT NOT NULL CHECK (version > 0),
                updated_at TEXT NOT NULL,
                updated_by TEXT NOT NULL REFERENCES person (id),
                PRIMARY KEY (contract_id, module)
            );
            """)
}
