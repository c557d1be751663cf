/// A diversity rule for one value of a label.
struct DiversityBound {
    let label: String
    let value: String
    let atLeast: Int
    let atMost: Int?

    /// The rules with “each value” written out, for the values that ranked bids carry.
    static func all(_ rules: [DiversityRule], _ bids: [RankingCase.Bid]) -> [DiversityBound] {
        rules.flatMap { rule in
            let values =
                rule.value.map { [$0] }
                ?? Set(bids.compactMap { $0.labels[rule.label] }).sorted {
                    CanonicalInput.precedes($0, $1)
                }
            return values.map {
                DiversityBound(label: rule.label, value: $0, atLeast: rule.atLeast, atMost: rule.atMost)
            }
        }
    }
}

/// Looks for the best selection that meets all diversity rules.
///
/// Best is: as many bids as can be, and of those selections the one that comes first when two are compared bid by bid
/// down the ranking. Every bid gets what it asks for. The search takes a bid first and leaves it out after, so that the
/// first selection found is the best, and stops where a rule, the places or the money can no longer be met.
struct DiversitySearch {
    private let bounds: [DiversityBound]
    private let costs: [Int]
    /// The bounds that each bid counts for.
    private let memberships: [[Int]]
    /// How many bids from a place on count for a bound.
    private var remaining: [[Int]]
    private let places: Int
    private let numbers: [String]
    private let cents: Int

    /// How many steps a search takes before it gives up.
    static let limit = 300_000
    /// The search goes as deep as there are bids; beyond this it is not tried.
    static let mostBids = 1_000

    init(_ rules: CallRules, _ bids: [RankingCase.Bid]) {
        let bounds = DiversityBound.all(rules.diversity, bids)
        self.bounds = bounds
        cents = rules.budget.cents ?? Int.max
        let counted = rules.budget.cents != nil
        costs = bids.map { counted ? $0.requestedCents : 0 }
        numbers = bids.map(\.number)
        memberships = bids.map { bid in
            bounds.indices.filter { bid.labels[bounds[$0].label] == bounds[$0].value }
        }
        places = min(rules.budget.places ?? bids.count, bids.count)
        remaining = []
        guard !bounds.isEmpty else { return }
        remaining = [[Int]](repeating: [Int](repeating: 0, count: bounds.count), count: bids.count + 1)
        for index in bids.indices.reversed() {
            remaining[index] = remaining[index + 1]
            for bound in memberships[index] { remaining[index][bound] += 1 }
        }
    }

    /// The numbers of the best selection, in rank order.
    func best() -> [String]? {
        guard !bounds.isEmpty, numbers.count <= Self.mostBids else { return nil }
        var steps = Self.limit
        for size in stride(from: places, through: 0, by: -1) {
            var state = State(counts: [Int](repeating: 0, count: bounds.count), left: cents, needed: size)
            if search(0, &state, &steps) { return state.taken.map { numbers[$0] } }
            if steps <= 0 { return nil }
        }
        return nil
    }

    private struct State {
        var counts: [Int]
        var left: Int
        var needed: Int
        var taken: [Int] = []
    }

    private func search(_ index: Int, _ state: inout State, _ steps: inout Int) -> Bool {
        steps -= 1
        if steps <= 0 || !isPossible(index, state) { return false }
        if state.needed == 0 { return zip(bounds, state.counts).allSatisfy { $0.atLeast <= $1 } }
        if costs[index] <= state.left, memberships[index].allSatisfy({ hasRoom($0, state) }) {
            state.left -= costs[index]
            state.needed -= 1
            state.taken.append(index)
            for bound in memberships[index] { state.counts[bound] += 1 }
            if search(index + 1, &state, &steps) { return true }
            for bound in memberships[index] { state.counts[bound] -= 1 }
            state.taken.removeLast()
            state.needed += 1
            state.left += costs[index]
        }
        return search(index + 1, &state, &steps)
    }

    private func hasRoom(_ bound: Int, _ state: State) -> Bool {
        bounds[bound].atMost.map { state.counts[bound] < $0 } ?? true
    }

    /// Whether what is still to come could be enough.
    private func isPossible(_ index: Int, _ state: State) -> Bool {
        guard numbers.count - index >= state.needed else { return false }
        for (bound, rule) in bounds.enumerated() {
            let missing = rule.atLeast - state.counts[bound]
            if missing > state.needed || missing > remaining[index][bound] { return false }
        }
        return true
    }
}
