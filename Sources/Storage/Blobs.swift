import Crypto

/// A file in the database, known by the SHA-256 of its bytes, so that the same file is kept once.
///
/// Who may see a file, its name and its media type belong to the row that refers to it.
package struct Blob: Sendable, RowDecodable {
    /// 64 lower-case hexadecimal digits.
    package let hash: String
    package let mediaType: String
    package let size: Int
    package let createdAt: Instant
    package let bytes: [UInt8]

    package init(row: Row) throws {
        hash = try row("hash")
        mediaType = try row("media_type")
        size = try row("size")
        createdAt = try row("created_at")
        bytes = try row("bytes")
    }

    package static let migration = Migration(
        "storage-blob-001",
        sql: """
            CREATE TABLE blob (
                hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
                media_type TEXT NOT NULL,
                size BIGINT NOT NULL CHECK (size >= 0),
                created_at TEXT NOT NULL,
                bytes BYTEA NOT NULL
            )
            """)

    /// Stores the bytes unless they are there already; returns their hash.
    package static func store(
        _ bytes: [UInt8], mediaType: String, at now: Instant, in connection: any Connection
    ) throws -> String {
        let hash = Self.hash(of: bytes)
        try connection.execute(
            """
            INSERT INTO blob (hash, media_type, size, created_at, bytes)
            VALUES (\(hash), \(mediaType), \(bytes.count), \(now), \(bytes)) ON CONFLICT (hash) DO NOTHING
            """)
        return hash
    }

    package static func fetch(_ hash: String, in connection: any Connection) throws -> Blob? {
        try connection.first("SELECT hash, media_type, size, created_at, bytes FROM blob WHERE hash = \(hash)")
    }

    package static func exists(_ hash: String, in connection: any Connection) throws -> Bool {
        try connection.exists("SELECT 1 FROM blob WHERE hash = \(hash)")
    }

    package static func remove(_ hash: String, in connection: any Connection) throws {
        try connection.execute("DELETE FROM blob WHERE hash = \(hash)")
    }

    package static func hash(of bytes: [UInt8]) -> String { SHA256.hash(data: bytes).hexadecimal }
}
