import Storage
import Web

extension PortfolioImport {
    static func find(
        _ connection: any Connection, city: String, id: ID<MeasureImportKind>
    ) throws -> PortfolioImport? {
        try connection.first("SELECT * FROM measure_import WHERE id = \(id) AND city_code = \(city)")
    }

    /// Keeps what was read of a file until somebody confirms it.
    static func begin(
        _ connection: any Connection, id: ID<MeasureImportKind>, city: String, fileName: String, _ reading: [UInt8],
        by person: PersonID, at: Instant
    ) throws {
        let hash = try Blob.store(reading, mediaType: "application/json", at: at, in: connection)
        try connection.execute(
            """
            INSERT INTO measure_import (id, city_code, file_name, reading_hash, created_at, created_by)
            VALUES (\(id), \(city), \(fileName), \(hash), \(at), \(person))
            """)
    }

    /// Confirms it, once; false when it was confirmed before.
    func confirm(
        _ connection: any Connection, added: Int, replaced: Int, leftOut: Int, by person: PersonID, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE measure_import SET confirmed_at = \(at), confirmed_by = \(person), measures_added = \(added),
                measures_replaced = \(replaced), measures_left_out = \(leftOut)
            WHERE id = \(id) AND confirmed_at IS NULL
            """) == 1
    }

    /// What was read.
    func reading(_ connection: any Connection) throws -> PortfolioReading {
        guard let blob = try Blob.fetch(readingHash, in: connection) else { throw InventoryContent.Missing() }
        return try PortfolioReading.read(blob.bytes)
    }
}
