import Crypto
import Foundation
import Storage
import Web

/// One line of the hub's history: who did what to what, when, chained by hash to the line before it.
///
/// `hash` = SHA-256 over the length-prefixed fields and the hash before; a changed, removed or reordered line breaks
/// every hash after it. People are named by their identity only, so that pseudonymising a person leaves the chain whole.
package struct AuditEntry: Sendable, RowDecodable {
    package let sequence: Int
    package let at: Instant
    /// nil: the hub itself (jobs, command line).
    package let actor: PersonID?
    /// An `ActivityDeclaration.code`.
    package let activity: String
    /// Kind of thing and its identity, such as `city` and its code.
    package let subjectKind: String
    package let subject: String
    /// Small JSON object with sorted keys: the facts of the change, no personal data.
    package let details: String
    package let previousHash: String
    package let hash: String

    package init(row: Row) throws {
        sequence = try row("sequence")
        at = try row("at")
        actor = try row("actor_id")
        activity = try row("activity")
        subjectKind = try row("subject_kind")
        subject = try row("subject")
        details = try row("details")
        previousHash = try row("previous_hash")
        hash = try row("hash")
    }

    /// What the hash of these fields must be.
    package static func hash(
        sequence: Int, at: Instant, actor: PersonID?, activity: String, subjectKind: String, subject: String,
        details: String, previousHash: String
    ) -> String {
        var hasher = SHA256()
        let fields = [
            String(sequence), at.description, actor?.description ?? "", activity, subjectKind, subject, details,
            previousHash,
        ]
        for field in fields {
            // Length first, so that no two different rows give the same bytes.
            hasher.update(data: Data("\(field.utf8.count):\(field);".utf8))
        }
        return hasher.finalize().hexadecimal
    }

    package var expectedHash: String {
        Self.hash(
            sequence: sequence, at: at, actor: actor, activity: activity, subjectKind: subjectKind, subject: subject,
            details: details, previousHash: previousHash)
    }

    package static let genesisHash = String(repeating: "0", count: 64)

    static let migration = Migration(
        "audit-001",
        sql: """
            CREATE TABLE audit_entry (
                sequence BIGINT PRIMARY KEY,
                at TEXT NOT NULL,
                actor_id TEXT,
                activity TEXT NOT NULL,
                subject_kind TEXT NOT NULL,
                subject TEXT NOT NULL,
                details TEXT NOT NULL,
                previous_hash TEXT NOT NULL UNIQUE,
                hash TEXT NOT NULL UNIQUE
            );
            CREATE INDEX audit_entry_subject ON audit_entry (subject_kind, subject, sequence);
            CREATE INDEX audit_entry_actor ON audit_entry (actor_id, sequence);
            CREATE INDEX audit_entry_activity ON audit_entry (activity, sequence);
            """)
}
