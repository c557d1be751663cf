import Foundation

/// A proposal of who reviews what.
///
/// Conflicts, the number of reviewers, loads, one a institution and fields of knowledge always hold. Of what is left, the
/// pair that suits least suits as well as can be; then the sum of all pairs is as large as can be; then loads are even.
public struct Assignment: Sendable, Hashable, Codable {
    public let version: String
    public let seed: String
    /// By number.
    public let bids: [Bid]
    /// By id.
    public let loads: [Load]
    /// How well the least suitable pair suits.
    public let weakest: Int
    /// How well all pairs suit together.
    public let sum: Int
    /// The sum that no assignment with this weakest pair can pass.
    public let bound: Int
    /// Whether it is proven that neither the weakest pair nor the sum can be better. Without fields of knowledge it
    /// always is; with them a large case may use up the search.
    public let isProven: Bool

    /// The value of a pair that suits perfectly.
    public static let bestSuitability = 1000

    /// A bid's reviewers.
    public struct Bid: Sendable, Hashable, Codable {
        public let number: String
        /// By id.
        public let reviewers: [String]
        /// Who could step in, best first: no conflict, no institution of a reviewer, load to spare.
        public let alternates: [String]
    }

    /// An expert's load.
    public struct Load: Sendable, Hashable, Codable {
        public let expert: String
        public let bids: Int
    }

    /// What comes out.
    public enum Proposal: Sendable, Hashable {
        case assigned(Assignment)
        case impossible(AssignmentCut)
    }

    /// Proposes reviewers.
    /// - Throws: every problem of the case.
    public static func propose(_ wanted: AssignmentCase) throws(SelectionRefusal) -> Proposal {
        let problems = wanted.problems
        if !problems.isEmpty { throw SelectionRefusal(problems: problems) }
        let pool = ReviewerPool(wanted)
        var search = ReviewerSearch(pool)
        guard var found = search.any(from: 0) else {
            return .impossible(AssignmentCut(wanted, pool, wasBrokenOff: search.wasBrokenOff))
        }
        // The highest value that every pair can reach, by halving.
        let values = Set(zip(pool.suitability, pool.allowed).filter(\.1).map(\.0)).sorted()
        var (low, high) = (0, values.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if let better = search.any(from: values[middle]) {
                found = better
                low = middle
            } else {
                high = middle - 1
            }
        }
        let best = search.best(from: values.isEmpty ? 0 : values[low]) ?? found
        return .assigned(Assignment(wanted, pool, best, search))
    }

    private init(
        _ wanted: AssignmentCase, _ pool: ReviewerPool, _ solution: ReviewerSearch.Solution, _ search: ReviewerSearch
    ) {
        version = SelectionLibrary.version
        seed = wanted.seed
        var load = [Int](repeating: 0, count: pool.experts)
        for expert in solution.reviewers.joined() { load[expert] += 1 }
        bids = solution.reviewers.enumerated().map { bid, reviewers in
            Bid(
                number: pool.bidNumbers[bid], reviewers: reviewers.map { pool.expertNames[$0] }.sorted(),
                alternates: Self.alternates(bid, reviewers, load, pool, count: wanted.alternates))
        }.sorted { $0.number < $1.number }
        loads = zip(pool.expertNames, load).map { Load(expert: $0, bids: $1) }.sorted { $0.expert < $1.expert }
        weakest =
            solution.reviewers.enumerated()
            .flatMap { bid, reviewers in reviewers.map { pool.suitability[pool.pair(bid, $0)] } }.min() ?? 0
        sum = solution.sum
        bound = search.bound
        isProven = !search.wasBrokenOff
    }

    private static func alternates(
        _ bid: Int, _ reviewers: [Int], _ load: [Int], _ pool: ReviewerPool, count: Int
    ) -> [String] {
        let institutions = Set(reviewers.map { pool.institutions[$0] })
        let free = (0..<pool.experts).filter {
            pool.allowed[pool.pair(bid, $0)] && !institutions.contains(pool.institutions[$0])
                && load[$0] < pool.most[$0]
        }
        return free.sorted { left, right in
            let (one, other) = (pool.suitability[pool.pair(bid, left)], pool.suitability[pool.pair(bid, right)])
            return one != other ? one > other : left < right
        }.prefix(count).map { pool.expertNames[$0] }
    }

    /// The proposal as JSON; the same case gives the same bytes.
    /// - Throws: an `EncodingError` where a number is not finite.
    public func json() throws -> Data { try SelectionJSON.bytes(self) }
}
