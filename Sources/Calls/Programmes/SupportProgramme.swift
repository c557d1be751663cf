import Storage
import Web

package enum SupportProgrammeKind {}
typealias SupportProgrammeID = ID<SupportProgrammeKind>

/// Money that somebody puts up for cities and firms, with the rules under which it is given.
struct SupportProgramme: Sendable, RowDecodable {
    /// Which law of state aid the money is given under.
    enum AidBasis: String, Sendable, CaseIterable, Storable {
        /// Not to an undertaking, or to none for an economic activity: a reasoned note says why.
        case none = "no-aid"
        /// Regulation (EU) 2023/2831: up to EUR 300,000 per single undertaking in any three years.
        case deMinimis = "de-minimis"
        /// A scheme that the Commission approved or that a block exemption covers.
        case scheme

        /// Key of the words.
        var title: String {
            switch self {
            case .none: "No state aid"
            case .deMinimis: "De minimis aid"
            case .scheme: "Aid scheme (approved or exempted)"
            }
        }
    }

    enum Currency: String, Sendable, CaseIterable, Storable { case eur = "EUR", ron = "RON" }

    /// What staff write about it.
    struct Content: Sendable, Equatable {
        var nameRomanian: String
        var nameEnglish: String
        var funder: String
        var rules: String
        var currency: Currency
        var budgetCents: Int
        var aidBasis: AidBasis
        /// The scheme's number and title, or the reasons why it is no aid.
        var aidNote: String
        var from: Day
        var until: Day
    }

    let id: SupportProgrammeID
    let slug: String
    let content: Content
    let version: Int
    let publishedAt: Instant?

    var path: String { "/programmes/\(slug)" }

    func name(_ language: Language) -> String { language == .ro ? content.nameRomanian : content.nameEnglish }

    init(row: Row) throws {
        id = try row("id")
        slug = try row("slug")
        content = Content(
            nameRomanian: try row("name_ro"), nameEnglish: try row("name_en"), funder: try row("funder"),
            rules: try row("rules"), currency: try row("currency"), budgetCents: try row("budget_cents"),
            aidBasis: try row("aid_basis"), aidNote: try row("aid_note"), from: try row("from_day"),
            until: try row("until_day"))
        version = try row("version")
        publishedAt = try row("published_at")
    }

    static let migration = Migration(
        "programmes-001",
        sql: """
            CREATE TABLE support_programme (
                id TEXT PRIMARY KEY,
                slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
                name_ro TEXT NOT NULL CHECK (name_ro <> ''),
                name_en TEXT NOT NULL CHECK (name_en <> ''),
                funder TEXT NOT NULL CHECK (funder <> ''),
                rules TEXT NOT NULL,
                currency TEXT NOT NULL CHECK (currency IN ('EUR', 'RON')),
                budget_cents BIGINT NOT NULL CHECK (budget_cents > 0),
                aid_basis TEXT NOT NULL CHECK (aid_basis IN ('no-aid', 'de-minimis', 'scheme')),
                aid_note TEXT NOT NULL,
                from_day TEXT NOT NULL,
                until_day TEXT NOT NULL,
                created_at TEXT NOT NULL,
                created_by TEXT NOT NULL REFERENCES person (id),
                version BIGINT NOT NULL DEFAULT 1,
                CHECK (from_day <= until_day)
            );
            CREATE TABLE support_programme_publication (
                programme_id TEXT PRIMARY KEY REFERENCES support_programme (id),
                published_at TEXT NOT NULL,
                published_by TEXT NOT NULL REFERENCES person (id)
            );
            """)
}
