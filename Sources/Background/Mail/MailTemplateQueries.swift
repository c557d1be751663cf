import Storage

extension MailTemplate {
    /// What editors saved last, nil where the built-in text still stands.
    package static func latest(
        of key: String, language: String, in connection: any Connection
    ) throws -> MailTemplate? {
        try connection.first(
            """
            SELECT * FROM mail_template WHERE key = \(key) AND language = \(language) ORDER BY version DESC LIMIT 1
            """)
    }

    /// All saved versions, the newest first.
    package static func versions(
        of key: String, language: String, in connection: any Connection
    ) throws -> [MailTemplate] {
        try connection.all(
            "SELECT * FROM mail_template WHERE key = \(key) AND language = \(language) ORDER BY version DESC")
    }

    /// Adds a version after checking it.
    ///
    /// - Parameter version: the version the editor started from, 0 for the built-in text.
    /// - Throws: `MailTemplateError.broken` or `.stale`.
    /// - Returns: the number of the new version.
    @discardableResult
    package static func save(
        _ text: MailText, of declaration: MailTemplateDeclaration, language: String, basedOn version: Int,
        by person: String?, now: Instant, in connection: any Connection
    ) throws -> Int {
        let problems = MailTemplateRules.problems(of: text, declaration: declaration)
        guard problems.isEmpty else { throw MailTemplateError.broken(problems) }
        let current = try latest(of: declaration.key, language: language, in: connection)
        guard version == current?.version ?? 0 else {
            throw MailTemplateError.stale(
                current: current?.text ?? declaration.text(in: language), version: current?.version ?? 0)
        }
        try connection.execute(
            """
            INSERT INTO mail_template (key, language, version, subject, body, created_at, created_by)
            VALUES (\(declaration.key), \(language), \(version + 1), \(text.subject), \(text.body), \(now), \(person))
            """)
        return version + 1
    }
}
