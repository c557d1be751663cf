import Storage
import Web

extension Session {
    /// Opens a session and returns its token, which only the browser keeps.
    package static func start(
        _ connection: any Connection, id: ID<SessionKind>, person: PersonID, lifetime seconds: Double,
        secondFactorAt: Instant?, userAgent: String, at: Instant
    ) throws -> String {
        let token = RandomToken.make()
        try connection.execute(
            """
            INSERT INTO session
                (id, digest, person_id, created_at, last_seen_at, expires_at, second_factor_at, client)
            VALUES (\(id), \(RandomToken.digest(token)), \(person), \(at), \(at), \(at.adding(seconds: seconds)),
                \(secondFactorAt), \(ClientNaming.name(of: userAgent)))
            """)
        return token
    }

    /// A person's open sessions, the newest first.
    static func all(_ connection: any Connection, of person: PersonID, limits: SessionLimits, at: Instant) throws
        -> [Session]
    {
        try connection.all(
            """
            SELECT * FROM session WHERE person_id = \(person) AND expires_at > \(at)
                AND last_seen_at > \(at.adding(seconds: -limits.idle))
            ORDER BY last_seen_at DESC, id DESC
            """)
    }

    static func find(_ connection: any Connection, id: String) throws -> Session? {
        try connection.first("SELECT * FROM session WHERE id = \(id)")
    }

    /// Ends one session of a person; false when it is not theirs or has ended.
    static func end(_ connection: any Connection, id: String, of person: PersonID) throws -> Bool {
        try connection.execute("DELETE FROM session WHERE id = \(id) AND person_id = \(person)") == 1
    }

    /// Ends all sessions of a person but one; returns how many.
    @discardableResult package static func endAll(
        _ connection: any Connection, of person: PersonID, except id: String? = nil
    ) throws -> Int {
        try connection.execute("DELETE FROM session WHERE person_id = \(person) AND id <> \(id ?? "")")
    }

    /// No session of the person lasts beyond this moment.
    static func shorten(_ connection: any Connection, of person: PersonID, to end: Instant) throws {
        try connection.execute(
            "UPDATE session SET expires_at = \(end) WHERE person_id = \(person) AND expires_at > \(end)")
    }

    /// The second factor was proved in this session.
    static func strengthen(_ connection: any Connection, id: String, at: Instant) throws {
        try connection.execute("UPDATE session SET second_factor_at = \(at) WHERE id = \(id)")
    }

    static func lastSeen(_ connection: any Connection, id: String) throws -> Instant? {
        try connection.value("SELECT last_seen_at FROM session WHERE id = \(id)")
    }

    static func touch(_ connection: any Connection, id: String, at: Instant) throws {
        try connection.execute("UPDATE session SET last_seen_at = \(at) WHERE id = \(id) AND last_seen_at < \(at)")
    }

    static func removeOld(_ connection: any Connection, limits: SessionLimits, at: Instant) throws -> Int {
        try connection.execute(
            """
            DELETE FROM session WHERE expires_at < \(at) OR last_seen_at < \(at.adding(seconds: -limits.idle))
            """)
    }
}
