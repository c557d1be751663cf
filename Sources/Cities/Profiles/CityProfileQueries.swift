import Storage
import Web

extension CityProfile {
    /// The profile as it stands; version 0 when nobody has written one.
    package static func find(_ connection: any Connection, of city: String) throws -> CityProfile {
        try connection.first("SELECT * FROM city_profile WHERE city_code = \(city)") ?? .empty(city: city)
    }

    /// Saves what a person wrote unless somebody saved another version meanwhile; false then.
    package func save(_ connection: any Connection, by person: PersonID?, at: Instant) throws -> Bool {
        if version == 0 { return try insert(connection, by: person, at: at) }
        return try connection.execute(
            """
            UPDATE city_profile SET version = version + 1, website = \(website),
                climate_office_contact = \(climateOfficeContact), summary_ro = \(summaryRomanian),
                summary_en = \(summaryEnglish), target_ro = \(targetRomanian), target_en = \(targetEnglish),
                council_decision = \(councilDecision), population_reference = \(populationReference),
                updated_at = \(at), updated_by = \(person)
            WHERE city_code = \(city) AND version = \(version)
            """) == 1
    }

    private func insert(_ connection: any Connection, by person: PersonID?, at: Instant) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO city_profile (city_code, version, website, climate_office_contact, summary_ro, summary_en,
                target_ro, target_en, council_decision, population_reference, updated_at, updated_by)
            VALUES (\(city), 1, \(website), \(climateOfficeContact), \(summaryRomanian), \(summaryEnglish),
                \(targetRomanian), \(targetEnglish), \(councilDecision), \(populationReference), \(at), \(person))
            ON CONFLICT (city_code) DO NOTHING
            """) == 1
    }

    /// Name of whoever saved the profile last.
    static func editorName(_ connection: any Connection, of city: String) throws -> String? {
        try connection.value(
            """
            SELECT person.name FROM city_profile JOIN person ON person.id = city_profile.updated_by
            WHERE city_code = \(city)
            """)
    }
}
