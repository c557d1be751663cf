import Inventory
import Members
import Storage
import Web

extension InventoryLine {
    package static func all(_ connection: any Connection, of inventory: InventoryID) throws -> [InventoryLine] {
        try connection.all("SELECT * FROM inventory_row WHERE inventory_id = \(inventory) ORDER BY position, id")
    }

    package static func find(
        _ connection: any Connection, inventory: InventoryID, id: InventoryRowID
    ) throws -> InventoryLine? {
        try connection.first("SELECT * FROM inventory_row WHERE inventory_id = \(inventory) AND id = \(id)")
    }

    /// The place after the last row.
    static func nextPosition(_ connection: any Connection, of inventory: InventoryID) throws -> Int {
        let last: Int? = try connection.value(
            "SELECT MAX(position) FROM inventory_row WHERE inventory_id = \(inventory)")
        return (last ?? 0) + 1
    }

    /// Adds a row under a new identity.
    package static func add(
        _ connection: any Connection, _ row: InventoryRow, id: InventoryRowID, to inventory: InventoryID,
        position: Int, by person: PersonID?, at: Instant
    ) throws {
        let stored = try StoredRow(row)
        try connection.execute(
            """
            INSERT INTO inventory_row (id, inventory_id, position, gpc_reference, sector, scope, published_sector,
                published_scope, label, carrier, content, notation_key, reason, activity_value, activity_unit,
                activity_lower, activity_upper, energy_mwh, co2_t, co2_biogenic_t, ch4_fossil_t, ch4_combustion_t,
                ch4_biogenic_t, n2o_t, sf6_t, nf3_t, co2e_unsplit_t, co2_removed_t, species_t, method,
                method_arguments, method_trace, activity_quality, factor_quality, source, note, version, updated_at,
                updated_by)
            VALUES (\(id), \(inventory), \(position), \(stored.reference), \(row.placement.sector),
                \(row.placement.scope.rawValue), \(row.published?.sector), \(row.published?.scope.rawValue),
                \(row.label), \(row.carrier), \(stored.content), \(stored.key), \(stored.reason),
                \(row.activity?.value), \(row.activity?.unit ?? ""), \(row.activity?.uncertainty?.lower),
                \(row.activity?.uncertainty?.upper), \(row.energyMWh), \(stored.masses.co2),
                \(stored.masses.co2Biogenic), \(stored.masses.ch4Fossil), \(stored.masses.ch4Combustion),
                \(stored.masses.ch4Biogenic), \(stored.masses.n2o), \(stored.masses.sf6), \(stored.masses.nf3),
                \(stored.masses.unsplit), \(stored.masses.co2Removed), \(SpeciesText.write(stored.masses)),
                \(row.method?.name), \(stored.arguments), \(stored.trace), \(row.activityQuality),
                \(row.factorQuality), \(row.source), \(row.note), 1, \(at), \(person))
            """)
        try FactorUse.record(connection, row: id, row.method)
    }

    /// Puts a row in the place of the one with the same identity, unless somebody changed that meanwhile; false then.
    package static func update(
        _ connection: any Connection, _ row: InventoryRow, id: InventoryRowID, in inventory: InventoryID, version: Int,
        by person: PersonID, at: Instant
    ) throws -> Bool {
        let stored = try StoredRow(row)
        let isSaved =
            try connection.execute(
                """
                UPDATE inventory_row SET gpc_reference = \(stored.reference), sector = \(row.placement.sector),
                    scope = \(row.placement.scope.rawValue), published_sector = \(row.published?.sector),
                    published_scope = \(row.published?.scope.rawValue), label = \(row.label), carrier = \(row.carrier),
                    content = \(stored.content), notation_key = \(stored.key), reason = \(stored.reason),
                    activity_value = \(row.activity?.value), activity_unit = \(row.activity?.unit ?? ""),
                    activity_lower = \(row.activity?.uncertainty?.lower),
                    activity_upper = \(row.activity?.uncertainty?.upper), energy_mwh = \(row.energyMWh),
                    co2_t = \(stored.masses.co2), co2_biogenic_t = \(stored.masses.co2Biogenic),
                    ch4_fossil_t = \(stored.masses.ch4Fossil), ch4_combustion_t = \(stored.masses.ch4Combustion),
                    ch4_biogenic_t = \(stored.masses.ch4Biogenic), n2o_t = \(stored.masses.n2o),
                    sf6_t = \(stored.masses.sf6), nf3_t = \(stored.masses.nf3), co2e_unsplit_t = \(stored.masses.unsplit),
                    co2_removed_t = \(stored.masses.co2Removed), species_t = \(SpeciesText.write(stored.masses)),
                    method = \(row.method?.name), method_arguments = \(stored.arguments), method_trace = \(stored.trace),
                    activity_quality = \(row.activityQuality), factor_quality = \(row.factorQuality),
                    source = \(row.source), note = \(row.note), version = version + 1, updated_at = \(at),
                    updated_by = \(person)
                WHERE id = \(id) AND inventory_id = \(inventory) AND version = \(version)
                """) == 1
        if isSaved { try FactorUse.record(connection, row: id, row.method) }
        return isSaved
    }

    /// Removes a row unless somebody changed it meanwhile; false then.
    package static func remove(
        _ connection: any Connection, id: InventoryRowID, of inventory: InventoryID, version: Int
    ) throws -> Bool {
        try connection.execute(
            "DELETE FROM inventory_row WHERE id = \(id) AND inventory_id = \(inventory) AND version = \(version)") == 1
    }
}

/// The parts of a row that the table writes in another form than the library.
private struct StoredRow {
    let reference: String?
    let content: String
    let key: NotationKey?
    let reason: String
    let masses: GasMasses
    let arguments: String
    let trace: String

    init(_ row: InventoryRow) throws {
        reference = row.placement.reference?.code
        switch row.content {
        case .emissions(let masses): (content, key, reason, self.masses) = ("emissions", nil, "", masses)
        case .notation(let key, let reason):
            (content, self.key, self.reason, masses) = ("notation", key, reason, GasMasses())
        case .energyOnly: (content, key, reason, masses) = ("energy", nil, "", GasMasses())
        }
        arguments = try row.method.map { try MethodTrace.json($0.arguments) } ?? ""
        trace = try row.method.map { try MethodTrace($0).json } ?? ""
    }
}
