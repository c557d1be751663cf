/// What the ranking would be without one reviewer after the other: a diagnostic that changes nothing.
public struct RankStability: Sendable, Hashable, Codable {
    public let reviewers: [Reviewer]
    /// By number, for bids that are ranked.
    public let bids: [Bid]

    /// The ranking without a reviewer.
    public struct Reviewer: Sendable, Hashable, Codable {
        public let reviewer: String
        /// Bids that are selected only with, or only without, this reviewer, by number.
        public let changed: [String]
    }

    /// How far a bid moves.
    public struct Bid: Sendable, Hashable, Codable {
        public let number: String
        public let rank: Int
        /// Its best and worst rank when one reviewer is left out; a bid that loses its rank counts in `timesUnranked`.
        public let best: Int
        public let worst: Int
        public let timesUnranked: Int
    }

    /// Leaves one reviewer out after the other. Consensus and calibrations stand on all reviewers and are left out as
    /// well, as are the number of reports needed, the spread rule and the jury's choice, in all rankings compared.
    /// - Throws: every problem of the case.
    public init(_ frozen: RankingCase) throws(SelectionRefusal) {
        let plain = Self.plain(frozen)
        let whole = try Ranking(plain)
        let selected = Self.selected(whole)
        let names = Set(frozen.bids.flatMap { $0.reports.filter(\.counts).map(\.reviewer) }).sorted()
        var reviewers: [Reviewer] = []
        var ranks: [String: [Int]] = [:]
        for name in names {
            var other = plain
            for index in other.bids.indices { other.bids[index].reports.removeAll { $0.reviewer == name } }
            let ranking = try Ranking(other)
            for row in ranking.rows { if let rank = row.rank { ranks[row.number, default: []].append(rank) } }
            reviewers.append(
                Reviewer(reviewer: name, changed: Self.selected(ranking).symmetricDifference(selected).sorted()))
        }
        self.reviewers = reviewers
        bids = whole.rows.compactMap { row in
            row.rank.map { rank in
                let found = ranks[row.number] ?? []
                return Bid(
                    number: row.number, rank: rank, best: min(rank, found.min() ?? rank),
                    worst: max(rank, found.max() ?? rank), timesUnranked: names.count - found.count)
            }
        }.sorted { $0.number < $1.number }
    }

    private static func plain(_ frozen: RankingCase) -> RankingCase {
        var plain = frozen
        plain.choice = nil
        plain.rules.spread = SpreadRule()
        plain.rules.reportsNeeded = 1
        for index in plain.bids.indices {
            plain.bids[index].consensus = nil
            plain.bids[index].calibrations = []
            plain.bids[index].reports.removeAll { !$0.counts }
        }
        return plain
    }

    private static func selected(_ ranking: Ranking) -> Set<String> {
        Set(ranking.rows.filter { $0.outcome == .selected || $0.outcome == .partlyFunded }.map(\.number))
    }
}
