import Storage
import Web

/// How a city came into the programme.
package enum Cohort: String, CaseIterable, Sendable, Storable {
    case euMission = "eu-mission"
    case m100Mirror = "m100-mirror"

    /// Key of the name.
    package var title: String {
        switch self {
        case .euMission: "EU Mission city"
        case .m100Mirror: "M100 mirror city"
        }
    }

    /// Key of a name for narrow places.
    package var shortTitle: String {
        switch self {
        case .euMission: "EU Mission"
        case .m100Mirror: "M100"
        }
    }

    /// Key of the name of all its cities together.
    package var groupTitle: String {
        switch self {
        case .euMission: "EU Mission cities"
        case .m100Mirror: "M100 mirror cities"
        }
    }
}

/// A city on its way to climate neutrality with the programme. The target year is each city's own.
package struct ProgrammeCity: Sendable, RowDecodable {
    package let city: String
    package let cohort: Cohort
    package let targetYear: Int
    package let targetSource: String
    package let targetStatus: FigureStatus
    package let selectedOn: Day?
    package let selectedSource: String?
    package let selectedStatus: FigureStatus?
    package let note: String?
    package let version: Int
    /// Set once a person changed the entry; reference data leave it alone from then on.
    package let editedAt: Instant?

    package init(row: Row) throws {
        city = try row("city_code")
        cohort = try row("cohort")
        targetYear = try row("target_year")
        targetSource = try row("target_source")
        targetStatus = try row("target_status")
        selectedOn = try row("selected_on")
        selectedSource = try row("selected_source")
        selectedStatus = try row("selected_status")
        note = try row("note")
        version = try row("version")
        editedAt = try row("edited_at")
    }

    /// Years that a target may name.
    package static let targetYears = 2025...2060

    static let migration = Migration(
        "programme-001",
        sql: """
            CREATE TABLE programme_city (
                city_code TEXT PRIMARY KEY REFERENCES city (code),
                cohort TEXT NOT NULL CHECK (cohort IN ('eu-mission', 'm100-mirror')),
                target_year BIGINT NOT NULL CHECK (target_year BETWEEN 2025 AND 2060),
                target_source TEXT NOT NULL,
                target_status TEXT NOT NULL CHECK (target_status IN ('sourced', 'derived', 'unverified')),
                selected_on TEXT,
                selected_source TEXT,
                selected_status TEXT CHECK (selected_status IN ('sourced', 'derived', 'unverified')),
                note TEXT,
                version BIGINT NOT NULL DEFAULT 1,
                edited_at TEXT,
                edited_by TEXT REFERENCES person (id)
            );
            CREATE INDEX programme_city_cohort ON programme_city (cohort, target_year);
            CREATE TABLE programme_withdrawal (
                id TEXT PRIMARY KEY,
                city_code TEXT NOT NULL REFERENCES programme_city (city_code),
                withdrawn_on TEXT NOT NULL,
                reason TEXT NOT NULL CHECK (reason <> ''),
                recorded_by TEXT REFERENCES person (id),
                recorded_at TEXT NOT NULL,
                -- Set when the city joins again.
                ended_at TEXT
            );
            CREATE UNIQUE INDEX programme_withdrawal_open ON programme_withdrawal (city_code) WHERE ended_at IS NULL;
            CREATE TABLE programme_label (
                city_code TEXT NOT NULL REFERENCES city (code),
                label TEXT NOT NULL CHECK (label IN ('eu-mission-label', 'm100-label')),
                awarded_on TEXT NOT NULL,
                source TEXT NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('sourced', 'derived', 'unverified')),
                PRIMARY KEY (city_code, label)
            );
            """)
}

/// A city's leaving of the programme, with its reason.
package struct ProgrammeWithdrawal: Sendable, RowDecodable {
    package enum Kind {}

    package let id: ID<Kind>
    package let city: String
    package let withdrawnOn: Day
    package let reason: String

    package init(row: Row) throws {
        id = try row("id")
        city = try row("city_code")
        withdrawnOn = try row("withdrawn_on")
        reason = try row("reason")
    }
}

/// A label that was awarded to a city.
package struct ProgrammeLabel: Sendable, RowDecodable {
    package enum Name: String, CaseIterable, Sendable, Storable {
        case euMission = "eu-mission-label"
        case m100 = "m100-label"

        /// Key of the name.
        package var title: String {
            switch self {
            case .euMission: "EU Mission Label"
            case .m100: "M100 Label"
            }
        }
    }

    package let city: String
    package let label: Name
    package let awardedOn: Day
    package let source: String
    package let status: FigureStatus

    package init(row: Row) throws {
        city = try row("city_code")
        label = try row("label")
        awardedOn = try row("awarded_on")
        source = try row("source")
        status = try row("status")
    }
}
