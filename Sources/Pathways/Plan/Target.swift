import Quantities

extension Plan {
    /// What is to be reached in a year.
    public struct Target: Sendable, Hashable {
        /// Which of the four numbers is held against the target.
        public enum Basis: String, Sendable, Hashable, CaseIterable, Codable {
            /// Emissions alone.
            case gross
            /// Emissions less removals by sinks and credits.
            case net
        }

        /// A short text slug, unique among targets.
        public var id: String
        /// The name in the city's words.
        public var name: String
        /// The year.
        public var year: Int
        /// Which number.
        public var basis: Basis
        /// The part by which it is to be lower than `baseline`: 0.8.
        public var reduction: Double
        /// t CO2e that the reduction is counted from; nil is the plan's gross emissions of the base year.
        public var baseline: Double?

        public init(
            id: String, name: String = "", year: Int, basis: Basis = .gross, reduction: Double, baseline: Double? = nil
        ) {
            self.id = id
            self.name = name
            self.year = year
            self.basis = basis
            self.reduction = reduction
            self.baseline = baseline
        }
    }

    /// Something that takes CO2 out of the air.
    public struct Sink: Sendable, Hashable {
        /// A short text slug, unique among sinks.
        public var id: String
        /// The name in the city's words.
        public var name: String
        /// t CO2 removed a year without measures, positive.
        public var series: Series
        /// Where the figure comes from.
        public var source: String

        public init(id: String, name: String = "", series: Series, source: String = "") {
            self.id = id
            self.name = name
            self.series = series
            self.source = source
        }
    }

    /// Credits for reductions elsewhere.
    public struct Credit: Sendable, Hashable {
        /// A short text slug, unique among credits.
        public var id: String
        /// The name in the city's words.
        public var name: String
        /// t CO2e bought and cancelled for each year, positive.
        public var series: Series
        /// Where they come from.
        public var source: String

        public init(id: String, name: String = "", series: Series, source: String = "") {
            self.id = id
            self.name = name
            self.series = series
            self.source = source
        }
    }

    /// How much may be emitted altogether.
    public struct Budget: Sendable, Hashable {
        /// The first year counted.
        public var start: Int
        /// The last year counted.
        public var end: Int
        /// t CO2e, gross.
        public var tonnes: Double
        /// How it was derived.
        public var source: String

        public init(start: Int, end: Int, tonnes: Double, source: String = "") {
            self.start = start
            self.end = end
            self.tonnes = tonnes
            self.source = source
        }
    }

    /// Bottom-up activities held against what the certified inventory says of them in the base year.
    ///
    /// `Reconciliation` splits the difference; `applied` closes it, so that the base year equals the inventory.
    public struct Calibration: Sendable, Hashable {
        /// A short text slug, unique among calibrations.
        public var id: String
        /// The name in the city's words.
        public var name: String
        /// The activities, by id; an activity is in one calibration at most.
        public var activities: [String]
        /// t CO2e that the inventory states for the same thing.
        public var inventory: Double
        /// The inventory's activity in the unit of the activities, where it is known.
        public var quantity: Double?
        /// The inventory's own factor, t CO2e for each unit of quantity, where it is known.
        public var factor: Double?
        /// What the inventory holds and the model does not (positive), or the other way round (negative), each by name.
        public var boundary: [Item]
        /// What the rest is called: what is known of why nobody can explain it yet.
        public var residual: String
        /// Whether the activities are scaled to the inventory, and boundary items stand as lines of their own.
        public var applied: Bool
        /// Where the inventory's figures come from.
        public var source: String

        /// A named amount.
        public struct Item: Sendable, Hashable, Codable {
            /// What it is.
            public var name: String
            /// t CO2e in the base year.
            public var tonnes: Double

            public init(_ name: String, tonnes: Double) {
                self.name = name
                self.tonnes = tonnes
            }
        }

        public init(
            id: String, name: String = "", activities: [String], inventory: Double, quantity: Double? = nil,
            factor: Double? = nil, boundary: [Item] = [], residual: String = "", applied: Bool = false,
            source: String = ""
        ) {
            self.id = id
            self.name = name
            self.activities = activities
            self.inventory = inventory
            self.quantity = quantity
            self.factor = factor
            self.boundary = boundary
            self.residual = residual
            self.applied = applied
            self.source = source
        }
    }
}

extension Plan.Target: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case id, name, year, basis, reduction, baseline }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), name: try values.field(.name, or: ""),
            year: try values.decode(Int.self, forKey: .year), basis: try values.field(.basis, or: .gross),
            reduction: try values.decode(Double.self, forKey: .reduction),
            baseline: try values.decodeIfPresent(Double.self, forKey: .baseline))
    }
}

extension Plan.Sink: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case id, name, series, source }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), name: try values.field(.name, or: ""),
            series: try values.decode(Plan.Series.self, forKey: .series), source: try values.field(.source, or: ""))
    }
}

extension Plan.Credit: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case id, name, series, source }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), name: try values.field(.name, or: ""),
            series: try values.decode(Plan.Series.self, forKey: .series), source: try values.field(.source, or: ""))
    }
}

extension Plan.Budget: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case start, end, tonnes, source }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            start: try values.decode(Int.self, forKey: .start), end: try values.decode(Int.self, forKey: .end),
            tonnes: try values.decode(Double.self, forKey: .tonnes), source: try values.field(.source, or: ""))
    }
}

extension Plan.Calibration: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case id, name, activities, inventory, quantity, factor, boundary, residual, applied, source
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), name: try values.field(.name, or: ""),
            activities: try values.decode([String].self, forKey: .activities),
            inventory: try values.decode(Double.self, forKey: .inventory),
            quantity: try values.decodeIfPresent(Double.self, forKey: .quantity),
            factor: try values.decodeIfPresent(Double.self, forKey: .factor),
            boundary: try values.field(.boundary, or: []), residual: try values.field(.residual, or: ""),
            applied: try values.field(.applied, or: false), source: try values.field(.source, or: ""))
    }
}
