import Members
import Storage
import Web

/// Who may do what with an organisation's commitment. Pages and files ask here and nowhere else.
///
/// The organisation's own people see their commitment and nothing else of the contract; the city's team sees all.
struct CommitmentRules: Sendable {
    let city: ContractRules.Right
    let own: MembershipLevel?

    init(_ commitment: Commitment, _ visitor: Visitor, _ connection: any Connection) throws {
        let record = try ContractRecord.find(connection, id: commitment.contract)
        city = try record.map { try ContractRules.right(visitor, city: $0.city, connection) } ?? .none
        // An invitation that was withdrawn is nobody's but the city's.
        own = commitment.withdrawnAt == nil ? commitment.organisation.flatMap { visitor.level(in: $0) } : nil
    }

    var mayRead: Bool { city >= .read || own != nil }
    var mayWrite: Bool { city >= .edit || own.map { $0 >= .editor } ?? false }
    /// Say that it stands: the organisation itself, or the city with the paper.
    var mayAccept: Bool { own == .certifier || city >= .certify }
    /// Whether a paper is asked for: the city speaks for the organisation.
    var needsPaper: Bool { own != .certifier }

    private static func access(_ name: String, _ rule: @escaping @Sendable (CommitmentRules) -> Bool) -> Access {
        .object("commitment:\(name)") { visitor, parameters, connection in
            guard let id = CommitmentID(parameters["commitment"]),
                let commitment = try Commitment.find(connection, id: id)
            else { return .hidden }
            let rules = try CommitmentRules(commitment, visitor, connection)
            if !rules.mayRead { return .hidden }
            return rule(rules) ? .allowed : .refused
        }
    }

    static let reader = access("reader") { $0.mayRead }
    static let editor = access("editor") { $0.mayWrite }
    static let certifier = access("certifier") { $0.mayAccept }
    /// What only the city's team does, such as withdrawing an invitation.
    static let city = access("city") { $0.city >= .edit }
}
