import Storage

/// One saved version of a mail's text; versions are only ever added.
package struct MailTemplate: Sendable, RowDecodable {
    package let key: String
    /// A code such as `ro`.
    package let language: String
    /// 1, 2, …; 0 is the built-in text.
    package let version: Int
    package let text: MailText
    package let createdAt: Instant
    /// Identity of the person who saved it; nil for the hub itself.
    package let createdBy: String?

    package init(row: Row) throws {
        key = try row("key")
        language = try row("language")
        version = try row("version")
        text = MailText(subject: try row("subject"), body: try row("body"))
        createdAt = try row("created_at")
        createdBy = try row("created_by")
    }

    /// The table of saved mail texts.
    package static let migration = Migration(
        "background-002",
        sql: """
            CREATE TABLE mail_template (
                key TEXT NOT NULL,
                language TEXT NOT NULL,
                version BIGINT NOT NULL CHECK (version > 0),
                subject TEXT NOT NULL,
                body TEXT NOT NULL,
                created_at TEXT NOT NULL,
                created_by TEXT,
                PRIMARY KEY (key, language, version)
            );
            """)
}

/// Why a mail text cannot be used or saved.
package enum MailTemplateError: Error, Sendable, Equatable {
    case unknown(String)
    /// What is wrong, one entry a problem.
    case broken([MailTemplateProblem])
    /// Someone saved another version in the meantime; it is given back so that neither text is lost.
    case stale(current: MailText, version: Int)
}

/// One thing that is wrong with a mail text.
package enum MailTemplateProblem: Sendable, Hashable {
    case emptySubject, emptyBody, subjectTooLong, bodyTooLong, subjectHasLines, nestedTooDeeply
    /// A variable that this mail does not have.
    case unknownVariable(String)
    /// A kind of tag that mail texts may not use, such as a partial.
    case forbiddenTag(String)
    /// Mustache cannot read it; the line counts from 1.
    case unreadable(line: Int)
}
