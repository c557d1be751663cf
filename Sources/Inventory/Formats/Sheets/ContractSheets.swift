/// The contract's tables A-1.1 (final energy), A-1.2 (factors), A-1.3 (activity) and A-1.4 (emissions).
enum ContractSheets {
    static let anyCarrier = "Not specified"

    static func tables(_ report: InventoryReport) -> [SheetTable] {
        [energy(report.inventory), factors(report.inventory), activity(report.inventory), emissions(report.contract)]
    }

    private static func scopes(_ unit: String) -> [String] { Scope.allCases.map { "Scope \($0.rawValue) (\(unit))" } }

    /// Each sector with its total, its carriers below it.
    private static func energy(_ inventory: CityInventory) -> SheetTable {
        let lines = ContractEnergy(inventory).lines
        var table = SheetTable(
            name: "A-1.1 Final energy use", columns: ["Sector, carrier"] + scopes("MWh/year") + ["Total (MWh/year)"])
        func add(_ name: String, _ lines: [ContractEnergy.Line]) {
            let cells = Scope.allCases.map { scope in
                let figures = lines.filter { $0.scope == scope }
                return SheetCell(figures.isEmpty ? nil : figures.reduce(0) { $0 + $1.megawattHours })
            }
            let total = lines.isEmpty ? nil : lines.reduce(0) { $0 + $1.megawattHours }
            table.rows.append([.text(name)] + cells + [SheetCell(total)])
        }
        for sector in ContractSector.allCases {
            let here = lines.filter { $0.sector == sector }
            add(sector.rawValue, here)
            var carriers: [String] = []
            for line in here where !carriers.contains(line.carrier) { carriers.append(line.carrier) }
            for carrier in carriers {
                add(carrier.isEmpty ? anyCarrier : carrier, here.filter { $0.carrier == carrier })
            }
        }
        add("Total", lines)
        return table
    }

    private static func emissions(_ view: ContractView) -> SheetTable {
        var rows = ContractSector.allCases.map { sector in
            [.text(sector.rawValue)] + Scope.allCases.map { cell(view[sector, $0]) }
                + [SheetCell(view.sectorTotals[sector])]
        }
        rows.append([.text("Total")] + Scope.allCases.map { SheetCell(view.scopeTotals[$0]) } + [.number(view.total)])
        return SheetTable(
            name: "A-1.4 GHG emissions", columns: ["Sector"] + scopes("t CO2e/year") + ["Total (t CO2e/year)"],
            rows: rows)
    }

    private static func cell(_ cell: ContractView.Cell) -> SheetCell {
        switch cell {
        case .value(let value): .number(value)
        case .keys(let keys): .text(keys.map(\.rawValue).joined(separator: ", "))
        case .empty: .empty
        }
    }

    private static func activity(_ inventory: CityInventory) -> SheetTable {
        let rows = inventory.rows.compactMap { row -> [SheetCell]? in
            guard let activity = row.activity, let cell = row.contractPlacement else { return nil }
            return [
                .text(cell.sector.rawValue), .number(Double(cell.scope.rawValue)), .text(row.label),
                .text(row.carrier ?? ""),
                .number(activity.value), .text(activity.unit),
            ]
        }
        return SheetTable(
            name: "A-1.3 Activity", columns: ["Sector", "Scope", "Activity", "Carrier", "Amount per year", "Unit"],
            rows: rows)
    }
}

extension ContractSheets {
    static let gases = ["CO2", "CH4", "N2O", "HFC", "PFC", "SF6", "NF3", "CO2e"]
    private static let factorColumns = ["Energy source", "Methodology", "Year", "Unit"]

    private struct FactorLine: Hashable {
        let carrier: String
        let method: String
        let year: Int?
        let unit: String
    }

    /// One line for each carrier, methodology, year and unit, the gases beside each other.
    private static func factors(_ inventory: CityInventory) -> SheetTable {
        let printed = inventory.printedFactors + inventory.appliedFactors
        let others = printed.map(\.gas).filter { !gases.contains($0) }
        var columns = gases
        for gas in others where !columns.contains(gas) { columns.append(gas) }
        var lines: [(line: FactorLine, values: [String: Double])] = []
        for factor in printed {
            let line = FactorLine(carrier: factor.carrier, method: factor.method, year: factor.year, unit: factor.unit)
            if let place = lines.firstIndex(where: { $0.line == line && $0.values[factor.gas] == nil }) {
                lines[place].values[factor.gas] = factor.value
            } else {
                lines.append((line, [factor.gas: factor.value]))
            }
        }
        let rows = lines.map { line, values in
            [
                .text(line.carrier), .text(line.method), SheetCell(line.year.map(Double.init)), .text(line.unit),
            ] + columns.map { SheetCell(values[$0]) }
        }
        return SheetTable(name: "A-1.2 Emission factors", columns: factorColumns + columns, rows: rows)
    }
}
