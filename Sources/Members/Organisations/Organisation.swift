import Storage
import Web

/// A body that takes part in the hub: a city's team, an authority, a company, an association, a university.
package struct Organisation: Sendable, RowDecodable {
    package let id: OrganisationID
    package let name: String
    package let kind: OrganisationType
    package let website: String?
    package let about: String?
    /// Invented, for showing the hub; always labelled.
    package let isDemonstration: Bool
    package let createdAt: Instant
    package let version: Int

    package init(row: Row) throws {
        id = try row("id")
        name = try row("name")
        kind = try row("kind")
        website = try row("website")
        about = try row("about")
        isDemonstration = try row("is_demonstration")
        createdAt = try row("created_at")
        version = try row("version")
    }

    static let migration = Migration(
        "organisations-001",
        sql: """
            CREATE TABLE organisation (
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL UNIQUE CHECK (name <> ''),
                kind TEXT NOT NULL CHECK (kind IN
                    ('city', 'national-authority', 'local-authority', 'citizens-organisation', 'urban-developers',
                     'sme', 'large-company', 'utility', 'ngo', 'research', 'academia', 'start-up',
                     'financial-institution')),
                website TEXT,
                about TEXT,
                is_demonstration BOOLEAN NOT NULL DEFAULT FALSE,
                created_at TEXT NOT NULL,
                version BIGINT NOT NULL DEFAULT 1,
                sort_key TEXT NOT NULL
            );
            CREATE INDEX organisation_order ON organisation (sort_key, id);
            CREATE TABLE membership (
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                person_id TEXT NOT NULL REFERENCES person (id),
                level TEXT NOT NULL CHECK (level IN ('viewer', 'editor', 'certifier')),
                created_at TEXT NOT NULL,
                PRIMARY KEY (organisation_id, person_id)
            );
            CREATE INDEX membership_person ON membership (person_id);
            CREATE TABLE invitation (
                id TEXT PRIMARY KEY,
                organisation_id TEXT REFERENCES organisation (id),
                role TEXT CHECK (role IN
                    ('evaluator', 'programme-officer', 'content-editor', 'authority-officer', 'administrator')),
                email TEXT NOT NULL,
                level TEXT CHECK (level IN ('viewer', 'editor', 'certifier')),
                invited_by TEXT NOT NULL REFERENCES person (id),
                created_at TEXT NOT NULL,
                sent_at TEXT NOT NULL,
                accepted_at TEXT,
                accepted_by TEXT REFERENCES person (id),
                revoked_at TEXT,
                CHECK ((organisation_id IS NULL) = (level IS NULL)),
                CHECK (organisation_id IS NOT NULL OR role IS NOT NULL),
                CHECK (accepted_at IS NULL OR revoked_at IS NULL)
            );
            CREATE INDEX invitation_organisation ON invitation (organisation_id, id);
            CREATE INDEX invitation_email ON invitation (email);
            """)
}

/// What an organisation is; the quadruple-helix sector follows from it.
package enum OrganisationType: String, CaseIterable, Sendable, Storable {
    case city
    case nationalAuthority = "national-authority"
    case localAuthority = "local-authority"
    case citizensOrganisation = "citizens-organisation"
    case urbanDevelopers = "urban-developers"
    case sme
    case largeCompany = "large-company"
    case utility
    case ngo
    case research
    case academia
    case startUp = "start-up"
    case financialInstitution = "financial-institution"

    /// The sector of the quadruple helix (Carayannis & Campbell 2009): government, business, science, civil society.
    package var sector: HelixSector {
        switch self {
        case .city, .nationalAuthority, .localAuthority: .government
        case .urbanDevelopers, .sme, .largeCompany, .utility, .startUp, .financialInstitution: .business
        case .research, .academia: .science
        case .citizensOrganisation, .ngo: .civilSociety
        }
    }

    /// Key of the name.
    package var title: String {
        switch self {
        case .city: "City"
        case .nationalAuthority: "National authority"
        case .localAuthority: "Local authority"
        case .citizensOrganisation: "Citizens' organisation"
        case .urbanDevelopers: "Urban developers' association"
        case .sme: "Small or medium-sized enterprise"
        case .largeCompany: "Large company"
        case .utility: "Utility"
        case .ngo: "Non-governmental organisation"
        case .research: "Research organisation"
        case .academia: "University"
        case .startUp: "Start-up"
        case .financialInstitution: "Financial institution"
        }
    }
}

package enum HelixSector: String, CaseIterable, Sendable {
    case government, business, science, civilSociety = "civil-society"

    /// Key of the name.
    package var title: String {
        switch self {
        case .government: "Public authorities"
        case .business: "Business"
        case .science: "Science"
        case .civilSociety: "Civil society"
        }
    }
}
