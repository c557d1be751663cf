import Foundation
import Storage
import Web

/// What somebody has typed into a form and not sent yet: one a person and form, seen by nobody else.
package struct Draft: Sendable, RowDecodable {
    package let person: PersonID
    /// Which form, such as `page about ro`; the room's word.
    package let form: String
    /// Counts the savings, so that a second window is noticed.
    package let version: Int
    /// Version of the record that the person started from.
    package let base: Int
    package let answers: Answers
    package let savedAt: Instant

    package init(row: Row) throws {
        person = try row("person_id")
        form = try row("form")
        version = try row("version")
        base = try row("base")
        answers = Answers(texts: try Self.decoded(try row("answers")))
        savedAt = try row("saved_at")
    }

    /// Drafts that nobody came back to are removed after this many days.
    static let keptDays = 90

    static func json(_ texts: [String: [String]]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(texts), as: UTF8.self)
    }

    private static func decoded(_ json: String) throws -> [String: [String]] {
        try JSONDecoder().decode([String: [String]].self, from: Data(json.utf8))
    }

    static let migration = Migration(
        "member-draft-001",
        sql: """
            CREATE TABLE draft (
                person_id TEXT NOT NULL REFERENCES person (id),
                form TEXT NOT NULL,
                version BIGINT NOT NULL CHECK (version > 0),
                base BIGINT NOT NULL,
                answers TEXT NOT NULL,
                saved_at TEXT NOT NULL,
                PRIMARY KEY (person_id, form)
            );
            CREATE INDEX draft_saved_at ON draft (saved_at);
            """)
}
