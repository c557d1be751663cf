import Storage
import Web

extension Organisation {
    package static func find(_ connection: any Connection, _ id: OrganisationID) throws -> Organisation? {
        try connection.first("SELECT * FROM organisation WHERE id = \(id)")
    }

    /// The names of several organisations, for lists of other things.
    package static func names(_ connection: any Connection, _ ids: [String]) throws -> [String: String] {
        let rows = try connection.all("SELECT id, name FROM organisation WHERE id IN (\(list: ids))") {
            (try $0("id") as String, try $0("name") as String)
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// Adds an organisation and makes it findable. Throws `StorageError.duplicate` when the name is taken.
    package static func create(
        _ connection: any Connection, id: OrganisationID, name: String, kind: OrganisationType, website: String?,
        about: String?, isDemonstration: Bool, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO organisation (id, name, kind, website, about, is_demonstration, created_at, sort_key)
            VALUES (\(id), \(name), \(kind), \(website), \(about), \(isDemonstration), \(at),
                \(OrganisationRules.sortKey(name)))
            """)
        try index(connection, id: id, name: name, about: about)
    }

    /// Saves unless somebody saved meanwhile; false then. Throws `StorageError.duplicate` when the name is taken.
    static func change(
        _ connection: any Connection, _ id: OrganisationID, to content: OrganisationContent, version: Int
    ) throws -> Bool {
        let isSaved =
            try connection.execute(
                """
                UPDATE organisation SET name = \(content.name), kind = \(content.kind), website = \(content.website),
                    about = \(content.about), is_demonstration = \(content.isDemonstration),
                    sort_key = \(OrganisationRules.sortKey(content.name)), version = version + 1
                WHERE id = \(id) AND version = \(version)
                """) == 1
        if isSaved { try index(connection, id: id, name: content.name, about: content.about) }
        return isSaved
    }

    // MARK: Directory

    /// One part of the directory, read from a place on.
    static func list(
        _ connection: any Connection, _ filter: OrganisationFilter, _ place: ListPlace<OrganisationID>, limit: Int
    ) throws -> [Organisation] {
        try connection.all(page(connection, filter, place, limit: limit))
    }

    static func page(
        _ connection: any Connection, _ filter: OrganisationFilter, _ place: ListPlace<OrganisationID>, limit: Int
    ) throws -> Statement {
        var query: Statement = "SELECT * FROM organisation WHERE 1 = 1"
        if let condition = try condition(connection, filter) { query += " AND \(condition)" }
        if filter.order == .newest {
            query += place.condition("id", descending: true) + place.order("id", descending: true)
        } else {
            let isDescending = filter.order == .nameDown
            if let key = place.key {
                let sign = place.sign(descending: isDescending)
                query += """
                     AND (sort_key, id) \(trusted: sign) (SELECT sort_key, id FROM organisation WHERE id = \(key))
                    """
            }
            let direction = place.direction(descending: isDescending)
            query += " ORDER BY sort_key \(trusted: direction), id \(trusted: direction)"
        }
        return query + " LIMIT \(limit)"
    }

    static func count(_ connection: any Connection, _ filter: OrganisationFilter) throws -> Int {
        var query: Statement = "SELECT COUNT(*) FROM organisation WHERE 1 = 1"
        if let condition = try condition(connection, filter) { query += " AND \(condition)" }
        return try connection.value(query) ?? 0
    }

    private static func condition(_ connection: any Connection, _ filter: OrganisationFilter) throws -> Statement? {
        var parts: [Statement] = []
        if let kind = filter.kind { parts.append("kind = \(kind)") }
        if let sector = filter.sector {
            parts.append("kind IN (\(list: OrganisationType.allCases.filter { $0.sector == sector }))")
        }
        if !filter.words.isEmpty {
            let hits = try SearchIndex.search(
                filter.words, language: Language.ro.rawValue, kinds: ["organisation"], limit: 500, in: connection)
            parts.append("id IN (\(list: hits.map(\.item)))")
        }
        guard let first = parts.first else { return nil }
        return parts.dropFirst().reduce(first) { $0 + " AND " + $1 }
    }

    /// A name is the same in every language, so that each language finds it.
    private static func index(
        _ connection: any Connection, id: OrganisationID, name: String, about: String?
    ) throws {
        for language in Language.allCases {
            try SearchIndex.replace(
                SearchEntry(
                    kind: "organisation", item: id.description, language: language.rawValue, title: name,
                    body: about ?? "", path: "/organisations/\(id)"), in: connection)
        }
    }
}
