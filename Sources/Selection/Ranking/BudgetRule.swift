import Quantities

/// What there is to give, and how it is handed out down the ranking.
public struct BudgetRule: Sendable, Hashable {
    /// The money, in whole cents; nil where the call gives none.
    public var cents: Int?
    /// How many bids can be selected; nil is as many as the money lasts for.
    public var places: Int?
    /// The least part of its request, in percent, that a bid may be offered when the money runs out; nil is all or
    /// nothing.
    public var leastPercent: Int?
    /// Whether a bid that asks for more than is left is passed over, and the next one looked at.
    public var passesOver: Bool
    /// How many bids the reserve list holds; nil is all that reach the thresholds.
    public var reserve: Int?

    public init(
        cents: Int? = nil, places: Int? = nil, leastPercent: Int? = nil, passesOver: Bool = false, reserve: Int? = nil
    ) {
        self.cents = cents
        self.places = places
        self.leastPercent = leastPercent
        self.passesOver = passesOver
        self.reserve = reserve
    }
}

extension BudgetRule: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case cents, places, leastPercent, passesOver, reserve }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            cents: try values.optional(.cents), places: try values.optional(.places),
            leastPercent: try values.optional(.leastPercent), passesOver: try values.field(.passesOver, or: false),
            reserve: try values.optional(.reserve))
    }
}

/// How many selected bids may, or must, carry the same label.
public struct DiversityRule: Sendable, Hashable {
    /// The kind of label: `region`, `size`.
    public var label: String
    /// The label meant; nil is each that a bid above the thresholds carries.
    public var value: String?
    public var atLeast: Int
    public var atMost: Int?

    public init(_ label: String, _ value: String? = nil, atLeast: Int = 0, atMost: Int? = nil) {
        self.label = label
        self.value = value
        self.atLeast = atLeast
        self.atMost = atMost
    }
}

extension DiversityRule: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case label, value, atLeast, atMost }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(String.self, forKey: .label), try values.optional(.value),
            atLeast: try values.field(.atLeast, or: 0), atMost: try values.optional(.atMost))
    }
}
