import Storage
import Web

/// A signed agreement on an award.
struct AwardAgreement: Sendable, RowDecodable {
    let number: String
    let signedOn: Day
    let blobHash: String
    let fileName: String

    init(row: Row) throws {
        number = try row("number")
        signedOn = try row("signed_on")
        blobHash = try row("blob_hash")
        fileName = try row("file_name")
    }

    static func find(_ connection: any Connection, of award: AwardID) throws -> AwardAgreement? {
        try connection.first("SELECT * FROM award_agreement WHERE award_id = \(award)")
    }

    /// False when one is there already.
    static func record(
        _ connection: any Connection, of award: AwardID, number: String, signedOn: Day,
        file: (hash: String, name: String), by person: PersonID, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO award_agreement (award_id, number, signed_on, blob_hash, file_name, recorded_at, recorded_by)
            VALUES (\(award), \(number), \(signedOn), \(file.hash), \(file.name), \(at), \(person))
            ON CONFLICT (award_id) DO NOTHING
            """) == 1
    }
}

/// The proof that the register of de minimis aid was looked at before the agreement was signed.
struct AwardAidCheck: Sendable, RowDecodable {
    let checkedOn: Day
    let earlier: String
    let earlierCents: Int
    let grantCents: Int
    let rate: String
    let blobHash: String
    let fileName: String

    init(row: Row) throws {
        checkedOn = try row("checked_on")
        earlier = try row("earlier")
        earlierCents = try row("earlier_cents")
        grantCents = try row("grant_cents")
        rate = try row("rate")
        blobHash = try row("blob_hash")
        fileName = try row("file_name")
    }

    struct Content: Sendable {
        let checkedOn: Day
        let earlier: String
        let earlierCents: Int
        let grantCents: Int
        let rate: String
    }

    static func find(_ connection: any Connection, of award: AwardID) throws -> AwardAidCheck? {
        try connection.first("SELECT * FROM award_aid_check WHERE award_id = \(award)")
    }

    /// False when one is there already.
    static func record(
        _ connection: any Connection, of award: AwardID, _ content: Content, file: (hash: String, name: String),
        by person: PersonID, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO award_aid_check (award_id, checked_on, earlier, earlier_cents, grant_cents, rate, blob_hash,
                file_name, recorded_at, recorded_by)
            VALUES (\(award), \(content.checkedOn), \(content.earlier), \(content.earlierCents),
                \(content.grantCents), \(content.rate), \(file.hash), \(file.name), \(at), \(person))
            ON CONFLICT (award_id) DO NOTHING
            """) == 1
    }
}
