import Members
import Storage
import Web

extension EditablePage {
    static func find(_ connection: any Connection, slug: String) throws -> EditablePage? {
        try connection.first("SELECT * FROM page WHERE slug = \(slug)")
    }

    static func all(_ connection: any Connection) throws -> [EditablePage] {
        try connection.all("SELECT * FROM page ORDER BY slug")
    }

    static func create(
        _ connection: any Connection, id: ID<EditablePageKind>, slug: String, at: Instant
    ) throws {
        try connection.execute("INSERT INTO page (id, slug, created_at) VALUES (\(id), \(slug), \(at))")
    }
}

extension PageVersion {
    /// The text that is public now, if one is.
    static func published(
        _ connection: any Connection, page: ID<EditablePageKind>, _ language: Language
    ) throws -> PageVersion? {
        try connection.first(
            """
            SELECT v.* FROM page_version v
            WHERE v.page_id = \(page) AND v.language = \(language) AND v.number = (
                SELECT p.number FROM page_publication p WHERE p.page_id = \(page) AND p.language = \(language)
                ORDER BY p.sequence DESC LIMIT 1)
            """)
    }

    static func latest(
        _ connection: any Connection, page: ID<EditablePageKind>, _ language: Language
    ) throws -> PageVersion? {
        try connection.first(
            """
            SELECT * FROM page_version WHERE page_id = \(page) AND language = \(language)
            ORDER BY number DESC LIMIT 1
            """)
    }

    static func find(
        _ connection: any Connection, page: ID<EditablePageKind>, _ language: Language, number: Int
    ) throws -> PageVersion? {
        try connection.first(
            """
            SELECT * FROM page_version
            WHERE page_id = \(page) AND language = \(language) AND number = \(number)
            """)
    }

    /// All versions of a page in a language, the newest first.
    static func all(
        _ connection: any Connection, page: ID<EditablePageKind>, _ language: Language
    ) throws -> [PageVersion] {
        try connection.all(
            """
            SELECT * FROM page_version WHERE page_id = \(page) AND language = \(language) ORDER BY number DESC
            """)
    }

    /// Adds the version after `number`; throws `StorageError.duplicate` when somebody has written it meanwhile.
    static func add(
        _ connection: any Connection, page: ID<EditablePageKind>, _ language: Language, after number: Int,
        title: String, lead: String, markdown: String, by: PersonID?, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO page_version (page_id, language, number, title, lead, markdown, written_by, written_at)
            VALUES (\(page), \(language), \(number + 1), \(title), \(lead), \(markdown), \(by), \(at))
            """)
    }

    /// Makes a version public, or with nil withdraws the page in this language.
    static func publish(
        _ connection: any Connection, page: ID<EditablePageKind>, _ language: Language, number: Int?, by: PersonID?,
        at: Instant
    ) throws {
        let last: Int? = try connection.value(
            "SELECT MAX(sequence) FROM page_publication WHERE page_id = \(page) AND language = \(language)")
        try connection.execute(
            """
            INSERT INTO page_publication (page_id, language, sequence, number, published_by, published_at)
            VALUES (\(page), \(language), \((last ?? 0) + 1), \(number), \(by), \(at))
            """)
    }
}

extension PageVersion {
    /// What a person wrote, for their own copy.
    static func written(_ connection: any Connection, by person: PersonID) throws -> [PersonalDataDeclaration.Record] {
        try PersonalDataDeclaration.records(
            connection,
            """
            SELECT page.slug, v.language, v.number, v.title, v.lead, v.markdown, v.written_at
            FROM page_version v JOIN page ON page.id = v.page_id
            WHERE v.written_by = \(person) ORDER BY v.written_at, page.slug, v.number
            """)
    }

    /// What a person published or withdrew, for their own copy.
    static func published(
        _ connection: any Connection, by person: PersonID
    ) throws -> [PersonalDataDeclaration.Record] {
        try PersonalDataDeclaration.records(
            connection,
            """
            SELECT page.slug, p.language, p.number, p.published_at
            FROM page_publication p JOIN page ON page.id = p.page_id
            WHERE p.published_by = \(person) ORDER BY p.published_at, page.slug, p.sequence
            """)
    }
}

extension PageState {
    /// All pages and languages that have a text, in the order of their addresses.
    static func all(_ connection: any Connection) throws -> [PageState] {
        try connection.all(
            """
            SELECT page.slug, v.language, v.number, v.title, v.written_at, (
                SELECT p.number FROM page_publication p WHERE p.page_id = v.page_id AND p.language = v.language
                ORDER BY p.sequence DESC LIMIT 1) AS public_number
            FROM page_version v JOIN page ON page.id = v.page_id
            WHERE v.number = (
                SELECT MAX(w.number) FROM page_version w WHERE w.page_id = v.page_id AND w.language = v.language)
            ORDER BY page.slug, v.language DESC
            """)
    }
}
