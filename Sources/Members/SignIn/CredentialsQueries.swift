import Storage
import Web

/// What signing in needs to know of a person.
struct Credentials: RowDecodable, Sendable {
    let person: PersonID
    let name: String
    let email: String
    let language: Language
    let passwordHash: String?
    let hasSecondFactor: Bool
    let hasRole: Bool

    init(row: Row) throws {
        person = try row("id")
        name = try row("name")
        email = try row("email")
        language = try row("language")
        passwordHash = try row("password_hash")
        hasSecondFactor = try row("factors") as Int > 0
        hasRole = try row("roles") as Int > 0
    }

    /// Somebody who may sign in, by address; nil for closed accounts.
    static func find(_ connection: any Connection, email: String) throws -> Credentials? {
        try connection.first("\(columns) WHERE email = \(email.lowercased()) AND \(isOpen)")
    }

    static func find(_ connection: any Connection, _ person: PersonID) throws -> Credentials? {
        try connection.first("\(columns) WHERE id = \(person) AND \(isOpen)")
    }

    private static let columns: Statement = """
        SELECT id, name, email, language, password_hash,
            (SELECT COUNT(*) FROM second_factor WHERE second_factor.person_id = person.id) AS factors,
            (SELECT COUNT(*) FROM person_role WHERE person_role.person_id = person.id) AS roles
        FROM person
        """

    private static let isOpen: Statement = "disabled_at IS NULL AND pseudonymised_at IS NULL"
}
