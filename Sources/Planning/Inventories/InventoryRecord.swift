import Inventory
import Storage
import Web

package enum InventoryKind {}
package enum InventoryRowKind {}
package typealias InventoryID = ID<InventoryKind>
package typealias InventoryRowID = ID<InventoryRowKind>

/// A city's inventory of a year as it is being worked on; what the public sees are its publications.
package struct InventoryRecord: Sendable, RowDecodable, Equatable {
    package let id: InventoryID
    package let city: String
    package let year: Int
    package let gwp: GWPSet
    package let coverage: InventoryTotal
    package let boundary: String
    /// People inside the boundary, for figures per head; nil where it is not known.
    package let population: Int?
    package let populationSource: String
    package let source: String
    /// Which series of grid factors the city chose for electricity; nil: not chosen, and methods ask for one.
    package let gridMethodology: String?
    package let gridReason: String
    /// Counts every change of the inventory or of a row: what somebody certified is one version.
    package let version: Int
    package let createdAt: Instant
    package let createdBy: PersonID?
    package let updatedAt: Instant
    package let updatedBy: PersonID?
    /// Carried over from a published document by the hub, and not entered by the city's team.
    package let isAsPublished: Bool

    package init(row: Row) throws {
        id = try row("id")
        city = try row("city_code")
        year = try row("year")
        gwp = try row("gwp_set")
        coverage = try row("coverage")
        boundary = try row("boundary")
        population = try row("population_people")
        populationSource = try row("population_source")
        source = try row("source")
        gridMethodology = try row("grid_methodology")
        gridReason = try row("grid_reason")
        version = try row("version")
        createdAt = try row("created_at")
        createdBy = try row("created_by")
        updatedAt = try row("updated_at")
        updatedBy = try row("updated_by")
        isAsPublished = try row("is_as_published")
    }

    /// Address of the working pages without the language.
    package var workPath: String { "/inventories/\(id)" }
}

extension GWPSet: Storable {}
extension InventoryTotal: Storable {}

extension InventoryRecord {
    static let migration = Migration(
        "inventories-001",
        sql: """
            CREATE TABLE inventory (
                id TEXT PRIMARY KEY,
                city_code TEXT NOT NULL REFERENCES city (code),
                year BIGINT NOT NULL CHECK (year BETWEEN 1950 AND 2100),
                gwp_set TEXT NOT NULL CHECK (gwp_set IN ('SAR', 'AR4', 'AR5', 'AR6')),
                coverage TEXT NOT NULL CHECK (coverage IN ('BASIC', 'BASIC+', 'territorial', 'CCC')),
                boundary TEXT NOT NULL,
                population_people BIGINT CHECK (population_people > 0),
                population_source TEXT NOT NULL,
                source TEXT NOT NULL,
                -- Which series of grid factors the city chose, and why; NULL: not chosen.
                grid_methodology TEXT CHECK (grid_methodology <> ''),
                grid_reason TEXT NOT NULL DEFAULT '',
                is_as_published BOOLEAN NOT NULL,
                version BIGINT NOT NULL CHECK (version > 0),
                created_at TEXT NOT NULL,
                created_by TEXT REFERENCES person (id),
                updated_at TEXT NOT NULL,
                updated_by TEXT REFERENCES person (id),
                UNIQUE (city_code, year),
                CHECK ((grid_methodology IS NULL) = (grid_reason = ''))
            );
            CREATE TABLE inventory_row (
                id TEXT PRIMARY KEY,
                inventory_id TEXT NOT NULL REFERENCES inventory (id),
                position BIGINT NOT NULL,
                gpc_reference TEXT,
                sector TEXT NOT NULL CHECK (sector IN ('I', 'II', 'III', 'IV', 'V', 'VI')),
                scope BIGINT NOT NULL CHECK (scope IN (1, 2, 3)),
                published_sector TEXT CHECK (published_sector IN ('Buildings', 'Transport', 'Waste', 'IPPU', 'AFOLU')),
                published_scope BIGINT CHECK (published_scope IN (1, 2, 3)),
                label TEXT NOT NULL,
                carrier TEXT,
                content TEXT NOT NULL CHECK (content IN ('emissions', 'notation', 'energy')),
                notation_key TEXT CHECK (notation_key IN ('NO', 'IE', 'NE', 'C')),
                reason TEXT NOT NULL,
                activity_value DOUBLE PRECISION,
                activity_unit TEXT NOT NULL,
                activity_lower DOUBLE PRECISION,
                activity_upper DOUBLE PRECISION,
                energy_mwh DOUBLE PRECISION,
                co2_t DOUBLE PRECISION NOT NULL,
                co2_biogenic_t DOUBLE PRECISION NOT NULL,
                ch4_fossil_t DOUBLE PRECISION NOT NULL,
                ch4_combustion_t DOUBLE PRECISION NOT NULL,
                ch4_biogenic_t DOUBLE PRECISION NOT NULL,
                n2o_t DOUBLE PRECISION NOT NULL,
                sf6_t DOUBLE PRECISION NOT NULL,
                nf3_t DOUBLE PRECISION NOT NULL,
                co2e_unsplit_t DOUBLE PRECISION NOT NULL,
                co2_removed_t DOUBLE PRECISION NOT NULL,
                -- Species of HFC and PFC with tonnes, `HFC134a=0.1; CF4=0.02`.
                species_t TEXT NOT NULL,
                method TEXT,
                -- What was given to the method, and what it answered, as JSON: a later factor changes nothing here.
                method_arguments TEXT NOT NULL,
                method_trace TEXT NOT NULL,
                activity_quality TEXT CHECK (activity_quality IN ('H', 'M', 'L')),
                factor_quality TEXT CHECK (factor_quality IN ('H', 'M', 'L')),
                source TEXT NOT NULL,
                note TEXT NOT NULL,
                version BIGINT NOT NULL CHECK (version > 0),
                updated_at TEXT NOT NULL,
                updated_by TEXT REFERENCES person (id),
                CHECK ((content = 'notation') = (notation_key IS NOT NULL))
            );
            CREATE INDEX inventory_row_of ON inventory_row (inventory_id, position);
            CREATE TABLE inventory_exclusion (
                inventory_id TEXT NOT NULL REFERENCES inventory (id),
                position BIGINT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('area', 'sector', 'scope', 'gas')),
                name TEXT NOT NULL CHECK (name <> ''),
                reason TEXT NOT NULL,
                share DOUBLE PRECISION CHECK (share BETWEEN 0 AND 1),
                PRIMARY KEY (inventory_id, position)
            );
            -- Totals and factors as a source printed them; NULL sector or scope: all of them.
            CREATE TABLE inventory_printed_total (
                inventory_id TEXT NOT NULL REFERENCES inventory (id),
                position BIGINT NOT NULL,
                sector TEXT,
                scope BIGINT,
                value_t DOUBLE PRECISION NOT NULL,
                PRIMARY KEY (inventory_id, position)
            );
            CREATE TABLE inventory_printed_factor (
                inventory_id TEXT NOT NULL REFERENCES inventory (id),
                position BIGINT NOT NULL,
                carrier TEXT NOT NULL,
                gas TEXT NOT NULL,
                value DOUBLE PRECISION NOT NULL,
                unit TEXT NOT NULL,
                year BIGINT,
                method TEXT NOT NULL,
                PRIMARY KEY (inventory_id, position)
            );
            CREATE TABLE inventory_document (
                id TEXT PRIMARY KEY,
                inventory_id TEXT NOT NULL REFERENCES inventory (id),
                -- NULL: it belongs to the inventory as a whole.
                row_id TEXT REFERENCES inventory_row (id) ON DELETE SET NULL,
                name TEXT NOT NULL CHECK (name <> ''),
                blob_hash TEXT NOT NULL REFERENCES blob (hash),
                size_bytes BIGINT NOT NULL,
                -- Whether everybody may read it beside the published inventory.
                is_public BOOLEAN NOT NULL,
                added_at TEXT NOT NULL,
                added_by TEXT REFERENCES person (id)
            );
            CREATE INDEX inventory_document_of ON inventory_document (inventory_id, row_id);
            CREATE TABLE inventory_certification (
                id TEXT PRIMARY KEY,
                inventory_id TEXT NOT NULL REFERENCES inventory (id),
                version BIGINT NOT NULL,
                content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
                certified_by TEXT NOT NULL REFERENCES person (id),
                certified_at TEXT NOT NULL
            );
            CREATE INDEX inventory_certification_of ON inventory_certification (inventory_id, certified_at);
            -- A frozen version: the whole inventory as a file, and the totals that lists show.
            CREATE TABLE inventory_publication (
                id TEXT PRIMARY KEY,
                inventory_id TEXT NOT NULL REFERENCES inventory (id),
                number BIGINT NOT NULL CHECK (number > 0),
                version BIGINT NOT NULL,
                -- NULL: carried over as published elsewhere, without a certification in the hub.
                certification_id TEXT REFERENCES inventory_certification (id),
                content_hash TEXT NOT NULL REFERENCES blob (hash),
                total_t DOUBLE PRECISION NOT NULL,
                gwp_set TEXT NOT NULL,
                coverage TEXT NOT NULL,
                population_people BIGINT,
                -- The choice of grid factors as it was published.
                grid_methodology TEXT,
                grid_reason TEXT NOT NULL DEFAULT '',
                -- Why an earlier publication is restated; empty for the first.
                reason TEXT NOT NULL,
                published_at TEXT NOT NULL,
                published_by TEXT REFERENCES person (id),
                UNIQUE (inventory_id, number),
                CHECK (number = 1 OR reason <> '')
            );
            -- The parts of a publication's total, so that lists and comparisons read no files.
            CREATE TABLE inventory_publication_part (
                publication_id TEXT NOT NULL REFERENCES inventory_publication (id),
                sector TEXT NOT NULL,
                -- 0: all scopes, as the contract's table totals the sector.
                scope BIGINT NOT NULL CHECK (scope BETWEEN 0 AND 3),
                value_t DOUBLE PRECISION NOT NULL,
                PRIMARY KEY (publication_id, sector, scope)
            );
            -- Rows of an earlier inventory that wait to be answered for this year; they are not rows of it yet.
            CREATE TABLE inventory_copied_row (
                inventory_id TEXT NOT NULL REFERENCES inventory (id),
                row_id TEXT NOT NULL REFERENCES inventory_row (id) ON DELETE CASCADE,
                PRIMARY KEY (inventory_id, row_id)
            );
            CREATE INDEX inventory_copied_row_from ON inventory_copied_row (row_id);
            """)
}
