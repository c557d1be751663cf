/// Masses of gases in tonnes, each gas apart; CO2e comes from them only under a named GWP set.
public struct GasMasses: Sendable, Hashable, Codable {
    /// Carbon dioxide of fossil and mineral carbon, t.
    public var co2 = 0.0
    /// Carbon dioxide of biomass, t; beside totals.
    public var co2Biogenic = 0.0
    /// Methane of fossil carbon from leaks and processes, t.
    public var ch4Fossil = 0.0
    /// Methane from burning fossil fuel, t.
    public var ch4Combustion = 0.0
    /// Methane of biological origin, t.
    public var ch4Biogenic = 0.0
    /// Nitrous oxide, t.
    public var n2o = 0.0
    /// Sulphur hexafluoride, t.
    public var sf6 = 0.0
    /// Nitrogen trifluoride, t.
    public var nf3 = 0.0
    /// CO2e published without its gases, t CO2e.
    public var unsplit = 0.0
    /// Carbon dioxide taken up by sinks, t, positive; beside totals.
    public var co2Removed = 0.0
    /// Hydrofluorocarbons and perfluorocarbons by species, sorted by name, each once.
    public private(set) var species: [SpeciesMass] = []

    public init() {}

    /// One gas; for HFC and PFC use `init(_:of:)`.
    public init(_ gas: Gas, tonnes: Double) { self[gas] = tonnes }

    /// One species of HFC or PFC.
    public init(_ species: Species, tonnes: Double) { add(species, tonnes: tonnes) }

    /// The mass of a gas in tonnes. HFC and PFC answer the sum of their species and ignore being set.
    public subscript(gas: Gas) -> Double {
        get { mass(of: gas) }
        set { if let path = Self.path(of: gas) { self[keyPath: path] = newValue } }
    }

    /// Adds a mass of one species, in tonnes.
    public mutating func add(_ one: Species, tonnes: Double) {
        let place = species.firstIndex { $0.species.name >= one.name } ?? species.endIndex
        if place < species.endIndex, species[place].species == one {
            species[place].tonnes += tonnes
        } else {
            species.insert(SpeciesMass(species: one, tonnes: tonnes), at: place)
        }
    }

    /// The gases that have a mass other than zero, in the order of `Gas.allCases`.
    public var present: [Gas] { Gas.allCases.filter { self[$0] != 0 } }

    private func mass(of gas: Gas) -> Double {
        switch gas {
        case .co2: co2
        case .co2Biogenic: co2Biogenic
        case .ch4Fossil: ch4Fossil
        case .ch4Combustion: ch4Combustion
        case .ch4Biogenic: ch4Biogenic
        case .n2o: n2o
        case .sf6: sf6
        case .nf3: nf3
        case .unsplit: unsplit
        case .co2Removed: co2Removed
        case .hfc, .pfc: species.reduce(0) { $1.species.gas == gas ? $0 + $1.tonnes : $0 }
        }
    }

    private static func path(of gas: Gas) -> WritableKeyPath<GasMasses, Double>? {
        switch gas {
        case .co2: \.co2
        case .co2Biogenic: \.co2Biogenic
        case .ch4Fossil: \.ch4Fossil
        case .ch4Combustion: \.ch4Combustion
        case .ch4Biogenic: \.ch4Biogenic
        case .n2o: \.n2o
        case .sf6: \.sf6
        case .nf3: \.nf3
        case .unsplit: \.unsplit
        case .co2Removed: \.co2Removed
        case .hfc, .pfc: nil
        }
    }
}

/// A mass of one species of HFC or PFC, in tonnes.
public struct SpeciesMass: Sendable, Hashable, Codable {
    /// The species.
    public let species: Species
    /// Its mass, t.
    public var tonnes: Double
}

extension GasMasses {
    public static func += (left: inout GasMasses, right: GasMasses) {
        left.co2 += right.co2
        left.co2Biogenic += right.co2Biogenic
        left.ch4Fossil += right.ch4Fossil
        left.ch4Combustion += right.ch4Combustion
        left.ch4Biogenic += right.ch4Biogenic
        left.n2o += right.n2o
        left.sf6 += right.sf6
        left.nf3 += right.nf3
        left.unsplit += right.unsplit
        left.co2Removed += right.co2Removed
        for item in right.species { left.add(item.species, tonnes: item.tonnes) }
    }

    public static func + (left: GasMasses, right: GasMasses) -> GasMasses {
        var sum = left
        sum += right
        return sum
    }

    public static func * (left: GasMasses, factor: Double) -> GasMasses {
        var result = GasMasses()
        for gas in Gas.allCases where !gas.hasSpecies { result[gas] = left[gas] * factor }
        for item in left.species { result.add(item.species, tonnes: item.tonnes * factor) }
        return result
    }
}
