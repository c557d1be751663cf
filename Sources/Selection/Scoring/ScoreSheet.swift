/// What a bid's reports come to.
public struct ScoreSheet: Sendable, Hashable {
    /// What every criterion comes to, in the tree's order.
    public let results: [Result]
    /// The total of 100; nil where nothing applies or nobody reported.
    public let total: Points?
    /// The criteria whose threshold is not reached, by id.
    public let below: [String]
    public let isOutOfScope: Bool
    /// Why the marks do not count yet; none when they do.
    public let open: [OpenReason]

    /// What a criterion comes to: points of its scale, of 100 in a group, rounded as the rules say.
    public struct Result: Sendable, Hashable, Codable {
        public let criterion: String
        /// Nil where it does not apply.
        public let points: Points?
    }

    /// Why marks do not count yet.
    public enum OpenReason: Sendable, Hashable {
        /// There are fewer reports than the rules ask for.
        case fewReports(Int)
        /// Marks on a criterion are far apart.
        case spread(criterion: String, Points)
        /// Totals are far apart.
        case totalSpread(Points)
        /// Reports stand on both sides of a criterion's threshold.
        case acrossThreshold(criterion: String)
        /// One recommends funding, another rejection.
        case splitRecommendation
        /// Some, not all, hold the bid out of scope.
        case outOfScope
        /// No criterion applies.
        case nothingApplies

        /// The reason in one line: `spread impact 3`.
        public var name: String {
            switch self {
            case .fewReports(let count): "fewReports \(count)"
            case .spread(let criterion, let points): "spread \(criterion) \(points.value)"
            case .totalSpread(let points): "totalSpread \(points.value)"
            case .acrossThreshold(let criterion): "acrossThreshold \(criterion)"
            case .splitRecommendation: "splitRecommendation"
            case .outOfScope: "outOfScope"
            case .nothingApplies: "nothingApplies"
            }
        }
    }
}

extension CallRules {
    /// What a bid's reports come to under these rules.
    public func sheet(of bid: RankingCase.Bid) -> ScoreSheet {
        Scoring(self).sheet(of: bid)
    }
}

/// The scoring of bids under the rules of one call.
struct Scoring {
    let rules: CallRules
    let grid: CriteriaGrid

    init(_ rules: CallRules) {
        self.rules = rules
        grid = CriteriaGrid(rules.criteria, decimals: rules.decimals)
    }

    func sheet(of bid: RankingCase.Bid) -> ScoreSheet {
        // Nearly always all of them count, and then nothing is copied.
        let reports = bid.reports.allSatisfy(\.counts) ? bid.reports : bid.reports.filter(\.counts)
        let marks = reports.map { grid.marks($0.scores) }
        var agreed = bid.consensus.map { grid.marks($0.scores) } ?? combined(marks)
        for (index, change) in bid.calibrations.enumerated() {
            if let leaf = grid.leaf(change.criterion, expected: index) { agreed[leaf] = change.points }
        }
        let results = grid.results(agreed)
        var open: [ScoreSheet.OpenReason] = []
        if reports.count < rules.reportsNeeded { open.append(.fewReports(reports.count)) }
        if bid.consensus == nil { open += disagreements(reports, marks) }
        if results[0] == nil, open.isEmpty { open.append(.nothingApplies) }
        return ScoreSheet(
            results: zip(grid.nodes, results).map { .init(criterion: $0.criterion.id, points: $1) }, total: results[0],
            below: grid.below(results).map { grid.nodes[$0].criterion.id },
            isOutOfScope: bid.consensus?.isOutOfScope ?? (!reports.isEmpty && reports.allSatisfy(\.isOutOfScope)),
            open: open)
    }

    /// One mark a leaf from those of all reviewers to whom the criterion applies.
    private func combined(_ marks: [[Points?]]) -> [Points?] {
        grid.leaves.indices.map { leaf in
            if rules.combining == .median { return Points.median(marks.compactMap { $0[leaf] }) }
            var (sum, count) = (0, 0)
            for mark in marks {
                guard let points = mark[leaf] else { continue }
                sum += points.millionths
                count += 1
            }
            return count > 0 ? Points(millionths: Points.quotient(sum, count)) : nil
        }
    }

    private func disagreements(_ reports: [Report], _ marks: [[Points?]]) -> [ScoreSheet.OpenReason] {
        let spread = rules.spread
        var reasons: [ScoreSheet.OpenReason] = []
        if let limit = spread.criterionPoints {
            for (leaf, criterion) in grid.leaves.enumerated() {
                let distance = Self.distance(marks.compactMap { $0[leaf] })
                if distance >= limit, distance.millionths > 0 {
                    reasons.append(.spread(criterion: criterion.id, distance))
                }
            }
        }
        if spread.totalPoints != nil || spread.acrossThreshold { reasons += distances(marks.map(grid.results)) }
        if spread.splitRecommendation, reports.contains(where: { $0.recommendation == .fund }),
            reports.contains(where: { $0.recommendation == .reject })
        {
            reasons.append(.splitRecommendation)
        }
        if spread.outOfScope, Set(reports.map(\.isOutOfScope)).count > 1 { reasons.append(.outOfScope) }
        return reasons
    }

    /// Disagreements on totals and thresholds.
    private func distances(_ results: [[Points?]]) -> [ScoreSheet.OpenReason] {
        var reasons: [ScoreSheet.OpenReason] = []
        if let limit = rules.spread.totalPoints {
            let distance = Self.distance(results.compactMap { $0[0] })
            if distance >= limit, distance.millionths > 0 { reasons.append(.totalSpread(distance)) }
        }
        guard rules.spread.acrossThreshold else { return reasons }
        for (place, node) in grid.nodes.enumerated() {
            guard let threshold = node.criterion.threshold else { continue }
            let sides = results.compactMap { $0[place].map { $0 < threshold } }
            if Set(sides).count > 1 { reasons.append(.acrossThreshold(criterion: node.criterion.id)) }
        }
        return reasons
    }

    private static func distance(_ values: [Points]) -> Points {
        guard let least = values.min(), let most = values.max() else { return Points(millionths: 0) }
        return Points(millionths: most.millionths - least.millionths)
    }
}
