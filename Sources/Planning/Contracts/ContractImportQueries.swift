import Contract
import Foundation
import Storage
import Web

extension ContractImport {
    static func find(
        _ connection: any Connection, of contract: ContractID, id: ID<ContractImportKind>
    ) throws -> ContractImport? {
        try connection.first("SELECT * FROM contract_import WHERE id = \(id) AND contract_id = \(contract)")
    }

    /// Keeps a file until somebody confirms it.
    static func begin(
        _ connection: any Connection, id: ID<ContractImportKind>, of contract: ContractID, fileName: String,
        _ file: CityContract, by person: PersonID, at: Instant
    ) throws {
        let hash = try Blob.store(Array(try file.json()), mediaType: "application/json", at: at, in: connection)
        try connection.execute(
            """
            INSERT INTO contract_import (id, contract_id, file_name, content_hash, created_at, created_by)
            VALUES (\(id), \(contract), \(fileName), \(hash), \(at), \(person))
            """)
    }

    /// Confirms it, once.
    func confirm(_ connection: any Connection, by person: PersonID, at: Instant) throws -> Bool {
        try connection.execute(
            """
            UPDATE contract_import SET confirmed_at = \(at), confirmed_by = \(person)
            WHERE id = \(id) AND confirmed_at IS NULL
            """) == 1
    }

    /// The contract of the file.
    func file(_ connection: any Connection) throws -> CityContract {
        guard let blob = try Blob.fetch(contentHash, in: connection) else { throw InventoryContent.Missing() }
        return try CityContract.read(Data(blob.bytes))
    }
}

extension ContractRecord {
    /// Puts a whole contract in the place of what stands there; called where that was looked at in the same transaction.
    func replace(_ connection: any Connection, with contract: CityContract, by person: PersonID, at: Instant) throws {
        guard
            try Self.update(connection, id: id, version: version, Frame(contract), by: person, at: at)
        else { throw StorageError.failed("a contract's frame changed within its own transaction") }
        let known = try ContractPart.all(connection, of: id)
        let before = Dictionary(uniqueKeysWithValues: known.map { ($0.place, $0) })
        for section in SectionID.allCases {
            let place = ContractPlace.section(section)
            try put(contract.sections[section] ?? "", at: place, over: before[place.path], connection, person, at)
        }
        for table in TableID.allCases {
            let place = ContractPlace.table(table)
            let content = try ContractTableText.json(contract.tables[table] ?? ContractTable())
            let isBlank = contract.tables[table] == nil && before[place.path] == nil
            try put(isBlank ? "" : content, at: place, over: before[place.path], connection, person, at)
        }
    }

    private func put(
        _ content: String, at place: ContractPlace, over part: ContractPart?, _ connection: any Connection,
        _ person: PersonID, _ at: Instant
    ) throws {
        guard content != part?.content ?? "" else { return }
        let isSaved = try ContractPart.save(
            connection, id, place, version: part?.version ?? 0, content, by: person, at: at)
        guard isSaved else { throw StorageError.failed("a contract's part changed within its own transaction") }
    }
}
