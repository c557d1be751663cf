import Storage
import Web

extension Draft {
    package static func find(_ connection: any Connection, of person: PersonID, form: String) throws -> Draft? {
        try connection.first("SELECT * FROM draft WHERE person_id = \(person) AND form = \(form)")
    }

    /// Unsent answers as part of a person's own data.
    static func kept(
        _ connection: any Connection, of person: PersonID
    ) throws -> [PersonalDataDeclaration.Record] {
        try PersonalDataDeclaration.records(
            connection, "SELECT form, saved_at, answers FROM draft WHERE person_id = \(person) ORDER BY saved_at, form")
    }

    /// All drafts of a person, the newest first.
    package static func all(_ connection: any Connection, of person: PersonID) throws -> [Draft] {
        try connection.all("SELECT * FROM draft WHERE person_id = \(person) ORDER BY saved_at DESC, form")
    }

    /// Keeps the answers over version `after`; false when another window has saved since.
    static func save(
        _ connection: any Connection, of person: PersonID, form: String, base: Int, texts: [String: [String]],
        after version: Int, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO draft (person_id, form, version, base, answers, saved_at)
            VALUES (\(person), \(form), \(version + 1), \(base), \(try json(texts)), \(at))
            ON CONFLICT (person_id, form) DO UPDATE SET version = excluded.version, base = excluded.base,
                answers = excluded.answers, saved_at = excluded.saved_at
            WHERE draft.version = \(version)
            """) == 1
    }

    /// Called in the transaction that saves the form itself.
    package static func remove(_ connection: any Connection, of person: PersonID, form: String) throws {
        try connection.execute("DELETE FROM draft WHERE person_id = \(person) AND form = \(form)")
    }

    static func removeAll(_ connection: any Connection, of person: PersonID) throws {
        try connection.execute("DELETE FROM draft WHERE person_id = \(person)")
    }

    static func removeOld(_ connection: any Connection, at now: Instant) throws -> Int {
        let before = now.adding(seconds: -Double(keptDays) * 86_400)
        return try connection.execute("DELETE FROM draft WHERE saved_at < \(before)")
    }
}
