import Foundation
import Storage
import Web

extension OneTimeLink {
    /// Makes a link and returns its token, which is nowhere else.
    package static func create(
        _ connection: any Connection, purpose: Purpose, person: PersonID?, payload: [String: String] = [:],
        lifetime seconds: Double, at: Instant
    ) throws -> String {
        let token = RandomToken.make()
        try connection.execute(
            """
            INSERT INTO one_time_link (digest, purpose, person_id, payload, created_at, expires_at)
            VALUES (\(RandomToken.digest(token)), \(purpose), \(person), \(try text(of: payload)), \(at),
                \(at.adding(seconds: seconds)))
            """)
        return token
    }

    /// The link of a token while it still works; looking does not use it up.
    package static func find(
        _ connection: any Connection, token: String, purpose: Purpose, at: Instant
    ) throws -> OneTimeLink? {
        try connection.first(
            """
            SELECT * FROM one_time_link WHERE digest = \(RandomToken.digest(token)) AND purpose = \(purpose)
                AND used_at IS NULL AND expires_at > \(at)
            """)
    }

    /// Uses the link up; nil when it was used, is too old, or never was.
    package static func use(
        _ connection: any Connection, token: String, purpose: Purpose, at: Instant
    ) throws -> OneTimeLink? {
        try connection.first(
            """
            UPDATE one_time_link SET used_at = \(at)
            WHERE digest = \(RandomToken.digest(token)) AND purpose = \(purpose) AND used_at IS NULL
                AND expires_at > \(at)
            RETURNING *
            """)
    }

    /// Makes all open links of a person for a purpose worthless.
    package static func revokeAll(
        _ connection: any Connection, purpose: Purpose, person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            UPDATE one_time_link SET used_at = \(at)
            WHERE person_id = \(person) AND purpose = \(purpose) AND used_at IS NULL
            """)
    }

    /// Takes away every trace of a person's links; for pseudonymisation.
    static func removeAll(_ connection: any Connection, person: PersonID) throws {
        try connection.execute("DELETE FROM one_time_link WHERE person_id = \(person)")
    }

    /// Takes away what ended more than a month ago.
    static func removeOld(_ connection: any Connection, at: Instant) throws -> Int {
        try connection.execute("DELETE FROM one_time_link WHERE expires_at < \(at.adding(seconds: -30 * 86_400))")
    }

    static func payload(from text: String) throws -> [String: String] {
        try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
    }

    private static func text(of payload: [String: String]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(payload), as: UTF8.self)
    }
}
