import Storage
import Web

/// How many people lived in a city by one reference, such as a census.
package struct PopulationFigure: Sendable, RowDecodable {
    package let city: String
    /// `census-2002`, `census-2011`, `census-2021` or the name of a register.
    package let reference: String
    /// The day the figure holds for; nil when the source does not say.
    package let day: Day?
    package let population: Int
    package let source: String
    package let status: FigureStatus

    package init(row: Row) throws {
        city = try row("city_code")
        reference = try row("reference")
        day = try row("on_day")
        population = try row("population")
        source = try row("source")
        status = try row("status")
    }

    /// The reference in words: `Census 2021`.
    package func title(_ t: Texts) -> String { Self.title(reference, t) }

    package static func title(_ reference: String, _ t: Texts) -> String {
        if reference.hasPrefix("census-"), let year = Int(reference.dropFirst(7)) {
            return t("Census {year}", ["year": "\(year)"])
        }
        return reference == "geonames" ? t("GeoNames (no date)") : reference
    }

    static let migration = Migration(
        "populations-001",
        sql: """
            CREATE TABLE population_figure (
                city_code TEXT NOT NULL REFERENCES city (code),
                reference TEXT NOT NULL,
                on_day TEXT,
                population BIGINT NOT NULL CHECK (population > 0),
                source TEXT NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('sourced', 'derived', 'unverified')),
                PRIMARY KEY (city_code, reference)
            );
            CREATE TABLE data_source (
                key TEXT PRIMARY KEY,
                title TEXT NOT NULL,
                address TEXT
            );
            CREATE TABLE reference_load (
                name TEXT PRIMARY KEY,
                digest TEXT NOT NULL,
                loaded_at TEXT NOT NULL
            );
            """)
}

extension [PopulationFigure] {
    /// The newest figure with a date; a figure without one only where there is no other.
    package var newest: PopulationFigure? {
        let dated = filter { $0.day != nil }
        return dated.max { ($0.day?.number ?? 0) < ($1.day?.number ?? 0) } ?? first
    }

    /// Figures with a date, oldest first: what a chart over time may show.
    package var series: [PopulationFigure] {
        filter { $0.day != nil }.sorted { ($0.day?.number ?? 0) < ($1.day?.number ?? 0) }
    }
}

/// Where a figure comes from.
package struct DataSource: Sendable, RowDecodable {
    package let key: String
    package let title: String
    package let address: String?
    /// Found out once: pages name their sources a dozen times each.
    package let titleLanguage: Language

    package init(row: Row) throws {
        key = try row("key")
        title = try row("title")
        address = try row("address")
        titleLanguage = Self.language(of: title)
    }

    /// Titles of Romanian registers are kept in Romanian, which their letters tell; all others are in English.
    private static func language(of title: String) -> Language {
        title.lowercased().contains { "ăâîșț".contains($0) } && !title.contains(" of ") ? .ro : .en
    }
}
