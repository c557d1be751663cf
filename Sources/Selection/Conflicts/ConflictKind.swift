/// What can stand between an expert and a bid.
public enum ConflictKind: String, Sendable, Hashable, CaseIterable, Codable {
    // What experts declare themselves.
    case applicantOrPartner = "applicant-or-partner"
    case advisedBid = "advised-bid"
    case employment
    case directorship
    case consultancy
    case financialInterest = "financial-interest"
    case familyInterest = "family-interest"
    case other
    // What records show.
    case sameOrganisation = "same-organisation"
    case sameMailDomain = "same-mail-domain"
    case countyAdministration = "county-administration"
    case jointWork = "joint-work"
    case earlierAward = "earlier-award"

    /// Whether an expert can declare it; the others are found in records.
    public var isDeclared: Bool {
        switch self {
        case .applicantOrPartner, .advisedBid, .employment, .directorship, .consultancy, .financialInterest,
            .familyInterest, .other:
            true
        case .sameOrganisation, .sameMailDomain, .countyAdministration, .jointWork, .earlierAward: false
        }
    }
}

/// What a conflict leads to.
public enum ConflictSeverity: String, Sendable, Hashable, Codable {
    /// The expert never reads the bid.
    case bar
    /// The expert may read it once the call's manager has seen the finding and said so with a reason.
    case disclose
}

/// What a call holds to be a conflict, and for how long.
public struct ConflictRules: Sendable, Hashable {
    /// For how many years after it ended joint work, employment or an award still counts.
    public var years: Int
    /// What each kind leads to; a kind that is not named bars.
    public var severities: [ConflictKind: ConflictSeverity]
    /// Mail domains that anybody can have an address in, in small letters; sharing one says nothing.
    public var publicMailDomains: Set<String>

    /// - Parameters:
    ///   - years: Whole years, at least 0.
    ///   - severities: An earlier award need only be disclosed, unless the call says otherwise.
    public init(
        years: Int = 5, severities: [ConflictKind: ConflictSeverity] = [.earlierAward: .disclose],
        publicMailDomains: Set<String>
    ) {
        self.years = years
        self.severities = severities
        self.publicMailDomains = publicMailDomains
    }

    func severity(of kind: ConflictKind) -> ConflictSeverity { severities[kind] ?? .bar }

    /// Whether something that ended in a year still counts; what has not ended always does.
    func counts(endedIn year: Int?, in now: Int) -> Bool { year.map { now - $0 <= years } ?? true }
}
