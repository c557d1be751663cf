import Members
import Storage
import Web

package enum EditablePageKind {}

/// A public page whose text editors write: an address, versions in each language, and which version is public.
package struct EditablePage: Sendable, RowDecodable {
    package let id: ID<EditablePageKind>
    /// Last part of the address; `home` is the home page.
    package let slug: String
    package let createdAt: Instant

    package init(row: Row) throws {
        id = try row("id")
        slug = try row("slug")
        createdAt = try row("created_at")
    }

    /// Pages that the hub cannot be without; their addresses are fixed.
    package static let fixedSlugs = ["home", "about", "accessibility", "privacy", "contact"]

    static let home = "home"

    /// Public address without the language.
    package var path: String { Self.path(of: slug) }

    package static func path(of slug: String) -> String {
        switch slug {
        case home: "/"
        case let slug where fixedSlugs.contains(slug): "/\(slug)"
        default: "/pages/\(slug)"
        }
    }

    static let migration = Migration(
        "pages-001",
        sql: """
            CREATE TABLE page (
                id TEXT PRIMARY KEY,
                slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
                created_at TEXT NOT NULL
            );
            CREATE TABLE page_version (
                page_id TEXT NOT NULL REFERENCES page (id),
                language TEXT NOT NULL CHECK (language IN ('ro', 'en')),
                number BIGINT NOT NULL CHECK (number > 0),
                title TEXT NOT NULL CHECK (title <> ''),
                lead TEXT NOT NULL,
                markdown TEXT NOT NULL,
                written_by TEXT REFERENCES person (id),
                written_at TEXT NOT NULL,
                PRIMARY KEY (page_id, language, number)
            );
            CREATE TABLE page_publication (
                page_id TEXT NOT NULL REFERENCES page (id),
                language TEXT NOT NULL CHECK (language IN ('ro', 'en')),
                -- Counts the publications of a text: the last one is what readers see, whatever clocks say.
                sequence BIGINT NOT NULL CHECK (sequence > 0),
                -- NULL withdraws the page in this language.
                number BIGINT,
                published_by TEXT REFERENCES person (id),
                published_at TEXT NOT NULL,
                PRIMARY KEY (page_id, language, sequence),
                FOREIGN KEY (page_id, language, number) REFERENCES page_version (page_id, language, number)
            );
            """)
}

/// One text of a page in one language; versions are never changed, only followed by another.
package struct PageVersion: Sendable, RowDecodable {
    package let page: ID<EditablePageKind>
    package let language: Language
    package let number: Int
    package let title: String
    package let lead: String
    package let markdown: String
    package let writtenBy: PersonID?
    package let writtenAt: Instant

    package init(row: Row) throws {
        page = try row("page_id")
        language = try row("language")
        number = try row("number")
        title = try row("title")
        lead = try row("lead")
        markdown = try row("markdown")
        writtenBy = try row("written_by")
        writtenAt = try row("written_at")
    }
}
