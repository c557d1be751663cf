import Storage
import Web

/// Something that may be tried only so often: a sign-in, a code, a reset. Keys are digests, so the table names nobody.
package struct Attempt: Sendable {
    /// At most `count` in `seconds`.
    package struct Limit: Sendable {
        package let subject: String
        package let count: Int
        package let seconds: Double

        /// The key holds what is tried and by whom, the latter as a digest only.
        package init(_ what: String, of whom: String, count: Int, seconds: Double) {
            subject = "\(what) \(RandomToken.digest(whom).prefix(32))"
            self.count = count
            self.seconds = seconds
        }

        static func signIn(email: String) -> Limit {
            Limit("sign-in account", of: email.lowercased(), count: 5, seconds: 900)
        }

        static func signIn(address: String) -> Limit { Limit("sign-in address", of: address, count: 30, seconds: 900) }

        static func code(person: PersonID) -> Limit {
            Limit("code", of: person.description, count: 5, seconds: 900)
        }

        static func password(person: PersonID) -> Limit {
            Limit("password", of: person.description, count: 5, seconds: 900)
        }

        static func reset(email: String) -> Limit {
            Limit("reset account", of: email.lowercased(), count: 3, seconds: 3600)
        }

        static func reset(address: String) -> Limit { Limit("reset address", of: address, count: 20, seconds: 3600) }

        static func emailChange(person: PersonID) -> Limit {
            Limit("e-mail change", of: person.description, count: 5, seconds: 3600)
        }
    }

    static let migration = Migration(
        "sign-in-004",
        sql: """
            CREATE TABLE attempt (
                subject TEXT NOT NULL,
                at TEXT NOT NULL
            );
            CREATE INDEX attempt_subject ON attempt (subject, at);
            CREATE INDEX attempt_at ON attempt (at);
            """)
}
