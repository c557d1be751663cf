import Storage
import Web

extension PersonalData {
    static func find(
        _ connection: any Connection, of id: PersonID, limits: SessionLimits,
        declarations: [PersonalDataDeclaration], at: Instant
    ) throws -> PersonalData? {
        guard let person = try Person.find(connection, id) else { return nil }
        return PersonalData(
            madeAt: at.description,
            account: Account(
                id: id.description, name: person.name, email: person.email, language: person.language.rawValue,
                createdAt: person.createdAt.description),
            roles: try connection.all(
                "SELECT role, granted_at FROM person_role WHERE person_id = \(id) ORDER BY role"
            ) { Grant(role: try $0("role"), since: try $0("granted_at")) },
            memberships: try memberships(connection, of: id),
            secondFactorSince: try SecondFactor.find(connection, of: id)?.createdAt.description,
            sessions: try Session.all(connection, of: id, limits: limits, at: at).map {
                OpenSession(
                    browser: $0.client, signedInAt: $0.createdAt.description, lastSeenAt: $0.lastSeenAt.description,
                    endsAt: $0.expiresAt.description)
            },
            notifications: try notifications(connection, of: id), activity: try deeds(connection, of: id),
            kept: try Dictionary(
                declarations.map { ($0.name, try $0.collect(connection, id)) }, uniquingKeysWith: { $0 + $1 }))
    }

    private static func memberships(_ connection: any Connection, of id: PersonID) throws -> [Membership] {
        try connection.all(
            """
            SELECT organisation.name, membership.level, membership.created_at
            FROM membership JOIN organisation ON organisation.id = membership.organisation_id
            WHERE membership.person_id = \(id) ORDER BY organisation.name
            """
        ) { Membership(organisation: try $0("name"), level: try $0("level"), since: try $0("created_at")) }
    }

    private static func notifications(_ connection: any Connection, of id: PersonID) throws -> [Notice] {
        try connection.all(
            "SELECT topic, sentence, created_at FROM notification WHERE person_id = \(id) ORDER BY created_at, id"
        ) { Notice(topic: try $0("topic"), sentence: try $0("sentence"), at: try $0("created_at")) }
    }

    private static func deeds(_ connection: any Connection, of id: PersonID) throws -> [Deed] {
        try connection.all(
            """
            SELECT at, activity, subject_kind, subject, details FROM audit_entry
            WHERE actor_id = \(id) ORDER BY sequence
            """
        ) { row in
            Deed(
                at: try row("at"), activity: try row("activity"), subjectKind: try row("subject_kind"),
                subject: try row("subject"), details: try row("details"))
        }
    }
}
