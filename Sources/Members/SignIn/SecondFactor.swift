import Storage
import Web

/// A person's authenticator: the shared secret and the last code that was used.
package struct SecondFactor: Sendable, RowDecodable {
    package let person: PersonID
    /// Base32.
    package let secret: String
    package let createdAt: Instant
    /// Codes of this step and before it do not work any more.
    package let lastStep: Int64

    package init(row: Row) throws {
        person = try row("person_id")
        secret = try row("secret")
        createdAt = try row("created_at")
        lastStep = try row("last_step")
    }

    /// How somebody proved the second factor.
    package enum Proof: String, Sendable { case code, recoveryCode = "recovery-code" }

    static let migration = Migration(
        "sign-in-003",
        sql: """
            CREATE TABLE second_factor (
                person_id TEXT PRIMARY KEY REFERENCES person (id),
                secret TEXT NOT NULL,
                created_at TEXT NOT NULL,
                last_step BIGINT NOT NULL DEFAULT 0
            );
            CREATE TABLE recovery_code (
                person_id TEXT NOT NULL REFERENCES person (id),
                digest TEXT NOT NULL,
                created_at TEXT NOT NULL,
                used_at TEXT,
                PRIMARY KEY (person_id, digest)
            );
            """)
}

/// Codes on paper for the day the authenticator is lost: 12 digits, each good once.
package enum RecoveryCode {
    package static let count = 10

    /// Ten new codes as a person sees them, such as `1234 5678 9012`.
    package static func make() -> [String] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in
            let digits = (0..<12).map { _ in String(Int.random(in: 0...9, using: &generator)) }
            return [0, 4, 8].map { digits[$0..<$0 + 4].joined() }.joined(separator: " ")
        }
    }

    /// The person is part of what is hashed, so that equal codes of two people look different.
    static func digest(_ code: String, of person: PersonID) -> String {
        RandomToken.digest("\(person) \(code.filter { !$0.isWhitespace && $0 != "-" })")
    }
}
