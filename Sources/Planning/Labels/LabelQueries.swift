import Foundation
import Storage
import Web

extension Label {
    private static let selection: Statement = """
        SELECT label.*, person.name AS author, label_revocation.revoked_on AS revoked_on,
            label_revocation.reason AS revocation_reason
        FROM label JOIN person ON person.id = label.decided_by
        LEFT JOIN label_revocation ON label_revocation.label_id = label.id
        """

    /// The decisions on a contract, the newest first.
    static func all(_ connection: any Connection, of contract: ContractID) throws -> [Label] {
        try connection.all(selection + " WHERE label.contract_id = \(contract) ORDER BY label.id DESC")
    }

    /// The newest label that was granted to a contract.
    static func newest(_ connection: any Connection, of contract: ContractID) throws -> Label? {
        try connection.first(
            selection
                + """
                 WHERE label.contract_id = \(contract) AND label.is_granted = TRUE ORDER BY label.id DESC LIMIT 1
                """)
    }

    static func find(_ connection: any Connection, code: String) throws -> Label? {
        try connection.first(selection + " WHERE label.code = \(code)")
    }

    /// Names for the history.
    static func names(_ connection: any Connection, _ ids: [String]) throws -> [String: String] {
        let found: [(String, String)] = try connection.all(
            """
            SELECT label.id AS id, city.name AS name FROM label JOIN contract ON contract.id = label.contract_id
            JOIN city ON city.code = contract.city_code WHERE label.id IN (\(list: ids))
            """
        ) { row in (try row("id"), try row("name")) }
        return Dictionary(uniqueKeysWithValues: found)
    }

    /// What is decided.
    struct Decision: Sendable {
        var answers: [Answer]
        var reason: String
        /// nil: not granted.
        var granted: (code: String, from: Day, until: Day)?
    }

    static func decide(
        _ connection: any Connection, id: ID<LabelKind>, on snapshot: ContractSnapshot, _ decision: Decision,
        by person: PersonID, at: Instant
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let answers = String(decoding: try encoder.encode(decision.answers), as: UTF8.self)
        try connection.execute(
            """
            INSERT INTO label (id, contract_id, snapshot_id, is_granted, code, answers, reason, valid_from,
                valid_until, decided_at, decided_by)
            VALUES (\(id), \(snapshot.contract), \(snapshot.id), \(decision.granted != nil),
                \(decision.granted?.code), \(answers), \(decision.reason), \(decision.granted?.from),
                \(decision.granted?.until), \(at), \(person))
            """)
    }

    /// Takes a label back; false when somebody did so before.
    static func revoke(
        _ connection: any Connection, id: ID<LabelKind>, reason: String, on day: Day, by person: PersonID, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO label_revocation (label_id, reason, revoked_on, revoked_at, revoked_by)
            VALUES (\(id), \(reason), \(day), \(at), \(person)) ON CONFLICT (label_id) DO NOTHING
            """) == 1
    }
}
