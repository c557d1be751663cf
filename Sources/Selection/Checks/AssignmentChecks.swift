extension AssignmentCase {
    /// Everything that keeps the case from being computed; none when it can be.
    public var problems: [SelectionProblem] {
        var checks = AssignmentChecks(self)
        checks.run()
        return checks.problems
    }
}

/// Whether a case of assignment is whole.
struct AssignmentChecks {
    private let wanted: AssignmentCase
    private(set) var problems: [SelectionProblem] = []
    /// Beyond these the arithmetic would not keep goals apart.
    static let mostRows = 1_000
    static let mostReviews = 8_000

    init(_ wanted: AssignmentCase) { self.wanted = wanted }

    mutating func run() {
        if wanted.seed.isEmpty { refuse("seed", "/seed", "The seed is empty.") }
        if wanted.alternates < 0 { refuse("negative", "/alternates", "This is below 0.") }
        if !(1...20).contains(wanted.reviewersPerBid) {
            return refuse("reviewers", "/reviewersPerBid", "A bid has from 1 to 20 reviewers.")
        }
        let reviews = wanted.bids.count.multipliedReportingOverflow(by: wanted.reviewersPerBid).partialValue
        if wanted.bids.count > Self.mostRows || wanted.experts.count > Self.mostRows || reviews > Self.mostReviews {
            return refuse("size", "", "More than 1000 bids, 1000 experts or 8000 reviews are not computed.")
        }
        let bids = names(wanted.bids.map(\.number), "/bids", "number")
        let experts = names(wanted.experts.map(\.id), "/experts", "id")
        for (index, expert) in wanted.experts.enumerated()
        where expert.least < 0 || expert.most < expert.least || expert.most > Self.mostRows {
            refuse("bounds", "/experts/\(index)", "The most is below the least, or the least below 0.")
        }
        for (index, conflict) in wanted.conflicts.enumerated() {
            check(conflict.expert, conflict.bid, "/conflicts/\(index)", experts, bids)
        }
        var pairs: Set<[String]> = []
        for (index, pair) in wanted.suitability.enumerated() {
            check(pair.expert, pair.bid, "/suitability/\(index)", experts, bids)
            if !pairs.insert([pair.expert, pair.bid]).inserted {
                refuse(
                    "twice", "/suitability/\(index)", "{id} stands here twice.", ["id": "\(pair.expert) \(pair.bid)"])
            }
            if !(0...Assignment.bestSuitability).contains(pair.value) {
                refuse("suitability", "/suitability/\(index)/value", "Suitability goes from 0 to 1000.")
            }
        }
    }

    private mutating func names(_ names: [String], _ place: String, _ field: String) -> Set<String> {
        var known: Set<String> = []
        for (index, name) in names.enumerated() {
            if !isIdentifier(name) {
                refuse("identifier", "\(place)/\(index)/\(field)", "Use letters, digits and - _ . / only.")
            }
            if !known.insert(name).inserted {
                refuse("twice", "\(place)/\(index)/\(field)", "{id} stands here twice.", ["id": name])
            }
        }
        return known
    }

    private mutating func check(
        _ expert: String, _ bid: String, _ place: String, _ experts: Set<String>, _ bids: Set<String>
    ) {
        if !experts.contains(expert) {
            refuse("unknown-expert", "\(place)/expert", "There is no expert {id}.", ["id": expert])
        }
        if !bids.contains(bid) { refuse("unknown-bid", "\(place)/bid", "There is no bid {id}.", ["id": bid]) }
    }

    private mutating func refuse(_ check: String, _ place: String, _ message: String, _ values: [String: String] = [:])
    {
        problems.append(SelectionProblem(check, place, message, values))
    }
}
