import Quantities

/// What a technology costs over the years, in real terms: only the relation between two years counts.
///
/// Learning makes a technology cheaper, scarcity dearer. Between two given years prices lie on a straight line; before
/// the first and after the last they stay as they are there.
public struct PricePath: Sendable, Hashable {
    /// The price of one year, in any unit.
    public struct Point: Sendable, Hashable {
        /// The calendar year.
        public var year: Int
        /// Above zero.
        public var price: Double

        public init(year: Int, price: Double) {
            self.year = year
            self.price = price
        }
    }

    /// A short text slug, unique in the plan.
    public var id: String
    /// The technology.
    public var name: String
    /// At least one; in any order.
    public var points: [Point]
    /// Where the prices come from.
    public var source: String
    /// How far they can be relied on.
    public var status: FigureStatus

    public init(id: String, name: String, points: [Point], source: String = "", status: FigureStatus = .judgement) {
        self.id = id
        self.name = name
        self.points = points
        self.source = source
        self.status = status
    }

    /// The price of a year; nil where there is no point.
    public func price(in year: Int) -> Double? {
        let sorted = points.sorted { $0.year < $1.year }
        guard let first = sorted.first, let last = sorted.last else { return nil }
        if year <= first.year { return first.price }
        if year >= last.year { return last.price }
        for (before, after) in zip(sorted, sorted.dropFirst()) where year <= after.year {
            let part = Double(year - before.year) / Double(after.year - before.year)
            return before.price + (after.price - before.price) * part
        }
        return last.price
    }

    /// What one unit costs in a year, in units of what it costs in `base`; 1 where a price is missing or not above zero.
    public func factor(in year: Int, base: Int) -> Double {
        guard let now = price(in: year), let then = price(in: base), now > 0, then > 0 else { return 1 }
        return now == then ? 1 : now / then
    }

    /// The factors of the years from `first` to `last`.
    public func factors(from first: Int, to last: Int, base: Int) -> [Double] {
        first > last ? [] : (first...last).map { factor(in: $0, base: base) }
    }
}

extension PricePath: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case id, name, points, source, status }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), name: try values.field(.name, or: ""),
            points: try values.decode([Point].self, forKey: .points), source: try values.field(.source, or: ""),
            status: try values.field(.status, or: .judgement))
    }
}

extension PricePath.Point: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case year, price }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            year: try values.decode(Int.self, forKey: .year), price: try values.decode(Double.self, forKey: .price))
    }
}
