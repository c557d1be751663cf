import Storage
import Web

/// A secret that works once and for a while: a link in a mail, or the ticket between password and code.
///
/// Only the digest of the token is kept, so that a copy of the database opens nothing.
package struct OneTimeLink: Sendable, RowDecodable {
    package enum Purpose: String, CaseIterable, Sendable, Storable {
        case invitation
        case passwordReset = "password-reset"
        case emailChange = "email-change"
        /// The password was right; the second factor is still to come.
        case secondStep = "second-step"
    }

    package let digest: String
    package let purpose: Purpose
    package let person: PersonID?
    /// What the link is about, by name.
    package let payload: [String: String]
    package let createdAt: Instant
    package let expiresAt: Instant
    package let usedAt: Instant?

    package init(row: Row) throws {
        digest = try row("digest")
        purpose = try row("purpose")
        person = try row("person_id")
        payload = try Self.payload(from: try row("payload"))
        createdAt = try row("created_at")
        expiresAt = try row("expires_at")
        usedAt = try row("used_at")
    }

    static let migration = Migration(
        "sign-in-002",
        sql: """
            CREATE TABLE one_time_link (
                digest TEXT PRIMARY KEY,
                purpose TEXT NOT NULL CHECK (purpose IN
                    ('invitation', 'password-reset', 'email-change', 'second-step')),
                person_id TEXT REFERENCES person (id),
                payload TEXT NOT NULL,
                created_at TEXT NOT NULL,
                expires_at TEXT NOT NULL,
                used_at TEXT
            );
            CREATE INDEX one_time_link_person ON one_time_link (person_id, purpose);
            CREATE INDEX one_time_link_expires ON one_time_link (expires_at);
            """)
}
