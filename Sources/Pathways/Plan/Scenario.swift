import Quantities

extension Plan {
    /// A choice of measures, with what differs from how they are planned.
    public struct Scenario: Sendable, Hashable {
        /// What a scenario stands for.
        public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
            /// Drivers alone, no measures.
            case businessAsUsual = "business-as-usual"
            /// What is already decided elsewhere.
            case existingPolicies = "existing-policies"
            /// What the city commits to.
            case plan
            /// Anything else that is compared.
            case variant
        }

        /// A short text slug, unique among scenarios.
        public var id: String
        /// The name in the city's words.
        public var name: String
        /// What it stands for.
        public var kind: Kind
        /// The measures in it, each once, in the order in which wedges are drawn.
        public var measures: [Setting]
        /// Drivers that take another path, by id.
        public var drivers: [DriverPath]

        public init(
            id: String, name: String = "", kind: Kind, measures: [Setting] = [], drivers: [DriverPath] = []
        ) {
            self.id = id
            self.name = name
            self.kind = kind
            self.measures = measures
            self.drivers = drivers
        }
    }

    /// A measure in a scenario.
    public struct Setting: Sendable, Hashable {
        /// The measure's id.
        public var measure: String
        /// How much of its effect: 1 as planned, 0 nothing.
        public var ambition: Double
        /// Another first year.
        public var start: Int?
        /// Another year of the full effect.
        public var end: Int?
        /// Years by which it comes later still, beside the measure's own delay.
        public var delay: Int?

        public init(
            _ measure: String, ambition: Double = 1, start: Int? = nil, end: Int? = nil, delay: Int? = nil
        ) {
            self.measure = measure
            self.ambition = ambition
            self.start = start
            self.end = end
            self.delay = delay
        }
    }

    /// Another path of a driver.
    public struct DriverPath: Sendable, Hashable {
        /// The driver's id.
        public var driver: String
        /// The path in this scenario; the base year's value stays the driver's own.
        public var series: Series

        public init(_ driver: String, series: Series) {
            self.driver = driver
            self.series = series
        }
    }
}

extension Plan.Scenario: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case id, name, kind, measures, drivers }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), name: try values.field(.name, or: ""),
            kind: try values.field(.kind, or: .variant), measures: try values.field(.measures, or: []),
            drivers: try values.field(.drivers, or: []))
    }
}

/// In files a measure as planned is its id alone.
extension Plan.Setting: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case measure, ambition, start, end, delay }

    public init(from decoder: any Decoder) throws {
        if let id = try? decoder.singleValueContainer().decode(String.self) {
            self.init(id)
            return
        }
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(String.self, forKey: .measure), ambition: try values.field(.ambition, or: 1),
            start: try values.decodeIfPresent(Int.self, forKey: .start),
            end: try values.decodeIfPresent(Int.self, forKey: .end),
            delay: try values.decodeIfPresent(Int.self, forKey: .delay))
    }

    public func encode(to encoder: any Encoder) throws {
        if self == Plan.Setting(measure) {
            var container = encoder.singleValueContainer()
            try container.encode(measure)
            return
        }
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(measure, forKey: .measure)
        try values.encode(ambition, forKey: .ambition)
        try values.encodeIfPresent(start, forKey: .start)
        try values.encodeIfPresent(end, forKey: .end)
        try values.encodeIfPresent(delay, forKey: .delay)
    }
}

extension Plan.DriverPath: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case driver, series }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(String.self, forKey: .driver),
            series: try values.decode(Plan.Series.self, forKey: .series))
    }
}
