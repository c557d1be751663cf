import Storage
import Web

/// A live session with what every page needs to know of its person.
struct KnownSession {
    let session: String
    let person: PersonID
    let name: String
    let email: String
    let isStrong: Bool
    let unread: Int
    private(set) var roles: Set<Role> = []
    private(set) var memberships: [OrganisationID: MembershipLevel] = [:]

    /// A row for each pair of a role and a membership of one person; nil without any row.
    init?(rows: [Row]) throws {
        guard let first = rows.first else { return nil }
        session = try first("session_id")
        person = try first("id")
        name = try first("name")
        email = try first("email")
        isStrong = (try first("second_factor_at") as Instant?) != nil
        unread = try first("unread")
        for row in rows {
            if let role = try row("role") as Role? { roles.insert(role) }
            if let organisation = try row("organisation_id") as OrganisationID? {
                memberships[organisation] = try row("level") as MembershipLevel
            }
        }
    }

    /// One statement: nobody's token, the most frequent case beside a page of the cache, costs one look at an index.
    static func query(digest: String, limits: SessionLimits, at: Instant) -> Query<KnownSession?> {
        Query([
            """
            SELECT session.id AS session_id, session.second_factor_at, person.id, person.name, person.email,
                (SELECT COUNT(*) FROM notification
                    WHERE notification.person_id = person.id AND notification.read_at IS NULL) AS unread,
                person_role.role, membership.organisation_id, membership.level
            FROM session JOIN person ON person.id = session.person_id
                LEFT JOIN person_role ON person_role.person_id = person.id
                LEFT JOIN membership ON membership.person_id = person.id
            WHERE session.digest = \(digest) AND session.expires_at > \(at)
                AND session.last_seen_at > \(at.adding(seconds: -limits.idle))
                AND person.disabled_at IS NULL AND person.pseudonymised_at IS NULL
            """
        ]) { try KnownSession(rows: try $0.rows()) }
    }
}
