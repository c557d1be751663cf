import Foundation
import Members
import Storage
import Web

extension Commitment {
    static func find(_ connection: any Connection, id: CommitmentID) throws -> Commitment? {
        try connection.first("SELECT * FROM commitment WHERE id = \(id)")
    }

    /// The commitments of a contract that were not withdrawn, in the order of the invitations.
    static func all(_ connection: any Connection, of contract: ContractID) throws -> [Commitment] {
        try connection.all(
            "SELECT * FROM commitment WHERE contract_id = \(contract) AND withdrawn_at IS NULL ORDER BY id")
    }

    /// Those that organisations of somebody are asked for, the newest first.
    static func all(_ connection: any Connection, of organisations: [OrganisationID]) throws -> [Commitment] {
        try connection.all(
            """
            SELECT * FROM commitment WHERE organisation_id IN (\(list: organisations)) AND withdrawn_at IS NULL
            ORDER BY id DESC
            """)
    }

    /// Names for the history.
    static func names(_ connection: any Connection, _ ids: [String]) throws -> [String: String] {
        let found: [(String, String)] = try connection.all(
            "SELECT id, institution FROM commitment WHERE id IN (\(list: ids))"
        ) { row in (try row("id"), try row("institution")) }
        return Dictionary(uniqueKeysWithValues: found)
    }

    /// Whether a contract already has an organisation of this name.
    static func has(_ connection: any Connection, _ institution: String, in contract: ContractID) throws -> Bool {
        try connection.exists(
            """
            SELECT 1 FROM commitment WHERE contract_id = \(contract) AND institution = \(institution)
                AND withdrawn_at IS NULL
            """)
    }

    static func invite(
        _ connection: any Connection, id: CommitmentID, to contract: ContractID, _ content: Content,
        organisation: OrganisationID?, by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO commitment (id, contract_id, institution, organisation_id, helix, tier, is_national, sector,
                legal_form, person, position, pledge, amount, due_year, evidence, is_public, version, created_at,
                created_by, updated_at, updated_by)
            VALUES (\(id), \(contract), \(content.institution), \(organisation), \(content.helix), \(content.tier),
                \(content.isNational), \(content.sector), \(content.legalForm), \(content.person),
                \(content.position), \(content.pledge), \(content.amount), \(content.dueYear), \(content.evidence),
                FALSE, 1, \(at), \(person), \(at), \(person))
            """)
    }

    /// Saves unless somebody saved meanwhile; false then.
    static func change(
        _ connection: any Connection, id: CommitmentID, version: Int, _ content: Content, by person: PersonID,
        at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE commitment SET tier = \(content.tier), sector = \(content.sector),
                legal_form = \(content.legalForm), person = \(content.person), position = \(content.position),
                pledge = \(content.pledge), amount = \(content.amount), due_year = \(content.dueYear),
                evidence = \(content.evidence), version = version + 1, updated_at = \(at), updated_by = \(person)
            WHERE id = \(id) AND version = \(version)
            """) == 1
    }

    static func withdraw(_ connection: any Connection, id: CommitmentID, by person: PersonID, at: Instant) throws {
        try connection.execute(
            """
            UPDATE commitment SET withdrawn_at = \(at), withdrawn_by = \(person)
            WHERE id = \(id) AND withdrawn_at IS NULL
            """)
    }
}

extension CommitmentAcceptance {
    /// The last one.
    static func last(_ connection: any Connection, of commitment: CommitmentID) throws -> CommitmentAcceptance? {
        try connection.first(
            """
            SELECT commitment_acceptance.*, person.name AS author FROM commitment_acceptance
            JOIN person ON person.id = commitment_acceptance.accepted_by
            WHERE commitment_id = \(commitment) ORDER BY commitment_acceptance.id DESC LIMIT 1
            """)
    }

    static func record(
        _ connection: any Connection, id: ID<CommitmentAcceptance>, of commitment: Commitment, isPublic: Bool,
        paper: (hash: String, name: String)?, by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO commitment_acceptance (id, commitment_id, version, is_public, paper_hash, paper_name,
                accepted_at, accepted_by)
            VALUES (\(id), \(commitment.id), \(commitment.version), \(isPublic), \(paper?.hash),
                \(paper?.name ?? ""), \(at), \(person))
            """)
        try connection.execute("UPDATE commitment SET is_public = \(isPublic) WHERE id = \(commitment.id)")
    }
}

extension CommitmentDocument {
    /// The newest document of a contract.
    static func newest(_ connection: any Connection, of contract: ContractID) throws -> CommitmentDocument? {
        try connection.first(
            "SELECT * FROM commitment_document WHERE contract_id = \(contract) ORDER BY id DESC LIMIT 1")
    }

    static func add(
        _ connection: any Connection, id: ID<SigningDocumentKind>, of snapshot: ContractSnapshot, blobHash: String,
        by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO commitment_document (id, contract_id, snapshot_id, blob_hash, made_at, made_by)
            VALUES (\(id), \(snapshot.contract), \(snapshot.id), \(blobHash), \(at), \(person))
            """)
    }
}

extension CommitmentSignature {
    private static let selection: Statement = """
        SELECT commitment_signature.*, author.name AS author FROM commitment_signature
        JOIN person AS author ON author.id = commitment_signature.recorded_by
        """

    /// Every answer to a commitment, the oldest first.
    static func all(_ connection: any Connection, of commitment: CommitmentID) throws -> [CommitmentSignature] {
        try connection.all(
            selection + " WHERE commitment_id = \(commitment) ORDER BY commitment_signature.id")
    }

    /// Those of all signatories of a contract.
    static func all(
        _ connection: any Connection, ofContract contract: ContractID
    ) throws -> [CommitmentID: [CommitmentSignature]] {
        let found: [CommitmentSignature] = try connection.all(
            selection
                + """
                 WHERE commitment_id IN (SELECT id FROM commitment WHERE contract_id = \(contract))
                ORDER BY commitment_signature.id
                """)
        return Dictionary(grouping: found, by: \.commitment)
    }

    /// What is written of an answer.
    struct Content: Sendable {
        var document: ID<SigningDocumentKind>?
        var form: Form
        var blobHash: String?
        var fileName = ""
        var check: SignatureCheck?
        var signer: String
        var day: Day
        var note = ""
    }

    static func record(
        _ connection: any Connection, id: ID<CommitmentSignatureKind>, of commitment: CommitmentID,
        _ content: Content, by person: PersonID, at: Instant
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let findings = try content.check.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
        try connection.execute(
            """
            INSERT INTO commitment_signature (id, commitment_id, document_id, form, blob_hash, file_name, findings,
                signer, signed_on, note, recorded_at, recorded_by)
            VALUES (\(id), \(commitment), \(content.document), \(content.form), \(content.blobHash),
                \(content.fileName), \(findings), \(content.signer), \(content.day), \(content.note), \(at),
                \(person))
            """)
    }
}

extension CommitmentProgress {
    /// Everything that was said of a commitment, the newest first.
    static func all(_ connection: any Connection, of commitment: CommitmentID) throws -> [CommitmentProgress] {
        try connection.all(
            """
            SELECT commitment_progress.*, person.name AS author FROM commitment_progress
            JOIN person ON person.id = commitment_progress.recorded_by
            WHERE commitment_id = \(commitment) ORDER BY commitment_progress.id DESC
            """)
    }

    static func record(
        _ connection: any Connection, id: ID<CommitmentProgress>, of commitment: CommitmentID,
        _ status: CommitmentStatus, evidence: String, isOwn: Bool, by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO commitment_progress (id, commitment_id, status, evidence, is_own, recorded_at, recorded_by)
            VALUES (\(id), \(commitment), \(status), \(evidence), \(isOwn), \(at), \(person))
            """)
    }
}
