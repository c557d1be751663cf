import Finance
import Quantities

/// What a measure costs at an ambition of 1, beside what would have been paid without it.
public struct Costs: Sendable, Hashable {
    /// Everything that is bought for it, in cents.
    public var capitalCents: Int
    /// What running all of it costs a year, in cents; savings are negative and need a `reason`.
    public var yearlyCents: Int
    /// By which part the running costs change in real terms each year.
    public var growth: Double
    /// The currency.
    public var currency: Currency
    /// The year in whose prices they are given.
    public var priceYear: Int
    /// Years after which what was bought is worn out.
    public var lifetime: Int
    /// Whether it is bought again then.
    public var isRenewed: Bool
    /// The first year in which something is bought; nil is the first year with an effect.
    public var from: Int?
    /// The last one; nil is the year of the full effect. What is bought is spread evenly.
    public var to: Int?
    /// The technology whose price path the purchases follow, by id: equal parts are bought each year, each paid at the
    /// price of its year in units of that of `priceYear`. Nil is the same price in all years.
    public var technology: String?
    /// Why a cost is below zero.
    public var reason: String
    /// What buying may cost at least and at most, as factors.
    public var capitalRange: RateRange?
    /// What running may cost at least and at most, as factors.
    public var yearlyRange: RateRange?
    /// Where the figures come from.
    public var source: String

    public init(
        capitalCents: Int, yearlyCents: Int = 0, growth: Double = 0, currency: Currency = .eur, priceYear: Int,
        lifetime: Int, isRenewed: Bool = true, from: Int? = nil, to: Int? = nil,
        technology: String? = nil, reason: String = "",
        capitalRange: RateRange? = nil, yearlyRange: RateRange? = nil, source: String = ""
    ) {
        self.capitalCents = capitalCents
        self.yearlyCents = yearlyCents
        self.growth = growth
        self.currency = currency
        self.priceYear = priceYear
        self.lifetime = lifetime
        self.isRenewed = isRenewed
        self.from = from
        self.to = to
        self.technology = technology
        self.reason = reason
        self.capitalRange = capitalRange
        self.yearlyRange = yearlyRange
        self.source = source
    }
}

extension Costs: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case capitalCents, yearlyCents, growth, currency, priceYear, lifetime, isRenewed, from, to, technology, reason
        case capitalRange, yearlyRange, source
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            capitalCents: try values.decode(Int.self, forKey: .capitalCents),
            yearlyCents: try values.field(.yearlyCents, or: 0), growth: try values.field(.growth, or: 0),
            currency: try values.field(.currency, or: .eur),
            priceYear: try values.decode(Int.self, forKey: .priceYear),
            lifetime: try values.decode(Int.self, forKey: .lifetime),
            isRenewed: try values.field(.isRenewed, or: true), from: try values.optional(.from),
            to: try values.optional(.to), technology: try values.optional(.technology),
            reason: try values.field(.reason, or: ""),
            capitalRange: try values.optional(.capitalRange), yearlyRange: try values.optional(.yearlyRange),
            source: try values.field(.source, or: ""))
    }
}
