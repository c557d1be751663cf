import Inventory
import Pathways
import Quantities

/// What a measure does to emissions, and when: a `Plan.Measure` without the id and name that the measure has already.
public struct Effect: Sendable, Hashable {
    /// The first year with an effect.
    public var start: Int
    /// The year in which the full effect is reached.
    public var end: Int
    /// How it grows between them.
    public var adoption: Plan.Adoption
    /// Years by which everything comes later.
    public var delay: Int
    /// The last year with an effect; nil is for good.
    public var until: Int?
    /// What it does.
    public var operators: [Plan.Operator]
    /// Measures without which it has no effect, by id.
    public var requires: [String]
    /// Measures that cannot be in one scenario with it, by id.
    public var excludes: [String]
    /// What it takes of shared capacities.
    public var uses: [Plan.CapacityUse]
    /// Whether its effect was claimed by somebody and not modelled.
    public var claimed: Bool
    /// The 95 % range of what is delivered, as factors of the effect.
    public var range: Uncertainty?

    public init(
        start: Int, end: Int, adoption: Plan.Adoption = .linear, delay: Int = 0, until: Int? = nil,
        operators: [Plan.Operator] = [], requires: [String] = [], excludes: [String] = [],
        uses: [Plan.CapacityUse] = [], claimed: Bool = false, range: Uncertainty? = nil
    ) {
        self.start = start
        self.end = end
        self.adoption = adoption
        self.delay = delay
        self.until = until
        self.operators = operators
        self.requires = requires
        self.excludes = excludes
        self.uses = uses
        self.claimed = claimed
        self.range = range
    }
}

extension Effect: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case start, end, adoption, delay, until, operators, requires, excludes, uses, claimed, range
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            start: try values.decode(Int.self, forKey: .start), end: try values.decode(Int.self, forKey: .end),
            adoption: try values.field(.adoption, or: .linear), delay: try values.field(.delay, or: 0),
            until: try values.optional(.until), operators: try values.field(.operators, or: []),
            requires: try values.field(.requires, or: []), excludes: try values.field(.excludes, or: []),
            uses: try values.field(.uses, or: []), claimed: try values.field(.claimed, or: false),
            range: try values.optional(.range))
    }
}
