import Storage
import Web

extension ProgrammeCity {
    /// A city's entry, also when it has withdrawn.
    package static func find(_ connection: any Connection, city: String) throws -> ProgrammeCity? {
        try connection.first("SELECT * FROM programme_city WHERE city_code = \(city)")
    }

    /// A city's entry while it takes part.
    package static func active(_ connection: any Connection, city: String) throws -> ProgrammeCity? {
        guard let found = try find(connection, city: city) else { return nil }
        return try ProgrammeWithdrawal.open(connection, city: city) == nil ? found : nil
    }

    /// Codes of the cities that take part.
    package static func activeCodes(_ connection: any Connection) throws -> Set<String> {
        Set(
            try connection.all(
                """
                SELECT city_code FROM programme_city WHERE NOT EXISTS
                    (SELECT 1 FROM programme_withdrawal AS withdrawal
                    WHERE withdrawal.city_code = programme_city.city_code AND ended_at IS NULL)
                """
            ) { try $0("city_code") as String })
    }

    /// Takes a city into the programme, or takes it back in; false when it is in already.
    static func add(
        _ connection: any Connection, _ entry: ProgrammeEntry, city: String, by person: PersonID?, at: Instant
    ) throws -> Bool {
        let inserted = try connection.execute(
            """
            INSERT INTO programme_city (city_code, cohort, target_year, target_source, target_status, selected_on,
                selected_source, selected_status, note, edited_at, edited_by)
            VALUES (\(city), \(entry.cohort), \(entry.targetYear), \(entry.source), \(entry.status), \(entry.selectedOn),
                \(entry.source), \(entry.status), \(entry.note), \(at), \(person))
            ON CONFLICT (city_code) DO NOTHING
            """)
        if inserted == 1 { return true }
        let ended = try connection.execute(
            "UPDATE programme_withdrawal SET ended_at = \(at) WHERE city_code = \(city) AND ended_at IS NULL")
        guard ended == 1, let old = try find(connection, city: city) else { return false }
        return try update(connection, entry, city: city, version: old.version, by: person, at: at)
    }

    /// Saves an entry unless somebody saved another version meanwhile; false then.
    static func update(
        _ connection: any Connection, _ entry: ProgrammeEntry, city: String, version: Int, by person: PersonID?,
        at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE programme_city SET version = version + 1, cohort = \(entry.cohort),
                target_year = \(entry.targetYear), target_source = \(entry.source), target_status = \(entry.status),
                selected_on = \(entry.selectedOn), selected_source = \(entry.source),
                selected_status = \(entry.status), note = \(entry.note), edited_at = \(at), edited_by = \(person)
            WHERE city_code = \(city) AND version = \(version)
            """) == 1
    }
}

extension ProgrammeWithdrawal {
    /// The withdrawal that holds now.
    package static func open(_ connection: any Connection, city: String) throws -> ProgrammeWithdrawal? {
        try connection.first(
            "SELECT * FROM programme_withdrawal WHERE city_code = \(city) AND ended_at IS NULL")
    }

    static func record(
        _ connection: any Connection, id: ID<Kind>, city: String, on day: Day, reason: String, by person: PersonID?,
        at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO programme_withdrawal (id, city_code, withdrawn_on, reason, recorded_by, recorded_at)
            VALUES (\(id), \(city), \(day), \(reason), \(person), \(at))
            """)
    }
}

extension ProgrammeLabel {
    /// All labels of all cities, oldest first.
    package static func all(_ connection: any Connection) throws -> [ProgrammeLabel] {
        try connection.all("SELECT * FROM programme_label ORDER BY awarded_on, label")
    }

    /// Records a label; false when the city has it.
    static func award(
        _ connection: any Connection, _ label: Name, to city: String, on day: Day, source: String
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO programme_label (city_code, label, awarded_on, source, status)
            VALUES (\(city), \(label), \(day), \(source), 'unverified') ON CONFLICT (city_code, label) DO NOTHING
            """) == 1
    }
}
