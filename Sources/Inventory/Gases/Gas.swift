/// A greenhouse gas as an inventory keeps it: what it is, and where its carbon came from when that changes its weight.
///
/// The GPC's seven gases (GPC 2014, §3.3), split where a total needs the split:
/// carbon dioxide of biomass stays outside totals, and methane weighs differently by origin (AR5 Table 8.7, AR6 Table 7.15).
public enum Gas: String, Sendable, Hashable, CaseIterable, Codable {
    case co2
    /// Carbon dioxide from biomass, reported beside the totals.
    case co2Biogenic = "co2_biogenic"
    /// Methane of fossil carbon from leaks and processes.
    case ch4Fossil = "ch4_fossil"
    /// Methane from burning: the fuel's CO2 factor already counts its carbon as if it were CO2
    /// (IPCC 2006 Vol. 2 §1.4.2.1), so it takes the weight without the carbon's own oxidation.
    case ch4Combustion = "ch4_combustion"
    /// Methane of biological origin: waste, wastewater, animals, rice.
    case ch4Biogenic = "ch4_biogenic"
    case n2o
    /// Hydrofluorocarbons, each species by its name.
    case hfc
    /// Perfluorocarbons, each species by its name.
    case pfc
    case sf6
    case nf3
    /// CO2e that a source published without its gases: it stays as published under every GWP set.
    case unsplit = "co2e_unsplit"
    /// Carbon dioxide taken up by sinks, a positive number, reported beside the totals.
    case co2Removed = "co2_removed"

    /// Whether the gas is part of gross emissions.
    public var countsInTotals: Bool { self != .co2Biogenic && self != .co2Removed }

    /// Whether masses are kept by species (`GasMasses.species`) and not as one number.
    public var hasSpecies: Bool { self == .hfc || self == .pfc }
}
