import Inventory

/// Table: the factors that an inventory prints, and those that its methods took from the register.
enum FactorRows {
    static func table(_ inventory: CityInventory, _ t: (String) -> String) -> ContractTable {
        var rows: [ContractRow] = []
        var places: [Line: Int] = [:]
        var ids: Set<String> = []
        let factors =
            inventory.printedFactors.map { (factor: $0, isApplied: false) }
            + inventory.appliedFactors.map { (factor: $0, isApplied: true) }
        for (factor, isApplied) in factors {
            let column = columns[factor.gas.uppercased()] ?? "co2"
            // Biogenic CO2 stays outside the totals that the factors are held against.
            let isOutside = column == "co2" && Carrier.named(factor.carrier)?.isBiogenic == true
            let value = isOutside && isApplied ? 0 : factor.value
            let cell = ContractCell(.number(value), derived: .number(value))
            let line = Line(factor)
            if let index = places[line], rows[index].cells[column] == nil {
                rows[index].cells[column] = cell
                continue
            }
            var row = ContractRow(
                derived: line.id(beside: &ids),
                [
                    "carrier": .text(t(factor.carrier)), "unit": .text(factor.unit), "method": .text(line.method),
                    "year": factor.year.map { .number(Double($0)) },
                ])
            row.cells[column] = cell
            places[line] = rows.count
            rows.append(row)
        }
        return ContractTable(baseYear: inventory.year, rows: rows)
    }

    /// What stands in one row: the same carrier has other factors where it is burnt elsewhere.
    private struct Line: Hashable {
        let carrier: String
        let unit: String
        let method: String
        let year: Int?

        init(_ factor: PrintedFactor) {
            (carrier, unit, year) = (factor.carrier, factor.unit, factor.year)
            // The table has no column for CO2e: it stands under CO2 and says so.
            let isWhole = factor.gas.uppercased() == "CO2E"
            method = isWhole ? [factor.method, "CO2e"].filter { !$0.isEmpty }.joined(separator: " · ") : factor.method
        }

        func id(beside taken: inout Set<String>) -> String {
            let first = ([InventoryTables.slug(carrier)] + [year.map(String.init)].compactMap { $0 })
                .joined(separator: "-")
            var (id, number) = (first, 2)
            while !taken.insert(id).inserted {
                id = "\(first)-\(number)"
                number += 1
            }
            return id
        }
    }

    private static let columns = [
        "CO2": "co2", "CH4": "ch4", "N2O": "n2o", "HFC": "f_gases", "PFC": "f_gases", "SF6": "sf6", "NF3": "nf3",
    ]
}
