import Contract
import Storage
import Web

extension ContractPresence {
    /// Who else has some part open at a moment, by their names.
    package static func others(
        _ connection: any Connection, _ contract: ContractID, than person: PersonID?, at now: Instant
    ) throws -> [ContractPresence] {
        try connection.all(
            """
            SELECT contract_presence.*, person.name AS name FROM contract_presence
            JOIN person ON person.id = contract_presence.person_id
            WHERE contract_id = \(contract) AND seen_at > \(now.adding(seconds: -lastsSeconds))
            ORDER BY person.name, person.id
            """
        ).filter { $0.person != person }
    }

    /// Somebody opened a part for writing, or is typing there.
    static func see(
        _ connection: any Connection, _ contract: ContractID, _ place: ContractPlace, _ person: PersonID,
        at now: Instant
    ) throws {
        let (gone, recent) = (now.adding(seconds: -lastsSeconds), now.adding(seconds: -restSeconds))
        try connection.execute(
            """
            INSERT INTO contract_presence (contract_id, place, person_id, since, seen_at)
            VALUES (\(contract), \(place.path), \(person), \(now), \(now))
            ON CONFLICT (contract_id, place, person_id) DO UPDATE SET seen_at = excluded.seen_at,
                since = CASE WHEN contract_presence.seen_at > \(gone) THEN contract_presence.since
                    ELSE excluded.since END
            WHERE contract_presence.seen_at <= \(recent)
            """)
    }

    /// Somebody saved and is done there.
    static func leave(
        _ connection: any Connection, _ contract: ContractID, _ place: ContractPlace, _ person: PersonID
    ) throws {
        try connection.execute(
            """
            DELETE FROM contract_presence
            WHERE contract_id = \(contract) AND place = \(place.path) AND person_id = \(person)
            """)
    }
}
