import Quantities

/// What it is worth to everybody that a tonne of CO2e is not emitted, by year. Nobody receives this money: it never
/// belongs into a cash flow.
public struct CarbonValue: Sendable, Hashable {
    /// What the series is called.
    public var name: String
    /// The currency of the values.
    public var currency: Currency
    /// The year in whose prices they are given.
    public var priceYear: Int
    /// The values of some years.
    public var points: [Point]
    /// Where they come from.
    public var source: String
    /// How far they can be relied on.
    public var status: FigureStatus

    /// The value of a year.
    public struct Point: Sendable, Hashable {
        public var year: Int
        /// In the currency's unit for a tonne.
        public var perTonne: Double

        public init(_ year: Int, _ perTonne: Double) {
            self.year = year
            self.perTonne = perTonne
        }
    }

    public init(
        name: String, currency: Currency = .eur, priceYear: Int, points: [Point], source: String = "",
        status: FigureStatus = .unverified
    ) {
        self.name = name
        self.currency = currency
        self.priceYear = priceYear
        self.points = points
        self.source = source
        self.status = status
    }

    /// The value of a tonne in a year: on a straight line between two points, and the nearest one's outside of them.
    /// Nil without any.
    public func perTonne(in year: Int) -> Double? {
        let before = points.filter { $0.year <= year }.max { $0.year < $1.year }
        let after = points.filter { $0.year >= year }.min { $0.year < $1.year }
        guard let before, let after else { return (before ?? after)?.perTonne }
        guard after.year > before.year else { return before.perTonne }
        let part = Double(year - before.year) / Double(after.year - before.year)
        return before.perTonne + part * (after.perTonne - before.perTonne)
    }

    /// Whether a year lies outside of the points, so that the nearest one's value is taken.
    public func isHeld(in year: Int) -> Bool {
        let years = points.map(\.year)
        guard let first = years.min(), let last = years.max() else { return true }
        return !(first...last).contains(year)
    }
}

extension CarbonValue: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case name, currency, priceYear, points, source, status }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            name: try values.decode(String.self, forKey: .name), currency: try values.field(.currency, or: .eur),
            priceYear: try values.decode(Int.self, forKey: .priceYear),
            points: try values.decode([Point].self, forKey: .points), source: try values.field(.source, or: ""),
            status: try values.field(.status, or: .unverified))
    }
}

extension CarbonValue.Point: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case year, perTonne }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(Int.self, forKey: .year), try values.decode(Double.self, forKey: .perTonne))
    }
}
