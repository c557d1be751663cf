import Inventory
import Storage
import Web

/// A row of an inventory as it is stored: the library's row, with its place in the list and its version.
package struct InventoryLine: Sendable, RowDecodable {
    package let row: InventoryRow
    package let position: Int
    package let version: Int
    package let updatedAt: Instant
    package let updatedBy: PersonID?

    package init(row stored: Row) throws {
        position = try stored("position")
        version = try stored("version")
        updatedAt = try stored("updated_at")
        updatedBy = try stored("updated_by")
        row = InventoryRow(
            id: try stored("id"), placement: try Self.placement(stored), published: try Self.published(stored),
            label: try stored("label"), carrier: try stored("carrier"), content: try Self.content(stored),
            activity: try Self.activity(stored), energyMWh: try stored("energy_mwh"), method: try Self.method(stored),
            activityQuality: try stored("activity_quality"), factorQuality: try stored("factor_quality"),
            source: try stored("source"), note: try stored("note"))
    }

    private static func placement(_ stored: Row) throws -> Placement {
        let code: String? = try stored("gpc_reference")
        if let reference = code.flatMap(GPCReference.coded) { return Placement(reference) }
        return Placement(try stored("sector"), Scope(rawValue: try stored("scope")) ?? .one)
    }

    private static func published(_ stored: Row) throws -> PublishedPlacement? {
        let (sector, scope): (ContractSector?, Int?) = (try stored("published_sector"), try stored("published_scope"))
        guard let sector, let scope = scope.flatMap(Scope.init(rawValue:)) else { return nil }
        return PublishedPlacement(sector: sector, scope: scope)
    }

    private static func activity(_ stored: Row) throws -> Amount? {
        guard let value: Double = try stored("activity_value") else { return nil }
        let (lower, upper): (Double?, Double?) = (try stored("activity_lower"), try stored("activity_upper"))
        var range: Uncertainty?
        if let lower, let upper { range = Uncertainty(lower: lower, upper: upper) }
        return Amount(value, try stored("activity_unit"), uncertainty: range)
    }

    private static func content(_ stored: Row) throws -> InventoryRow.Content {
        switch try stored("content") as String {
        case "energy": return .energyOnly
        case "notation": return .notation(try stored("notation_key"), reason: try stored("reason"))
        default: return .emissions(try masses(stored))
        }
    }

    private static func method(_ stored: Row) throws -> MethodUse? {
        guard let name: String = try stored("method") else { return nil }
        return try MethodTrace.read(
            name: name, arguments: try stored("method_arguments"), trace: try stored("method_trace"))
    }

    private static func masses(_ stored: Row) throws -> GasMasses {
        var masses = GasMasses()
        for (column, gas) in massColumns { masses[gas] = try stored(column) }
        for item in try SpeciesText.parse(try stored("species_t")) { masses.add(item.species, tonnes: item.tonnes) }
        return masses
    }

    /// The columns of masses, in the order of the table.
    static let massColumns: [(String, Gas)] = [
        ("co2_t", .co2), ("co2_biogenic_t", .co2Biogenic), ("ch4_fossil_t", .ch4Fossil),
        ("ch4_combustion_t", .ch4Combustion), ("ch4_biogenic_t", .ch4Biogenic), ("n2o_t", .n2o), ("sf6_t", .sf6),
        ("nf3_t", .nf3), ("co2e_unsplit_t", .unsplit), ("co2_removed_t", .co2Removed),
    ]
}
