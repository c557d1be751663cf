import Storage
import Web

extension Person {
    /// Cuts the tie between a person and what they did: their name and address are gone, their access too; the audit
    /// trail names people by identity only and stays whole.
    static func pseudonymise(_ connection: any Connection, _ person: PersonID, at: Instant) throws {
        guard let known = try find(connection, person) else { return }
        let address = "former-\(person)@invalid"
        try connection.execute(
            """
            UPDATE person SET name = \(formerName), email = \(address), password_hash = NULL,
                pseudonymised_at = \(at), version = version + 1
            WHERE id = \(person)
            """)
        try Session.endAll(connection, of: person)
        _ = try SecondFactor.remove(connection, of: person)
        try OneTimeLink.removeAll(connection, person: person)
        try connection.execute("DELETE FROM person_role WHERE person_id = \(person)")
        try connection.execute("DELETE FROM membership WHERE person_id = \(person)")
        try Draft.removeAll(connection, of: person)
        try connection.execute("DELETE FROM notification WHERE person_id = \(person)")
        try connection.execute("DELETE FROM notification_choice WHERE person_id = \(person)")
        try connection.execute(
            """
            UPDATE invitation SET email = '', revoked_at = \(at)
            WHERE email = \(known.email) AND accepted_at IS NULL AND revoked_at IS NULL
            """)
    }
}
