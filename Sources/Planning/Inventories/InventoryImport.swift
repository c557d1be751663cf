import Background
import Storage
import Web

package enum InventoryImportKind {}
package typealias InventoryImportID = ID<InventoryImportKind>

/// A file that somebody sent to fill an inventory: how it is read, and what came of it once it was confirmed.
package struct InventoryImport: Sendable, RowDecodable {
    package let id: InventoryImportID
    package let inventory: InventoryID
    package let fileName: String
    package let blobHash: String
    /// How the file is read, as JSON.
    package let plan: String
    /// Counts changes of the plan, so that nobody confirms a reading that they have not seen.
    package let version: Int
    package let createdAt: Instant
    package let confirmedAt: Instant?
    package let confirmedBy: PersonID?
    /// The earlier import whose rows this one replaced.
    package let replaces: InventoryImportID?
    package let finishedAt: Instant?
    package let job: ID<Job>?
    package let result: Result

    /// What a confirmed import did, and how far it is.
    package struct Result: Sendable, Equatable {
        /// Rows that can be added.
        package var readable = 0
        package var leftOut = 0
        /// Rows of the replaced import that were removed, and those that stay because somebody changed them.
        package var replaced = 0
        package var kept = 0
        package var added = 0
    }

    package init(row: Row) throws {
        id = try row("id")
        inventory = try row("inventory_id")
        fileName = try row("file_name")
        blobHash = try row("blob_hash")
        plan = try row("plan")
        version = try row("version")
        createdAt = try row("created_at")
        confirmedAt = try row("confirmed_at")
        confirmedBy = try row("confirmed_by")
        replaces = try row("replaces_id")
        finishedAt = try row("finished_at")
        job = try row("job_id")
        result = Result(
            readable: try row("rows_readable"), leftOut: try row("rows_left_out"),
            replaced: try row("rows_replaced"), kept: try row("rows_kept"), added: try row("rows_added"))
    }

    /// Address of its page without the language.
    package var path: String { "/inventories/\(inventory)/imports/\(id)" }
}

extension InventoryImport {
    static let migration = Migration(
        "inventory-imports-001",
        sql: """
            CREATE TABLE inventory_import (
                id TEXT PRIMARY KEY,
                inventory_id TEXT NOT NULL REFERENCES inventory (id),
                file_name TEXT NOT NULL CHECK (file_name <> ''),
                blob_hash TEXT NOT NULL REFERENCES blob (hash),
                plan TEXT NOT NULL,
                version BIGINT NOT NULL CHECK (version > 0),
                created_at TEXT NOT NULL,
                created_by TEXT REFERENCES person (id),
                confirmed_at TEXT,
                confirmed_by TEXT REFERENCES person (id),
                replaces_id TEXT REFERENCES inventory_import (id),
                finished_at TEXT,
                -- The job of a large import; jobs go when they are old, so nothing refers to them.
                job_id TEXT,
                rows_readable BIGINT NOT NULL DEFAULT 0,
                rows_left_out BIGINT NOT NULL DEFAULT 0,
                rows_replaced BIGINT NOT NULL DEFAULT 0,
                rows_kept BIGINT NOT NULL DEFAULT 0,
                rows_added BIGINT NOT NULL DEFAULT 0,
                CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
                CHECK (finished_at IS NULL OR confirmed_at IS NOT NULL)
            );
            CREATE INDEX inventory_import_of ON inventory_import (inventory_id, id);
            -- Which rows an import brought; one that is removed since is forgotten.
            CREATE TABLE inventory_import_row (
                import_id TEXT NOT NULL REFERENCES inventory_import (id),
                row_id TEXT NOT NULL REFERENCES inventory_row (id) ON DELETE CASCADE,
                PRIMARY KEY (import_id, row_id)
            );
            CREATE INDEX inventory_import_row_of ON inventory_import_row (row_id);
            """)
}
