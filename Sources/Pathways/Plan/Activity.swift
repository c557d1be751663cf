import Inventory
import Quantities

extension Plan {
    /// Something that people do and that causes emissions: travel by car, floor area heated, waste sent to landfill.
    ///
    /// Emissions = quantity ÷ load × Σ over technologies of share × (intensity × the carrier's factor + own factors).
    public struct Activity: Sendable, Hashable {
        /// A short text slug, unique among activities and carriers.
        public var id: String
        /// The name in the city's words.
        public var name: String
        /// The sector of the Climate City Contract that it counts in.
        public var sector: ContractSector
        /// The scope of emissions that do not come from a carrier.
        public var scope: Scope
        /// The GPC's line (`II.1.1`), where it is one.
        public var line: String?
        /// The unit of `quantity`: `pkm`, `m2`, `t`.
        public var unit: String
        /// How much of it there is in a year, before drivers.
        public var quantity: Series
        /// What it follows.
        public var drivers: [DriverLink]
        /// Units of quantity for each unit of technology: passengers in a car (pkm for each vkm); nil is 1.
        public var load: Series?
        /// What it is done with; their shares add up to 1.
        public var technologies: [Technology]
        /// How the technologies wear out, where they are replaced as they do.
        public var stock: Stock?
        /// Where the figures come from.
        public var source: String

        public init(
            id: String, name: String = "", sector: ContractSector, scope: Scope = .one, line: String? = nil,
            unit: String, quantity: Series, drivers: [DriverLink] = [], load: Series? = nil,
            technologies: [Technology], stock: Stock? = nil, source: String = ""
        ) {
            self.id = id
            self.name = name
            self.sector = sector
            self.scope = scope
            self.line = line
            self.unit = unit
            self.quantity = quantity
            self.drivers = drivers
            self.load = load
            self.technologies = technologies
            self.stock = stock
            self.source = source
        }
    }

    /// One way of doing an activity, or of making a carrier.
    public struct Technology: Sendable, Hashable {
        /// A short text slug, unique within its activity or carrier.
        public var id: String
        /// The name in the city's words.
        public var name: String
        /// Its part of the whole. In an activity with a stock, of the stock in the base year and of sales after it.
        public var share: Series
        /// The carrier it takes, by id.
        public var carrier: String?
        /// MWh of the carrier for each unit (for a carrier's source: for each MWh made, 1 ÷ efficiency).
        public var intensity: Series
        /// Tonnes of gas for each unit, beside the carrier's.
        public var factors: [GasFactor]
        /// Where the figures come from.
        public var source: String

        public init(
            id: String, name: String = "", share: Series = Series(1), carrier: String? = nil, intensity: Series = .zero,
            factors: [GasFactor] = [], source: String = ""
        ) {
            self.id = id
            self.name = name
            self.share = share
            self.carrier = carrier
            self.intensity = intensity
            self.factors = factors
            self.source = source
        }
    }

    /// How a stock of technologies is renewed. Exactly one of the two is given.
    public struct Stock: Sendable, Hashable {
        /// Years after which each unit is replaced; the base year's stock is evenly aged unless `ages` says otherwise.
        public var lifetime: Int?
        /// The parts of the base year's stock by age, from new to `lifetime` − 1; they add up to 1.
        public var ages: [Double]?
        /// The part of the stock renewed every year whatever its age (dilution: share' = share (1 − r) + sales r).
        public var renewal: Double?

        public init(lifetime: Int, ages: [Double]? = nil) {
            self.lifetime = lifetime
            self.ages = ages
        }

        public init(renewal: Double) { self.renewal = renewal }
    }
}

extension Plan.Activity: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case id, name, sector, scope, line, unit, quantity, drivers, load, technologies, stock, source
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), name: try values.field(.name, or: ""),
            sector: try values.decode(ContractSector.self, forKey: .sector), scope: try values.field(.scope, or: .one),
            line: try values.decodeIfPresent(String.self, forKey: .line), unit: try values.field(.unit, or: ""),
            quantity: try values.decode(Plan.Series.self, forKey: .quantity),
            drivers: try values.field(.drivers, or: []),
            load: try values.decodeIfPresent(Plan.Series.self, forKey: .load),
            technologies: try values.field(.technologies, or: []),
            stock: try values.decodeIfPresent(Plan.Stock.self, forKey: .stock),
            source: try values.field(.source, or: ""))
    }
}

extension Plan.Technology: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case id, name, share, carrier, intensity, factors, source }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), name: try values.field(.name, or: ""),
            share: try values.field(.share, or: Plan.Series(1)),
            carrier: try values.decodeIfPresent(String.self, forKey: .carrier),
            intensity: try values.field(.intensity, or: .zero), factors: try values.field(.factors, or: []),
            source: try values.field(.source, or: ""))
    }
}

extension Plan.Stock: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case lifetime, ages, renewal }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        lifetime = try values.decodeIfPresent(Int.self, forKey: .lifetime)
        ages = try values.decodeIfPresent([Double].self, forKey: .ages)
        renewal = try values.decodeIfPresent(Double.self, forKey: .renewal)
    }
}
