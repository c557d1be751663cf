import Quantities

/// How prices and currencies are brought to one level: an index of prices by year and rates of exchange.
public struct PriceLevel: Sendable, Hashable {
    /// The currency that amounts are brought to.
    public var currency: Currency
    /// The year whose prices they are brought to.
    public var year: Int
    /// Indices of prices, in any base, by currency and year.
    public var indices: [PriceIndex]
    /// Rates of exchange.
    public var rates: [ExchangeRate]

    public init(currency: Currency = .eur, year: Int, indices: [PriceIndex] = [], rates: [ExchangeRate] = []) {
        self.currency = currency
        self.year = year
        self.indices = indices
        self.rates = rates
    }

    /// What an amount is at this level: exchanged at the rate of its own price year, then carried along this
    /// currency's prices.
    ///
    /// Throws where the rate or the index of a year is missing; nothing is assumed.
    public func value(of money: Money) throws(PriceProblem) -> Money {
        let factor = try factor(from: money.currency, year: money.priceYear)
        return Money(
            cents: factor == 1 ? money.cents : Cents.rounded(Double(money.cents) * factor), currency: currency,
            priceYear: year)
    }

    /// What one unit of `other` in prices of `year` is at this level.
    public func factor(from other: Currency, year: Int) throws(PriceProblem) -> Double {
        try rate(from: other, year: year) * inflation(from: year)
    }

    private func rate(from other: Currency, year: Int) throws(PriceProblem) -> Double {
        if other == currency { return 1 }
        if let rate = rates.first(where: { $0.year == year && $0.from == other && $0.to == currency }) {
            return rate.rate
        }
        if let rate = rates.first(where: { $0.year == year && $0.from == currency && $0.to == other }), rate.rate != 0 {
            return 1 / rate.rate
        }
        throw .noRate(from: other, to: currency, year: year)
    }

    private func inflation(from start: Int) throws(PriceProblem) -> Double {
        if start == year { return 1 }
        let index = indices.filter { $0.currency == currency }
        guard let first = index.first(where: { $0.year == start })?.value, first > 0 else {
            throw .noIndex(currency, year: start)
        }
        guard let last = index.first(where: { $0.year == year })?.value, last > 0 else {
            throw .noIndex(currency, year: year)
        }
        return last / first
    }
}

/// The level of prices of one year: 100 in the index's base year.
public struct PriceIndex: Sendable, Hashable {
    /// Whose prices.
    public var currency: Currency
    /// The calendar year, on average.
    public var year: Int
    /// The level, above zero.
    public var value: Double
    /// Where it comes from.
    public var source: String

    public init(_ currency: Currency, year: Int, value: Double, source: String = "") {
        self.currency = currency
        self.year = year
        self.value = value
        self.source = source
    }
}

/// What one unit of a currency was in another, on average over a year.
public struct ExchangeRate: Sendable, Hashable {
    /// The currency given.
    public var from: Currency
    /// The currency received.
    public var to: Currency
    /// The calendar year.
    public var year: Int
    /// Units of `to` for one unit of `from`, above zero.
    public var rate: Double
    /// Where it comes from.
    public var source: String

    public init(from: Currency, to: Currency, year: Int, rate: Double, source: String = "") {
        self.from = from
        self.to = to
        self.year = year
        self.rate = rate
        self.source = source
    }
}

/// Why an amount cannot be brought to a level of prices.
public enum PriceProblem: Error, Sendable, Hashable {
    case noRate(from: Currency, to: Currency, year: Int)
    case noIndex(Currency, year: Int)
}

extension PriceIndex: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case currency, year, value, source }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(Currency.self, forKey: .currency), year: try values.decode(Int.self, forKey: .year),
            value: try values.decode(Double.self, forKey: .value), source: try values.field(.source, or: ""))
    }
}

extension ExchangeRate: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case from, to, year, rate, source }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            from: try values.decode(Currency.self, forKey: .from), to: try values.decode(Currency.self, forKey: .to),
            year: try values.decode(Int.self, forKey: .year), rate: try values.decode(Double.self, forKey: .rate),
            source: try values.field(.source, or: ""))
    }
}
