import Members
import Portfolio
import Storage
import Web

extension MeasureRecord {
    package static func find(_ connection: any Connection, id: MeasureID) throws -> MeasureRecord? {
        try connection.first("SELECT * FROM measure WHERE id = \(id)")
    }

    /// A city's measures, in their order.
    package static func all(_ connection: any Connection, of city: String) throws -> [MeasureRecord] {
        try connection.all("SELECT * FROM measure WHERE city_code = \(city) ORDER BY position, id")
    }

    /// Names of measures for the history.
    static func names(_ connection: any Connection, _ ids: [String]) throws -> [String: String] {
        let found: [MeasureRecord] = try connection.all("SELECT * FROM measure WHERE id IN (\(list: ids))")
        return Dictionary(uniqueKeysWithValues: found.map { ($0.id.description, $0.title) })
    }

    /// Adds a measure behind the city's others. Its id in the plan's document stays as it is where no other measure of
    /// the city has it, and is made from its name where it has none.
    /// - Returns: the measure as it was recorded.
    @discardableResult
    package static func create(
        _ connection: any Connection, id: MeasureID, city: String, _ measure: CityMeasure, by person: PersonID?,
        at: Instant
    ) throws -> CityMeasure {
        let taken: [String] = try connection.all("SELECT slug FROM measure WHERE city_code = \(city)") { row in
            try row("slug")
        }
        let last: Int? = try connection.value("SELECT MAX(position) FROM measure WHERE city_code = \(city)")
        var named = measure
        if measure.id.isEmpty || taken.contains(measure.id) {
            named.id = MeasureName.slug(measure.id.isEmpty ? measure.name : measure.id, beside: Set(taken))
        }
        try connection.execute(
            """
            INSERT INTO measure (id, city_code, slug, position, content, version, created_at, created_by,
                updated_at, updated_by)
            VALUES (\(id), \(city), \(named.id), \((last ?? 0) + 1), \(try MeasureContent.json(named)), 1, \(at),
                \(person), \(at), \(person))
            """)
        return named
    }

    /// Changes a measure unless somebody changed it meanwhile; false then.
    package static func update(
        _ connection: any Connection, id: MeasureID, version: Int, _ measure: CityMeasure, by person: PersonID,
        at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE measure SET content = \(try MeasureContent.json(measure)), version = version + 1,
                updated_at = \(at), updated_by = \(person)
            WHERE id = \(id) AND slug = \(measure.id) AND version = \(version)
            """) == 1
    }

    /// Removes a measure, in scenarios too, unless somebody changed it meanwhile; false then.
    static func remove(_ connection: any Connection, _ record: MeasureRecord, version: Int) throws -> Bool {
        guard
            try connection.execute("DELETE FROM measure WHERE id = \(record.id) AND version = \(version)") == 1
        else { return false }
        try ScenarioChoice.remove(connection, measure: record.measure.id, city: record.city)
        return true
    }
}
