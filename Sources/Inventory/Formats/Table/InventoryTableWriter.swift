/// Writes the lines of the inventory table.
enum InventoryTableWriter {
    static func lines(_ inventory: CityInventory) -> [[String]] {
        properties(inventory) + inventory.boundary.exclusions.map(exclusion) + inventory.rows.map(row)
            + inventory.printedTotals.map(total) + inventory.printedFactors.map(factor)
    }

    private struct Line {
        var cells: [String]

        init(_ kind: TableLineKind) {
            cells = Array(repeating: "", count: TableColumn.allCases.count)
            self[.kind] = kind.rawValue
        }

        subscript(column: TableColumn) -> String {
            get { cells[column.position] }
            set { cells[column.position] = GuardedText.write(newValue) }
        }

        mutating func put(_ column: TableColumn, _ number: Double?) {
            if let number { self[column] = NumberText.write(number) }
        }
    }

    private static func properties(_ inventory: CityInventory) -> [[String]] {
        let values: [(TableProperty, String)] = [
            (.city, inventory.city), (.year, String(inventory.year)), (.gwp, inventory.gwp.rawValue),
            (.coverage, inventory.coverage.rawValue), (.population, inventory.population.map(String.init) ?? ""),
            (.boundary, inventory.boundary.description), (.source, inventory.source),
        ]
        return values.filter { !$0.1.isEmpty }.map { property, value in
            var line = Line(.property)
            line[.name] = property.rawValue
            line[.value] = value
            return line.cells
        }
    }

    private static func exclusion(_ exclusion: Exclusion) -> [String] {
        var line = Line(.exclusion)
        line[.name] = exclusion.kind.rawValue
        line[.label] = exclusion.name
        line[.reason] = exclusion.reason
        line.put(.value, exclusion.share)
        return line.cells
    }

    private static func total(_ total: PrintedTotal) -> [String] {
        var line = Line(.printedTotal)
        line[.publishedSector] = total.sector?.rawValue ?? ""
        line[.publishedScope] = total.scope.map { String($0.rawValue) } ?? ""
        line.put(.value, total.value)
        return line.cells
    }

    private static func factor(_ factor: PrintedFactor) -> [String] {
        var line = Line(.factor)
        line[.carrier] = factor.carrier
        line[.name] = factor.gas
        line.put(.value, factor.value)
        line[.unit] = factor.unit
        line[.year] = factor.year.map(String.init) ?? ""
        line[.method] = factor.method
        return line.cells
    }

    private static func row(_ row: InventoryRow) -> [String] {
        var line = Line(row.content == .energyOnly ? .energy : .row)
        line[.id] = row.id
        line[.reference] = row.placement.reference?.code ?? ""
        line[.sector] = row.placement.sector.rawValue
        line[.scope] = String(row.placement.scope.rawValue)
        line[.publishedSector] = row.published?.sector.rawValue ?? ""
        line[.publishedScope] = row.published.map { String($0.scope.rawValue) } ?? ""
        line[.label] = row.label
        line[.carrier] = row.carrier ?? ""
        line.put(.activity, row.activity?.value)
        line[.activityUnit] = row.activity?.unit ?? ""
        line.put(.activityLower, row.activity?.uncertainty?.lower)
        line.put(.activityUpper, row.activity?.uncertainty?.upper)
        line.put(.energy, row.energyMWh)
        put(row.content, &line)
        line[.method] = row.method?.name ?? ""
        line[.arguments] = row.method.map { JSONValue.object($0.arguments.mapValues(\.json)).json() } ?? ""
        line[.activityQuality] = row.activityQuality?.rawValue ?? ""
        line[.factorQuality] = row.factorQuality?.rawValue ?? ""
        line[.source] = row.source
        line[.note] = row.note
        return line.cells
    }

    private static func put(_ content: InventoryRow.Content, _ line: inout Line) {
        switch content {
        case .energyOnly: break
        case .notation(let key, let reason):
            line[.notationKey] = key.rawValue
            line[.reason] = reason
        case .emissions(let masses):
            for (column, gas) in TableColumn.masses where masses[gas] != 0 { line.put(column, masses[gas]) }
            line[.species] = SpeciesText.write(masses)
            // No emissions at all are a figure too, not a gap.
            if masses.present.isEmpty, masses.species.isEmpty { line.put(.unsplit, 0) }
        }
    }
}
