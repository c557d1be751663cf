import Selection
import Storage
import Web

/// What the hub's search knows about calls: what is published, in each language.
enum OpenCallSearch {
    static let kind = "call"
    static let searchable = Searchable(kind: kind, title: "Calls")

    static func refresh(_ connection: any Connection, slug: String) throws {
        guard let call = try OpenCall.find(connection, slug: slug), let published = call.published else { return }
        let definition = published.definition
        for language in Language.allCases {
            let texts = [definition.summary] + definition.articles.flatMap { [$0.title, $0.text] }
            try SearchIndex.replace(
                SearchEntry(
                    kind: kind, item: slug, language: language.rawValue, title: definition.title.said(language),
                    body: texts.map { Markdown.plainText($0.said(language)) }.joined(separator: " "),
                    path: call.path),
                in: connection)
        }
    }
}
