import Foundation

/// Why no assignment is possible: bids that need more reviews than anybody can give them.
public struct AssignmentCut: Sendable, Hashable, Codable {
    /// What stands in the way.
    public let kind: Kind
    /// The bids concerned, by number.
    public let bids: [String]
    /// The experts who could review them and are used up, or who cannot reach their least load, by id.
    public let experts: [String]
    /// The field of knowledge that is short; empty where it is not about fields.
    public let field: String
    /// How many reviews these bids need.
    public let needed: Int
    /// How many of them can be given at most.
    public let available: Int
    /// Pairs of these bids that a conflict shuts out, by expert and bid.
    public let conflicts: [AssignmentCase.Conflict]

    /// What stands in the way of an assignment.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// Too few reviewers for these bids, after conflicts, institutions and loads.
        case reviewers
        /// Too few who hold a field.
        case field
        /// Some experts cannot be given their least load.
        case leastLoad
        /// Every rule alone can be met, all together cannot.
        case together
        /// The search was broken off before it found an assignment or proved that there is none.
        case notFound
    }

    init(_ wanted: AssignmentCase, _ pool: ReviewerPool, wasBrokenOff: Bool) {
        let all = [Int](repeating: pool.reviewersPerBid, count: pool.bids)
        var flow = Self.flow(pool, pool.allowed, all)
        if let cut = flow.run() {
            self.init(.reviewers, cut, "", all, flow, wanted, pool)
            return
        }
        let short = (0..<pool.experts).filter { flow.load[$0] < pool.least[$0] }
        if !short.isEmpty {
            self.init(.leastLoad, ([], short), "", all, flow, wanted, pool)
            return
        }
        for field in Set(pool.needed.joined()).sorted(by: CanonicalInput.precedes) {
            let needs = pool.needed.map { $0.contains(field) ? 1 : 0 }
            let allowed = pool.allowed.indices.map {
                pool.allowed[$0] && pool.held[$0 % pool.experts].contains(field)
            }
            var held = Self.flow(pool, allowed, needs)
            if let cut = held.run() {
                self.init(.field, cut, field, needs, held, wanted, pool)
                return
            }
        }
        self.init(wasBrokenOff ? .notFound : .together, ([], []), "", all, flow, wanted, pool)
    }

    private static func flow(_ pool: ReviewerPool, _ allowed: [Bool], _ needs: [Int]) -> ReviewerFlow {
        ReviewerFlow(
            pool, allowed: allowed, costs: [Int](repeating: 0, count: allowed.count), needs: needs, blocked: [],
            load: [Int](repeating: 0, count: pool.experts))
    }

    private init(
        _ kind: Kind, _ cut: (bids: [Int], experts: [Int]), _ field: String, _ needs: [Int], _ flow: ReviewerFlow,
        _ wanted: AssignmentCase, _ pool: ReviewerPool
    ) {
        let numbers = Set(cut.bids.map { pool.bidNumbers[$0] })
        self.kind = kind
        self.field = field
        bids = numbers.sorted()
        experts = cut.experts.map { pool.expertNames[$0] }.sorted()
        needed = cut.bids.reduce(0) { $0 + needs[$1] }
        available = cut.bids.reduce(0) { $0 + flow.assigned[$1].count }
        conflicts = wanted.conflicts.filter { numbers.contains($0.bid) }
            .sorted { ($0.expert, $0.bid, $0.reason) < ($1.expert, $1.bid, $1.reason) }
    }

    /// The cut as JSON; the same case gives the same bytes.
    /// - Throws: an `EncodingError` where a number is not finite.
    public func json() throws -> Data { try SelectionJSON.bytes(self) }
}
