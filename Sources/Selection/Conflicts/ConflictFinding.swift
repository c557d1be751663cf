/// One reason why an expert should not read a bid, said so that the expert and an auditor can follow it.
public struct ConflictFinding: Sendable, Hashable, Codable {
    public let expert: String
    public let bid: String
    public let kind: ConflictKind
    public let severity: ConflictSeverity
    /// What the two have in common: an organisation, a mail domain, a county; or the expert's own words.
    public let subject: String

    public init(expert: String, bid: String, kind: ConflictKind, severity: ConflictSeverity, subject: String) {
        self.expert = expert
        self.bid = bid
        self.kind = kind
        self.severity = severity
        self.subject = subject
    }

    /// An English sentence with `{subject}` in it; also the key of its translations.
    public var message: String {
        switch kind {
        case .applicantOrPartner: "The expert takes part in this bid: {subject}."
        case .advisedBid: "The expert advised this bid: {subject}."
        case .employment: "The expert works or worked for a party of this bid: {subject}."
        case .directorship: "The expert holds an office at a party of this bid: {subject}."
        case .consultancy: "The expert advises a party of this bid for pay: {subject}."
        case .financialInterest: "The expert has a financial interest in a party of this bid: {subject}."
        case .familyInterest: "A member of the expert's family has an interest in this bid: {subject}."
        case .other: "The expert declares another interest: {subject}."
        case .sameOrganisation: "The expert and the bid belong to the same organisation: {subject}."
        case .sameMailDomain: "The expert and the bid's team have addresses in the same mail domain: {subject}."
        case .countyAdministration: "The expert works in the administration of the bid's county: {subject}."
        case .jointWork: "The expert and a party of this bid worked together: {subject}."
        case .earlierAward: "The expert took part in an earlier decision on a party of this bid: {subject}."
        }
    }

    /// The finding as a hard constraint of an assignment, where it bars.
    public var constraint: AssignmentCase.Conflict? {
        guard severity == .bar else { return nil }
        return AssignmentCase.Conflict(
            expert: expert, bid: bid, reason: message.replacing("{subject}", with: subject))
    }
}

extension ConflictFinding: Comparable {
    /// By expert, bid, kind and subject, in the order of bytes.
    public static func < (one: ConflictFinding, other: ConflictFinding) -> Bool {
        for (left, right) in zip(one.order, other.order) where left != right {
            return CanonicalInput.precedes(left, right)
        }
        return false
    }

    private var order: [String] { [expert, bid, kind.rawValue, subject] }
}
