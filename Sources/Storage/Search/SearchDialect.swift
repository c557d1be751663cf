/// What FTS5 and tsvector want told differently.
enum SearchDialect {
    static let sqliteIndex = """
        CREATE VIRTUAL TABLE search_text USING fts5(
            folded_title, folded_body, content = 'search_entry', content_rowid = 'number', tokenize = 'unicode61'
        )
        """

    static let postgresqlIndex = """
        ALTER TABLE search_entry ADD COLUMN words tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('simple', folded_title), 'A') || setweight(to_tsvector('simple', folded_body), 'D')
        ) STORED;
        CREATE INDEX search_entry_words ON search_entry USING gin (words)
        """

    /// The entries that have all words, with a `score` that is lower for the better ones.
    ///
    /// Words hold letters and digits only, so nothing in them can be an operator of either query language.
    static func found(_ words: [String], in dialect: Dialect) -> Statement {
        switch dialect {
        case .sqlite:
            let query = words.map { "\"\($0)\"" }.joined(separator: " ") + "*"
            return """
                (SELECT search_entry.*, bm25(search_text, 10.0, 1.0) AS score FROM search_text
                JOIN search_entry ON search_entry.number = search_text.rowid WHERE search_text MATCH \(query)) AS found
                """
        case .postgresql:
            let query = words.joined(separator: " & ") + ":*"
            return """
                (SELECT search_entry.*, -ts_rank(words, to_tsquery('simple', \(query))) AS score FROM search_entry
                WHERE words @@ to_tsquery('simple', \(query))) AS found
                """
        }
    }

    static func added(number: Int, title: String, body: String, to connection: any Connection) throws {
        guard connection.dialect == .sqlite else { return }
        try connection.execute(
            "INSERT INTO search_text (rowid, folded_title, folded_body) VALUES (\(number), \(title), \(body))")
    }

    /// FTS5 keeps no text of its own: it is told the old text to forget it.
    static func willRemove(where condition: Statement, from connection: any Connection) throws {
        guard connection.dialect == .sqlite else { return }
        try connection.execute(
            """
            INSERT INTO search_text (search_text, rowid, folded_title, folded_body)
            SELECT 'delete', number, folded_title, folded_body FROM search_entry WHERE \(condition)
            """)
    }

    /// After rows came into `search_entry` by a copy.
    static func rebuild(in connection: any Connection) throws {
        guard connection.dialect == .sqlite,
            try connection.exists("SELECT 1 FROM sqlite_schema WHERE name = 'search_text'")
        else { return }
        try connection.execute("INSERT INTO search_text (search_text) VALUES ('rebuild')")
    }
}
