import Foundation
import Portfolio
import Storage
import Web

package enum MeasureKind {}
package typealias MeasureID = ID<MeasureKind>

/// A measure of a city's portfolio, as its team is writing it.
package struct MeasureRecord: Sendable, RowDecodable {
    package let id: MeasureID
    package let city: String
    /// What it is and does, what it costs and who pays; its id in the plan's document is `measure.id`.
    package let measure: CityMeasure
    package let version: Int
    package let updatedAt: Instant
    package let updatedBy: PersonID?

    package init(row: Row) throws {
        id = try row("id")
        city = try row("city_code")
        measure = try MeasureContent.measure(try row("content"))
        version = try row("version")
        updatedAt = try row("updated_at")
        updatedBy = try row("updated_by")
    }

    /// Address without the language.
    package var path: String { "/measures/\(id)" }

    /// The name, or its id in the plan's document where it has none yet.
    var title: String { measure.name.isEmpty ? measure.id : measure.name }
}

extension MeasureRecord {
    static let migration = Migration(
        "measures-001",
        sql: """
            CREATE TABLE measure (
                id TEXT PRIMARY KEY,
                city_code TEXT NOT NULL REFERENCES city (code),
                -- Its id in the plan's document.
                slug TEXT NOT NULL CHECK (slug <> ''),
                position BIGINT NOT NULL,
                -- A CityMeasure as JSON; Portfolio checks what it means.
                content TEXT NOT NULL,
                version BIGINT NOT NULL CHECK (version > 0),
                created_at TEXT NOT NULL,
                created_by TEXT REFERENCES person (id),
                updated_at TEXT NOT NULL,
                updated_by TEXT REFERENCES person (id),
                UNIQUE (city_code, slug)
            );
            -- A portfolio that everybody sees as its city published it elsewhere.
            CREATE TABLE measure_publication (
                id TEXT PRIMARY KEY,
                city_code TEXT NOT NULL REFERENCES city (code),
                number BIGINT NOT NULL CHECK (number > 0),
                content_hash TEXT NOT NULL REFERENCES blob (hash),
                source TEXT NOT NULL CHECK (source <> ''),
                published_at TEXT NOT NULL,
                published_by TEXT REFERENCES person (id),
                UNIQUE (city_code, number)
            );
            """)
}

/// A measure as text in the database; the same measure gives the same bytes.
enum MeasureContent {
    static func measure(_ json: String) throws -> CityMeasure {
        try JSONDecoder().decode(CityMeasure.self, from: Data(json.utf8))
    }

    static func json(_ measure: CityMeasure) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(measure), as: UTF8.self)
    }
}
