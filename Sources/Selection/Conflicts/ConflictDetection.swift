/// What is known of the parties of a bid.
public struct BidParties: Sendable, Hashable {
    public var number: String
    /// The applicant, its partners, and the organisations above them, by one name each.
    public var organisations: Set<String>
    /// The mail domains of the people who work on the bid.
    public var mailDomains: Set<String>
    /// The counties whose administrations stand behind the bid.
    public var counties: Set<String>

    public init(
        _ number: String, organisations: Set<String>, mailDomains: Set<String> = [], counties: Set<String> = []
    ) {
        self.number = number
        self.organisations = organisations
        self.mailDomains = mailDomains
        self.counties = counties
    }
}

/// What is known of an expert.
public struct ExpertTies: Sendable, Hashable {
    /// Something that binds an expert to an organisation or a county, and the year in which it ended.
    public struct Tie: Sendable, Hashable {
        public var to: String
        /// The calendar year of the end; nil while it lasts.
        public var ended: Int?

        public init(_ to: String, ended: Int? = nil) {
            self.to = to
            self.ended = ended
        }
    }

    /// What an expert says of a bid.
    public struct Declaration: Sendable, Hashable {
        public var bid: String
        public var kind: ConflictKind
        public var words: String

        public init(bid: String, kind: ConflictKind, words: String) {
            self.bid = bid
            self.kind = kind
            self.words = words
        }
    }

    public var id: String
    /// Where the expert works or worked, and the organisations above.
    public var organisations: [Tie]
    public var mailDomain: String
    /// County administrations in which the expert works or worked.
    public var countyAdministrations: [Tie]
    /// Organisations with which the expert carried out a project or a twinning.
    public var jointWork: [Tie]
    /// Organisations on whose award the expert decided.
    public var awards: [Tie]
    public var declarations: [Declaration]

    public init(
        _ id: String, organisations: [Tie] = [], mailDomain: String = "", countyAdministrations: [Tie] = [],
        jointWork: [Tie] = [], awards: [Tie] = [], declarations: [Declaration] = []
    ) {
        self.id = id
        self.organisations = organisations
        self.mailDomain = mailDomain
        self.countyAdministrations = countyAdministrations
        self.jointWork = jointWork
        self.awards = awards
        self.declarations = declarations
    }
}

/// Finds who must not, or not without a word, read which bid. Family names alone are never compared.
public struct ConflictDetection: Sendable {
    public let rules: ConflictRules
    /// The calendar year in which the bids are read.
    public let year: Int

    public init(_ rules: ConflictRules, year: Int) {
        self.rules = rules
        self.year = year
    }

    /// Every finding once, in a fixed order that does not depend on the order of bids and experts.
    ///
    /// Looks bids up by what they have in common with an expert, so that the work grows with what is known of both and
    /// not with their product.
    public func findings(of experts: [ExpertTies], in bids: [BidParties]) -> [ConflictFinding] {
        let byOrganisation = index(bids, \.organisations)
        let byMailDomain = index(bids) { Set($0.mailDomains.map { $0.lowercased() }) }
        let byCounty = index(bids, \.counties)
        let known = Set(bids.map(\.number))
        var found: Set<ConflictFinding> = []
        for expert in experts {
            func note(_ kind: ConflictKind, _ subject: String, _ numbers: [String]?) {
                for number in numbers ?? [] {
                    found.insert(
                        ConflictFinding(
                            expert: expert.id, bid: number, kind: kind, severity: rules.severity(of: kind),
                            subject: subject))
                }
            }
            func note(_ kind: ConflictKind, _ ties: [ExpertTies.Tie], in index: [String: [String]]) {
                for tie in ties where rules.counts(endedIn: tie.ended, in: year) { note(kind, tie.to, index[tie.to]) }
            }
            note(.sameOrganisation, expert.organisations, in: byOrganisation)
            note(.countyAdministration, expert.countyAdministrations, in: byCounty)
            note(.jointWork, expert.jointWork, in: byOrganisation)
            note(.earlierAward, expert.awards, in: byOrganisation)
            let domain = expert.mailDomain.lowercased()
            if !rules.publicMailDomains.contains(domain) { note(.sameMailDomain, domain, byMailDomain[domain]) }
            for declared in expert.declarations where declared.kind.isDeclared && known.contains(declared.bid) {
                note(declared.kind, declared.words, [declared.bid])
            }
        }
        return found.sorted()
    }

    /// The numbers of the bids behind each thing that may be shared; what has no name is shared with nobody.
    private func index(_ bids: [BidParties], _ shared: (BidParties) -> Set<String>) -> [String: [String]] {
        var index: [String: [String]] = [:]
        for bid in bids { for name in shared(bid) where !name.isEmpty { index[name, default: []].append(bid.number) } }
        return index
    }
}
