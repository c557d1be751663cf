/// The GPC's lines gas by gas, and its summary with the totals BASIC and BASIC+.
enum GPCSheets {
    private static let masses: [(title: String, gas: Gas)] = [
        ("CO2 (t)", .co2), ("CH4 fossil (t)", .ch4Fossil), ("CH4 of combustion (t)", .ch4Combustion),
        ("CH4 biogenic (t)", .ch4Biogenic), ("N2O (t)", .n2o), ("SF6 (t)", .sf6), ("NF3 (t)", .nf3),
        ("CO2e without gases (t)", .unsplit), ("CO2 biogenic, outside (t)", .co2Biogenic),
        ("CO2 removed, outside (t)", .co2Removed),
    ]
    private static let species = "HFC and PFC (t)"
    private static let total = "Total (t CO2e)"
    private static let columns =
        ["GPC ref", "Sector", "Sub-sector", "Scope", "Level"] + masses.map(\.title) + [species, total, "Notation keys"]

    static func tables(_ report: InventoryReport) -> [SheetTable] { [lines(report.gpc), summary(report.gpc)] }

    private static func lines(_ view: GPCView) -> SheetTable {
        var rows = view.lines.map { line in
            row(
                [
                    .text(line.reference.code), .text(line.reference.sector.rawValue),
                    .text(line.reference.subsectorName),
                    .number(Double(line.reference.scope.rawValue)), .text(line.reference.level.rawValue),
                ], line.rows > 0 ? line.masses : nil, line.co2e, line.keys)
        }
        rows += view.loose.map { item in
            row(
                [
                    .empty, .text(item.sector.rawValue), .text("Sub-sector not known"),
                    .number(Double(item.scope.rawValue)), .empty,
                ], item.rows > 0 ? item.masses : nil, item.rows > 0 ? item.co2e : nil, item.keys)
        }
        return SheetTable(name: "GPC lines", columns: columns, rows: rows)
    }

    private static func row(
        _ place: [SheetCell], _ sums: GasMasses?, _ co2e: Double?, _ keys: [NotationKey]
    ) -> [SheetCell] {
        // A line with a number shows each gas, nought too; one without shows none.
        let numbers = masses.map { SheetCell(sums?[$0.gas]) }
        let named = sums.map { $0.species.isEmpty ? .empty : .text(SpeciesText.write($0)) } ?? SheetCell.empty
        return place + numbers + [named, SheetCell(co2e), .text(keys.map(\.rawValue).joined(separator: ", "))]
    }

    private static func summary(_ view: GPCView) -> SheetTable {
        var rows = GPCSector.allCases.map { sector in
            let values = view.matrix[sector] ?? [:]
            let total = values.isEmpty ? nil : Scope.allCases.reduce(0) { $0 + (values[$1] ?? 0) }
            return [.text("\(sector.rawValue) \(sector.name)")] + Scope.allCases.map { SheetCell(values[$0]) }
                + [SheetCell(total)]
        }
        for total in InventoryTotal.allCases {
            rows.append([.text("Total \(total.rawValue)"), .empty, .empty, .empty, SheetCell(view.totals[total])])
        }
        return SheetTable(
            name: "GPC summary", columns: ["GPC sector", "Scope 1", "Scope 2", "Scope 3", "All scopes (t CO2e)"],
            rows: rows)
    }

    /// False where the sheet is another. The summary says nothing that the lines do not, so it is passed over.
    static func read(_ sheet: SheetInput, _ found: inout SheetCollection) -> Bool {
        if sheet.header(["gpc sector", "scope 1"]) != nil { return true }
        guard let header = sheet.header(["gpc ref", "scope"]) else { return false }
        for row in header.body { read(row, header, &found) }
        found.isRecognised = true
        return true
    }

    private static func read(_ row: TableRow, _ header: SheetHeader, _ found: inout SheetCollection) {
        guard row.cells.contains(where: { !$0.trimmed.isEmpty }) else { return }
        let code = header.text("gpc ref", row)
        let placement: Placement
        if let reference = GPCReference.coded(code) {
            placement = Placement(reference)
        } else if code.isEmpty, let sector = GPCSector(named: header.text("sector", row)),
            let scope = Scope(named: header.text("scope", row))
        {
            placement = Placement(sector, scope)
        } else {
            found.problems.append(
                TableProblem(
                    line: row.number, column: "GPC ref", .lineLeftOut,
                    "The GPC has no line {code}: write one such as I.1.2, or leave it empty and give sector and scope.",
                    ["code": code]))
            return
        }
        guard let sums = sums(row, header, &found) else { return }
        found.rows.append(
            InventoryRow(
                id: "gpc-\(row.number)", placement: placement, label: header.text("sub-sector", row),
                content: .emissions(sums)))
    }

    /// The masses of a line; nil where it has no number. A line with a total alone keeps it as CO2e without gases.
    private static func sums(_ row: TableRow, _ header: SheetHeader, _ found: inout SheetCollection) -> GasMasses? {
        var sums = GasMasses()
        var hasNumber = false
        for (title, gas) in masses {
            guard let value = found.number(header.text(title.lowercased(), row), row, title) else { continue }
            sums[gas] = value
            hasNumber = true
        }
        let text = header.text(species.lowercased(), row)
        do throws(SpeciesText.Problem) {
            for item in try SpeciesText.parse(text) {
                sums.add(item.species, tonnes: item.tonnes)
                hasNumber = true
            }
        } catch {
            found.problems.append(
                TableProblem(
                    line: row.number, column: species, .lineLeftOut,
                    "{part} is not a gas with its tonnes: write HFC134a=0.1; CF4=0.02.", ["part": error.part]))
            return nil
        }
        if !hasNumber, let value = found.number(header.text(total.lowercased(), row), row, total) {
            return GasMasses(.unsplit, tonnes: value)
        }
        return hasNumber ? sums : nil
    }
}
