/// Whose inventory it is, of which year, under which set, and what it leaves out.
enum PropertySheet {
    static let name = "Inventory"
    private static let columns = ["Property", "Value", "Kind", "Reason", "Share"]

    private enum Property: String, CaseIterable {
        case city = "City"
        case year = "Year"
        case gwp = "GWP set"
        case coverage = "Coverage"
        case population = "Population"
        case boundary = "Boundary"
        case source = "Source"
        case exclusion = "Exclusion"
    }

    static func table(_ report: InventoryReport) -> SheetTable {
        let inventory = report.inventory
        var rows: [[SheetCell]] = []
        func add(_ property: Property, _ value: SheetCell) {
            if value != .empty { rows.append([.text(property.rawValue), value]) }
        }
        add(.city, .text(inventory.city))
        add(.year, .number(Double(inventory.year)))
        add(.gwp, .text(report.gwp.rawValue))
        add(.coverage, .text(inventory.coverage.rawValue))
        add(.population, SheetCell(inventory.population.map(Double.init)))
        add(.boundary, inventory.boundary.description.isEmpty ? .empty : .text(inventory.boundary.description))
        add(.source, inventory.source.isEmpty ? .empty : .text(inventory.source))
        for item in inventory.boundary.exclusions {
            rows.append([
                .text(Property.exclusion.rawValue), .text(item.name), .text(item.kind.rawValue), .text(item.reason),
                SheetCell(item.share),
            ])
        }
        return SheetTable(name: name, columns: columns, rows: rows)
    }

    static func read(_ sheet: SheetInput, into inventory: inout CityInventory, _ found: inout SheetCollection) {
        guard let header = sheet.header(["property", "value"]) else { return }
        for row in header.body {
            let name = header.text("property", row).lowercased()
            guard let property = Property.allCases.first(where: { $0.rawValue.lowercased() == name }) else { continue }
            let value = header.text("value", row)
            if !take(property, value, header, row, &inventory) {
                found.problems.append(
                    TableProblem(
                        line: row.number, column: "Value", .lineLeftOut, "{value} is no {property}.",
                        ["value": value, "property": property.rawValue]))
            }
        }
    }

    private static func take(
        _ property: Property, _ value: String, _ header: SheetHeader, _ row: TableRow, _ inventory: inout CityInventory
    ) -> Bool {
        switch property {
        case .city: inventory.city = value
        case .boundary: inventory.boundary.description = value
        case .source: inventory.source = value
        case .year:
            guard let year = Int(value), (1950...2100).contains(year) else { return false }
            inventory.year = year
        case .gwp:
            guard let set = GWPSet(named: value) else { return false }
            inventory.gwp = set
        case .coverage:
            guard let total = InventoryTotal(rawValue: value) else { return false }
            inventory.coverage = total
        case .population:
            guard let people = Int(value), people > 0 else { return false }
            inventory.population = people
        case .exclusion:
            guard let kind = Exclusion.Kind(rawValue: header.text("kind", row).lowercased()) else { return false }
            inventory.boundary.exclusions.append(
                Exclusion(
                    kind: kind, name: value, reason: header.text("reason", row),
                    share: NumberText.read(header.text("share", row))))
        }
        return true
    }
}
