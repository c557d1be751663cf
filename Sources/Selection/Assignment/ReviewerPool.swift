/// Bids and experts by number, in the order of their tickets, so that a document's order of rows decides nothing.
struct ReviewerPool {
    let bidNumbers: [String]
    let expertNames: [String]
    let reviewersPerBid: Int
    /// Whether there is no conflict: one row of experts for each bid.
    private(set) var allowed: [Bool]
    /// How well a pair suits, in the order of `allowed`.
    private(set) var suitability: [Int]
    /// The institution of each expert, numbered; who has none is one alone.
    let institutions: [Int]
    let institutionCount: Int
    /// The experts of each institution.
    let colleagues: [[Int]]
    let least: [Int]
    let most: [Int]
    /// The fields that each bid needs, by name in the order of bytes.
    let needed: [[String]]
    /// The fields that each expert holds.
    let held: [Set<String>]

    var bids: Int { bidNumbers.count }
    var experts: Int { expertNames.count }

    init(_ wanted: AssignmentCase) {
        let draw = Draw(seed: wanted.seed)
        let bids = wanted.bids.map { (draw.ticket("bid:\($0.number)"), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        let experts = wanted.experts.map { (draw.ticket("expert:\($0.id)"), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        bidNumbers = bids.map(\.number)
        expertNames = experts.map(\.id)
        reviewersPerBid = wanted.reviewersPerBid
        least = experts.map(\.least)
        most = experts.map(\.most)
        needed = bids.map { Set($0.fields).sorted(by: CanonicalInput.precedes) }
        held = experts.map { Set($0.fields) }
        var known: [String: Int] = [:]
        var count = 0
        institutions = experts.map { expert in
            if let number = known[expert.institution] { return number }
            if !expert.institution.isEmpty { known[expert.institution] = count }
            count += 1
            return count - 1
        }
        institutionCount = count
        var colleagues = [[Int]](repeating: [], count: count)
        for (expert, institution) in institutions.enumerated() { colleagues[institution].append(expert) }
        self.colleagues = colleagues
        allowed = [Bool](repeating: true, count: bids.count * experts.count)
        suitability = [Int](repeating: 0, count: allowed.count)
        let bidPlaces = Dictionary(uniqueKeysWithValues: bidNumbers.enumerated().map { ($1, $0) })
        let expertPlaces = Dictionary(uniqueKeysWithValues: expertNames.enumerated().map { ($1, $0) })
        for conflict in wanted.conflicts {
            if let bid = bidPlaces[conflict.bid], let expert = expertPlaces[conflict.expert] {
                allowed[bid * experts.count + expert] = false
            }
        }
        for pair in wanted.suitability {
            if let bid = bidPlaces[pair.bid], let expert = expertPlaces[pair.expert] {
                suitability[bid * experts.count + expert] = pair.value
            }
        }
    }

    /// The place of a pair.
    func pair(_ bid: Int, _ expert: Int) -> Int { bid * experts + expert }

    /// The pairs without conflict that suit at least so well.
    func allowed(from least: Int) -> [Bool] { zip(allowed, suitability).map { $0 && $1 >= least } }

    /// The fields of a bid that none of some experts holds.
    func missing(_ bid: Int, _ reviewers: [Int]) -> [String] {
        needed[bid].filter { field in !reviewers.contains { held[$0].contains(field) } }
    }
}
