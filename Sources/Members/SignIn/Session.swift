import Storage
import Web

package enum SessionKind {}

/// Somebody's signed-in browser. Only the digest of its token is kept.
///
/// A page view changes nothing in the database, so `lastSeenAt` moves only when the person sends a form, and the idle
/// time is measured from there: who only reads is asked to sign in again after the idle time.
package struct Session: Sendable, RowDecodable {
    package let id: ID<SessionKind>
    package let person: PersonID
    package let createdAt: Instant
    package let lastSeenAt: Instant
    package let expiresAt: Instant
    /// When the second factor was proved in this session; roles count only then.
    package let secondFactorAt: Instant?
    /// What the browser says it is, in a few words.
    package let client: String

    package init(row: Row) throws {
        id = try row("id")
        person = try row("person_id")
        createdAt = try row("created_at")
        lastSeenAt = try row("last_seen_at")
        expiresAt = try row("expires_at")
        secondFactorAt = try row("second_factor_at")
        client = try row("client")
    }

    static let migration = Migration(
        "sign-in-001",
        sql: """
            CREATE TABLE session (
                id TEXT PRIMARY KEY,
                digest TEXT NOT NULL UNIQUE,
                person_id TEXT NOT NULL REFERENCES person (id),
                created_at TEXT NOT NULL,
                last_seen_at TEXT NOT NULL,
                expires_at TEXT NOT NULL,
                second_factor_at TEXT,
                client TEXT NOT NULL
            );
            CREATE INDEX session_person ON session (person_id);
            CREATE INDEX session_expires ON session (expires_at);
            """)
}

/// How long sessions live, in seconds.
package struct SessionLimits: Sendable {
    /// Without a sent form.
    package var idle: Double
    package var absolute: Double
    /// For people with a role.
    package var staffAbsolute: Double
    /// `lastSeenAt` is not written more often than this.
    package var touchEvery: Double

    package init(
        idle: Double = 12 * 3600, absolute: Double = 14 * 86_400, staffAbsolute: Double = 12 * 3600,
        touchEvery: Double = 300
    ) {
        self.idle = idle
        self.absolute = absolute
        self.staffAbsolute = staffAbsolute
        self.touchEvery = touchEvery
    }

    package static let standard = SessionLimits()
}

/// A browser's own description in words that a person recognises.
enum ClientNaming {
    static func name(of userAgent: String) -> String {
        let browser = ["Firefox", "Edg", "OPR", "Chrome", "Safari"].first { userAgent.contains($0) }
        let system = ["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"].first { userAgent.contains($0) }
        let names = ["Edg": "Edge", "OPR": "Opera", "Mac OS": "macOS"]
        let parts = [browser, system].compactMap { $0 }.map { names[$0] ?? $0 }
        return parts.joined(separator: " · ")
    }
}
