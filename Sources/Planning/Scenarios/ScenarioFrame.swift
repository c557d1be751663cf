import Inventory
import Pathways
import Storage
import Web

/// What a city's plan starts from and is held against: the base inventory, years, targets, drivers, removals, budget.
package struct ScenarioFrame: Sendable, RowDecodable {
    package let city: String
    /// The published inventory that the plan starts from, frozen as it was.
    package let publication: ID<InventoryPublicationKind>
    package let content: Content
    /// SHA-256 of the city's own model, its name among files; nil: the simple model on the inventory's rows.
    package let modelHash: String?
    /// Counts every change of the frame.
    package let version: Int
    package let updatedAt: Instant
    package let updatedBy: PersonID?

    package init(row: Row) throws {
        city = try row("city_code")
        publication = try row("publication_id")
        content = try Content(json: try row("content"))
        modelHash = try row("model_hash")
        version = try row("version")
        updatedAt = try row("updated_at")
        updatedBy = try row("updated_by")
    }

    /// What somebody says about the plan; a field that is not given is not guessed.
    package struct Content: Sendable, Equatable, Codable {
        package var finalYear: Int
        package var targets: [Plan.Target] = []
        package var drivers: [Growth] = []
        /// What the activities of a sector follow; a sector that is not here stays as it is.
        package var following: [Following] = []
        package var grid: GridPath?
        package var sink: Removal?
        package var credit: Purchase?
        package var budget: Plan.Budget?
        /// Rows of the inventory that are counted from below; nil in what was saved before there were any.
        package var details: [DetailLine]?

        package init(finalYear: Int) { self.finalYear = finalYear }
    }

    /// A driver that changes by the same part every year.
    package struct Growth: Sendable, Equatable, Codable {
        package var driver: Driver
        /// 0.01 is 1 % more each year.
        package var growth: Double
        package var source: String
    }

    /// What drives activities from outside.
    package enum Driver: String, Sendable, CaseIterable, Codable {
        case population, floorArea = "floor-area", travel, output, gdp
    }

    /// A sector and what it follows.
    package struct Following: Sendable, Equatable, Codable {
        package var sector: ContractSector
        package var driver: Driver
    }

    /// The grid's emission factor over the years, as parts of the base year's.
    package struct GridPath: Sendable, Equatable, Codable {
        package var points: [Plan.Point]
        package var source: String
    }

    /// Removals beyond those of the inventory, t CO2 a year.
    package struct Removal: Sendable, Equatable, Codable {
        package var name: String
        package var atStart: Double
        package var atEnd: Double
        package var source: String
    }

    /// Credits from a year on, t CO2e for each year.
    package struct Purchase: Sendable, Equatable, Codable {
        package var from: Int
        package var tonnes: Double
        package var source: String
    }
}

extension ScenarioFrame {
    static let migration = Migration(
        "scenarios-001",
        sql: """
            CREATE TABLE scenario_frame (
                city_code TEXT PRIMARY KEY REFERENCES city (code),
                publication_id TEXT NOT NULL REFERENCES inventory_publication (id),
                -- Years, targets, drivers, grid, removals and budget as JSON; Pathways checks what it means.
                content TEXT NOT NULL,
                -- A model of the city's own; NULL: the simple one on the inventory's rows.
                model_hash TEXT REFERENCES blob (hash),
                version BIGINT NOT NULL CHECK (version > 0),
                created_at TEXT NOT NULL,
                created_by TEXT REFERENCES person (id),
                updated_at TEXT NOT NULL,
                updated_by TEXT REFERENCES person (id)
            );
            CREATE TABLE scenario (
                id TEXT PRIMARY KEY,
                city_code TEXT NOT NULL REFERENCES scenario_frame (city_code),
                -- Its id in the plan's document.
                slug TEXT NOT NULL CHECK (slug <> ''),
                kind TEXT NOT NULL CHECK (kind IN ('business-as-usual', 'existing-policies', 'plan', 'variant')),
                -- Empty: what its kind is called, in the reader's language.
                name TEXT NOT NULL,
                position BIGINT NOT NULL,
                version BIGINT NOT NULL CHECK (version > 0),
                created_at TEXT NOT NULL,
                created_by TEXT REFERENCES person (id),
                updated_at TEXT NOT NULL,
                updated_by TEXT REFERENCES person (id),
                UNIQUE (city_code, slug)
            );
            -- How much of a measure is in a scenario; a measure without a row is not in it.
            CREATE TABLE scenario_choice (
                scenario_id TEXT NOT NULL REFERENCES scenario (id) ON DELETE CASCADE,
                -- The measure's id in the plan's document.
                measure TEXT NOT NULL CHECK (measure <> ''),
                ambition DOUBLE PRECISION NOT NULL CHECK (ambition BETWEEN 0 AND 1),
                shift_years BIGINT NOT NULL CHECK (shift_years BETWEEN -20 AND 20),
                -- What is bought costs so many times what the measure says.
                price DOUBLE PRECISION NOT NULL CHECK (price BETWEEN 0 AND 5),
                PRIMARY KEY (scenario_id, measure)
            );
            -- A frozen plan that everybody sees.
            CREATE TABLE scenario_publication (
                id TEXT PRIMARY KEY,
                city_code TEXT NOT NULL REFERENCES scenario_frame (city_code),
                number BIGINT NOT NULL CHECK (number > 0),
                -- The scenario that is the city's pathway, by its id in the plan's document.
                scenario TEXT NOT NULL,
                content_hash TEXT NOT NULL REFERENCES blob (hash),
                -- Whether costs and funding are in the document.
                shows_money BOOLEAN NOT NULL,
                note TEXT NOT NULL,
                published_at TEXT NOT NULL,
                published_by TEXT NOT NULL REFERENCES person (id),
                UNIQUE (city_code, number)
            );
            CREATE TABLE scenario_withdrawal (
                publication_id TEXT PRIMARY KEY REFERENCES scenario_publication (id),
                reason TEXT NOT NULL CHECK (reason <> ''),
                withdrawn_at TEXT NOT NULL,
                withdrawn_by TEXT NOT NULL REFERENCES person (id)
            );
            """)
}

extension ScenarioFrame.Driver {
    /// Key of the name.
    var title: String {
        switch self {
        case .population: "Population"
        case .floorArea: "Heated floor area"
        case .travel: "Demand for transport"
        case .output: "Industrial output"
        case .gdp: "Gross domestic product"
        }
    }
}
