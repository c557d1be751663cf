import Storage
import Web

extension Invitation {
    package static func find(_ connection: any Connection, id: ID<InvitationKind>) throws -> Invitation? {
        try connection.first("\(selection) WHERE invitation.id = \(id)")
    }

    /// The open invitations to an organisation, the newest first.
    static func open(_ connection: any Connection, to organisation: OrganisationID) throws -> [Invitation] {
        try connection.all(
            """
            \(selection) WHERE organisation_id = \(organisation) AND accepted_at IS NULL AND revoked_at IS NULL
            ORDER BY invitation.id DESC
            """)
    }

    /// Whether an address has an open invitation to an organisation.
    static func isOpen(_ connection: any Connection, email: String, to organisation: OrganisationID) throws -> Bool {
        try connection.exists(
            """
            SELECT 1 FROM invitation WHERE organisation_id = \(organisation) AND email = \(email)
                AND accepted_at IS NULL AND revoked_at IS NULL
            """)
    }

    static func insert(
        _ connection: any Connection, id: ID<InvitationKind>, email: String, organisation: OrganisationID?,
        level: MembershipLevel?, role: Role?, by: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO invitation (id, organisation_id, role, email, level, invited_by, created_at, sent_at)
            VALUES (\(id), \(organisation), \(role), \(email), \(level), \(by), \(at), \(at))
            """)
    }

    /// False when it is no longer open.
    static func markSent(_ connection: any Connection, _ id: ID<InvitationKind>, at: Instant) throws -> Bool {
        try connection.execute(
            """
            UPDATE invitation SET sent_at = \(at) WHERE id = \(id) AND accepted_at IS NULL AND revoked_at IS NULL
            """) == 1
    }

    /// The address is then of no more use, and goes.
    static func markAccepted(
        _ connection: any Connection, _ id: ID<InvitationKind>, by person: PersonID, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE invitation SET accepted_at = \(at), accepted_by = \(person), email = ''
            WHERE id = \(id) AND accepted_at IS NULL AND revoked_at IS NULL
            """) == 1
    }

    static func markRevoked(_ connection: any Connection, _ id: ID<InvitationKind>, at: Instant) throws -> Bool {
        try connection.execute(
            """
            UPDATE invitation SET revoked_at = \(at), email = ''
            WHERE id = \(id) AND accepted_at IS NULL AND revoked_at IS NULL
            """) == 1
    }

    /// Takes back what nobody answered since a moment, so that no address of a stranger stays.
    static func revokeUnanswered(_ connection: any Connection, sentBefore moment: Instant, at: Instant) throws -> Int {
        try connection.execute(
            """
            UPDATE invitation SET revoked_at = \(at), email = ''
            WHERE sent_at < \(moment) AND accepted_at IS NULL AND revoked_at IS NULL
            """)
    }

    private static let selection: Statement = """
        SELECT invitation.*, organisation.name AS organisation_name
        FROM invitation LEFT JOIN organisation ON organisation.id = invitation.organisation_id
        """
}
