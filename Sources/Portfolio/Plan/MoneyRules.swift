import Finance
import Quantities

/// How money is counted in a plan: one currency, the prices of one year, one rate, one year to discount to.
public struct MoneyRules: Sendable, Hashable {
    /// The currency of all results.
    public var currency: Currency
    /// The year whose prices all results are in.
    public var priceYear: Int
    /// The real discount rate a year.
    public var discountRate: Double
    /// Other rates that the present value is also shown at, low and high.
    public var otherRates: RateRange?
    /// The year that everything is discounted to; nil is the model's base year.
    public var discountYear: Int?
    /// How tonnes are added up in costs for each tonne.
    public var tonnes: Ratio.TonneBasis
    /// From how many cents on a project is capital-intensive (table T7).
    public var intensiveCents: Int
    /// Prices by year, where a measure's are of another year.
    public var priceIndices: [PriceIndex]
    /// Rates of exchange, where a measure is in another currency.
    public var exchangeRates: [ExchangeRate]
    /// What technologies cost over the years, for measures that name one.
    public var prices: [PricePath]
    /// What an avoided tonne is worth to everybody: shown beside the money, never in it.
    public var carbonValue: CarbonValue?
    /// Where rate and prices come from.
    public var source: String

    public init(
        currency: Currency = .eur, priceYear: Int, discountRate: Double, otherRates: RateRange? = nil,
        discountYear: Int? = nil, tonnes: Ratio.TonneBasis = .undiscounted, intensiveCents: Int = 500_000_000,
        priceIndices: [PriceIndex] = [], exchangeRates: [ExchangeRate] = [], prices: [PricePath] = [],
        carbonValue: CarbonValue? = nil, source: String = ""
    ) {
        self.currency = currency
        self.priceYear = priceYear
        self.discountRate = discountRate
        self.otherRates = otherRates
        self.discountYear = discountYear
        self.tonnes = tonnes
        self.intensiveCents = intensiveCents
        self.priceIndices = priceIndices
        self.exchangeRates = exchangeRates
        self.prices = prices
        self.carbonValue = carbonValue
        self.source = source
    }

    /// The level to which measures' costs are brought.
    public var level: PriceLevel {
        PriceLevel(currency: currency, year: priceYear, indices: priceIndices, rates: exchangeRates)
    }
}

/// Two rates or two factors, low and high.
public struct RateRange: Sendable, Hashable {
    public var lower: Double
    public var upper: Double

    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }
}

extension RateRange: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case lower, upper }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            lower: try values.decode(Double.self, forKey: .lower),
            upper: try values.decode(Double.self, forKey: .upper))
    }
}

extension MoneyRules: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case currency, priceYear, discountRate, otherRates, discountYear, tonnes, intensiveCents, priceIndices
        case exchangeRates, prices, carbonValue, source
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            currency: try values.field(.currency, or: .eur),
            priceYear: try values.decode(Int.self, forKey: .priceYear),
            discountRate: try values.decode(Double.self, forKey: .discountRate),
            otherRates: try values.optional(.otherRates), discountYear: try values.optional(.discountYear),
            tonnes: try values.field(.tonnes, or: .undiscounted),
            intensiveCents: try values.field(.intensiveCents, or: 500_000_000),
            priceIndices: try values.field(.priceIndices, or: []),
            exchangeRates: try values.field(.exchangeRates, or: []), prices: try values.field(.prices, or: []),
            carbonValue: try values.optional(.carbonValue), source: try values.field(.source, or: ""))
    }
}
