import Members
import Storage
import Web

/// The signatories of a contract with how far each is.
struct SignatoryDesk: Sendable {
    struct Line: Sendable {
        let commitment: Commitment
        let state: SignatoryState
        /// The answer to the document that stands.
        let answer: CommitmentSignature?
        /// What was found in the last signed PDF that does not count.
        let refused: SignatureOutcome?
    }

    let desk: ContractDesk
    let lines: [Line]
    let document: CommitmentDocument?

    init(_ connection: any Connection, _ desk: ContractDesk) throws {
        self.desk = desk
        let signatures = try CommitmentSignature.all(connection, ofContract: desk.record.id)
        let document = try CommitmentDocument.newest(connection, of: desk.record.id)
        lines = try Commitment.all(connection, of: desk.record.id).map { commitment in
            let own = signatures[commitment.id] ?? []
            let answer = own.answer(to: document)
            let state = SignatoryState(
                commitment, try CommitmentAcceptance.last(connection, of: commitment.id), answer)
            let last = own.last?.check?.outcome
            return Line(
                commitment: commitment, state: state, answer: answer,
                refused: state == .signed || last == .validOnOurs ? nil : last)
        }
        self.document = document
    }

    static func path(_ desk: ContractDesk) -> String { "\(desk.record.path)/signatories" }

    var path: String { Self.path(desk) }

    func count(_ state: SignatoryState) -> Int { lines.filter { $0.state == state }.count }
}

/// One commitment with everything its page shows, for whoever may see it.
struct CommitmentDesk: Sendable {
    let commitment: Commitment
    let desk: ContractDesk
    let rules: CommitmentRules
    let acceptance: CommitmentAcceptance?
    let signatures: [CommitmentSignature]
    let progress: [CommitmentProgress]
    let document: CommitmentDocument?

    init?(_ connection: any Connection, _ id: CommitmentID, _ visitor: Visitor) throws {
        guard let commitment = try Commitment.find(connection, id: id),
            let desk = try ContractDesk(connection, commitment.contract, visitor)
        else { return nil }
        self.commitment = commitment
        self.desk = desk
        rules = try CommitmentRules(commitment, visitor, connection)
        acceptance = try CommitmentAcceptance.last(connection, of: id)
        signatures = try CommitmentSignature.all(connection, of: id)
        progress = try CommitmentProgress.all(connection, of: id)
        document = try CommitmentDocument.newest(connection, of: commitment.contract)
    }

    /// The commitment that a path names by `:commitment`.
    static func open(_ kit: Kit, _ visit: Visit) async throws -> CommitmentDesk {
        guard let id = CommitmentID(visit.parameters["commitment"]) else { throw PageError.notFound }
        let visitor = visit.visitor
        let found = try await kit.database.read { try CommitmentDesk($0, id, visitor) }
        guard let found else { throw PageError.notFound }
        return found
    }

    var state: SignatoryState { SignatoryState(commitment, acceptance, signatures.answer(to: document)) }

    /// Whether what is written now is what was accepted.
    var isAccepted: Bool { acceptance?.version == commitment.version }

    /// The way to the commitment; who belongs to the organisation alone sees nothing of the contract.
    func trail(_ visit: Visit, withCommitment: Bool = true) -> [Page.Crumb] {
        let start =
            rules.city >= .read
            ? desk.trail(visit) + [Page.Crumb(visit.t("Signatories"), visit.path(SignatoryDesk.path(desk)))]
            : [
                Page.Crumb(visit.t("Cities"), visit.path("/cities")),
                Page.Crumb(desk.city.name, visit.path(desk.city.path)),
            ]
        return start
            + (withCommitment ? [Page.Crumb(commitment.content.institution, visit.path(commitment.path))] : [])
    }

    func record(
        _ connection: any Connection, _ activity: String, _ visit: Visit, details: [String: String] = [:]
    ) throws {
        try AuditEntry.record(
            connection, actor: visit.visitor.person, activity,
            subject: (kind: "commitment", id: commitment.id.description),
            details: details.merging(
                ["city": desk.city.name, "institution": commitment.content.institution]) { $1 }, at: visit.now)
    }
}
