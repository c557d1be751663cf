import Contract
import Storage
import Web

extension ContractWaiver {
    /// Somebody answers for findings of a rule at a place or below it.
    static func add(
        _ connection: any Connection, id: ID<ContractWaiver>, to contract: ContractID, rule: String,
        place: ContractPlace, reason: String, by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO contract_waiver (id, contract_id, rule, place, reason, created_at, created_by)
            VALUES (\(id), \(contract), \(rule), \(place.path), \(reason), \(at), \(person))
            """)
        try ContractRecord.touch(connection, id: contract, by: person, at: at)
    }

    /// Nobody answers for them any more; the waiver stays as history.
    static func withdraw(
        _ connection: any Connection, _ waiver: ContractWaiver, by person: PersonID, at: Instant
    ) throws {
        let changed = try connection.execute(
            """
            UPDATE contract_waiver SET withdrawn_at = \(at), withdrawn_by = \(person)
            WHERE id = \(waiver.id) AND withdrawn_at IS NULL
            """)
        if changed == 1 { try ContractRecord.touch(connection, id: waiver.contract, by: person, at: at) }
    }
}
