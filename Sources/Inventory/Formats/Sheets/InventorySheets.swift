/// An inventory as the tables of a form, and the same tables read again.
///
/// Each form reads back by itself to the same totals, at the level of detail it holds: the contract's tables by sector and
/// scope, the reporting framework by sub-sector, the GPC by line and gas. `InventoryTable` holds everything.
public enum InventorySheets {
    /// The tables of a form; the first says whose inventory it is, the last gives the notation keys with their reasons.
    public static func tables(_ report: InventoryReport, _ form: ReportForm) -> [SheetTable] {
        let tables =
            switch form {
            case .contract: ContractSheets.tables(report)
            case .gpc: GPCSheets.tables(report)
            case .framework: [FrameworkSheet.table(report)]
            }
        return [PropertySheet.table(report)] + tables + [NotationSheet.table(report.inventory)]
    }

    /// The inventory of a file: the inventory table, or the tables of a form.
    public static func read(
        _ sheets: [SheetInput], in circumstances: InventoryTable.Circumstances = InventoryTable.Circumstances()
    ) -> TableReading {
        for sheet in sheets where sheet.rows.contains(where: { InventoryTable.isHeader($0.cells) }) {
            return InventoryTable.read(sheet.rows, in: circumstances)
        }
        var inventory = CityInventory(city: circumstances.city ?? "", year: circumstances.year ?? 0)
        var found = SheetCollection()
        for sheet in sheets { PropertySheet.read(sheet, into: &inventory, &found) }
        var noted: [NotedKey] = []
        for sheet in sheets { noted += NotationSheet.read(sheet, &found) ?? [] }
        for sheet in sheets {
            // A form that is sent in has one of these; a sheet that is none of them is somebody's own.
            if GPCSheets.read(sheet, &found) || FrameworkSheet.read(sheet, &found) { continue }
            ContractSheets.read(sheet, noted, &found)
        }
        return finish(inventory, found, noted)
    }

    private static func finish(
        _ frame: CityInventory, _ collected: SheetCollection, _ noted: [NotedKey]
    ) -> TableReading {
        var (inventory, found) = (frame, collected)
        guard found.isRecognised else {
            let message =
                "No table was recognised: send the inventory table, the contract's tables A-1.1 to A-1.4, or the hub's tables of the GPC or the reporting framework."
            return TableReading(inventory: nil, problems: [TableProblem(line: 0, .lineLeftOut, message)])
        }
        guard inventory.year != 0 else {
            let message = "The year is missing: add a table with the columns Property and Value and the line Year."
            return TableReading(
                inventory: nil, problems: found.problems + [TableProblem(line: 0, .lineLeftOut, message)])
        }
        if inventory.city.isEmpty {
            found.problems.append(
                TableProblem(
                    line: 0, .kept,
                    "The city is missing: add a table with the columns Property and Value and the line City."))
        }
        inventory.rows = found.rows + noted.map(\.row)
        inventory.printedFactors = found.factors
        inventory.printedTotals = Self.worthKeeping(found.totals, inventory)
        return TableReading(inventory: inventory, problems: found.problems)
    }

    /// Totals that say something beyond the sum of their cells; what our own tables add up is no printed figure.
    public static func worthKeeping(_ totals: [PrintedTotal], _ inventory: CityInventory) -> [PrintedTotal] {
        let cells = InventoryReport(inventory).contract.cells
        func sum(_ total: PrintedTotal) -> Double {
            cells.sorted { ($0.key.sector, $0.key.scope) < ($1.key.sector, $1.key.scope) }.reduce(0) { sum, cell in
                guard case .value(let value) = cell.value, total.sector == nil || cell.key.sector == total.sector,
                    total.scope == nil || cell.key.scope == total.scope
                else { return sum }
                return sum + value
            }
        }
        let differs = totals.contains { total in
            (total.value - sum(total)).magnitude > 1e-9 * max(1, total.value.magnitude)
        }
        return differs ? totals : []
    }
}
