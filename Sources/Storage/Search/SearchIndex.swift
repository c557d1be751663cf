/// One thing that can be found, in one language.
package struct SearchEntry: Sendable {
    package let kind: String
    package let item: String
    package let language: String
    package let title: String
    package let body: String
    package let path: String
    /// Who may find it; `public` means everybody.
    package let audience: String

    package init(
        kind: String, item: String, language: String, title: String, body: String, path: String,
        audience: String = "public"
    ) {
        self.kind = kind
        self.item = item
        self.language = language
        self.title = title
        self.body = body
        self.path = path
        self.audience = audience
    }
}

/// A thing found, with the part of its text around the first word that was asked for.
package struct SearchHit: Sendable {
    package let kind: String
    package let item: String
    package let language: String
    package let title: String
    package let path: String
    package let excerpt: String
}

/// Full-text search that knows neither case nor diacritics, alike on both engines.
///
/// The words are folded in Swift; SQLite's FTS5 and PostgreSQL's tsvector only look up what `Folding` made.
package enum SearchIndex {
    /// More words than this are cut off a query.
    private static let longestQuery = 12

    package static let migration = Migration("storage-search-001") { connection in
        try connection.script(
            """
            CREATE TABLE search_entry (
                number BIGINT PRIMARY KEY,
                kind TEXT NOT NULL,
                item TEXT NOT NULL,
                language TEXT NOT NULL,
                audience TEXT NOT NULL,
                title TEXT NOT NULL,
                body TEXT NOT NULL,
                path TEXT NOT NULL,
                folded_title TEXT NOT NULL,
                folded_body TEXT NOT NULL,
                UNIQUE (kind, item, language)
            )
            """)
        try connection.script(connection.dialect == .sqlite ? SearchDialect.sqliteIndex : SearchDialect.postgresqlIndex)
    }

    /// Puts the entry in the place of the one with its kind, item and language.
    package static func replace(_ entry: SearchEntry, in connection: any Connection) throws {
        try remove(where: "kind = \(entry.kind) AND item = \(entry.item) AND language = \(entry.language)", connection)
        let number: Int = try connection.value("SELECT COALESCE(MAX(number), 0) + 1 FROM search_entry") ?? 1
        let title = Folding.words(entry.title).joined(separator: " ")
        let body = Folding.words(entry.body).joined(separator: " ")
        try connection.execute(
            """
            INSERT INTO search_entry (number, kind, item, language, audience, title, body, path, folded_title, folded_body)
            VALUES (\(number), \(entry.kind), \(entry.item), \(entry.language), \(entry.audience), \(entry.title),
                \(entry.body), \(entry.path), \(title), \(body))
            """)
        try SearchDialect.added(number: number, title: title, body: body, to: connection)
    }

    /// Takes the item out of the index, in all its languages.
    package static func remove(kind: String, item: String, in connection: any Connection) throws {
        try remove(where: "kind = \(kind) AND item = \(item)", connection)
    }

    /// Takes all items of a kind out of the index, before they are all indexed anew.
    package static func removeAll(kind: String, in connection: any Connection) throws {
        try remove(where: "kind = \(kind)", connection)
    }

    /// What has all words of the query, the last one perhaps only begun; best first.
    ///
    /// A title that is the query comes first, then those that begin with it, by alphabet, then the rest by relevance as
    /// the engine sees it, where a word in the title counts for more.
    package static func search(
        _ query: String, language: String? = nil, kinds: [String] = [], audiences: [String] = ["public"],
        limit: Int = 20, in connection: any Connection
    ) throws -> [SearchHit] {
        guard
            let statement = Self.statement(
                query, language: language, kinds: kinds, audiences: audiences, limit: limit, dialect: connection.dialect
            )
        else { return [] }
        let words = Self.words(query)
        return try connection.all(statement) { row in
            SearchHit(
                kind: try row("kind"), item: try row("item"), language: try row("language"), title: try row("title"),
                path: try row("path"), excerpt: excerpt(of: try row("body"), around: words))
        }
    }

    /// The query behind `search`, for plan tests; nil where no word is asked for.
    package static func statement(
        _ query: String, language: String? = nil, kinds: [String] = [], audiences: [String] = ["public"],
        limit: Int = 20, dialect: Dialect
    ) -> Statement? {
        let words = Self.words(query)
        guard !words.isEmpty else { return nil }
        let joined = words.joined(separator: " ")
        var condition: Statement = "audience IN (\(list: audiences))"
        if let language { condition += " AND language = \(language)" }
        if !kinds.isEmpty { condition += " AND kind IN (\(list: kinds))" }
        return """
            SELECT kind, item, language, title, path, body FROM (
                SELECT kind, item, language, title, path, body, score, folded_title,
                    CASE WHEN folded_title = \(joined) THEN 0
                        WHEN substr(folded_title, 1, \(joined.unicodeScalars.count)) = \(joined) THEN 1 ELSE 2 END AS rank
                FROM \(SearchDialect.found(words, in: dialect)) WHERE \(condition)
            ) AS ranked
            ORDER BY rank, CASE WHEN rank < 2 THEN folded_title ELSE '' END, score, folded_title, kind, item, language
            LIMIT \(limit)
            """
    }

    private static func words(_ query: String) -> [String] { Array(Folding.words(query).prefix(longestQuery)) }

    private static func remove(where condition: Statement, _ connection: any Connection) throws {
        try SearchDialect.willRemove(where: condition, from: connection)
        try connection.execute("DELETE FROM search_entry WHERE \(condition)")
    }

    /// About thirty words of the text, from a little before the first that was asked for.
    private static func excerpt(of body: String, around words: [String]) -> String {
        let parts = body.split(whereSeparator: \.isWhitespace)
        let first = parts.firstIndex { part in
            Folding.words(String(part)).contains { word in words.contains { word.hasPrefix($0) } }
        }
        let start = max(0, (first ?? 0) - 6)
        let end = min(parts.count, start + 30)
        let text = parts[start..<end].joined(separator: " ")
        return (start > 0 ? "… " : "") + text + (end < parts.count ? " …" : "")
    }
}
