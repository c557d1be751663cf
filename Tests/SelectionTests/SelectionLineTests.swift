import Selection
import Testing

/// Budget line, partial funding, reserve list and strategic selection.
@Suite struct SelectionLineTests {
    /// Bids in rank order A, B, C … that ask for so much.
    private func frozen(_ cents: [Int], _ budget: BudgetRule) -> RankingCase {
        let names = ["A", "B", "C", "D", "E", "F"]
        let bids = zip(names, cents).enumerated().map { index, bid in
            var made = RankingSample.bid(bid.0, [RankingSample.report("E1", 5, 5, 5)], cents: bid.1)
            made.figures["place"] = Points(Double(index))
            return made
        }
        var rules = CallRules(criteria: RankingSample.criteria, ties: [.lower("place")])
        rules.budget = budget
        return RankingCase(call: "line", rules: rules, bids: bids)
    }

    private func words(_ frozen: RankingCase) throws -> [String] {
        try Ranking(frozen).rows.map {
            "\($0.number) \($0.outcome.rawValue) \($0.grantedCents) \($0.reservePlace ?? 0)"
        }
    }

    @Test func theLineIsDrawnWhereMoneyOrPlacesEnd() throws {
        #expect(
            try words(frozen([50, 60, 10, 10], BudgetRule(cents: 100, reserve: 2)))
                == ["A selected 50 0", "B reserve 0 1", "C reserve 0 2", "D notSelected 0 0"])
        #expect(
            try words(frozen([50, 60, 10, 10], BudgetRule(cents: 100, passesOver: true)))
                == ["A selected 50 0", "B reserve 0 1", "C selected 10 0", "D selected 10 0"])
        #expect(
            try words(frozen([50, 60, 10], BudgetRule(cents: 100, leastPercent: 80)))
                == ["A selected 50 0", "B partlyFunded 50 0", "C reserve 0 1"])
        #expect(
            try words(frozen([50, 60, 10], BudgetRule(cents: 100, leastPercent: 84)))
                == ["A selected 50 0", "B reserve 0 1", "C reserve 0 2"])
        #expect(
            try words(frozen([50, 60, 10], BudgetRule(places: 2)))
                == ["A selected 0 0", "B selected 0 0", "C reserve 0 1"])
    }

    @Test func whoWasPassedOverIsMarked() throws {
        let rows = try Ranking(frozen([50, 60, 10, 90], BudgetRule(cents: 100, passesOver: true))).rows
        #expect(rows.map(\.wasPassedOver) == [false, true, false, false])
        let left = try Ranking(frozen([50, 20], BudgetRule(cents: 100)))
        #expect(left.grantedCents == 70 && left.leftCents == 30)
    }

    @Test func everyDepartureNeedsAReason() throws {
        var frozen = frozen([10, 10, 10], BudgetRule(places: 2))
        frozen.choice = StrategicChoice(selected: ["A", "C"], reasons: ["C": "Its region has no other city."])
        var result = try Ranking(frozen)
        #expect(result.strategic.departures.map(\.number) == ["B", "C"])
        #expect(result.strategic.findings.map { "\($0.check) \($0.of)" } == ["no-reason B"] && !result.isFinal)
        frozen.choice?.reasons["B"] = "One city a county."
        result = try Ranking(frozen)
        #expect(result.isFinal && result.rows.map(\.outcome) == [.selected, .reserve, .selected])
        frozen.choice = StrategicChoice(selected: ["A", "B"])
        #expect(try Ranking(frozen).strategic.departures.isEmpty)
    }

    @Test func aChoiceCannotPassThresholdsPlacesOrMoney() throws {
        var frozen = frozen([10, 10, 10], BudgetRule(cents: 25, places: 2))
        frozen.bids[2].reports[0].scores[0].points = Points(0)
        frozen.choice = StrategicChoice(selected: ["A", "B", "C"], reasons: ["C": "Wished for."])
        #expect(try Ranking(frozen).strategic.findings.map(\.check) == ["not-ranked"])
        frozen.bids[2].reports[0].scores[0].points = Points(5)
        #expect(try Ranking(frozen).strategic.findings.map(\.check) == ["over-places", "over-budget"])
        frozen.choice = nil
        frozen.rules.diversity = [DiversityRule("region", "North", atLeast: 1)]
        frozen.bids[2].labels["region"] = "North"
        let result = try Ranking(frozen)
        #expect(result.strategic.findings.map { "\($0.check) \($0.of)" } == ["too-few region North"])
        #expect(result.strategic.proposal == ["A", "C"] && !result.isFinal)
    }

    @Test(arguments: 0..<400) func theProposalIsTheBestOfAllSelections(seed: UInt64) throws {
        var numbers = SeededNumbers(seed)
        var frozen = RankingSample.random(seed, bids: 9)
        frozen.rules.diversity = [
            DiversityRule("region", atMost: Int.random(in: 1...3, using: &numbers)),
            DiversityRule("size", "small", atLeast: Int.random(in: 0...3, using: &numbers)),
            DiversityRule("region", "R1", atLeast: Int.random(in: 0...1, using: &numbers)),
        ]
        let result = try Ranking(frozen)
        let ranked = result.rows.filter { $0.rank != nil }.compactMap { row in
            frozen.bids.first { $0.number == row.number }
        }
        var best: [Int]?
        for mask in 0..<(1 << ranked.count) {
            let taken = ranked.indices.filter { mask >> $0 & 1 == 1 }
            guard isAllowed(taken.map { ranked[$0] }, ranked, frozen.rules) else { continue }
            let isBetter = best.map { best in
                taken.count != best.count ? taken.count > best.count : taken.lexicographicallyPrecedes(best)
            }
            if isBetter ?? true { best = taken }
        }
        #expect(result.strategic.proposal == best?.map { ranked[$0].number }, "seed \(seed)")
    }

    private func isAllowed(_ taken: [RankingCase.Bid], _ ranked: [RankingCase.Bid], _ rules: CallRules) -> Bool {
        if taken.count > rules.budget.places ?? Int.max { return false }
        if let cents = rules.budget.cents, taken.reduce(0, { $0 + $1.requestedCents }) > cents { return false }
        for rule in rules.diversity {
            let values = rule.value.map { [$0] } ?? Set(ranked.compactMap { $0.labels[rule.label] }).sorted()
            for value in values {
                let count = taken.count { $0.labels[rule.label] == value }
                if count < rule.atLeast || count > rule.atMost ?? Int.max { return false }
            }
        }
        return true
    }
}
