import Storage
import Web

extension Membership {
    /// Gives somebody a place in an organisation, or another level in it.
    package static func set(
        _ connection: any Connection, organisation: OrganisationID, person: PersonID, level: MembershipLevel,
        at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO membership (organisation_id, person_id, level, created_at)
            VALUES (\(organisation), \(person), \(level), \(at))
            ON CONFLICT (organisation_id, person_id) DO UPDATE SET level = excluded.level
            """)
    }

    /// Everybody in an organisation, in the order in which they came.
    package static func all(_ connection: any Connection, in organisation: OrganisationID) throws -> [Membership] {
        try connection.all(
            "\(selection) WHERE organisation_id = \(organisation) ORDER BY membership.created_at, person.id")
    }

    package static func find(
        _ connection: any Connection, _ person: PersonID, in organisation: OrganisationID
    ) throws -> Membership? {
        try connection.first("\(selection) WHERE organisation_id = \(organisation) AND person_id = \(person)")
    }

    static func exists(_ connection: any Connection, email: String, in organisation: OrganisationID) throws -> Bool {
        try connection.exists("\(selection) WHERE organisation_id = \(organisation) AND person.email = \(email)")
    }

    static func remove(
        _ connection: any Connection, _ person: PersonID, from organisation: OrganisationID
    ) throws -> Bool {
        try connection.execute(
            "DELETE FROM membership WHERE organisation_id = \(organisation) AND person_id = \(person)") == 1
    }

    private static let selection: Statement = """
        SELECT membership.organisation_id, membership.person_id, membership.level, membership.created_at,
            person.name, person.email
        FROM membership JOIN person ON person.id = membership.person_id
        """
}
