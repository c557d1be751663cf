import Storage
import Web

extension ReferenceData {
    static func loadedDigest(_ connection: any Connection) throws -> String? {
        try connection.value("SELECT digest FROM reference_load WHERE name = 'places'")
    }

    static func rememberDigest(_ connection: any Connection, _ digest: String, at: Instant) throws {
        try connection.execute(
            """
            INSERT INTO reference_load (name, digest, loaded_at) VALUES ('places', \(digest), \(at))
            ON CONFLICT (name) DO UPDATE SET digest = excluded.digest, loaded_at = excluded.loaded_at
            """)
    }

    static func store(_ connection: any Connection, _ tables: Tables) throws {
        try storePlaces(
            connection, sources: tables.sources, regions: tables.regions, counties: tables.counties,
            cities: tables.cities)
        try connection.execute("DELETE FROM population_figure")
        for row in tables.populations { try storePopulation(connection, row) }
        try refreshListedPopulations(connection)
        for row in tables.programme { try storeProgrammeCity(connection, row) }
        for row in tables.labels { try storeLabel(connection, row) }
        try connection.execute("DELETE FROM map_shape")
        for row in tables.shapes { try storeShape(connection, row) }
        for code in try City.allCodes(connection) { try CitySearch.refresh(connection, code: code) }
    }

    static func storePlaces(
        _ connection: any Connection, sources: [CSVRecord], regions: [CSVRecord], counties: [CSVRecord],
        cities: [CSVRecord]
    ) throws {
        for row in sources { try storeSource(connection, row) }
        for row in regions { try storeRegion(connection, row) }
        for row in counties { try storeCounty(connection, row) }
        // The capital before its sectors.
        let places = cities.filter { cell($0, "parent") == nil } + cities.filter { cell($0, "parent") != nil }
        for row in places { try storeCity(connection, row) }
    }

    private static func storeSource(_ connection: any Connection, _ row: CSVRecord) throws {
        try connection.execute(
            """
            INSERT INTO data_source (key, title, address)
            VALUES (\(try needed(row, "key")), \(try needed(row, "title")), \(cell(row, "address")))
            ON CONFLICT (key) DO UPDATE SET title = excluded.title, address = excluded.address
            """)
    }

    private static func storeRegion(_ connection: any Connection, _ row: CSVRecord) throws {
        try connection.execute(
            """
            INSERT INTO region (code, name_ro, name_en, source, status)
            VALUES (\(try needed(row, "nuts2")), \(try needed(row, "name_ro")), \(try needed(row, "name_en")),
                \(try needed(row, "source")), \(try needed(row, "status")))
            ON CONFLICT (code) DO UPDATE SET name_ro = excluded.name_ro, name_en = excluded.name_en,
                source = excluded.source, status = excluded.status
            """)
    }

    private static func storeCounty(_ connection: any Connection, _ row: CSVRecord) throws {
        let name = try needed(row, "name")
        try connection.execute(
            """
            INSERT INTO county (code, siruta, name, sort_key, nuts3, region_code, source, status)
            VALUES (\(try needed(row, "plate")), \(try needed(row, "siruta")), \(name), \(CityName.sortKey(name)),
                \(try needed(row, "nuts3")), \(try needed(row, "nuts2")), \(try needed(row, "source")),
                \(try needed(row, "status")))
            ON CONFLICT (code) DO UPDATE SET siruta = excluded.siruta, name = excluded.name,
                sort_key = excluded.sort_key, nuts3 = excluded.nuts3, region_code = excluded.region_code,
                source = excluded.source, status = excluded.status
            """)
    }

    private static func storeCity(_ connection: any Connection, _ row: CSVRecord) throws {
        let name = try needed(row, "name")
        try connection.execute(
            """
            INSERT INTO city (code, slug, name, sort_key, search_words, kind, county_code, is_county_seat, parent_code,
                latitude, longitude, coordinate_source, coordinate_status, area_km2, area_source, area_status,
                source, status)
            VALUES (\(try needed(row, "siruta")), \(try needed(row, "slug")), \(name), \(CityName.sortKey(name)),
                \(CityName.searchWords(name)), \(try needed(row, "kind")), \(try needed(row, "county")),
                \(cell(row, "seat") == "yes"), \(cell(row, "parent")), \(try number(row, "lat")),
                \(try number(row, "lon")), \(cell(row, "coordinate_source")), \(try status(row, "coordinate_status")),
                \(try number(row, "area_km2")), \(cell(row, "area_source")), \(try status(row, "area_status")),
                \(try needed(row, "source")), \(try needed(row, "status")))
            ON CONFLICT (code) DO UPDATE SET slug = excluded.slug, name = excluded.name, sort_key = excluded.sort_key,
                search_words = excluded.search_words, kind = excluded.kind, county_code = excluded.county_code,
                is_county_seat = excluded.is_county_seat, parent_code = excluded.parent_code,
                latitude = excluded.latitude, longitude = excluded.longitude,
                coordinate_source = excluded.coordinate_source, coordinate_status = excluded.coordinate_status,
                area_km2 = excluded.area_km2, area_source = excluded.area_source,
                area_status = excluded.area_status, source = excluded.source, status = excluded.status
            """)
    }

    private static func storePopulation(_ connection: any Connection, _ row: CSVRecord) throws {
        try connection.execute(
            """
            INSERT INTO population_figure (city_code, reference, on_day, population, source, status)
            VALUES (\(try needed(row, "siruta")), \(try needed(row, "reference")), \(try day(row, "date")),
                \(try integer(row, "population")), \(try needed(row, "source")), \(try status(row)))
            """)
    }

    /// The newest dated figure of each city; one without a date where there is no other.
    private static func refreshListedPopulations(_ connection: any Connection) throws {
        try connection.execute(
            """
            UPDATE city SET listed_population = COALESCE((
                SELECT population FROM population_figure WHERE city_code = city.code
                ORDER BY COALESCE(on_day, '') DESC, reference LIMIT 1), 0)
            """)
    }

    /// An entry that a person changed stays as it is.
    private static func storeProgrammeCity(_ connection: any Connection, _ row: CSVRecord) throws {
        try connection.execute(
            """
            INSERT INTO programme_city (city_code, cohort, target_year, target_source, target_status, selected_on,
                selected_source, selected_status)
            VALUES (\(try needed(row, "siruta")), \(try needed(row, "cohort")), \(try integer(row, "target_year")),
                \(try needed(row, "target_source")), \(try status(row, "target_status")),
                \(try day(row, "selected_on")), \(cell(row, "selected_source")), \(try status(row, "selected_status")))
            ON CONFLICT (city_code) DO UPDATE SET cohort = excluded.cohort, target_year = excluded.target_year,
                target_source = excluded.target_source, target_status = excluded.target_status,
                selected_on = excluded.selected_on, selected_source = excluded.selected_source,
                selected_status = excluded.selected_status
            WHERE programme_city.edited_at IS NULL
            """)
    }

    private static func storeLabel(_ connection: any Connection, _ row: CSVRecord) throws {
        try connection.execute(
            """
            INSERT INTO programme_label (city_code, label, awarded_on, source, status)
            VALUES (\(try needed(row, "siruta")), \(try needed(row, "label")), \(try day(row, "awarded_on")),
                \(try needed(row, "source")), \(try status(row)))
            ON CONFLICT (city_code, label) DO UPDATE SET awarded_on = excluded.awarded_on, source = excluded.source,
                status = excluded.status
            """)
    }

    private static func storeShape(_ connection: any Connection, _ row: CSVRecord) throws {
        try connection.execute(
            """
            INSERT INTO map_shape (code, kind, outline, source, status)
            VALUES (\(try needed(row, "code")), \(try needed(row, "kind")), \(try needed(row, "d")),
                \(try needed(row, "source")), \(try status(row)))
            """)
    }
}
