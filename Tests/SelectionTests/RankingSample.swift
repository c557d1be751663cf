import Selection

/// Calls to rank: one small by hand, and random ones from a seed.
enum RankingSample {
    static let criteria = Criterion(
        id: "total", threshold: Points(50),
        parts: [
            Criterion(id: "impact", weight: 3, scale: Scale(highest: Points(5)), threshold: Points(2)),
            Criterion(
                id: "means", weight: 2,
                parts: [
                    Criterion(id: "team", weight: 1, scale: Scale(highest: Points(5))),
                    Criterion(id: "risk", weight: 1, scale: Scale(highest: Points(5)), mayBeInapplicable: true),
                ]),
        ])

    static func report(_ reviewer: String, _ impact: Double, _ team: Double, _ risk: Double?) -> Report {
        Report(
            reviewer: reviewer,
            scores: [
                Score("impact", Points(impact)), Score("team", Points(team)),
                Score("risk", risk.map { Points($0) }, comment: risk == nil ? "Nothing to build." : ""),
            ])
    }

    static func bid(_ number: String, _ reports: [Report], cents: Int = 100) -> RankingCase.Bid {
        RankingCase.Bid(number: number, requestedCents: cents, reports: reports)
    }

    static func random(_ seed: UInt64, bids: Int) -> RankingCase {
        var numbers = SeededNumbers(seed)
        var rules = CallRules(criteria: criteria, combining: Bool.random(using: &numbers) ? .mean : .median)
        rules.ties = [.criterion("impact"), .lowerRequest, .higher("population")]
        rules.seed = "2026-10-30"
        rules.decimals = Int.random(in: 0...2, using: &numbers)
        rules.budget = BudgetRule(
            cents: Bool.random(using: &numbers) ? Int.random(in: 0...1500, using: &numbers) : nil,
            places: Bool.random(using: &numbers) ? Int.random(in: 0...bids, using: &numbers) : nil,
            leastPercent: Bool.random(using: &numbers) ? Int.random(in: 1...100, using: &numbers) : nil,
            passesOver: Bool.random(using: &numbers), reserve: Bool.random(using: &numbers) ? 2 : nil)
        let made = (0..<bids).map { index in
            var bid = RankingCase.Bid(number: "B-\(index)")
            bid.requestedCents = Int.random(in: 1...3, using: &numbers) * 100
            bid.takesPart = Bool.random(using: &numbers)
            bid.figures["population"] = Points(Double(Int.random(in: 1...2, using: &numbers)))
            bid.labels = [
                "region": "R\(Int.random(in: 0...2, using: &numbers))",
                "size": Bool.random(using: &numbers) ? "large" : "small",
            ]
            bid.reports = (0..<2).map { reviewer in
                report(
                    "E-\(reviewer)", Double(Int.random(in: 2...5, using: &numbers)),
                    Double(Int.random(in: 2...5, using: &numbers)),
                    Int.random(in: 0..<4, using: &numbers) == 0 ? nil : Double(Int.random(in: 2...5, using: &numbers)))
            }
            return bid
        }
        return RankingCase(call: "random", rules: rules, bids: made)
    }

    /// The same case with every list of rows in another order.
    static func shuffled(_ frozen: RankingCase, _ seed: UInt64) -> RankingCase {
        var numbers = SeededNumbers(seed)
        var other = frozen
        other.bids.shuffle(using: &numbers)
        for bid in other.bids.indices {
            other.bids[bid].reports.shuffle(using: &numbers)
            other.bids[bid].calibrations.shuffle(using: &numbers)
            for report in other.bids[bid].reports.indices {
                other.bids[bid].reports[report].scores.shuffle(using: &numbers)
            }
            other.bids[bid].consensus?.scores.shuffle(using: &numbers)
        }
        other.rules.diversity.shuffle(using: &numbers)
        other.choice?.selected.shuffle(using: &numbers)
        return other
    }
}
