import Selection
import Testing

/// The order of bids: by hand, under other orders of rows, and when a mark rises.
@Suite struct RankingTests {
    private func ranking(_ bids: [RankingCase.Bid], _ change: (inout CallRules) -> Void = { _ in }) throws -> Ranking {
        var rules = CallRules(criteria: RankingSample.criteria)
        change(&rules)
        return try Ranking(RankingCase(call: "small", rules: rules, bids: bids))
    }

    @Test func totalsByHand() throws {
        let bids = [
            // impact 4/5 = 80, team 60, risk 100: means 80; (3·80 + 2·80) / 5 = 80.
            RankingSample.bid("A", [RankingSample.report("E1", 4, 3, 5)]),
            // risk does not apply: means is team alone, 60; (3·80 + 2·60) / 5 = 72. As nought it would be 60.
            RankingSample.bid("B", [RankingSample.report("E1", 4, 3, nil)]),
            // impact (3+4)/2 = 3.5 of 5 = 70; team 80; risk of the one to whom it applies 40: means 60; 66.
            RankingSample.bid("C", [RankingSample.report("E1", 3, 4, 2), RankingSample.report("E2", 4, 4, nil)]),
            // impact 1 is below its threshold of 2 although the total is (3·20 + 2·100) / 5 = 52.
            RankingSample.bid("D", [RankingSample.report("E1", 1, 5, 5)]),
            // impact 2 reaches it, the total (3·40 + 2·50) / 5 = 44 does not.
            RankingSample.bid("E", [RankingSample.report("E1", 2, 2, 3)]),
        ]
        let rows = try ranking(bids).rows
        #expect(rows.map(\.number) == ["A", "B", "C", "D", "E"])
        #expect(rows.map { $0.total?.value } == [80, 72, 66, 52, 44])
        #expect(rows.map(\.rank) == [1, 2, 3, nil, nil])
        #expect(rows.map(\.below) == [[], [], [], ["impact"], ["total"]])
        #expect(rows[1].results.map { $0.points?.value } == [72, 4, 60, 3, nil])
        #expect(rows.map(\.decidedBy) == ["", "total", "total", "", ""])
    }

    @Test func spreadOpensAndConsensusSettles() throws {
        var bid = RankingSample.bid("A", [RankingSample.report("E1", 5, 4, 4), RankingSample.report("E2", 3, 4, 4)])
        let meet: (inout CallRules) -> Void = { $0.spread.criterionPoints = Points(2) }
        var result = try ranking([bid], meet)
        #expect(result.rows[0].outcome == .unsettled && result.rows[0].open == ["spread impact 2.0"])
        #expect(!result.isFinal)
        bid.consensus = Consensus(rapporteur: "E1", scores: RankingSample.report("E1", 4, 4, 4).scores)
        result = try ranking([bid], meet)
        #expect(result.rows[0].rank == 1 && result.rows[0].total == Points(80) && result.isFinal)
        bid.calibrations = [Calibration("impact", Points(5), reason: "Measured like the others.")]
        #expect(try ranking([bid], meet).rows[0].total == Points(92))
        // A report that is set aside counts neither in the mean nor in the spread.
        bid.consensus = nil
        bid.calibrations = []
        bid.reports[0].setAside = "A conflict found late."
        result = try ranking([bid], meet)
        #expect(result.rows[0].total == Points(68) && result.isFinal)
        #expect(
            try ranking([bid]) {
                $0.reportsNeeded = 2
            }.rows[0].open == ["fewReports 1"])
    }

    @Test func everyKindOfDisagreementIsNamed() throws {
        var bid = RankingSample.bid("A", [RankingSample.report("E1", 5, 4, 4), RankingSample.report("E2", 1, 4, 4)])
        bid.reports[0].recommendation = .fund
        bid.reports[1].recommendation = .reject
        bid.reports[1].isOutOfScope = true
        let result = try ranking([bid]) {
            $0.spread = SpreadRule(
                criterionPoints: Points(4), totalPoints: Points(48), acrossThreshold: true, splitRecommendation: true,
                outOfScope: true)
        }
        #expect(
            result.rows[0].open == [
                "spread impact 4.0", "totalSpread 48.0", "acrossThreshold total", "acrossThreshold impact",
                "splitRecommendation", "outOfScope",
            ])
        bid.reports[0].isOutOfScope = true
        #expect(try ranking([bid]).rows[0].outcome == .outOfScope)
    }

    @Test func theDrawCanBeRepeatedByHand() throws {
        // printf '%s' '2026-10-30:B-1' | sha256sum, and B-2, B-3.
        let tickets = [
            "B-1": "18633f84f48c5616dca97f332512c20068704b91e537938e6fae549e5f42b085",
            "B-2": "6a5d9f8dc2525c63dcc550e14ad530dde0f3a58dd89d2a5eed6aeec3579a2d20",
            "B-3": "abbbfc49864f571c2960c7b543a42d4e326acac4081a201194d1e257fb41cd57",
        ]
        let bids = tickets.keys.sorted().map { RankingSample.bid($0, [RankingSample.report("E1", 4, 4, 4)]) }
        let drawn = try ranking(bids) { $0.seed = "2026-10-30" }
        #expect(drawn.rows.map(\.number) == tickets.sorted { $0.value < $1.value }.map(\.key))
        #expect(drawn.rows.map(\.ticket) == tickets.values.sorted())
        #expect(drawn.rows.map(\.decidedBy) == ["", "draw", "draw"])
        let waiting = try ranking(bids)
        #expect(waiting.awaitingDraw == [["B-1", "B-2", "B-3"]] && !waiting.isFinal)
    }

    @Test func tieRulesComeBeforeTheDrawAndAreNamed() throws {
        var bids = [
            RankingSample.bid("A", [RankingSample.report("E1", 4, 4, 4)], cents: 200),
            RankingSample.bid("B", [RankingSample.report("E1", 4, 4, 4)], cents: 100),
            // (3·60 + 2·100) / 5 = 76.
            RankingSample.bid("C", [RankingSample.report("E1", 3, 5, 5)], cents: 100),
            RankingSample.bid("D", [RankingSample.report("E1", 4, 4, 4)], cents: 100),
        ]
        bids[3].figures["population"] = Points(60_000)
        let result = try ranking(bids) { $0.ties = [.criterion("impact"), .lowerRequest, .higher("population")] }
        #expect(result.rows.map(\.number) == ["D", "B", "A", "C"])
        #expect(result.rows.map(\.decidedBy) == ["", "higher population", "lowerRequest", "total"])
    }

    @Test(arguments: 0..<300) func orderOfRowsDecidesNothing(seed: UInt64) throws {
        let frozen = RankingSample.random(seed, bids: 12)
        let result = try Ranking(frozen)
        let other = RankingSample.shuffled(frozen, seed + 1)
        #expect(try Ranking(other) == result)
        #expect(other.canonicalText == frozen.canonicalText)
        #expect(try RankingCase.read(other.json()) == other)
    }

    @Test(arguments: 0..<300) func aHigherMarkNeverHarms(seed: UInt64) throws {
        var numbers = SeededNumbers(seed &+ 77)
        let frozen = RankingSample.random(seed, bids: 8)
        let before = try Ranking(frozen)
        let bid = Int.random(in: 0..<8, using: &numbers)
        var better = frozen
        let score = Int.random(in: 0..<3, using: &numbers)
        guard let points = better.bids[bid].reports[0].scores[score].points, points < Points(5) else { return }
        better.bids[bid].reports[0].scores[score].points = Points(points.value + 1)
        let after = try Ranking(better)
        #expect(after.inputHash != before.inputHash)
        let number = frozen.bids[bid].number
        let old = try #require(before.rows.first { $0.number == number })
        let new = try #require(after.rows.first { $0.number == number })
        if let rank = old.rank { #expect((new.rank ?? Int.max) <= rank, "seed \(seed)") }
        #expect(new.grantedCents >= old.grantedCents, "seed \(seed)")
    }

    @Test func everyFactThatDecidesIsInTheHash() throws {
        let frozen = RankingSample.random(5, bids: 3)
        let hash = try Ranking(frozen).inputHash
        #expect(hash.count == 64)
        let changes: [(inout RankingCase) -> Void] = [
            { $0.rules.seed = "other" }, { $0.rules.decimals = 4 }, { $0.rules.reportsNeeded = 2 },
            { $0.rules.ties.swapAt(0, 1) }, { $0.rules.budget.reserve = 1 },
            { $0.rules.diversity = [DiversityRule("region", atMost: 2)] }, { $0.rules.spread.acrossThreshold = true },
            { $0.rules.criteria.parts[0].weight = 4 }, { $0.rules.criteria.parts[1].parts[0].threshold = Points(1) },
            { $0.bids[0].ineligible = "Too small." }, { $0.bids[0].requestedCents += 1 },
            { $0.bids[0].takesPart.toggle() }, { $0.bids[0].labels["region"] = "X" },
            { $0.bids[0].figures["population"] = nil }, { $0.bids[0].reports[0].setAside = "Conflict." },
            { $0.bids[0].reports[0].recommendation = .fund }, { $0.bids[0].reports[0].isOutOfScope = true },
            { $0.bids[0].reports[0].reviewer = "E-9" },
            { $0.bids[0].consensus = Consensus(rapporteur: "E-0", scores: $0.bids[0].reports[0].scores) },
            { $0.bids[0].calibrations = [Calibration("team", Points(1), reason: "So.")] }, { $0.bids.removeLast() },
            { $0.choice = StrategicChoice(selected: []) }, { $0.choice = StrategicChoice(selected: ["B-0"]) },
        ]
        var hashes: Set<String> = [hash]
        for change in changes {
            var other = frozen
            change(&other)
            hashes.insert(try Ranking(other).inputHash)
        }
        #expect(hashes.count == changes.count + 1)
        var named = frozen
        named.note = "Other words."
        named.bids[0].name = "Another name"
        #expect(try Ranking(named).inputHash == hash)
    }
}
