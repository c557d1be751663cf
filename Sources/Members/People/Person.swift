import Storage
import Web

/// Somebody with an account.
package struct Person: Sendable, RowDecodable {
    package let id: PersonID
    package let name: String
    /// Lower-case; unique among people who are not pseudonymised.
    package let email: String
    package let language: Language
    package let createdAt: Instant
    /// Set when the person asked to be forgotten: name and address are then a pseudonym.
    package let pseudonymisedAt: Instant?
    /// Set while an administrator has closed the account.
    package let disabledAt: Instant?
    package let version: Int

    package init(row: Row) throws {
        id = try row("id")
        name = try row("name")
        email = try row("email")
        language = try row("language")
        createdAt = try row("created_at")
        pseudonymisedAt = try row("pseudonymised_at")
        disabledAt = try row("disabled_at")
        version = try row("version")
    }

    /// What stands in the place of the name of somebody who asked to be forgotten; shown by `Texts.person`.
    static let formerName = "—"

    /// Hubs that were set up earlier kept an English word instead.
    static let formerNameMigration = Migration(
        "people-002-former-names",
        sql: """
            UPDATE person SET name = '—' WHERE pseudonymised_at IS NOT NULL;
            """)

    static let migration = Migration(
        "people-001",
        sql: """
            CREATE TABLE person (
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL CHECK (name <> ''),
                email TEXT NOT NULL UNIQUE,
                language TEXT NOT NULL CHECK (language IN ('ro', 'en')),
                password_hash TEXT,
                created_at TEXT NOT NULL,
                pseudonymised_at TEXT,
                disabled_at TEXT,
                version BIGINT NOT NULL DEFAULT 1
            );
            CREATE TABLE person_role (
                person_id TEXT NOT NULL REFERENCES person (id),
                role TEXT NOT NULL CHECK (role IN
                    ('evaluator', 'programme-officer', 'content-editor', 'authority-officer', 'administrator')),
                granted_by TEXT REFERENCES person (id),
                granted_at TEXT NOT NULL,
                PRIMARY KEY (person_id, role)
            );
            """)
}

extension Texts {
    /// The name of a person as readers see it: a former member's in their own language, and a word for nobody known.
    package func person(_ stored: String?) -> String {
        let t = self
        guard let stored else { return t("Somebody") }
        return stored == Person.formerName ? t("Former member") : stored
    }
}
