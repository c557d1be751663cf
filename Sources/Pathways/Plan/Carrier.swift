import Inventory
import Quantities

extension Plan {
    /// An energy carrier: a fuel, grid electricity, district heat, or useful heat made from other carriers.
    ///
    /// With a scope it is what the city buys or burns, and emissions and energy are booked under it. Without one it stands
    /// between (useful heat): emissions and energy are booked under the carriers that its sources take.
    public struct Carrier: Sendable, Hashable {
        /// A short text slug, unique among carriers and activities.
        public var id: String
        /// The name in the city's words.
        public var name: String
        /// 1 for what is burnt in the city, 2 for grid energy; nil for what only stands between.
        public var scope: Scope?
        /// Emission factors, tonnes of gas for each MWh.
        public var factors: [GasFactor]
        /// What the carrier is made from, where that is modelled: shares of its MWh. Their emissions add to `factors`.
        public var sources: [Technology]
        /// Where the factors come from.
        public var source: String

        public init(
            id: String, name: String = "", scope: Scope? = .one, factors: [GasFactor] = [],
            sources: [Technology] = [], source: String = ""
        ) {
            self.id = id
            self.name = name
            self.scope = scope
            self.factors = factors
            self.sources = sources
            self.source = source
        }
    }

    /// Tonnes of one gas for each unit of something.
    public struct GasFactor: Sendable, Hashable {
        /// The gas.
        public var gas: Gas
        /// The species, for HFC and PFC.
        public var species: Species?
        /// Tonnes of the gas (of CO2e for `unsplit`) for each MWh of a carrier or each unit of a technology.
        public var series: Series

        public init(_ gas: Gas, _ series: Series, species: Species? = nil) {
            self.gas = gas
            self.series = series
            self.species = species
        }
    }
}

extension Plan.Carrier: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case id, name, scope, factors, sources, source }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), name: try values.field(.name, or: ""),
            scope: try values.decodeIfPresent(Scope.self, forKey: .scope), factors: try values.field(.factors, or: []),
            sources: try values.field(.sources, or: []), source: try values.field(.source, or: ""))
    }
}

extension Plan.GasFactor: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case gas, species, series }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(Gas.self, forKey: .gas), try values.decode(Plan.Series.self, forKey: .series),
            species: try values.decodeIfPresent(Species.self, forKey: .species))
    }
}
