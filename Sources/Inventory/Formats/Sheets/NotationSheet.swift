/// A notation key with its place and reason.
struct NotedKey {
    let row: InventoryRow
}

/// The notation keys of an inventory, each with the reason that a cell has no room for.
enum NotationSheet {
    private static let columns = [
        "Place", "Sector", "Scope", "Contract sector", "Contract scope", "Key", "Reason", "Label",
    ]

    static func table(_ inventory: CityInventory) -> SheetTable {
        let rows = inventory.rows.compactMap { row -> [SheetCell]? in
            guard case .notation(let key, let reason) = row.content else { return nil }
            return [
                .text(row.placement.reference?.code ?? ""), .text(row.placement.sector.rawValue),
                .number(Double(row.placement.scope.rawValue)),
                row.published.map { .text($0.sector.rawValue) } ?? .empty,
                SheetCell(row.published.map { Double($0.scope.rawValue) }), .text(key.rawValue), .text(reason),
                .text(row.label),
            ]
        }
        return SheetTable(name: "Notation keys", columns: columns, rows: rows)
    }

    /// Nil where the sheet is another.
    static func read(_ sheet: SheetInput, _ found: inout SheetCollection) -> [NotedKey]? {
        guard let header = sheet.header(["place", "sector", "scope", "key", "reason"]) else { return nil }
        return header.body.compactMap { row in
            let keyText = header.text("key", row)
            if keyText.isEmpty { return nil }
            guard let key = NotationKey(rawValue: keyText.uppercased()), let placement = placement(header, row) else {
                found.problems.append(
                    TableProblem(
                        line: row.number, column: "Key", .lineLeftOut,
                        "The line needs a key (NO, IE, NE, C) and a place: a line of the GPC, or sector and scope."))
                return nil
            }
            var published: PublishedPlacement?
            if let sector = ContractSector(named: header.text("contract sector", row)),
                let scope = Scope(named: header.text("contract scope", row))
            {
                published = PublishedPlacement(sector: sector, scope: scope)
            }
            return NotedKey(
                row: InventoryRow(
                    id: "key-\(row.number)", placement: placement, published: published,
                    label: header.text("label", row),
                    content: .notation(key, reason: header.text("reason", row))))
        }
    }

    private static func placement(_ header: SheetHeader, _ row: TableRow) -> Placement? {
        let code = header.text("place", row)
        if !code.isEmpty { return GPCReference.coded(code).map { Placement($0) } }
        guard let sector = GPCSector(named: header.text("sector", row)),
            let scope = Scope(named: header.text("scope", row))
        else { return nil }
        return Placement(sector, scope)
    }
}
