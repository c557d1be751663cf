/// The cheapest way to give every bid its reviewers, as a flow: from bids through one gate for each bid and institution
/// to experts, whose further bids cost more and more so that loads are even.
///
/// Shortest paths one after the other, with potentials. Gates are not stored: an expert who gives up a bid opens the
/// gate for a colleague, and that way is looked at as one step.
struct ReviewerFlow {
    let bids: Int
    let experts: Int
    /// Whether an expert may review a bid: one row of experts for each bid.
    let allowed: [Bool]
    /// What a pair costs, not below 0, in the order of `allowed`.
    let costs: [Int]
    /// The institution of each expert, numbered; everybody has one.
    let institutions: [Int]
    let institutionCount: Int
    /// The experts of each institution.
    private let colleagues: [[Int]]
    /// How many reviewers each bid still needs.
    let needs: [Int]
    let least: [Int]
    let most: [Int]

    /// Who reviews what.
    private(set) var assigned: [[Int]]
    private(set) var load: [Int]
    /// Who stands in a gate: one row of institutions for each bid; -1 is nobody.
    private var gates: [Int]
    /// The bids of each expert.
    private var work: [[Int]]
    private var bidPotential: [Int]
    private var expertPotential: [Int]
    private var endPotential = 0

    /// What a reviewer above the least load costs: more than all suitability together.
    private static let aboveLeast = 1 << 46
    /// What a unit of suitability costs: more than all evenness of loads together.
    static let unit = 1 << 22
    private static let far = Int.max / 4

    init(
        _ pool: ReviewerPool, allowed: [Bool], costs: [Int], needs: [Int], blocked: [Int], load: [Int]
    ) {
        bids = pool.bids
        experts = pool.experts
        self.allowed = allowed
        self.load = load
        self.costs = costs
        self.needs = needs
        least = pool.least
        most = pool.most
        institutions = pool.institutions
        institutionCount = pool.institutionCount
        colleagues = pool.colleagues
        assigned = [[Int]](repeating: [], count: pool.bids)
        gates = [Int](repeating: -1, count: pool.bids * pool.institutionCount)
        // A gate that somebody outside this flow took stays shut.
        for gate in blocked { gates[gate] = -2 }
        work = [[Int]](repeating: [], count: pool.experts)
        bidPotential = [Int](repeating: 0, count: pool.bids)
        expertPotential = [Int](repeating: 0, count: pool.experts)
    }

    /// What is found from a bid that still needs somebody.
    private struct Reach {
        var bidDistance: [Int]
        var expertDistance: [Int]
        /// The bid from which an expert was reached.
        var expertFrom: [Int]
        /// The expert who gave up a bid; -1 where the search began.
        var bidFrom: [Int]
        /// The expert whose gate was taken over on the way to an expert; -1 where the gate was free.
        var takenFrom: [Int]
        var end = -1
        var distance = ReviewerFlow.far
    }

    /// Gives reviewers until every bid has enough; nil when it has, else the bids and experts of the cut.
    mutating func run() -> (bids: [Int], experts: [Int])? {
        // One bid after the other: the cheapest flow for the bids so far is the start of the next.
        for bid in 0..<bids {
            while assigned[bid].count < needs[bid] {
                let reach = search(from: bid)
                guard reach.end >= 0 else {
                    return (
                        (0..<bids).filter { reach.bidDistance[$0] < Self.far },
                        (0..<experts).filter { reach.expertDistance[$0] < Self.far }
                    )
                }
                augment(reach)
            }
        }
        return nil
    }

    /// What the next bid of an expert costs; convex, so that the flow takes the cheap ones first.
    private func marginal(_ expert: Int) -> Int { load[expert] < least[expert] ? 0 : Self.aboveLeast + load[expert] }

    private func search(from source: Int) -> Reach {
        var reach = Reach(
            bidDistance: [Int](repeating: Self.far, count: bids),
            expertDistance: [Int](repeating: Self.far, count: experts),
            expertFrom: [Int](repeating: -1, count: experts), bidFrom: [Int](repeating: -1, count: bids),
            takenFrom: [Int](repeating: -1, count: experts))
        var doneBids = [Bool](repeating: false, count: bids)
        var doneExperts = [Bool](repeating: false, count: experts)
        reach.bidDistance[source] = 0
        while true {
            let bid = Self.nearest(reach.bidDistance, doneBids)
            let expert = Self.nearest(reach.expertDistance, doneExperts)
            let bidDistance = bid < 0 ? Self.far : reach.bidDistance[bid]
            let expertDistance = expert < 0 ? Self.far : reach.expertDistance[expert]
            if min(bidDistance, expertDistance) >= min(reach.distance, Self.far) { break }
            if bidDistance <= expertDistance {
                doneBids[bid] = true
                relax(bid, &reach, doneExperts)
            } else {
                doneExperts[expert] = true
                leave(expert, &reach, doneBids, doneExperts)
            }
        }
        return reach
    }

    private static func nearest(_ distances: [Int], _ done: [Bool]) -> Int {
        var (best, place) = (far, -1)
        for index in distances.indices where distances[index] < best && !done[index] {
            best = distances[index]
            place = index
        }
        return place
    }

    /// From a bid to all experts behind free gates.
    private func relax(_ bid: Int, _ reach: inout Reach, _ done: [Bool]) {
        let base = reach.bidDistance[bid] + bidPotential[bid]
        for expert in 0..<experts where allowed[bid * experts + expert] && !done[expert] {
            guard gates[bid * institutionCount + institutions[expert]] == -1 else { continue }
            let distance = base + costs[bid * experts + expert] - expertPotential[expert]
            if distance < reach.expertDistance[expert] {
                reach.expertDistance[expert] = distance
                reach.expertFrom[expert] = bid
                reach.takenFrom[expert] = -1
            }
        }
    }

    /// From an expert to the end, or to a bid that is given up, or to a colleague who takes it over.
    private func leave(_ expert: Int, _ reach: inout Reach, _ doneBids: [Bool], _ doneExperts: [Bool]) {
        let base = reach.expertDistance[expert] + expertPotential[expert]
        let distance = base + marginal(expert) - endPotential
        if load[expert] < most[expert], distance < reach.distance {
            reach.distance = distance
            reach.end = expert
        }
        for bid in work[expert] {
            let given = base - costs[bid * experts + expert]
            if !doneBids[bid], given - bidPotential[bid] < reach.bidDistance[bid] {
                reach.bidDistance[bid] = given - bidPotential[bid]
                reach.bidFrom[bid] = expert
            }
            for other in colleagues[institutions[expert]] where other != expert {
                guard allowed[bid * experts + other], !doneExperts[other] else { continue }
                let distance = given + costs[bid * experts + other] - expertPotential[other]
                if distance < reach.expertDistance[other] {
                    reach.expertDistance[other] = distance
                    reach.expertFrom[other] = bid
                    reach.takenFrom[other] = expert
                }
            }
        }
    }

    /// Moves one reviewer along the path that was found, and keeps all remaining costs at or above nought.
    private mutating func augment(_ reach: Reach) {
        // The distance to the end counts from where the search began, and everything beyond it is that far.
        for bid in 0..<bids { bidPotential[bid] += min(reach.bidDistance[bid], reach.distance) }
        for expert in 0..<experts { expertPotential[expert] += min(reach.expertDistance[expert], reach.distance) }
        endPotential += reach.distance
        var expert = reach.end
        load[expert] += 1
        while expert >= 0 {
            let bid = reach.expertFrom[expert]
            let giver = reach.takenFrom[expert] >= 0 ? reach.takenFrom[expert] : reach.bidFrom[bid]
            assigned[bid].append(expert)
            work[expert].append(bid)
            if giver >= 0 {
                assigned[bid].removeAll { $0 == giver }
                work[giver].removeAll { $0 == bid }
                let left = bid * institutionCount + institutions[giver]
                if gates[left] == giver { gates[left] = -1 }
            }
            gates[bid * institutionCount + institutions[expert]] = expert
            expert = giver
        }
    }
}
