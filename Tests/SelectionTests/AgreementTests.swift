import Selection
import Testing

/// Agreement of reviewers, and the diagnostics.
@Suite struct AgreementTests {
    /// Four observers, twelve units, marks missing: K. Krippendorff, “Computing Krippendorff's Alpha-Reliability”
    /// (2011), example C, with the alphas printed there.
    static let observers: [[Double?]] = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
        [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
    ]

    @Test(arguments: [(Agreement.Level.nominal, 0.743), (.ordinal, 0.815), (.interval, 0.849)])
    func publishedExample(level: Agreement.Level, alpha: Double) throws {
        let units = (0..<12).map { unit in Self.observers.compactMap { $0[unit].map { Points($0) } } }
        let found = try #require(Agreement.alpha(units, level))
        #expect(abs(found - alpha) < 0.0005, "\(found)")
        #expect(Agreement.alpha(units.reversed().map { $0.reversed() }, level) == found)
    }

    @Test func edges() {
        #expect(Agreement.alpha([[Points(1)], [Points(2)]], .nominal) == nil)
        #expect(Agreement.alpha([[Points(1), Points(1)]], .interval) == nil)
        #expect(Agreement.alpha([[Points(1), Points(1)], [Points(2), Points(2)]], .ordinal) == 1)
        let opposed = Agreement.alpha([[Points(1), Points(2)], [Points(2), Points(1)]], .nominal)
        #expect((opposed ?? 1) < 0)
    }

    @Test func leavingOneOutShowsWhoDecides() throws {
        var rules = CallRules(criteria: RankingSample.criteria, ties: [.lower("place")])
        rules.budget.places = 1
        let frozen = RankingCase(
            call: "two", rules: rules,
            bids: [
                RankingSample.bid("A", [RankingSample.report("E1", 5, 5, 5), RankingSample.report("E2", 3, 3, 3)]),
                RankingSample.bid("B", [RankingSample.report("E1", 3, 3, 3), RankingSample.report("E2", 4, 4, 4)]),
            ])
        let stability = try RankStability(frozen)
        #expect(stability.reviewers.map(\.changed) == [["A", "B"], []])
        #expect(stability.bids.map { [$0.rank, $0.best, $0.worst] } == [[1, 1, 2], [2, 1, 2]])
    }

    @Test func strictReviewersLeanDown() throws {
        let bids = (0..<20).map { index in
            let level = Double(2 + index % 3)
            return RankingSample.bid(
                "B-\(index)",
                [
                    RankingSample.report("E1", level, level, level),
                    RankingSample.report("E2", level + 1, level + 1, level + 1),
                ])
        }
        let rules = CallRules(criteria: RankingSample.criteria)
        let leans = Severity.all(RankingCase(call: "lean", rules: rules, bids: bids))
        #expect(leans.map(\.reviewer) == ["E1", "E2"] && leans.map(\.reports) == [20, 20])
        // Half of the 20 points between them each way, drawn in a little.
        #expect(abs(leans[0].lean + leans[1].lean) < 0.001)
        #expect((8...10).contains(leans[1].lean), "\(leans[1].lean)")
    }
}
