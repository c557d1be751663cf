import Storage
import Web

/// One line of the list of people.
struct PersonLine: Sendable {
    let id: PersonID
    let name: String
    let email: String
    let createdAt: Instant
    let isDisabled: Bool
    let isFormer: Bool
    let hasSecondFactor: Bool
    var roles: [Role]

    /// What the list shows: who begins with a word, who has a role.
    struct Filter: Sendable {
        var word = ""
        var role: Role?
    }

    /// People in the order of names, from a place on; one more than `limit` when there are further ones. The words are
    /// compared here and not in SQL, since both engines fold Romanian letters in their own ways.
    static func page(
        _ connection: any Connection, _ filter: Filter, _ place: ListPlace<PersonID>, limit: Int
    ) throws -> [PersonLine] {
        var lines: [PersonLine] = []
        try connection.forEach(statement(filter, place)) { row in
            guard lines.count <= limit else { return }
            let line = try PersonLine(row: row)
            if PeopleRules.matches(filter.word, name: line.name, email: line.email) { lines.append(line) }
        }
        var roles: [PersonID: [Role]] = [:]
        try connection.forEach(
            "SELECT person_id, role FROM person_role WHERE person_id IN (\(list: lines.map(\.id))) ORDER BY role"
        ) { row in roles[try row("person_id"), default: []].append(try row("role")) }
        return lines.map { line in
            var line = line
            line.roles = roles[line.id] ?? []
            return line
        }
    }

    private init(row: Row) throws {
        id = try row("id")
        name = try row("name")
        email = try row("email")
        createdAt = try row("created_at")
        isDisabled = (try row("disabled_at") as Instant?) != nil
        isFormer = (try row("pseudonymised_at") as Instant?) != nil
        hasSecondFactor = try row("factors") as Int > 0
        roles = []
    }

    private static func statement(_ filter: Filter, _ place: ListPlace<PersonID>) -> Statement {
        var statement: Statement = """
            SELECT person.id, person.name, person.email, person.created_at, person.disabled_at,
                person.pseudonymised_at,
                (SELECT COUNT(*) FROM second_factor WHERE second_factor.person_id = person.id) AS factors
            FROM person WHERE 1 = 1
            """
        if let role = filter.role {
            statement += " AND person.id IN (SELECT person_id FROM person_role WHERE role = \(role))"
        }
        if let key = place.key {
            statement += """
                 AND (person.name, person.id) \(trusted: place.sign(descending: false))
                    ((SELECT name FROM person WHERE id = \(key)), \(key))
                """
        }
        let direction = place.direction(descending: false)
        return statement + " ORDER BY person.name \(trusted: direction), person.id \(trusted: direction)"
    }
}
