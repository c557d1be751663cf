import Storage
import Web

package enum MeasureImportKind {}

/// A file with measures that somebody sent, as it was read; it changes the portfolio once it is confirmed.
struct PortfolioImport: Sendable, RowDecodable {
    let id: ID<MeasureImportKind>
    let city: String
    let fileName: String
    /// SHA-256 of the reading, its name among files.
    let readingHash: String
    let createdAt: Instant
    let confirmedAt: Instant?
    let added: Int
    let replaced: Int
    let leftOut: Int

    init(row: Row) throws {
        id = try row("id")
        city = try row("city_code")
        fileName = try row("file_name")
        readingHash = try row("reading_hash")
        createdAt = try row("created_at")
        confirmedAt = try row("confirmed_at")
        added = try row("measures_added")
        replaced = try row("measures_replaced")
        leftOut = try row("measures_left_out")
    }

    static let migration = Migration(
        "measure-imports-001",
        sql: """
            CREATE TABLE measure_import (
                id TEXT PRIMARY KEY,
                city_code TEXT NOT NULL REFERENCES city (code),
                file_name TEXT NOT NULL,
                -- What was read, and what could not be.
                reading_hash TEXT NOT NULL REFERENCES blob (hash),
                created_at TEXT NOT NULL,
                created_by TEXT NOT NULL REFERENCES person (id),
                confirmed_at TEXT,
                confirmed_by TEXT REFERENCES person (id),
                measures_added BIGINT NOT NULL DEFAULT 0 CHECK (measures_added >= 0),
                measures_replaced BIGINT NOT NULL DEFAULT 0 CHECK (measures_replaced >= 0),
                measures_left_out BIGINT NOT NULL DEFAULT 0 CHECK (measures_left_out >= 0),
                CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL))
            );
            CREATE INDEX measure_import_city ON measure_import (city_code, id);
            """)
}
