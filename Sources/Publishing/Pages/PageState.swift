import Storage
import Web

/// How far a page is in one language: its newest version and the one that is public.
struct PageState: Sendable, RowDecodable {
    let slug: String
    let language: Language
    let number: Int
    let title: String
    let writtenAt: Instant
    /// nil while nothing is public.
    let publicNumber: Int?

    init(row: Row) throws {
        slug = try row("slug")
        language = try row("language")
        number = try row("number")
        title = try row("title")
        writtenAt = try row("written_at")
        publicNumber = try row("public_number")
    }

    /// The newest text is not the one that readers see.
    var hasDraft: Bool { publicNumber != number }
}
