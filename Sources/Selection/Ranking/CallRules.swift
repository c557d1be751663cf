import Quantities

/// The rules of a call that decide its ranking.
public struct CallRules: Sendable, Hashable {
    /// The tree of criteria; its top is the total, from 0 to 100.
    public var criteria: Criterion
    /// How several reviewers' marks on a criterion become one.
    public var combining: Combining
    /// To how many decimals totals are rounded, half away from nought; bids with the same rounded total are equal.
    public var decimals: Int
    /// How many reports that count a bid needs.
    public var reportsNeeded: Int
    /// When reviewers must meet.
    public var spread: SpreadRule
    /// What decides between equal totals, in order; after the last one comes the draw.
    public var ties: [TieRule]
    /// The public seed of the draw; nil before it is drawn.
    public var seed: String?
    /// What there is to give.
    public var budget: BudgetRule
    /// What the selected bids must look like together.
    public var diversity: [DiversityRule]

    /// How several marks become one.
    public enum Combining: String, Sendable, Hashable, CaseIterable, Codable { case mean, median }

    public init(
        criteria: Criterion, combining: Combining = .mean, decimals: Int = 2, reportsNeeded: Int = 1,
        spread: SpreadRule = SpreadRule(), ties: [TieRule] = [], seed: String? = nil,
        budget: BudgetRule = BudgetRule(), diversity: [DiversityRule] = []
    ) {
        self.criteria = criteria
        self.combining = combining
        self.decimals = decimals
        self.reportsNeeded = reportsNeeded
        self.spread = spread
        self.ties = ties
        self.seed = seed
        self.budget = budget
        self.diversity = diversity
    }
}

extension CallRules: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case criteria, combining, decimals, reportsNeeded, spread, ties, seed, budget, diversity
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            criteria: try values.decode(Criterion.self, forKey: .criteria),
            combining: try values.field(.combining, or: .mean), decimals: try values.field(.decimals, or: 2),
            reportsNeeded: try values.field(.reportsNeeded, or: 1),
            spread: try values.field(.spread, or: SpreadRule()), ties: try values.field(.ties, or: []),
            seed: try values.optional(.seed), budget: try values.field(.budget, or: BudgetRule()),
            diversity: try values.field(.diversity, or: []))
    }
}
