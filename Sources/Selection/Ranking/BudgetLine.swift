/// How money and places are handed out down the ranking.
struct BudgetLine {
    private let budget: BudgetRule
    private let bids: [RankingCase.Bid]

    init(_ budget: BudgetRule, _ bids: [RankingCase.Bid]) {
        self.budget = budget
        self.bids = bids
    }

    /// Gives every ranked row its outcome.
    func apply(to rows: inout [Ranking.Row]) {
        var left = budget.cents ?? Int.max
        var places = budget.places ?? Int.max
        var isClosed = false
        var passedOver: [Int] = []
        for index in rows.indices {
            let bid = bids[index]
            guard !isClosed, places > 0 else { break }
            if bid.requestedCents <= left {
                grant(bid.requestedCents, .selected, &rows[index])
                for earlier in passedOver { rows[earlier].wasPassedOver = true }
            } else if let part = part(of: bid, left) {
                grant(part, .partlyFunded, &rows[index])
                for earlier in passedOver { rows[earlier].wasPassedOver = true }
                isClosed = true
            } else {
                passedOver.append(index)
                isClosed = !budget.passesOver
                continue
            }
            places -= 1
            left -= budget.cents == nil ? 0 : rows[index].grantedCents
        }
        Self.fillReserve(&rows, limit: budget.reserve)
    }

    /// What is left, where it is enough of the request.
    private func part(of bid: RankingCase.Bid, _ left: Int) -> Int? {
        guard let percent = budget.leastPercent, bid.takesPart, left > 0 else { return nil }
        // Requests are bounded, so this does not overflow.
        return left * 100 >= bid.requestedCents * percent ? left : nil
    }

    private func grant(_ cents: Int, _ outcome: Ranking.Outcome, _ row: inout Ranking.Row) {
        row.outcome = outcome
        row.grantedCents = budget.cents == nil ? 0 : cents
    }

    /// Puts what is ranked and not selected on the reserve list, best first.
    static func fillReserve(_ rows: inout [Ranking.Row], limit: Int?) {
        var place = 0
        for index in rows.indices where rows[index].outcome == .notSelected && place < limit ?? Int.max {
            place += 1
            rows[index].outcome = .reserve
            rows[index].reservePlace = place
        }
    }
}
