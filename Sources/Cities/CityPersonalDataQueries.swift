import Storage
import Web

// What the wing keeps under a person's name, for their own copy.

extension CityProfile {
    /// Profiles that the person saved last, as they stand.
    static func saved(_ connection: any Connection, by person: PersonID) throws -> [PersonalDataDeclaration.Record] {
        try PersonalDataDeclaration.records(
            connection, "SELECT * FROM city_profile WHERE updated_by = \(person) ORDER BY updated_at, city_code")
    }
}

extension CityTeam {
    /// Teams that the person linked to cities.
    static func linked(_ connection: any Connection, by person: PersonID) throws -> [PersonalDataDeclaration.Record] {
        try PersonalDataDeclaration.records(
            connection,
            """
            SELECT city_code, organisation_id, linked_at FROM city_team
            WHERE linked_by = \(person) ORDER BY linked_at, city_code
            """)
    }
}

extension ProgrammeCity {
    /// Entries of the programme that the person edited last, as they stand.
    static func edited(_ connection: any Connection, by person: PersonID) throws -> [PersonalDataDeclaration.Record] {
        try PersonalDataDeclaration.records(
            connection, "SELECT * FROM programme_city WHERE edited_by = \(person) ORDER BY edited_at, city_code")
    }
}

extension ProgrammeWithdrawal {
    /// Withdrawals that the person recorded.
    static func recorded(_ connection: any Connection, by person: PersonID) throws -> [PersonalDataDeclaration.Record] {
        try PersonalDataDeclaration.records(
            connection,
            """
            SELECT city_code, withdrawn_on, reason, recorded_at, ended_at FROM programme_withdrawal
            WHERE recorded_by = \(person) ORDER BY recorded_at, id
            """)
    }
}
