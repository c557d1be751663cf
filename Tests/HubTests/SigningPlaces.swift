import Contract
import Members
import SiteSupport
import Storage
import Web

@testable import Planning

/// Real values for the rooms of signing and labels: a signatory, its signature, a label and a published contract of
/// Alba Iulia, whose signatory is the small firm.
struct SigningPlaces: Sendable {
    private let commitment: CommitmentID
    private let signature: ID<CommitmentSignatureKind>
    private let code = Label.newCode()
    private static let file = "contract-ro-v2.1.json"

    init(_ site: TestSite, contract: ContractID, by person: PersonID, company: PersonID) async throws {
        let (commitment, signature): (CommitmentID, ID<CommitmentSignatureKind>) = (
            site.kit.ids.next(), site.kit.ids.next()
        )
        (self.commitment, self.signature) = (commitment, signature)
        let (code, now, ids) = (code, site.clock.now, site.kit.ids)
        try await site.database.write { connection in
            let memberships: [OrganisationID] = try connection.all(
                "SELECT organisation_id FROM membership WHERE person_id = \(company)"
            ) { try $0("organisation_id") }
            let content = Commitment.Content(
                institution: "Termoizolații Demo SRL", helix: .business, tier: .framework, isNational: false,
                sector: "Construcții", legalForm: "SRL", person: "Sorin Bălan", position: "Administrator",
                pledge: "Renovarea a două blocuri pe an.", amount: "2 blocuri", dueYear: 2028,
                evidence: "Procese-verbale de recepție")
            try Commitment.invite(
                connection, id: commitment, to: contract, content, organisation: memberships.first, by: person,
                at: now)
            guard let invited = try Commitment.find(connection, id: commitment),
                let record = try ContractRecord.find(connection, id: contract)
            else { return }
            let paper = try Blob.store(
                Array("%PDF-1.7\nadresa\n".utf8), mediaType: FileType.pdf.mediaType, at: now, in: connection)
            try CommitmentAcceptance.record(
                connection, id: ids.next(), of: invited, isPublic: true, paper: (hash: paper, name: "adresa.pdf"),
                by: person, at: now)
            let snapshot = try ContractSnapshot.take(connection, id: ids.next(), of: record, by: person, at: now)
            try CommitmentDocument.add(
                connection, id: ids.next(), of: snapshot, blobHash: paper, by: person, at: now)
            try CommitmentSignature.record(
                connection, id: signature, of: commitment,
                CommitmentSignature.Content(
                    form: .paper, blobHash: paper, fileName: "semnat.pdf", signer: "Sorin Bălan",
                    day: Day(year: 2026, month: 11, day: 2)),
                by: person, at: now)
            try Label.decide(
                connection, id: ids.next(), on: snapshot,
                Label.Decision(
                    answers: [], reason: "",
                    granted: (
                        code: code, from: Day(year: 2026, month: 1, day: 1), until: Day(year: 2029, month: 1, day: 1)
                    )),
                by: person, at: now)
            try Self.show(connection, record, snapshot, ids, by: person, at: now)
        }
    }

    private static func show(
        _ connection: any Connection, _ record: ContractRecord, _ snapshot: ContractSnapshot, _ ids: IDSource,
        by person: PersonID, at now: Instant
    ) throws {
        let whole = try record.document(connection)
        try ContractPublication.publish(
            connection, id: ids.next(), city: record.city, ContractVisibility().open(whole), snapshot: snapshot,
            withheld: [], by: person, at: now)
        guard let publication = try ContractPublication.current(connection, of: record.id) else { return }
        for hash in [publication.contentHash, snapshot.contentHash] {
            let key = ContractExport.Key(contentHash: hash, format: "json", language: "ro", template: "v2.1")
            guard try ContractExport.request(connection, key, by: person, at: now) else { continue }
            try ContractExport.finish(connection, key, blobHash: hash, at: now)
        }
    }

    /// nil: not of these rooms.
    func value(_ name: Substring, in path: String) -> String? {
        switch name {
        case "commitment": commitment.description
        case "signature": signature.description
        case "code": code
        case "file": Self.file
        default: nil
        }
    }
}
