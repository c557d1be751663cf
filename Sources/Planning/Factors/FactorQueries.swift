import Inventory
import Members
import Storage
import Web

extension FactorList {
    /// Counts the changes of the register so far.
    static func changes(_ connection: any Connection) throws -> Int {
        try connection.value("SELECT changes FROM factor_register WHERE name = 'factors'") ?? 0
    }

    static func read(_ connection: any Connection, changes: Int) throws -> FactorList {
        FactorList(
            changes: changes,
            try connection.all(
                """
                SELECT factor.subject, factor.property, factor.is_withdrawn, factor_edition.*
                FROM factor JOIN factor_edition
                    ON factor_edition.factor_key = factor.key AND factor_edition.number = factor.edition
                """))
    }

    /// Tells every reader that the register has changed; the first thing that a change does, so that changes wait for
    /// each other.
    static func countChange(_ connection: any Connection) throws {
        try connection.execute("UPDATE factor_register SET changes = changes + 1 WHERE name = 'factors'")
    }
}

extension FactorEdition {
    /// The editions of a factor, the newest first.
    static func all(_ connection: any Connection, of key: String) throws -> [FactorEdition] {
        try connection.all(
            """
            SELECT factor.subject, factor.property, factor_edition.*
            FROM factor JOIN factor_edition ON factor_edition.factor_key = factor.key
            WHERE factor.key = \(key) ORDER BY factor_edition.number DESC
            """)
    }

    /// Adds a factor with its first edition; false when there is one with this key.
    static func create(
        _ connection: any Connection, _ factor: Factor, reason: String, by person: PersonID, at: Instant
    ) throws -> Bool {
        try FactorList.countChange(connection)
        let isNew =
            try connection.execute(
                """
                INSERT INTO factor (key, subject, property, edition, is_withdrawn)
                VALUES (\(factor.id), \(factor.subject), \(factor.property), 1, FALSE) ON CONFLICT (key) DO NOTHING
                """) == 1
        guard isNew else { return false }
        try add(connection, factor, number: 1, reason: reason, by: person, at: at)
        return true
    }

    /// Adds an edition after the last and puts it in force, unless another one came first; nil then.
    /// - Parameter edition: the edition in force that whoever adds this one has seen.
    static func add(
        _ connection: any Connection, _ factor: Factor, after edition: Int, reason: String, by person: PersonID,
        at: Instant
    ) throws -> Int? {
        try FactorList.countChange(connection)
        let last: Int? = try connection.value(
            "SELECT MAX(number) FROM factor_edition WHERE factor_key = \(factor.id)")
        let number = (last ?? 0) + 1
        let isStill =
            try connection.execute(
                """
                UPDATE factor SET edition = \(number), is_withdrawn = FALSE
                WHERE key = \(factor.id) AND edition = \(edition)
                """) == 1
        guard isStill else { return nil }
        try add(connection, factor, number: number, reason: reason, by: person, at: at)
        return number
    }

    private static func add(
        _ connection: any Connection, _ factor: Factor, number: Int, reason: String, by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO factor_edition (factor_key, number, value, lower_value, upper_value, unit, region, year,
                methodology, source, status, reason, created_at, created_by)
            VALUES (\(factor.id), \(number), \(factor.value), \(factor.uncertainty?.lower),
                \(factor.uncertainty?.upper), \(factor.unit), \(factor.region), \(factor.year), \(factor.methodology),
                \(factor.source), \(factor.status), \(reason), \(at), \(person))
            """)
    }
}

extension FactorWithdrawal {
    /// The withdrawals of a factor, the newest first.
    static func all(_ connection: any Connection, of key: String) throws -> [FactorWithdrawal] {
        try connection.all(
            "SELECT * FROM factor_withdrawal WHERE factor_key = \(key) ORDER BY withdrawn_at DESC, id DESC")
    }

    /// Takes a factor out of what is offered; false when it is out already.
    static func record(
        _ connection: any Connection, id: ID<FactorWithdrawal.Kind>, key: String, reason: String,
        by person: PersonID?, at: Instant
    ) throws -> Bool {
        try FactorList.countChange(connection)
        guard
            try connection.execute(
                "UPDATE factor SET is_withdrawn = TRUE WHERE key = \(key) AND is_withdrawn = FALSE") == 1
        else { return false }
        try connection.execute(
            """
            INSERT INTO factor_withdrawal (id, factor_key, reason, withdrawn_at, withdrawn_by)
            VALUES (\(id), \(key), \(reason), \(at), \(person))
            """)
        return true
    }
}

// What the room keeps under a person's name, for their own copy.

extension FactorEdition {
    /// Editions that the person added.
    static func added(_ connection: any Connection, by person: PersonID) throws -> [PersonalDataDeclaration.Record] {
        try PersonalDataDeclaration.records(
            connection,
            "SELECT * FROM factor_edition WHERE created_by = \(person) ORDER BY created_at, factor_key, number")
    }
}

extension FactorWithdrawal {
    /// Withdrawals that the person recorded.
    static func recorded(
        _ connection: any Connection, by person: PersonID
    ) throws -> [PersonalDataDeclaration.Record] {
        try PersonalDataDeclaration.records(
            connection,
            "SELECT * FROM factor_withdrawal WHERE withdrawn_by = \(person) ORDER BY withdrawn_at, id")
    }
}
