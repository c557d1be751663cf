import Contract
import Members
import Storage
import Web

extension ContractComment {
    private static let selection: Statement = """
        SELECT contract_comment.*, person.name AS author, contract_comment_resolution.resolved_at AS resolved_at,
            (SELECT COUNT(*) FROM contract_comment_answer
                WHERE contract_comment_answer.comment_id = contract_comment.id) AS answer_count
        FROM contract_comment
        JOIN person ON person.id = contract_comment.created_by
        LEFT JOIN contract_comment_resolution ON contract_comment_resolution.comment_id = contract_comment.id
        """

    static func find(_ connection: any Connection, id: ID<ContractComment>) throws -> ContractComment? {
        try connection.first(selection + " WHERE contract_comment.id = \(id)")
    }

    /// Those of one contract, or of all for nil, the newest first.
    static func page(
        _ connection: any Connection, _ kind: Kind, of contract: ContractID?, openOnly: Bool,
        at list: ListPlace<ID<ContractComment>>, limit: Int
    ) throws -> [ContractComment] {
        let scope: Statement = contract.map { " AND contract_comment.contract_id = \($0)" } ?? ""
        let open: Statement = openOnly ? " AND contract_comment_resolution.resolved_at IS NULL" : ""
        return try connection.all(
            selection + " WHERE contract_comment.kind = \(kind)" + scope + open
                + list.condition("contract_comment.id", descending: true)
                + list.order("contract_comment.id", descending: true) + " LIMIT \(limit)")
    }

    static func add(
        _ connection: any Connection, id: ID<ContractComment>, _ kind: Kind, to contract: ContractID, place: String,
        quote: String, _ text: String, by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO contract_comment (id, contract_id, kind, place, quote, content, created_at, created_by)
            VALUES (\(id), \(contract), \(kind), \(place), \(quote), \(text), \(at), \(person))
            """)
    }

    func answers(_ connection: any Connection) throws -> [Answer] {
        try connection.all(
            """
            SELECT contract_comment_answer.*, person.name AS author FROM contract_comment_answer
            JOIN person ON person.id = contract_comment_answer.created_by
            WHERE comment_id = \(id) ORDER BY contract_comment_answer.id
            """)
    }

    func answer(
        _ connection: any Connection, id answer: ID<Answer>, _ text: String, by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO contract_comment_answer (id, comment_id, content, created_at, created_by)
            VALUES (\(answer), \(id), \(text), \(at), \(person))
            """)
    }

    /// Settles it, once.
    func resolve(_ connection: any Connection, by person: PersonID, at: Instant) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO contract_comment_resolution (comment_id, resolved_at, resolved_by)
            VALUES (\(id), \(at), \(person)) ON CONFLICT (comment_id) DO NOTHING
            """) == 1
    }

    /// The staff who may see every contract: the hub's experts.
    static func experts(_ connection: any Connection) throws -> [PersonID] {
        let roles = [Role.programmeOfficer, .authorityOfficer]
        return try connection.all(
            """
            SELECT DISTINCT person.id FROM person JOIN person_role ON person_role.person_id = person.id
            WHERE person_role.role IN (\(list: roles)) AND person.disabled_at IS NULL ORDER BY person.id
            """
        ) { try $0("id") }
    }
}
