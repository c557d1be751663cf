import Background
import Storage
import Web

extension ContractExport {
    /// The files that were asked for of a content.
    static func all(_ connection: any Connection, of contentHash: String) throws -> [ContractExport] {
        try connection.all(
            """
            SELECT * FROM contract_export WHERE content_hash = \(contentHash) ORDER BY format, language, template
            """)
    }

    static func find(_ connection: any Connection, _ key: Key) throws -> ContractExport? {
        try connection.first("SELECT * FROM contract_export \(condition(key))")
    }

    private static func condition(_ key: Key) -> Statement {
        """
        WHERE content_hash = \(key.contentHash) AND format = \(key.format) AND language = \(key.language)
            AND template = \(key.template)
        """
    }

    /// Notes that a file is wanted; false when it was asked for before.
    static func request(
        _ connection: any Connection, _ key: Key, by person: PersonID?, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO contract_export (content_hash, format, language, template, requested_at, requested_by)
            VALUES (\(key.contentHash), \(key.format), \(key.language), \(key.template), \(at), \(person))
            ON CONFLICT (content_hash, format, language, template) DO NOTHING
            """) == 1
    }

    static func note(_ connection: any Connection, _ key: Key, job: ID<Job>) throws {
        try connection.execute("UPDATE contract_export SET job_id = \(job) \(condition(key))")
    }

    static func finish(_ connection: any Connection, _ key: Key, blobHash: String, at: Instant) throws {
        try connection.execute(
            "UPDATE contract_export SET blob_hash = \(blobHash), finished_at = \(at) \(condition(key))")
    }
}
