import Storage
import Web

/// A live session with what every page needs to know of its person.
struct KnownSession: RowDecodable {
    let session: String
    let person: PersonID
    let name: String
    let email: String
    let isStrong: Bool
    let unread: Int

    init(row: Row) throws {
        session = try row("session_id")
        person = try row("id")
        name = try row("name")
        email = try row("email")
        isStrong = (try row("second_factor_at") as Instant?) != nil
        unread = try row("unread")
    }

    static func find(
        _ connection: any Connection, digest: String, limits: SessionLimits, at: Instant
    ) throws -> KnownSession? {
        try connection.first(
            """
            SELECT session.id AS session_id, session.second_factor_at, person.id, person.name, person.email,
                (SELECT COUNT(*) FROM notification
                    WHERE notification.person_id = person.id AND notification.read_at IS NULL) AS unread
            FROM session JOIN person ON person.id = session.person_id
            WHERE session.digest = \(digest) AND session.expires_at > \(at)
                AND session.last_seen_at > \(at.adding(seconds: -limits.idle))
                AND person.disabled_at IS NULL AND person.pseudonymised_at IS NULL
            """)
    }
}

/// The roles and memberships of a person, in one statement.
struct Rights {
    var roles: Set<Role> = []
    var memberships: [OrganisationID: MembershipLevel] = [:]

    static func find(_ connection: any Connection, of person: PersonID) throws -> Rights {
        var rights = Rights()
        try connection.forEach(
            """
            SELECT role, NULL AS organisation_id, NULL AS level FROM person_role WHERE person_id = \(person)
            UNION ALL
            SELECT NULL, organisation_id, level FROM membership WHERE person_id = \(person)
            """
        ) { row in
            if let role = try row("role") as Role? { rights.roles.insert(role) }
            if let organisation = try row("organisation_id") as OrganisationID? {
                rights.memberships[organisation] = try row("level") as MembershipLevel
            }
        }
        return rights
    }
}
