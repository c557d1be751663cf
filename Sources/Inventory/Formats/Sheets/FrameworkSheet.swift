/// The Common Reporting Framework: sub-sectors with direct emissions, those of grid energy, and those beyond the boundary.
enum FrameworkSheet {
    private static let name = "CRF sector > sub-sector"
    private static let scopes: [(title: String, scope: Scope)] = [
        ("Direct (t CO2e)", .one), ("Indirect, grid energy (t CO2e)", .two), ("Outside the boundary (t CO2e)", .three),
    ]
    private static let unknown = "sub-sector not known"

    static func table(_ report: InventoryReport) -> SheetTable {
        let view = report.framework
        var rows = view.lines.map { line in
            [.text(line.name), .text(line.references.map(\.code).joined(separator: ", "))]
                + scopes.map { cell(line, $0.scope) }
                + [SheetCell(line.co2e.isEmpty ? nil : scopes.reduce(0) { $0 + (line.co2e[$1.scope] ?? 0) })]
        }
        rows += view.loose.filter { $0.rows > 0 }.map { item in
            [.text("\(item.sector.name) > \(unknown)"), .text(item.sector.rawValue)]
                + scopes.map { $0.scope == item.scope ? .number(item.co2e) : .empty } + [.number(item.co2e)]
        }
        rows.append([.text("Total"), .empty, .empty, .empty, .empty, .number(view.total)])
        return SheetTable(
            name: "CRF", columns: [name, "GPC refs"] + scopes.map(\.title) + ["Total (t CO2e)"],
            rows: rows)
    }

    private static func cell(_ line: FrameworkView.Line, _ scope: Scope) -> SheetCell {
        if let value = line.co2e[scope] { return .number(value) }
        guard let keys = line.keys[scope], !keys.isEmpty else { return .empty }
        return .text(keys.map(\.rawValue).joined(separator: ", "))
    }

    /// False where the sheet is another.
    static func read(_ sheet: SheetInput, _ found: inout SheetCollection) -> Bool {
        guard let header = sheet.header([name.lowercased(), scopes[0].title.lowercased()]) else { return false }
        for row in header.body {
            let title = header.text(name.lowercased(), row)
            if title.isEmpty || title.lowercased() == "total" { continue }
            for (column, scope) in scopes {
                let text = header.text(column.lowercased(), row)
                if text.isEmpty || isKeys(text) { continue }
                guard let value = found.number(text, row, column) else { continue }
                guard let placement = placement(title, scope) else {
                    found.problems.append(
                        TableProblem(
                            line: row.number, column: name, .lineLeftOut, "The framework has no sub-sector {name}.",
                            ["name": title]))
                    break
                }
                found.rows.append(
                    InventoryRow(
                        id: "crf-\(row.number)-\(scope.rawValue)", placement: placement, label: title,
                        content: .emissions(GasMasses(.unsplit, tonnes: value))))
            }
        }
        found.isRecognised = true
        return true
    }

    private static func isKeys(_ text: String) -> Bool {
        text.split(separator: ",").allSatisfy { NotationKey(rawValue: String($0).trimmed.uppercased()) != nil }
    }

    /// The GPC's line where the sub-sector has one under this scope; else its sector and scope.
    private static func placement(_ title: String, _ scope: Scope) -> Placement? {
        let lines = GPCReference.all.filter {
            $0.commonReportingFramework == title && $0.scope == scope && $0.level != .territorial
        }
        if lines.count == 1 { return Placement(lines[0]) }
        if let sector = lines.first?.sector { return Placement(sector, scope) }
        let parts = title.split(separator: ">").map { String($0).trimmed }
        guard parts.count == 2, parts[1].lowercased() == unknown else { return nil }
        return GPCSector(named: parts[0]).map { Placement($0, scope) }
    }
}
