/// Looks for the best reviewers under fields of knowledge, which a flow alone cannot hold: branch and bound over the
/// flow without them.
struct ReviewerSearch {
    /// Who reviews each bid, and what it is worth.
    struct Solution {
        let reviewers: [[Int]]
        let sum: Int
    }

    private let pool: ReviewerPool
    /// How many flows may still be computed.
    private(set) var steps: Int
    /// Whether a search was broken off because its steps were used up.
    private(set) var wasBrokenOff = false
    /// The sum that no solution can pass.
    private(set) var bound = 0

    init(_ pool: ReviewerPool) {
        self.pool = pool
        steps = max(40, 1_000_000 / max(1, pool.bids * pool.experts))
    }

    /// What is decided on the way down: pairs that must be, pairs that must not.
    private struct Branch {
        var allowed: [Bool]
        var forced: [[Int]]
    }

    /// Any solution with pairs that suit at least so well, or nil.
    mutating func any(from least: Int) -> Solution? {
        var best: Solution?
        start(least, ranked: false, &best)
        return best
    }

    /// The solution with the largest sum, of pairs that suit at least so well, or nil.
    mutating func best(from least: Int) -> Solution? {
        var best: Solution?
        start(least, ranked: true, &best)
        return best
    }

    private mutating func start(_ least: Int, ranked: Bool, _ best: inout Solution?) {
        let none = [[Int]](repeating: [], count: pool.bids)
        let root = Branch(allowed: pool.allowed(from: least), forced: none)
        guard let first = solve(root, ranked: ranked) else { return }
        if ranked { bound = first.sum }
        if uncovered(first) == nil {
            best = first
            return
        }
        best = reserved(root, first, ranked: ranked)
        if best != nil && !ranked { return }
        if let best, best.sum == first.sum { return }
        search(root, ranked: ranked, &best)
    }

    /// The first bid with a field that nobody of its reviewers holds.
    private func uncovered(_ solution: Solution) -> (bid: Int, field: String)? {
        for bid in 0..<pool.bids {
            if let field = pool.missing(bid, solution.reviewers[bid]).first { return (bid, field) }
        }
        return nil
    }

    private mutating func search(_ branch: Branch, ranked: Bool, _ best: inout Solution?) {
        if steps <= 0 {
            wasBrokenOff = true
            return
        }
        guard let solution = solve(branch, ranked: ranked) else { return }
        if let best, !ranked || solution.sum <= best.sum { return }
        guard let (bid, field) = uncovered(solution) else {
            best = solution
            return
        }
        var branch = branch
        for expert in candidates(bid, field, branch) {
            var child = branch
            child.forced[bid].append(expert)
            search(child, ranked: ranked, &best)
            if !ranked, best != nil { return }
            branch.allowed[pool.pair(bid, expert)] = false
        }
    }

    /// Experts who hold a field and may still be given a bid, the most suitable first.
    private func candidates(_ bid: Int, _ field: String, _ branch: Branch) -> [Int] {
        let taken = Set(branch.forced[bid].map { pool.institutions[$0] })
        guard branch.forced[bid].count < pool.reviewersPerBid else { return [] }
        return (0..<pool.experts).filter {
            branch.allowed[pool.pair(bid, $0)] && pool.held[$0].contains(field)
                && !taken.contains(pool.institutions[$0])
        }.sorted { left, right in
            let (one, other) = (pool.suitability[pool.pair(bid, left)], pool.suitability[pool.pair(bid, right)])
            return one != other ? one > other : left < right
        }
    }

    /// A solution made by giving each uncovered bid somebody who holds the field, field by field, and then all the rest.
    private mutating func reserved(_ root: Branch, _ first: Solution, ranked: Bool) -> Solution? {
        var branch = root
        var solution = first
        for round in 0..<4 {
            var open: [String: [Int]] = [:]
            if uncovered(solution) == nil { return solution }
            // What the first rounds do not cover bid by bid, the third reserves for all bids at once.
            for bid in 0..<pool.bids {
                let reviewers = round < 2 ? solution.reviewers[bid] : branch.forced[bid]
                for field in pool.missing(bid, reviewers) { open[field, default: []].append(bid) }
            }
            for field in open.keys.sorted(by: CanonicalInput.precedes) {
                let bids = (open[field] ?? []).filter { pool.missing($0, branch.forced[$0]).contains(field) }
                guard reserve(field, bids, &branch) else { return nil }
            }
            guard let next = solve(branch, ranked: ranked) else { return nil }
            solution = next
        }
        return uncovered(solution) == nil ? solution : nil
    }

    /// Forces one expert who holds a field on each of some bids.
    private func reserve(_ field: String, _ bids: [Int], _ branch: inout Branch) -> Bool {
        var needs = [Int](repeating: 0, count: pool.bids)
        for bid in bids {
            guard branch.forced[bid].count < pool.reviewersPerBid else { return false }
            needs[bid] = 1
        }
        var allowed = branch.allowed
        for expert in 0..<pool.experts where !pool.held[expert].contains(field) {
            for bid in 0..<pool.bids { allowed[pool.pair(bid, expert)] = false }
        }
        var flow = self.flow(branch, allowed: allowed, needs: needs, ranked: true)
        guard flow.run() == nil else { return false }
        for bid in bids { branch.forced[bid] += flow.assigned[bid] }
        return true
    }

    /// The best that a branch can be without its fields.
    private mutating func solve(_ branch: Branch, ranked: Bool) -> Solution? {
        steps -= 1
        let needs = branch.forced.map { pool.reviewersPerBid - $0.count }
        var flow = self.flow(branch, allowed: branch.allowed, needs: needs, ranked: ranked)
        // What is forced may already be more than an expert can bear.
        guard zip(flow.load, pool.most).allSatisfy({ $0 <= $1 }), flow.run() == nil,
            zip(flow.load, pool.least).allSatisfy({ $0 >= $1 })
        else { return nil }
        let reviewers = zip(branch.forced, flow.assigned).map { $0 + $1 }
        var sum = 0
        for (bid, experts) in reviewers.enumerated() {
            for expert in experts { sum += pool.suitability[pool.pair(bid, expert)] }
        }
        return Solution(reviewers: reviewers, sum: sum)
    }

    private func flow(_ branch: Branch, allowed: [Bool], needs: [Int], ranked: Bool) -> ReviewerFlow {
        var load = [Int](repeating: 0, count: pool.experts)
        var blocked: [Int] = []
        for (bid, experts) in branch.forced.enumerated() {
            for expert in experts {
                load[expert] += 1
                blocked.append(bid * pool.institutionCount + pool.institutions[expert])
            }
        }
        let costs = pool.suitability.map { ranked ? (Assignment.bestSuitability - $0) * ReviewerFlow.unit : 0 }
        return ReviewerFlow(pool, allowed: allowed, costs: costs, needs: needs, blocked: blocked, load: load)
    }
}
