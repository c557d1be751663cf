import Members
import Storage
import Web

extension CityTeam {
    /// The organisations that speak for a city.
    package static func all(_ connection: any Connection, of city: String) throws -> [CityTeam] {
        try connection.all(selection + " WHERE city_team.city_code = \(city) ORDER BY organisation.name")
    }

    static let selection: Statement = """
        SELECT organisation.id AS organisation_id, organisation.name, organisation.is_demonstration
        FROM city_team JOIN organisation ON organisation.id = city_team.organisation_id
        """

    /// The cities that an organisation speaks for.
    package static func cities(_ connection: any Connection, of organisations: [OrganisationID]) throws -> [City] {
        try connection.all(
            """
            SELECT * FROM city WHERE code IN
                (SELECT city_code FROM city_team WHERE organisation_id IN (\(list: organisations)))
            ORDER BY sort_key
            """)
    }

    static func organisations(_ connection: any Connection, ofCityWithSlug slug: String) throws -> [OrganisationID] {
        try connection.all(
            """
            SELECT organisation_id FROM city_team JOIN city ON city.code = city_team.city_code WHERE city.slug = \(slug)
            """
        ) { try $0("organisation_id") }
    }

    /// Organisations that may still be linked, by name.
    static func candidates(_ connection: any Connection, for city: String) throws -> [(
        id: OrganisationID, name: String
    )] {
        try connection.all(
            """
            SELECT id, name FROM organisation
            WHERE id NOT IN (SELECT organisation_id FROM city_team WHERE city_code = \(city)) ORDER BY name
            """
        ) { (id: try $0("id"), name: try $0("name")) }
    }

    /// Links an organisation; false when it was linked before.
    @discardableResult package static func link(
        _ connection: any Connection, city: String, organisation: OrganisationID, by person: PersonID? = nil,
        at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO city_team (city_code, organisation_id, linked_at, linked_by)
            VALUES (\(city), \(organisation), \(at), \(person)) ON CONFLICT (city_code, organisation_id) DO NOTHING
            """) == 1
    }

    /// Ends a link; false when there was none.
    package static func unlink(
        _ connection: any Connection, _ organisation: OrganisationID, from city: String
    ) throws -> Bool {
        try connection.execute(
            "DELETE FROM city_team WHERE city_code = \(city) AND organisation_id = \(organisation)") == 1
    }

    static func organisationName(_ connection: any Connection, _ id: OrganisationID) throws -> String? {
        try connection.value("SELECT name FROM organisation WHERE id = \(id)")
    }
}
