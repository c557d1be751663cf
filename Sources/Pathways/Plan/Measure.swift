import Inventory
import Quantities

extension Plan {
    /// Something that is done: its effect alone. What it costs and who pays stands elsewhere, under the same id.
    public struct Measure: Sendable, Hashable {
        /// A short text slug, unique among measures.
        public var id: String
        /// The name in the city's words.
        public var name: String
        /// The first year with an effect.
        public var start: Int
        /// The year in which the full effect is reached; not before `start`.
        public var end: Int
        /// How it grows between them.
        public var adoption: Adoption
        /// Years by which everything comes later.
        public var delay: Int
        /// The last year with an effect; nil is for good.
        public var until: Int?
        /// What it does.
        public var operators: [Operator]
        /// Measures without which it has no effect, by id.
        public var requires: [String]
        /// Measures that cannot be in one scenario with it, by id.
        public var excludes: [String]
        /// What it takes of shared capacities while it is built.
        public var uses: [CapacityUse]
        /// Whether its effect was claimed by somebody and not modelled; always so with an operator `claimed`.
        public var claimed: Bool
        /// The 95 % range of what is delivered, as factors of the effect.
        public var range: Uncertainty?
        /// Where the effect comes from.
        public var source: String

        public init(
            id: String, name: String = "", start: Int, end: Int, adoption: Adoption = .linear, delay: Int = 0,
            until: Int? = nil, operators: [Operator] = [], requires: [String] = [], excludes: [String] = [],
            uses: [CapacityUse] = [], claimed: Bool = false, range: Uncertainty? = nil, source: String = ""
        ) {
            self.id = id
            self.name = name
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
            self.source = source
        }

        /// Whether any of its effect rests on a claim and not on the model.
        public var restsOnClaim: Bool {
            claimed || operators.contains { if case .claimed = $0 { true } else { false } }
        }
    }

    /// What can be done in a year by those who do it: square metres renovated, heat pumps installed.
    public struct Capacity: Sendable, Hashable {
        /// A short text slug, unique among capacities.
        public var id: String
        /// The name in the city's words.
        public var name: String
        /// The unit of `perYear`.
        public var unit: String
        /// How much of it there is in each year.
        public var perYear: Series

        public init(id: String, name: String = "", unit: String = "", perYear: Series) {
            self.id = id
            self.name = name
            self.unit = unit
            self.perYear = perYear
        }
    }

    /// What a measure takes of a capacity until it has its full effect, spread over the years as its adoption grows.
    public struct CapacityUse: Sendable, Hashable {
        /// The capacity's id.
        public var capacity: String
        /// In the capacity's unit, altogether, at an ambition of 1.
        public var amount: Double

        public init(_ capacity: String, amount: Double) {
            self.capacity = capacity
            self.amount = amount
        }
    }
}

extension Plan.Measure: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case id, name, start, end, adoption, delay, until, operators, requires, excludes, uses, claimed, range, source
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), name: try values.field(.name, or: ""),
            start: try values.decode(Int.self, forKey: .start), end: try values.decode(Int.self, forKey: .end),
            adoption: try values.field(.adoption, or: .linear), delay: try values.field(.delay, or: 0),
            until: try values.decodeIfPresent(Int.self, forKey: .until),
            operators: try values.field(.operators, or: []),
            requires: try values.field(.requires, or: []), excludes: try values.field(.excludes, or: []),
            uses: try values.field(.uses, or: []), claimed: try values.field(.claimed, or: false),
            range: try values.decodeIfPresent(Uncertainty.self, forKey: .range),
            source: try values.field(.source, or: ""))
    }
}

extension Plan.Capacity: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case id, name, unit, perYear }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), name: try values.field(.name, or: ""),
            unit: try values.field(.unit, or: ""), perYear: try values.decode(Plan.Series.self, forKey: .perYear))
    }
}

extension Plan.CapacityUse: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case capacity, amount }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(String.self, forKey: .capacity), amount: try values.decode(Double.self, forKey: .amount))
    }
}
