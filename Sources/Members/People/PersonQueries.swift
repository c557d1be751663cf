import Storage
import Web

extension Person {
    package static func find(_ connection: any Connection, _ id: PersonID) throws -> Person? {
        try connection.first("SELECT * FROM person WHERE id = \(id)")
    }

    package static func find(_ connection: any Connection, email: String) throws -> Person? {
        try connection.first("SELECT * FROM person WHERE email = \(email.lowercased())")
    }

    /// Whether the hub has no account yet.
    package static func isNobodyThere(_ connection: any Connection) throws -> Bool {
        try !connection.exists("SELECT 1 FROM person LIMIT 1")
    }

    package static func create(
        _ connection: any Connection, id: PersonID, name: String, email: String, language: Language,
        passwordHash: String?, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO person (id, name, email, language, password_hash, created_at)
            VALUES (\(id), \(name), \(email.lowercased()), \(language), \(passwordHash), \(at))
            """)
    }

    /// How many accounts there are, closed ones among them.
    package static func count(_ connection: any Connection) throws -> Int {
        try connection.value("SELECT COUNT(*) FROM person") ?? 0
    }

    static func passwordHash(_ connection: any Connection, of person: PersonID) throws -> String? {
        try connection.first("SELECT password_hash FROM person WHERE id = \(person)") { try $0("password_hash") } ?? nil
    }

    static func setPasswordHash(_ connection: any Connection, of person: PersonID, to hash: String) throws {
        try connection.execute("UPDATE person SET password_hash = \(hash) WHERE id = \(person)")
    }

    /// Saves a name unless somebody saved another meanwhile; false then.
    static func rename(_ connection: any Connection, _ person: PersonID, to name: String, version: Int) throws -> Bool {
        try connection.execute(
            """
            UPDATE person SET name = \(name), version = version + 1 WHERE id = \(person) AND version = \(version)
            """) == 1
    }

    static func setLanguage(_ connection: any Connection, of person: PersonID, to language: Language) throws {
        try connection.execute("UPDATE person SET language = \(language) WHERE id = \(person)")
    }

    /// Throws `StorageError.duplicate` when another account has the address.
    static func setEmail(_ connection: any Connection, of person: PersonID, to email: String) throws {
        try connection.execute(
            "UPDATE person SET email = \(email.lowercased()), version = version + 1 WHERE id = \(person)")
    }

    // MARK: Roles

    package static func roles(_ connection: any Connection, of person: PersonID) throws -> Set<Role> {
        Set(try connection.all("SELECT role FROM person_role WHERE person_id = \(person)") { try $0("role") as Role })
    }

    /// Gives a role; nothing happens when the person has it. Sessions that are open end like those of staff.
    package static func grant(
        _ connection: any Connection, _ role: Role, to person: PersonID, by: PersonID?, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO person_role (person_id, role, granted_by, granted_at)
            VALUES (\(person), \(role), \(by), \(at)) ON CONFLICT (person_id, role) DO NOTHING
            """)
        try Session.shorten(connection, of: person, to: at.adding(seconds: SessionLimits.standard.staffAbsolute))
    }

    package static func revoke(_ connection: any Connection, _ role: Role, of person: PersonID) throws -> Bool {
        try connection.execute("DELETE FROM person_role WHERE person_id = \(person) AND role = \(role)") == 1
    }

    /// How many people who can sign in are administrators, but for one.
    static func otherAdministrators(_ connection: any Connection, than person: PersonID) throws -> Int {
        try connection.value(
            """
            SELECT COUNT(*) FROM person_role JOIN person ON person.id = person_role.person_id
            WHERE role = \(Role.administrator) AND person.id <> \(person) AND person.disabled_at IS NULL
                AND person.pseudonymised_at IS NULL
            """) ?? 0
    }

    // MARK: Closing accounts

    static func disable(_ connection: any Connection, _ person: PersonID, at: Instant) throws -> Bool {
        try connection.execute(
            """
            UPDATE person SET disabled_at = \(at), version = version + 1 WHERE id = \(person) AND disabled_at IS NULL
            """) == 1
    }

    static func enable(_ connection: any Connection, _ person: PersonID) throws -> Bool {
        try connection.execute(
            """
            UPDATE person SET disabled_at = NULL, version = version + 1
            WHERE id = \(person) AND disabled_at IS NOT NULL AND pseudonymised_at IS NULL
            """) == 1
    }
}
