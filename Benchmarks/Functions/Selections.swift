import Benchmark
import Selection

/// What a call costs to compute: its ranking, and its reviewers.
func selections() {
    for bids in [1_000, 10_000] {
        Benchmark(
            "\(bids) bids with 3 reports ranked and hashed",
            closure: { benchmark, frozen in
                for _ in benchmark.scaledIterations { blackHole(try Ranking(frozen)) }
            },
            setup: { SelectionSample.call(bids: bids) })
    }
    for fields in [false, true] {
        Benchmark(
            "reviewers for 300 bids from 80 experts, 3 each\(fields ? ", with fields of knowledge" : "")",
            closure: { benchmark, wanted in
                for _ in benchmark.scaledIterations { blackHole(try Assignment.propose(wanted)) }
            },
            setup: { SelectionSample.reviewers(fields: fields) })
    }
}

/// Invented calls, the same in every run.
private enum SelectionSample {
    /// A number below a limit that looks random and depends on its place only.
    static func number(_ place: Int, _ limit: Int) -> Int {
        var mixed = UInt64(truncatingIfNeeded: place) &* 0x9e37_79b9_7f4a_7c15
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }

    static func call(bids: Int) -> RankingCase {
        let parts = (0..<5).map { Criterion(id: "c\($0)", weight: $0 + 1, scale: Scale(highest: Points(5))) }
        var rules = CallRules(criteria: Criterion(id: "total", threshold: Points(50), parts: parts))
        rules.ties = [.criterion("c4"), .lowerRequest]
        rules.seed = "seed"
        rules.budget = BudgetRule(cents: 100 * bids, places: bids / 3)
        let made = (0..<bids).map { bid in
            RankingCase.Bid(
                number: "B-\(bid)", requestedCents: number(bid, 5) * 100,
                labels: ["region": "R\(bid % 8)"],
                reports: (0..<3).map { reviewer in
                    Report(
                        reviewer: "E-\(bid % 26)-\(reviewer)",
                        scores: (0..<5).map {
                            Score("c\($0)", Points(Double(number(bid * 15 + reviewer * 5 + $0, 4) + 2)))
                        })
                })
        }
        return RankingCase(call: "sample", rules: rules, bids: made)
    }

    static func reviewers(fields: Bool) -> AssignmentCase {
        let names = ["energy", "mobility", "waste", "buildings", "finance"]
        var wanted = AssignmentCase(
            reviewersPerBid: 3, seed: "seed", alternates: 3,
            bids: (0..<300).map { .init("B-\($0)", fields: fields ? [names[$0 % 5], names[$0 / 5 % 5]] : []) },
            experts: (0..<80).map {
                .init(
                    "E-\($0)", institution: "I-\($0 % 40)",
                    fields: fields ? [names[$0 % 5], names[number($0, 5)]] : [], least: 3, most: 14)
            })
        for bid in 0..<300 {
            for expert in 0..<80 {
                let place = bid * 80 + expert
                if number(place, 20) == 0 { wanted.conflicts.append(.init(expert: "E-\(expert)", bid: "B-\(bid)")) }
                wanted.suitability.append(
                    .init(expert: "E-\(expert)", bid: "B-\(bid)", value: number(place + 1_000_000, 1001)))
            }
        }
        return wanted
    }
}
