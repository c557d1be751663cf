import Inventory
import Quantities

extension Plan {
    /// A number over the years: its value in the base year, and how it goes on from there.
    ///
    /// Between points it is a straight line; without points, and after the last one, it grows by `growth` each year.
    public struct Series: Sendable, Hashable {
        /// In the base year.
        public var value: Double
        /// By which part it changes from year to year: 0.002 is 0.2 % more each year.
        public var growth: Double
        /// Values of later years, in any order.
        public var points: [Point]
        /// The 95 % range as factors of the value, the same in every year: 0.9 to 1.1.
        public var range: Uncertainty?

        public init(_ value: Double, growth: Double = 0, points: [Point] = [], range: Uncertainty? = nil) {
            self.value = value
            self.growth = growth
            self.points = points
            self.range = range
        }

        /// Zero in every year.
        public static let zero = Series(0)

        /// The values of `count` years from `baseYear` on.
        public func values(from baseYear: Int, count: Int) -> [Double] {
            var result = [Double](repeating: value, count: max(0, count))
            var knots = points.filter { $0.year > baseYear }.sorted { $0.year < $1.year }[...]
            var last = Point(year: baseYear, value: value)
            for index in result.indices.dropFirst() {
                let year = baseYear + index
                if let next = knots.first {
                    let part = Double(year - last.year) / Double(next.year - last.year)
                    result[index] = year == next.year ? next.value : last.value + (next.value - last.value) * part
                    if year == next.year {
                        last = next
                        knots = knots.dropFirst()
                    }
                } else {
                    result[index] = result[index - 1] * (1 + growth)
                }
            }
            return result
        }
    }

    /// A value in a year.
    public struct Point: Sendable, Hashable, Codable {
        /// The calendar year.
        public var year: Int
        /// The value, in the unit of what it belongs to.
        public var value: Double

        public init(year: Int, value: Double) {
            self.year = year
            self.value = value
        }

        enum CodingKeys: String, CodingKey, CaseIterable { case year, value }

        public init(from decoder: any Decoder) throws {
            let values = try decoder.fields(CodingKeys.self)
            year = try values.decode(Int.self, forKey: .year)
            value = try values.decode(Double.self, forKey: .value)
        }
    }
}

/// In files a constant is a plain number.
extension Plan.Series: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case value, growth, points, range }

    public init(from decoder: any Decoder) throws {
        if let constant = try? decoder.singleValueContainer().decode(Double.self) {
            self.init(constant)
            return
        }
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(Double.self, forKey: .value), growth: try values.field(.growth, or: 0),
            points: try values.field(.points, or: []),
            range: try values.decodeIfPresent(Uncertainty.self, forKey: .range))
    }

    public func encode(to encoder: any Encoder) throws {
        if growth == 0, points.isEmpty, range == nil {
            var container = encoder.singleValueContainer()
            try container.encode(value)
            return
        }
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(value, forKey: .value)
        if growth != 0 { try values.encode(growth, forKey: .growth) }
        if !points.isEmpty { try values.encode(points, forKey: .points) }
        try values.encodeIfPresent(range, forKey: .range)
    }
}
