import Storage
import Web

/// How far a figure can be trusted; the same three words as the marks beside figures.
package typealias FigureStatus = Components.FigureStatus

extension Components.FigureStatus: Storable {}

/// What a place is in the law: a municipality, the capital, or one of its sectors.
package enum CityKind: String, CaseIterable, Sendable, Storable {
    case municipality
    case capital
    case sector

    /// Key of the name.
    package var title: String {
        switch self {
        case .municipality: "Municipality"
        case .capital: "Capital city"
        case .sector: "Sector of Bucharest"
        }
    }
}

/// A place with a local government of its own, as the reference tables know it.
package struct City: Sendable, RowDecodable, Identifiable {
    /// Code of the Romanian register of territorial units (SIRUTA).
    package let code: String
    /// Last part of its address, such as `cluj-napoca`.
    package let slug: String
    package let name: String
    package let kind: CityKind
    /// The county's code on number plates, such as `CJ`; `B` for Bucharest.
    package let county: String
    package let isCountySeat: Bool
    /// Code of Bucharest for its sectors.
    package let parent: String?
    package let latitude: Double?
    package let longitude: Double?
    package let coordinateSource: String?
    package let coordinateStatus: FigureStatus?
    package let areaKm2: Double?
    package let areaSource: String?
    package let areaStatus: FigureStatus?
    /// Sorts as Romanian names do.
    package let sortKey: String
    /// Newest known population; 0 when none is known.
    package let listedPopulation: Int
    package let source: String
    package let status: FigureStatus

    package var id: String { code }
    package var path: String { "/cities/\(slug)" }

    package init(row: Row) throws {
        code = try row("code")
        slug = try row("slug")
        name = try row("name")
        kind = try row("kind")
        county = try row("county_code")
        isCountySeat = try row("is_county_seat")
        parent = try row("parent_code")
        latitude = try row("latitude")
        longitude = try row("longitude")
        coordinateSource = try row("coordinate_source")
        coordinateStatus = try row("coordinate_status")
        areaKm2 = try row("area_km2")
        areaSource = try row("area_source")
        areaStatus = try row("area_status")
        sortKey = try row("sort_key")
        listedPopulation = try row("listed_population")
        source = try row("source")
        status = try row("status")
    }

    /// A city as the audit names it.
    package var subject: (kind: String, id: String) { ("city", code) }

    static let migration = Migration(
        "cities-001",
        sql: """
            CREATE TABLE region (
                code TEXT PRIMARY KEY,
                name_ro TEXT NOT NULL,
                name_en TEXT NOT NULL,
                source TEXT NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('sourced', 'derived', 'unverified'))
            );
            CREATE TABLE county (
                code TEXT PRIMARY KEY,
                siruta TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                sort_key TEXT NOT NULL,
                nuts3 TEXT NOT NULL,
                region_code TEXT NOT NULL REFERENCES region (code),
                source TEXT NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('sourced', 'derived', 'unverified'))
            );
            CREATE INDEX county_region ON county (region_code);
            CREATE TABLE city (
                code TEXT PRIMARY KEY,
                slug TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL CHECK (name <> ''),
                -- Digits that sort as Romanian names do, whatever collation the database has.
                sort_key TEXT NOT NULL,
                -- The name and its older spelling without diacritics, for the search of the list.
                search_words TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('municipality', 'capital', 'sector')),
                county_code TEXT NOT NULL REFERENCES county (code),
                is_county_seat BOOLEAN NOT NULL,
                parent_code TEXT REFERENCES city (code),
                latitude DOUBLE PRECISION CHECK (latitude BETWEEN -90 AND 90),
                longitude DOUBLE PRECISION CHECK (longitude BETWEEN -180 AND 180),
                coordinate_source TEXT,
                coordinate_status TEXT CHECK (coordinate_status IN ('sourced', 'derived', 'unverified')),
                area_km2 DOUBLE PRECISION CHECK (area_km2 > 0),
                area_source TEXT,
                area_status TEXT CHECK (area_status IN ('sourced', 'derived', 'unverified')),
                source TEXT NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('sourced', 'derived', 'unverified')),
                -- Newest known population, repeated here so that the list can be sorted by it; 0 when none is known.
                listed_population BIGINT NOT NULL DEFAULT 0 CHECK (listed_population >= 0),
                CHECK ((kind = 'sector') = (parent_code IS NOT NULL)),
                CHECK ((latitude IS NULL) = (longitude IS NULL)),
                CHECK ((area_km2 IS NULL) = (area_status IS NULL))
            );
            CREATE INDEX city_sort ON city (sort_key, code);
            CREATE INDEX city_population ON city (listed_population, code);
            CREATE INDEX city_county ON city (county_code);
            CREATE INDEX city_parent ON city (parent_code);
            """)
}

/// A county, or Bucharest in the place of one.
package struct County: Sendable, RowDecodable {
    package let code: String
    package let name: String
    package let region: String

    package init(row: Row) throws {
        code = try row("code")
        name = try row("name")
        region = try row("region_code")
    }
}

/// A development region (NUTS 2).
package struct Region: Sendable, RowDecodable {
    package let code: String
    package let nameRomanian: String
    package let nameEnglish: String

    package init(row: Row) throws {
        code = try row("code")
        nameRomanian = try row("name_ro")
        nameEnglish = try row("name_en")
    }

    package func name(_ language: Language) -> String { language == .ro ? nameRomanian : nameEnglish }
}
