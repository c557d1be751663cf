import Foundation
import Selection
import Storage
import Web

package enum OpenCallKind {}
typealias OpenCallID = ID<OpenCallKind>

/// A call for bids: the draft that staff work on, and what is published of it.
struct OpenCall: Sendable, RowDecodable {
    /// What everybody reads: the first publication is number 1, later ones are errata.
    struct Published: Sendable {
        let number: Int
        let definition: CallDefinition
        let at: Instant
    }

    let id: OpenCallID
    let slug: String
    /// Version of the draft.
    let version: Int
    let draft: CallDefinition
    let published: Published?

    var path: String { "/calls/\(slug)" }

    init(row: Row) throws {
        id = try row("id")
        slug = try row("slug")
        version = try row("version")
        draft = try Self.definition(try row("draft"))
        if let number: Int = try row("published_number"), let text: String = try row("published_definition"),
            let at: Instant = try row("published_at")
        {
            published = Published(number: number, definition: try Self.definition(text), at: at)
        } else {
            published = nil
        }
    }

    static func definition(_ text: String) throws -> CallDefinition { try CallDefinition.read(Data(text.utf8)) }

    static func text(_ definition: CallDefinition) throws -> String {
        String(decoding: try definition.json(), as: UTF8.self)
    }

    static let migration = Migration(
        "open-calls-001",
        sql: """
            CREATE TABLE open_call (
                id TEXT PRIMARY KEY,
                slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
                version BIGINT NOT NULL CHECK (version > 0)
            );
            CREATE TABLE open_call_draft (
                call_id TEXT NOT NULL REFERENCES open_call (id),
                version BIGINT NOT NULL CHECK (version > 0),
                definition TEXT NOT NULL,
                saved_at TEXT NOT NULL,
                saved_by TEXT REFERENCES person (id),
                PRIMARY KEY (call_id, version)
            );
            CREATE INDEX open_call_draft_saved_by ON open_call_draft (saved_by);
            CREATE TABLE open_call_publication (
                call_id TEXT NOT NULL REFERENCES open_call (id),
                number BIGINT NOT NULL CHECK (number > 0),
                definition TEXT NOT NULL,
                reason_ro TEXT NOT NULL CHECK (number = 1 OR reason_ro <> ''),
                reason_en TEXT NOT NULL CHECK (number = 1 OR reason_en <> ''),
                published_at TEXT NOT NULL,
                published_by TEXT REFERENCES person (id),
                PRIMARY KEY (call_id, number)
            );
            CREATE INDEX open_call_publication_published_by ON open_call_publication (published_by);
            """)
}

extension BilingualText {
    /// The text in a language; in the other one where it is not written yet.
    func said(_ language: Language) -> String {
        let (first, second) = language == .ro ? (ro, en) : (en, ro)
        return first.isEmpty ? second : first
    }
}

extension CivilDay {
    /// The same day as the database and the pages have it.
    var stored: Day { Day(year: year, month: month, day: day) }
}
