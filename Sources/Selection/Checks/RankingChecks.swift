extension RankingCase {
    /// Everything that keeps the case from being ranked; none when it can be.
    public var problems: [SelectionProblem] {
        var checks = RuleChecks(rules)
        checks.run()
        if !checks.problems.isEmpty { return checks.problems }
        var bids = BidChecks(rules)
        for (index, bid) in self.bids.enumerated() { bids.check(bid, index) }
        bids.check(choice)
        return bids.problems
    }
}

/// Names that stand in hashes and draws: letters, digits and - _ . / of ASCII, at most 64.
func isIdentifier(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
        && text.utf8.allSatisfy { byte in
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 47, 95: true
            default: false
            }
        }
}

/// Whether the rules of a call can rank anything.
struct RuleChecks {
    private let rules: CallRules
    private(set) var problems: [SelectionProblem] = []
    /// Larger scales and weights would not fit the arithmetic, and nobody needs them.
    static let highestPoints = Points(10_000)
    static let highestWeight = 10_000

    init(_ rules: CallRules) { self.rules = rules }

    mutating func run() {
        var known: Set<String> = []
        check(rules.criteria, "/rules/criteria", &known)
        if !(0...6).contains(rules.decimals) { refuse("decimals", "/rules/decimals", "Decimals go from 0 to 6.") }
        if rules.reportsNeeded < 1 {
            refuse("reports-needed", "/rules/reportsNeeded", "A bid needs at least one report.")
        }
        if rules.seed == "" { refuse("seed", "/rules/seed", "The seed is empty; leave it out before the draw.") }
        for (index, tie) in rules.ties.enumerated() {
            if case .criterion(let id) = tie, !known.contains(id) {
                refuse("unknown-criterion", "/rules/ties/\(index)/of", "There is no criterion {id}.", ["id": id])
            }
        }
        checkBudget()
        for (index, rule) in rules.diversity.enumerated() { check(rule, "/rules/diversity/\(index)") }
    }

    private mutating func check(_ criterion: Criterion, _ place: String, _ known: inout Set<String>) {
        if !isIdentifier(criterion.id) {
            refuse("identifier", "\(place)/id", "Use letters, digits and - _ . / only.")
        }
        if !known.insert(criterion.id).inserted {
            refuse("twice", "\(place)/id", "{id} stands here twice.", ["id": criterion.id])
        }
        if !(0...Self.highestWeight).contains(criterion.weight) {
            refuse("weight", "\(place)/weight", "Weights go from 0 to 10000.")
        }
        if criterion.parts.isEmpty {
            guard let scale = criterion.scale else {
                return refuse("scale", place, "A criterion without parts needs a scale.")
            }
            check(scale, criterion.threshold, place)
        } else {
            if criterion.scale != nil { refuse("scale", "\(place)/scale", "A group has no scale of its own.") }
            check(threshold: criterion.threshold, Points(0), Points(100), place)
            if !criterion.parts.contains(where: { $0.weight > 0 }) {
                refuse("weight", "\(place)/parts", "At least one part needs a weight above 0.")
            }
            for (index, part) in criterion.parts.enumerated() { check(part, "\(place)/parts/\(index)", &known) }
        }
    }

    private mutating func check(_ scale: Scale, _ threshold: Points?, _ place: String) {
        let limit = Self.highestPoints
        if scale.lowest >= scale.highest || scale.highest > limit || scale.lowest < Points(-limit.value) {
            refuse("scale", "\(place)/scale", "The highest mark is above the lowest, and both are within 10000.")
        }
        if let step = scale.step, step.millionths <= 0 {
            refuse("scale", "\(place)/scale/step", "The step is above 0.")
        }
        for (index, anchor) in scale.anchors.enumerated() where !scale.allows(anchor.points) {
            refuse("anchor-off-scale", "\(place)/scale/anchors/\(index)", "This is no mark of the scale.")
        }
        check(threshold: threshold, scale.lowest, scale.highest, place)
    }

    private mutating func check(threshold: Points?, _ lowest: Points, _ highest: Points, _ place: String) {
        guard let threshold, threshold < lowest || threshold > highest else { return }
        refuse("threshold", "\(place)/threshold", "The threshold is off the scale.")
    }

    private mutating func checkBudget() {
        let budget = rules.budget
        for (name, value) in [("cents", budget.cents), ("places", budget.places), ("reserve", budget.reserve)] {
            if let value, value < 0 { refuse("negative", "/rules/budget/\(name)", "This is below 0.") }
        }
        if let percent = budget.leastPercent, !(1...100).contains(percent) {
            refuse("percent", "/rules/budget/leastPercent", "Percent go from 1 to 100.")
        }
    }

    private mutating func check(_ rule: DiversityRule, _ place: String) {
        if rule.label.isEmpty || rule.value == "" { refuse("label", place, "A label is empty.") }
        if rule.atLeast < 0 || rule.atMost.map({ $0 < rule.atLeast }) ?? false {
            refuse("bounds", place, "At most is below at least, or at least is below 0.")
        }
    }

    private mutating func refuse(_ check: String, _ place: String, _ message: String, _ values: [String: String] = [:])
    {
        problems.append(SelectionProblem(check, place, message, values))
    }
}
