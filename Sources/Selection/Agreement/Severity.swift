/// How strict each reviewer is beside the others on the same bids: a diagnostic with its uncertainty, which is never
/// applied to a mark.
///
/// Each total is taken as a bid's level and a reviewer's lean. Leans are drawn towards 0 as if every reviewer had given
/// one more report without any lean, so that few reports do not make somebody look strict.
public struct Severity: Sendable, Hashable, Codable {
    public let reviewer: String
    /// How many reports that count stand behind it.
    public let reports: Int
    /// How far above (mild) or below (strict) the level of the same bids the reviewer's totals lie, in points of 100.
    public let lean: Double
    /// Its standard error, roughly; nil where there are too few reports to tell.
    public let standardError: Double?

    /// The rounds of adjusting levels and leans to each other; more change nothing that is shown.
    private static let rounds = 200

    private struct Mark {
        let bid: Int
        let reviewer: Int
        let total: Double
    }

    /// The leans of all reviewers, by id.
    public static func all(_ frozen: RankingCase) -> [Severity] {
        let grid = CriteriaGrid(frozen.rules.criteria, decimals: 6)
        let bids = frozen.bids.sorted { $0.number < $1.number }
        let names = Set(bids.flatMap { $0.reports.filter(\.counts).map(\.reviewer) }).sorted()
        let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        var marks: [Mark] = []
        for (bid, one) in bids.enumerated() {
            for report in one.reports.filter(\.counts).sorted(by: { $0.reviewer < $1.reviewer }) {
                if let total = grid.results(grid.marks(report.scores))[0], let reviewer = places[report.reviewer] {
                    marks.append(Mark(bid: bid, reviewer: reviewer, total: total.value))
                }
            }
        }
        return fitted(marks, names, bidCount: bids.count)
    }

    private static func fitted(_ marks: [Mark], _ names: [String], bidCount: Int) -> [Severity] {
        var leans = [Double](repeating: 0, count: names.count)
        var levels = [Double](repeating: 0, count: bidCount)
        var counts = [Int](repeating: 0, count: names.count)
        for mark in marks { counts[mark.reviewer] += 1 }
        for _ in 0..<rounds {
            levels = means(marks, bidCount, prior: 0) { ($0.bid, $0.total - leans[$0.reviewer]) }
            leans = means(marks, names.count, prior: 1) { ($0.reviewer, $0.total - levels[$0.bid]) }
        }
        let squares = marks.reduce(0) { sum, mark in
            let rest = mark.total - levels[mark.bid] - leans[mark.reviewer]
            return sum + rest * rest
        }
        let freedom = marks.count - Set(marks.map(\.bid)).count - names.count + 1
        return names.indices.map { index in
            let error = freedom > 0 ? (squares / Double(freedom) / Double(counts[index] + 1)).squareRoot() : nil
            return Severity(
                reviewer: names[index], reports: counts[index], lean: leans[index], standardError: error)
        }
    }

    /// Means by place, as if each place also had so many noughts.
    private static func means(
        _ marks: [Mark], _ count: Int, prior: Double, _ value: (Mark) -> (Int, Double)
    ) -> [Double] {
        var sums = [Double](repeating: 0, count: count)
        var weights = [Double](repeating: prior, count: count)
        for mark in marks {
            let (place, number) = value(mark)
            sums[place] += number
            weights[place] += 1
        }
        return zip(sums, weights).map { $1 > 0 ? $0 / $1 : 0 }
    }
}
