import Background
import Foundation
import Storage
import Web

/// Somebody who may said that the commitment stands as it is written.
struct CommitmentAcceptance: Sendable, RowDecodable {
    /// The version of the text that was accepted.
    let version: Int
    /// The paper that proves it, where the city entered it for the organisation.
    let paperHash: String?
    let paperName: String
    let acceptedAt: Instant
    let acceptedBy: PersonID
    let author: String

    init(row: Row) throws {
        version = try row("version")
        paperHash = try row("paper_hash")
        paperName = try row("paper_name")
        acceptedAt = try row("accepted_at")
        acceptedBy = try row("accepted_by")
        author = try row("author")
    }
}

package enum SigningDocumentKind {}

/// A document made for signing: what it holds was frozen with it, and its bytes never change.
struct CommitmentDocument: Sendable, RowDecodable {
    let id: ID<SigningDocumentKind>
    let contract: ContractID
    let snapshot: ID<ContractSnapshot>
    /// SHA-256 of the PDF, its name among files.
    let blobHash: String
    let madeAt: Instant

    init(row: Row) throws {
        id = try row("id")
        contract = try row("contract_id")
        snapshot = try row("snapshot_id")
        blobHash = try row("blob_hash")
        madeAt = try row("made_at")
    }
}

package enum CommitmentSignatureKind {}

/// How an organisation answered the document: signed, on paper or in the file, or refused. Files that are no valid
/// signature stand here too, with what was found in them.
struct CommitmentSignature: Sendable, RowDecodable {
    /// In what way an answer came.
    enum Form: String, CaseIterable, Sendable, Storable {
        case digital, paper, refusal

        /// Key of the name.
        var title: String {
            switch self {
            case .digital: "Signed PDF"
            case .paper: "Signature on paper"
            case .refusal: "Refusal"
            }
        }
    }

    let id: ID<CommitmentSignatureKind>
    let commitment: CommitmentID
    let document: ID<SigningDocumentKind>?
    let form: Form
    let blobHash: String?
    let fileName: String
    /// What was found in a signed PDF.
    let check: SignatureCheck?
    /// Who signed or refused, as the paper or the certificate says.
    let signer: String
    let day: Day
    let note: String
    let recordedAt: Instant
    let author: String

    init(row: Row) throws {
        id = try row("id")
        commitment = try row("commitment_id")
        document = try row("document_id")
        form = try row("form")
        blobHash = try row("blob_hash")
        fileName = try row("file_name")
        check = try (row("findings") as String?).map {
            try JSONDecoder().decode(SignatureCheck.self, from: Data($0.utf8))
        }
        signer = try row("signer")
        day = try row("signed_on")
        note = try row("note")
        recordedAt = try row("recorded_at")
        author = try row("author")
    }

    /// Whether it stands as a signature.
    var counts: Bool { form == .paper || (form == .digital && check?.outcome == .validOnOurs) }
}

/// What somebody said became of a commitment, with evidence.
struct CommitmentProgress: Sendable, RowDecodable {
    let status: CommitmentStatus
    let evidence: String
    let recordedAt: Instant
    let author: String
    /// On whose behalf it was said: the organisation's own people, or the city's team.
    let isOwn: Bool

    init(row: Row) throws {
        status = try row("status")
        evidence = try row("evidence")
        recordedAt = try row("recorded_at")
        author = try row("author")
        isOwn = try row("is_own")
    }
}

/// How far a signatory is, computed from rows.
enum SignatoryState: String, Sendable, CaseIterable {
    case invited, filledIn, accepted, signed, refused

    /// Key of the name.
    var title: String {
        switch self {
        case .invited: "Invited"
        case .filledIn: "Filled in"
        case .accepted: "Accepted"
        case .signed: "Signed"
        case .refused: "Refused"
        }
    }

    var tone: Components.Tone {
        switch self {
        case .invited: .neutral
        case .filledIn: .information
        case .accepted: .information
        case .signed: .good
        case .refused: .bad
        }
    }

    /// The word of the contract's table of signatures.
    var signatureWord: String {
        switch self {
        case .signed: "signed"
        case .refused: "refused"
        default: "awaited"
        }
    }

    /// - Parameter answer: the answer to the document that stands.
    init(_ commitment: Commitment, _ acceptance: CommitmentAcceptance?, _ answer: CommitmentSignature?) {
        switch answer?.form {
        case .refusal?: self = .refused
        case .digital?, .paper?: self = .signed
        case nil where acceptance?.version == commitment.version: self = .accepted
        case nil: self = commitment.content.pledge.isEmpty ? .invited : .filledIn
        }
    }
}

extension [CommitmentSignature] {
    /// The answer that counts: the last one to the document that stands. Who refused may sign later.
    func answer(to document: CommitmentDocument?) -> CommitmentSignature? {
        last { $0.document == document?.id && ($0.counts || $0.form == .refusal) }
    }
}
