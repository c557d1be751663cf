/// Whether bids fit the rules of their call.
struct BidChecks {
    private let grid: CriteriaGrid
    private var numbers: Set<String> = []
    private(set) var problems: [SelectionProblem] = []
    /// Sums over all bids of a call stay within whole numbers.
    static let highestRequest = 10_000_000_000_000

    init(_ rules: CallRules) { grid = CriteriaGrid(rules.criteria, decimals: rules.decimals) }

    mutating func check(_ bid: RankingCase.Bid, _ index: Int) {
        if !isIdentifier(bid.number) {
            refuse("identifier", "/bids/\(index)/number", "Use letters, digits and - _ . / only.")
        }
        if !numbers.insert(bid.number).inserted {
            refuse("twice", "/bids/\(index)/number", "{id} stands here twice.", ["id": bid.number])
        }
        if !(0...Self.highestRequest).contains(bid.requestedCents) {
            refuse("request", "/bids/\(index)/requestedCents", "The request is below 0 or too large.")
        }
        var reviewers: Set<String> = []
        for (place, report) in bid.reports.enumerated() {
            if !isIdentifier(report.reviewer) {
                refuse(
                    "identifier", "/bids/\(index)/reports/\(place)/reviewer", "Use letters, digits and - _ . / only.")
            }
            if !reviewers.insert(report.reviewer).inserted {
                refuse(
                    "twice", "/bids/\(index)/reports/\(place)/reviewer", "{id} stands here twice.",
                    ["id": report.reviewer])
            }
            check(report.scores) { "/bids/\(index)/reports/\(place)" }
        }
        if let consensus = bid.consensus { check(consensus.scores) { "/bids/\(index)/consensus" } }
        check(bid.calibrations, index)
    }

    /// Every leaf has one mark of its scale, or a reason why it does not apply.
    private mutating func check(_ scores: [Score], _ place: () -> String) {
        var marked = [Bool](repeating: false, count: grid.leaves.count)
        for (index, score) in scores.enumerated() {
            guard let leaf = grid.leaf(score.criterion, expected: index) else {
                refuse(
                    "unknown-criterion", "\(place())/scores/\(index)", "There is no criterion {id} to score.",
                    ["id": score.criterion])
                continue
            }
            if marked[leaf] {
                refuse("twice", "\(place())/scores/\(index)", "{id} stands here twice.", ["id": score.criterion])
            }
            marked[leaf] = true
            if let points = score.points {
                if grid.leaves[leaf].scale?.allows(points) != true {
                    refuse("score-off-scale", "\(place())/scores/\(index)/points", "This is no mark of the scale.")
                }
            } else if !grid.leaves[leaf].mayBeInapplicable {
                refuse("must-apply", "\(place())/scores/\(index)", "This criterion applies to every bid.")
            } else if score.comment.isEmpty {
                refuse("no-reason", "\(place())/scores/\(index)", "Say why the criterion does not apply.")
            }
        }
        for (leaf, isMarked) in marked.enumerated() where !isMarked {
            refuse(
                "score-missing", "\(place())/scores", "The criterion {id} is not scored.",
                ["id": grid.leaves[leaf].id])
        }
    }

    private mutating func check(_ calibrations: [Calibration], _ bid: Int) {
        var known: Set<String> = []
        for (index, change) in calibrations.enumerated() {
            let place = "/bids/\(bid)/calibrations/\(index)"
            guard let leaf = grid.leaf(change.criterion, expected: index), let scale = grid.leaves[leaf].scale else {
                refuse("unknown-criterion", place, "There is no criterion {id} to score.", ["id": change.criterion])
                continue
            }
            if !known.insert(change.criterion).inserted {
                refuse("twice", place, "{id} stands here twice.", ["id": change.criterion])
            }
            if change.points < scale.lowest || change.points > scale.highest {
                refuse("score-off-scale", "\(place)/points", "This is no mark of the scale.")
            }
            if change.reason.isEmpty { refuse("no-reason", place, "Say why the panel changed the mark.") }
        }
    }

    mutating func check(_ choice: StrategicChoice?) {
        guard let choice else { return }
        var known: Set<String> = []
        for (index, number) in choice.selected.enumerated() {
            if !numbers.contains(number) {
                refuse("unknown-bid", "/choice/selected/\(index)", "There is no bid {id}.", ["id": number])
            }
            if !known.insert(number).inserted {
                refuse("twice", "/choice/selected/\(index)", "{id} stands here twice.", ["id": number])
            }
        }
        for number in choice.reasons.keys.sorted() where !numbers.contains(number) {
            refuse("unknown-bid", "/choice/reasons", "There is no bid {id}.", ["id": number])
        }
    }

    private mutating func refuse(_ check: String, _ place: String, _ message: String, _ values: [String: String] = [:])
    {
        problems.append(SelectionProblem(check, place, message, values))
    }
}
