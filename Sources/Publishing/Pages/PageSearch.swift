import Storage
import Web

/// The search entries of a page: its public text in each language, and none while nothing is public.
enum PageSearch {
    static let kind = "page"

    static func update(_ connection: any Connection, slug: String) throws {
        guard let page = try EditablePage.find(connection, slug: slug) else { return }
        try SearchIndex.remove(kind: kind, item: slug, in: connection)
        for language in Language.allCases {
            guard let text = try PageVersion.published(connection, page: page.id, language) else { continue }
            try SearchIndex.replace(
                SearchEntry(
                    kind: kind, item: slug, language: language.rawValue, title: text.title,
                    body: text.lead + " " + Markdown.plainText(text.markdown),
                    path: page.path),
                in: connection)
        }
    }
}
