/// A set of 100-year global warming potentials, by the IPCC report that published it.
///
/// Values: SAR Table 4 (technical summary), AR4 WG1 Table 2.14, AR5 WG1 Table 8.A.1 (without climate-carbon feedback) and
/// Table 8.7 for fossil methane, AR6 WG1 Table 7.15 and Table 7.SM.7; the same as the GHG Protocol publishes (2024).
public enum GWPSet: String, Sendable, Hashable, CaseIterable, Codable {
    case sar = "SAR"
    case ar4 = "AR4"
    case ar5 = "AR5"
    case ar6 = "AR6"

    /// The set that a text names (`AR5`, `ar5`), or nil.
    public init?(named text: String) { self.init(rawValue: text.uppercased()) }

    /// t CO2e for each tonne of a gas; nil for HFC and PFC, whose species weigh differently, and 0 for what stays outside totals.
    public func weight(of gas: Gas) -> Double? {
        switch gas {
        case .co2, .unsplit: 1
        case .co2Biogenic, .co2Removed: 0
        case .ch4Fossil: weights.ch4Fossil
        case .ch4Combustion, .ch4Biogenic: weights.ch4
        case .n2o: weights.n2o
        case .sf6: weights.sf6
        case .nf3: weights.nf3
        case .hfc, .pfc: nil
        }
    }

    /// t CO2e for each tonne of a species, or nil where the set does not name it: a gap, never zero.
    public func weight(of species: Species) -> Double? { species.weights[self] }

    /// Gross emissions in t CO2e: biogenic CO2 and removals are not in it.
    ///
    /// Species that this set does not name are not counted; `unweighted(_:)` names them.
    public func co2e(_ masses: GasMasses) -> Double {
        let weights = self.weights
        var sum = masses.co2 + masses.unsplit
        sum += masses.ch4Fossil * weights.ch4Fossil + (masses.ch4Combustion + masses.ch4Biogenic) * weights.ch4
        sum += masses.n2o * weights.n2o + masses.sf6 * weights.sf6 + masses.nf3 * weights.nf3
        for item in masses.species { sum += item.tonnes * (item.species.weights[self] ?? 0) }
        return sum
    }

    /// The species with a mass for which this set has no value, so that a total without them says so.
    public func unweighted(_ masses: GasMasses) -> [Species] {
        let species = masses.species.filter { $0.tonnes != 0 && $0.species.weights[self] == nil }.map(\.species)
        return masses.nf3 != 0 && weights.nf3 == 0 ? species + [Species.nf3WithoutWeight] : species
    }

    private var weights: Weights {
        switch self {
        case .sar: Weights(ch4Fossil: 21, ch4: 21, n2o: 310, sf6: 23_900, nf3: 0)
        case .ar4: Weights(ch4Fossil: 25, ch4: 25, n2o: 298, sf6: 22_800, nf3: 17_200)
        case .ar5: Weights(ch4Fossil: 30, ch4: 28, n2o: 265, sf6: 23_500, nf3: 16_100)
        case .ar6: Weights(ch4Fossil: 29.8, ch4: 27, n2o: 273, sf6: 25_200, nf3: 17_400)
        }
    }

    private struct Weights {
        let ch4Fossil: Double
        let ch4: Double
        let n2o: Double
        let sf6: Double
        /// The SAR does not name NF3: 0 here, and `unweighted(_:)` says so.
        let nf3: Double
    }
}

extension Species {
    /// NF3 as a name in the list of gases a set does not weigh (SAR).
    static let nf3WithoutWeight = Species(name: "NF3", gas: .nf3, weights: [:])
}
