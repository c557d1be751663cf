import Contract
import Foundation
import Members
import Storage
import Web

extension ContractRecord {
    package static func find(_ connection: any Connection, id: ContractID) throws -> ContractRecord? {
        try connection.first("SELECT * FROM contract WHERE id = \(id)")
    }

    /// A city's contracts, the newest iteration first.
    package static func all(_ connection: any Connection, of city: String) throws -> [ContractRecord] {
        try connection.all("SELECT * FROM contract WHERE city_code = \(city) ORDER BY iteration DESC")
    }

    /// Names of contracts for the history: the city and its iteration.
    static func names(_ connection: any Connection, _ ids: [String]) throws -> [String: String] {
        let found: [(String, String)] = try connection.all(
            """
            SELECT contract.id AS id, city.name AS name, contract.iteration AS iteration FROM contract
            JOIN city ON city.code = contract.city_code WHERE contract.id IN (\(list: ids))
            """
        ) { row in
            let iteration: Int = try row("iteration")
            return (try row("id"), "\(try row("name") as String) \(iteration)")
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    /// Adds a city's next contract with all its parts; waivers are not taken over, since nobody here answers for them.
    /// - Throws: `StorageError.duplicate` when somebody added the same iteration meanwhile.
    package static func start(
        _ connection: any Connection, id: ContractID, city: String, _ contract: CityContract, by person: PersonID?,
        at: Instant
    ) throws {
        let last: Int? = try connection.value("SELECT MAX(iteration) FROM contract WHERE city_code = \(city)")
        try connection.execute(
            """
            INSERT INTO contract (id, city_code, iteration, frame, version, revision, created_at, created_by,
                updated_at, updated_by)
            VALUES (\(id), \(city), \((last ?? 0) + 1), \(try json(Frame(contract))), 1, 1, \(at), \(person), \(at),
                \(person))
            """)
        for (place, content) in try contents(contract) {
            try ContractPart.insert(connection, id, place, content, by: person, at: at)
        }
    }

    /// Changes the frame unless somebody changed it meanwhile; false then.
    package static func update(
        _ connection: any Connection, id: ContractID, version: Int, _ frame: Frame, by person: PersonID, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE contract SET frame = \(try json(frame)), version = version + 1, revision = revision + 1,
                updated_at = \(at), updated_by = \(person)
            WHERE id = \(id) AND version = \(version)
            """) == 1
    }

    /// Something in the contract has changed.
    static func touch(_ connection: any Connection, id: ContractID, by person: PersonID?, at: Instant) throws {
        try connection.execute(
            """
            UPDATE contract SET revision = revision + 1, updated_at = \(at), updated_by = \(person) WHERE id = \(id)
            """)
    }

    /// The contract as one document, with the waivers that stand.
    package func document(_ connection: any Connection) throws -> CityContract {
        var contract = frame.contract
        for part in try ContractPart.all(connection, of: id) {
            if let section = part.section { contract.sections[section.id] = section.text }
            if let table = try part.table() { contract.tables[table.id] = table.table }
        }
        contract.waivers = try ContractWaiver.all(connection, of: id).compactMap(\.waiver)
        return contract
    }

    private static func json(_ frame: Frame) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(frame), as: UTF8.self)
    }

    private static func contents(_ contract: CityContract) throws -> [(place: ContractPlace, content: String)] {
        try contract.sections.sorted { $0.key.rawValue < $1.key.rawValue }.map { (.section($0.key), $0.value) }
            + contract.tables.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                (.table($0.key), try ContractTableText.json($0.value))
            }
    }
}

extension ContractPart {
    package static func all(_ connection: any Connection, of contract: ContractID) throws -> [ContractPart] {
        try connection.all("SELECT * FROM contract_part WHERE contract_id = \(contract) ORDER BY place")
    }

    /// nil: nobody has written anything there yet; its version counts as 0.
    package static func find(
        _ connection: any Connection, _ contract: ContractID, _ place: ContractPlace
    ) throws -> ContractPart? {
        try connection.first(
            "SELECT * FROM contract_part WHERE contract_id = \(contract) AND place = \(place.path)")
    }

    /// What stood there at an earlier version; the empty text at version 0.
    package static func content(
        _ connection: any Connection, _ contract: ContractID, _ place: ContractPlace, version: Int
    ) throws -> String? {
        if version == 0 { return "" }
        return try connection.value(
            """
            SELECT content FROM contract_part_version
            WHERE contract_id = \(contract) AND place = \(place.path) AND version = \(version)
            """)
    }

    /// Saves a part over the version that the change started from, 0 for one that is new; false when somebody saved
    /// meanwhile.
    package static func save(
        _ connection: any Connection, _ contract: ContractID, _ place: ContractPlace, version: Int, _ content: String,
        by person: PersonID?, at: Instant
    ) throws -> Bool {
        if version == 0 {
            guard try find(connection, contract, place) == nil else { return false }
            try insert(connection, contract, place, content, by: person, at: at)
        } else {
            let changed = try connection.execute(
                """
                UPDATE contract_part SET content = \(content), version = version + 1, updated_at = \(at),
                    updated_by = \(person)
                WHERE contract_id = \(contract) AND place = \(place.path) AND version = \(version)
                """)
            guard changed == 1 else { return false }
            try keep(connection, contract, place, version: version + 1, content, by: person, at: at)
        }
        try ContractRecord.touch(connection, id: contract, by: person, at: at)
        return true
    }

    fileprivate static func insert(
        _ connection: any Connection, _ contract: ContractID, _ place: ContractPlace, _ content: String,
        by person: PersonID?, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO contract_part (contract_id, place, content, version, updated_at, updated_by)
            VALUES (\(contract), \(place.path), \(content), 1, \(at), \(person))
            """)
        try keep(connection, contract, place, version: 1, content, by: person, at: at)
    }

    private static func keep(
        _ connection: any Connection, _ contract: ContractID, _ place: ContractPlace, version: Int, _ content: String,
        by person: PersonID?, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO contract_part_version (contract_id, place, version, content, saved_at, saved_by)
            VALUES (\(contract), \(place.path), \(version), \(content), \(at), \(person))
            """)
    }
}

extension ContractWaiver {
    /// The waivers that stand, the oldest first.
    package static func all(_ connection: any Connection, of contract: ContractID) throws -> [ContractWaiver] {
        try connection.all(
            """
            SELECT contract_waiver.*, person.name AS author FROM contract_waiver
            JOIN person ON person.id = contract_waiver.created_by
            WHERE contract_id = \(contract) AND withdrawn_at IS NULL ORDER BY contract_waiver.id
            """)
    }
}

extension ContractSnapshot {
    package static func find(_ connection: any Connection, id: ID<ContractSnapshot>) throws -> ContractSnapshot? {
        try connection.first("SELECT * FROM contract_snapshot WHERE id = \(id)")
    }

    /// Freezes the contract as it stands.
    package static func take(
        _ connection: any Connection, id: ID<ContractSnapshot>, of record: ContractRecord, by person: PersonID?,
        at: Instant
    ) throws -> ContractSnapshot {
        let bytes = Array(try record.document(connection).json())
        let hash = try Blob.store(bytes, mediaType: "application/json", at: at, in: connection)
        try connection.execute(
            """
            INSERT INTO contract_snapshot (id, contract_id, revision, content_hash, taken_at, taken_by)
            VALUES (\(id), \(record.id), \(record.revision), \(hash), \(at), \(person))
            """)
        guard let taken = try find(connection, id: id) else {
            throw StorageError.failed("a contract's snapshot was not stored")
        }
        return taken
    }

    /// The contract as it was.
    package func document(_ connection: any Connection) throws -> CityContract {
        guard let blob = try Blob.fetch(contentHash, in: connection) else { throw InventoryContent.Missing() }
        return try CityContract.read(Data(blob.bytes))
    }
}
