import Quantities

extension Plan {
    /// Something outside the city's measures that moves activities: population, floor area, GDP.
    public struct Driver: Sendable, Hashable {
        /// A short text slug, unique among drivers.
        public var id: String
        /// The name in the city's words.
        public var name: String
        /// The unit of `series`.
        public var unit: String
        /// The path without any measure. Its range is that of the final year: nothing in the base year, in between a straight line.
        public var series: Series
        /// Where the figure comes from.
        public var source: String

        public init(id: String, name: String = "", unit: String = "", series: Series, source: String = "") {
            self.id = id
            self.name = name
            self.unit = unit
            self.series = series
            self.source = source
        }
    }

    /// How an activity follows a driver: its quantity is multiplied by (driver ÷ driver in the base year)^elasticity.
    public struct DriverLink: Sendable, Hashable {
        /// The driver's id.
        public var driver: String
        /// 1 follows the driver in full, 0 not at all.
        public var elasticity: Double

        public init(_ driver: String, elasticity: Double = 1) {
            self.driver = driver
            self.elasticity = elasticity
        }
    }
}

extension Plan.Driver: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case id, name, unit, series, source }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), name: try values.field(.name, or: ""),
            unit: try values.field(.unit, or: ""), series: try values.decode(Plan.Series.self, forKey: .series),
            source: try values.field(.source, or: ""))
    }
}

extension Plan.DriverLink: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case driver, elasticity }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(try values.decode(String.self, forKey: .driver), elasticity: try values.field(.elasticity, or: 1))
    }
}
