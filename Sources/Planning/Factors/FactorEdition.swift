import Inventory
import Storage
import Web

/// One edition of a reference value. Editions are added and never changed: what a city computed with stays readable.
package struct FactorEdition: Sendable, RowDecodable, Equatable {
    package let number: Int
    package let factor: Factor
    /// Why it was added.
    package let reason: String
    package let createdAt: Instant
    /// nil: from the hub's own reference tables.
    package let createdBy: PersonID?

    package init(row: Row) throws {
        number = try row("number")
        factor = try Factor(row: row)
        reason = try row("reason")
        createdAt = try row("created_at")
        createdBy = try row("created_by")
    }
}

extension Factor: RowDecodable {
    package init(row: Row) throws {
        let (lower, upper): (Double?, Double?) = (try row("lower_value"), try row("upper_value"))
        var range: Uncertainty?
        if let lower, let upper { range = Uncertainty(lower: lower, upper: upper) }
        self.init(
            id: try row("factor_key"), subject: try row("subject"), property: try row("property"),
            value: try row("value"), uncertainty: range, unit: try row("unit"), region: try row("region"),
            year: try row("year"), methodology: try row("methodology"), source: try row("source"),
            status: try row("status"))
    }
}

extension FactorStatus: Storable {}

/// Why and when a factor is no longer offered.
package struct FactorWithdrawal: Sendable, RowDecodable {
    package enum Kind {}

    package let reason: String
    package let withdrawnAt: Instant
    /// nil: it left the hub's own reference tables.
    package let withdrawnBy: PersonID?

    package init(row: Row) throws {
        reason = try row("reason")
        withdrawnAt = try row("withdrawn_at")
        withdrawnBy = try row("withdrawn_by")
    }
}

/// The names that addresses and files use for factors.
enum FactorKey {
    /// `ipcc2006/landfill/carbon/food/doc` as part of an address: `ipcc2006.landfill.carbon.food.doc`.
    static func slug(_ key: String) -> String { key.replacing("/", with: ".") }

    static func key(slug: String) -> String { slug.replacing(".", with: "/") }

    /// Words of letters, digits and hyphens between slashes, so that a key and its address tell each other.
    static func isValid(_ key: String) -> Bool {
        let parts = key.split(separator: "/", omittingEmptySubsequences: false)
        return key.utf8.count <= 200
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { byte in
                        switch byte {
                        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                            true
                        default: false
                        }
                    }
            }
    }
}

extension FactorEdition {
    static let migration = Migration(
        "factors-001",
        sql: """
            CREATE TABLE factor (
                key TEXT PRIMARY KEY CHECK (key <> ''),
                subject TEXT NOT NULL CHECK (subject <> ''),
                property TEXT NOT NULL CHECK (property <> ''),
                -- The edition that calculations use. Not always the last: a correction that an editor made stays in
                -- force when the reference tables bring another value.
                edition BIGINT NOT NULL CHECK (edition > 0),
                is_withdrawn BOOLEAN NOT NULL
            );
            CREATE INDEX factor_about ON factor (subject, property);
            CREATE TABLE factor_edition (
                factor_key TEXT NOT NULL REFERENCES factor (key),
                number BIGINT NOT NULL CHECK (number > 0),
                value DOUBLE PRECISION NOT NULL,
                lower_value DOUBLE PRECISION,
                upper_value DOUBLE PRECISION,
                unit TEXT NOT NULL,
                region TEXT NOT NULL CHECK (region <> ''),
                year BIGINT,
                methodology TEXT NOT NULL,
                source TEXT NOT NULL CHECK (source <> ''),
                status TEXT NOT NULL CHECK (status IN ('sourced', 'derived', 'unverified')),
                reason TEXT NOT NULL,
                created_at TEXT NOT NULL,
                -- NULL: from the hub's own reference tables.
                created_by TEXT REFERENCES person (id),
                PRIMARY KEY (factor_key, number),
                CHECK ((lower_value IS NULL) = (upper_value IS NULL)),
                CHECK (lower_value <= value AND value <= upper_value)
            );
            CREATE TABLE factor_withdrawal (
                id TEXT PRIMARY KEY,
                factor_key TEXT NOT NULL REFERENCES factor (key),
                reason TEXT NOT NULL CHECK (reason <> ''),
                withdrawn_at TEXT NOT NULL,
                withdrawn_by TEXT REFERENCES person (id)
            );
            CREATE INDEX factor_withdrawal_of ON factor_withdrawal (factor_key, withdrawn_at);
            -- Which rows of inventories were computed with which factors.
            CREATE TABLE factor_use (
                row_id TEXT NOT NULL REFERENCES inventory_row (id) ON DELETE CASCADE,
                factor_key TEXT NOT NULL,
                PRIMARY KEY (row_id, factor_key)
            );
            CREATE INDEX factor_use_of ON factor_use (factor_key);
            -- One line: which tables were loaded, and a count of all changes that tells readers when theirs are old.
            CREATE TABLE factor_register (
                name TEXT PRIMARY KEY CHECK (name = 'factors'),
                digest TEXT NOT NULL,
                changes BIGINT NOT NULL
            );
            INSERT INTO factor_register (name, digest, changes) VALUES ('factors', '', 0);
            """)
}
