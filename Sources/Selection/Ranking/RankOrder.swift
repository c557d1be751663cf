/// The order of bids by total, tie rules and draw.
struct RankOrder {
    /// Rows in rank order, not yet funded.
    private(set) var ranked: [Ranking.Row] = []
    /// The bids of `ranked`.
    private(set) var bids: [RankingCase.Bid] = []
    /// Bids without a rank, by number.
    private(set) var unranked: [Ranking.Row] = []
    /// Groups of equal bids that wait for a seed.
    private(set) var awaitingDraw: [[String]] = []

    private struct Entry {
        let bid: RankingCase.Bid
        let sheet: ScoreSheet
        /// The total and what tie rules look at, more is better.
        let keys: [Int]
    }

    private let rules: CallRules

    init(_ frozen: RankingCase) {
        rules = frozen.rules
        let scoring = Scoring(rules)
        let places = rules.ties.map { tie -> Int? in
            guard case .criterion(let id) = tie else { return nil }
            return scoring.grid.nodes.firstIndex { $0.criterion.id == id }
        }
        var entries: [Entry] = []
        entries.reserveCapacity(frozen.bids.count)
        for bid in frozen.bids {
            let sheet = scoring.sheet(of: bid)
            if let outcome = Self.outcomeWithoutRank(bid, sheet) {
                unranked.append(Self.row(bid, sheet, outcome: outcome))
            } else {
                entries.append(Entry(bid: bid, sheet: sheet, keys: keys(bid, sheet, places)))
            }
        }
        unranked.sort { $0.number < $1.number }
        // Places are sorted, not the entries themselves: moving a whole bid costs more than comparing two.
        let sorted = entries.indices.sorted { left, right in
            for key in entries[left].keys.indices where entries[left].keys[key] != entries[right].keys[key] {
                return entries[left].keys[key] > entries[right].keys[key]
            }
            return entries[left].bid.number < entries[right].bid.number
        }
        place(sorted.map { entries[$0] })
    }

    private static func outcomeWithoutRank(_ bid: RankingCase.Bid, _ sheet: ScoreSheet) -> Ranking.Outcome? {
        if !bid.ineligible.isEmpty { return .ineligible }
        if !sheet.open.isEmpty { return .unsettled }
        if sheet.isOutOfScope { return .outOfScope }
        return sheet.below.isEmpty ? nil : .belowThreshold
    }

    private func keys(_ bid: RankingCase.Bid, _ sheet: ScoreSheet, _ places: [Int?]) -> [Int] {
        var keys = [sheet.total?.millionths ?? Int.min]
        for (tie, place) in zip(rules.ties, places) {
            switch tie {
            case .criterion:
                keys.append(place.flatMap { sheet.results[$0].points?.millionths } ?? Int.min)
            case .lowerRequest: keys.append(-bid.requestedCents)
            // A bid that does not carry the figure comes last.
            case .higher(let figure): keys.append(bid.figures[figure]?.millionths ?? Int.min)
            case .lower(let figure): keys.append(bid.figures[figure].map { -$0.millionths } ?? Int.min)
            }
        }
        return keys
    }

    /// Gives out ranks, and draws where all keys are equal.
    private mutating func place(_ entries: [Entry]) {
        let draw = rules.seed.map(Draw.init)
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].keys == entries[start].keys { end += 1 }
            let before = start > 0 ? decision(entries[start - 1].keys, entries[start].keys) : ""
            let group = Array(entries[start..<end])
            if group.count == 1 {
                add(group[0], decidedBy: before, ticket: nil)
            } else if let draw {
                let drawn = group.map { (draw.ticket($0.bid.number), $0) }.sorted { $0.0 < $1.0 }
                for (index, (ticket, entry)) in drawn.enumerated() {
                    add(entry, decidedBy: index == 0 ? before : "draw", ticket: ticket)
                }
            } else {
                awaitingDraw.append(group.map(\.bid.number))
                for (index, entry) in group.enumerated() {
                    add(entry, decidedBy: index == 0 ? before : "open", ticket: nil)
                }
            }
            start = end
        }
    }

    /// The first key on which two bids differ.
    private func decision(_ above: [Int], _ below: [Int]) -> String {
        for (index, (one, other)) in zip(above, below).enumerated() where one != other {
            return index == 0 ? "total" : rules.ties[index - 1].name
        }
        return "draw"
    }

    private mutating func add(_ entry: Entry, decidedBy: String, ticket: String?) {
        bids.append(entry.bid)
        ranked.append(
            Self.row(
                entry.bid, entry.sheet, outcome: .notSelected, rank: ranked.count + 1, decidedBy: decidedBy,
                ticket: ticket))
    }

    private static func row(
        _ bid: RankingCase.Bid, _ sheet: ScoreSheet, outcome: Ranking.Outcome, rank: Int? = nil,
        decidedBy: String = "", ticket: String? = nil
    ) -> Ranking.Row {
        Ranking.Row(
            number: bid.number, rank: rank, total: sheet.total, results: sheet.results, decidedBy: decidedBy,
            ticket: ticket, outcome: outcome, grantedCents: 0, reservePlace: nil, wasPassedOver: false,
            below: sheet.below, open: outcome == .ineligible ? [] : sheet.open.map(\.name))
    }
}
