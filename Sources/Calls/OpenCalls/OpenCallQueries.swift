import Selection
import Storage
import Web

extension OpenCall {
    private static let selection: Statement = """
        SELECT open_call.id AS id, open_call.slug AS slug, open_call.version AS version,
            open_call_draft.definition AS draft, latest.number AS published_number,
            latest.definition AS published_definition, latest.published_at AS published_at
        FROM open_call
        JOIN open_call_draft ON open_call_draft.call_id = open_call.id
            AND open_call_draft.version = open_call.version
        LEFT JOIN open_call_publication AS latest ON latest.call_id = open_call.id
            AND latest.number = (SELECT MAX(number) FROM open_call_publication WHERE call_id = open_call.id)
        """

    static func find(_ connection: any Connection, slug: String) throws -> OpenCall? {
        try connection.first(selection + " WHERE open_call.slug = \(slug)")
    }

    /// The newest calls; the public sees those that are published.
    static func all(_ connection: any Connection, publishedOnly: Bool) throws -> [OpenCall] {
        let condition: Statement = publishedOnly ? " WHERE latest.number IS NOT NULL" : ""
        return try connection.all(selection + condition + " ORDER BY open_call.id DESC LIMIT 100")
    }

    static func add(
        _ connection: any Connection, id: OpenCallID, slug: String, _ definition: CallDefinition,
        by person: PersonID?, at: Instant
    ) throws {
        try connection.execute("INSERT INTO open_call (id, slug, version) VALUES (\(id), \(slug), 1)")
        try keep(connection, id, version: 1, definition, by: person, at: at)
    }

    /// False when somebody saved another version in between.
    static func save(
        _ connection: any Connection, _ call: OpenCall, _ definition: CallDefinition, by person: PersonID?, at: Instant
    ) throws -> Bool {
        let isLatest =
            try connection.execute(
                """
                UPDATE open_call SET version = version + 1 WHERE id = \(call.id) AND version = \(call.version)
                """) == 1
        guard isLatest else { return false }
        try keep(connection, call.id, version: call.version + 1, definition, by: person, at: at)
        return true
    }

    private static func keep(
        _ connection: any Connection, _ id: OpenCallID, version: Int, _ definition: CallDefinition,
        by person: PersonID?, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO open_call_draft (call_id, version, definition, saved_at, saved_by)
            VALUES (\(id), \(version), \(try text(definition)), \(at), \(person))
            """)
    }

    /// The draft as it was in an earlier version; nil when there was none.
    static func draft(_ connection: any Connection, _ id: OpenCallID, version: Int) throws -> CallDefinition? {
        let text: String? = try connection.value(
            "SELECT definition FROM open_call_draft WHERE call_id = \(id) AND version = \(version)")
        return try text.map(definition)
    }

    static func publish(
        _ connection: any Connection, _ call: OpenCall, reason: BilingualText, by person: PersonID?, at: Instant
    ) throws {
        let number = (call.published?.number ?? 0) + 1
        try connection.execute(
            """
            INSERT INTO open_call_publication
                (call_id, number, definition, reason_ro, reason_en, published_at, published_by)
            VALUES (\(call.id), \(number), \(try text(call.draft)), \(reason.ro), \(reason.en), \(at), \(person))
            """)
    }

    /// A publication with its reason and the definition that it published.
    struct Edition: Sendable, RowDecodable {
        let number: Int
        let definition: CallDefinition
        let reason: BilingualText
        let at: Instant

        init(row: Row) throws {
            number = try row("number")
            definition = try OpenCall.definition(try row("definition"))
            reason = BilingualText(ro: try row("reason_ro"), en: try row("reason_en"))
            at = try row("published_at")
        }
    }

    /// All publications, the first one first.
    static func editions(_ connection: any Connection, _ id: OpenCallID) throws -> [Edition] {
        try connection.all(
            """
            SELECT number, definition, reason_ro, reason_en, published_at FROM open_call_publication
            WHERE call_id = \(id) ORDER BY number
            """)
    }

    /// Addresses for the history.
    static func names(_ connection: any Connection, _ slugs: [String]) throws -> [String: String] {
        let found: [(String, String)] = try connection.all(
            "SELECT slug, slug AS name FROM open_call WHERE slug IN (\(list: slugs))"
        ) { row in (try row("slug"), try row("name")) }
        return Dictionary(uniqueKeysWithValues: found)
    }
}

/// What the room keeps under a person's name; it stays with the pseudonym when the person is deleted.
enum OpenCallPersonalData {
    static let declarations = [
        PersonalDataDeclaration("call_drafts_saved") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT call_id, version, saved_at FROM open_call_draft WHERE saved_by = \(person)
                ORDER BY saved_at, call_id
                """)
        },
        PersonalDataDeclaration("calls_published") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT call_id, number, reason_ro, reason_en, published_at FROM open_call_publication
                WHERE published_by = \(person) ORDER BY published_at, call_id
                """)
        },
    ]
}
