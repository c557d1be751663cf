/// The columns of the inventory table, in its order.
public enum TableColumn: String, Sendable, Hashable, CaseIterable {
    case kind, id
    case reference = "gpc_ref"
    case sector, scope
    case publishedSector = "published_sector"
    case publishedScope = "published_scope"
    case label, carrier, activity
    case activityUnit = "activity_unit"
    case activityLower = "activity_lower"
    case activityUpper = "activity_upper"
    case energy = "energy_mwh"
    case co2 = "co2_t"
    case co2Biogenic = "co2_biogenic_t"
    case ch4Fossil = "ch4_fossil_t"
    case ch4Combustion = "ch4_combustion_t"
    case ch4Biogenic = "ch4_biogenic_t"
    case n2o = "n2o_t"
    case sf6 = "sf6_t"
    case nf3 = "nf3_t"
    case unsplit = "co2e_unsplit_t"
    case co2Removed = "co2_removed_t"
    /// HFC and PFC by species in t: `HFC134a=0.1; CF4=0.02`.
    case species
    case notationKey = "notation_key"
    case reason, method
    /// What the method is given, as JSON.
    case arguments
    case activityQuality = "activity_quality"
    case factorQuality = "factor_quality"
    case source, note, name, value, unit, year

    /// The columns of masses with their gases.
    static let masses: [(column: TableColumn, gas: Gas)] = [
        (.co2, .co2), (.co2Biogenic, .co2Biogenic), (.ch4Fossil, .ch4Fossil), (.ch4Combustion, .ch4Combustion),
        (.ch4Biogenic, .ch4Biogenic), (.n2o, .n2o), (.sf6, .sf6), (.nf3, .nf3), (.unsplit, .unsplit),
        (.co2Removed, .co2Removed),
    ]

    var position: Int { Self.positions[self] ?? 0 }

    private static let positions = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })
}

/// What a line of the inventory table holds.
public enum TableLineKind: String, Sendable, Hashable, CaseIterable {
    /// A source of emissions, or the key for why there is no number.
    case row
    /// Energy by carrier whose emissions another row states.
    case energy
    /// Something about the inventory as a whole: `name` and `value`.
    case property
    /// A total as a source printed it.
    case printedTotal = "printed_total"
    /// A factor as a source printed it.
    case factor
    /// What the boundary leaves out.
    case exclusion
}

/// Names of what a `property` line says.
enum TableProperty: String, CaseIterable {
    case city, year, gwp, coverage, population, boundary, source
}
