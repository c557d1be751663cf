/// The tables of forms that are known by their headings.
public enum FormTable: Sendable, Hashable {
    case properties, notationKeys, gpc, gpcSummary, framework, factors, activity
    /// A table with a column for each scope.
    case energy, emissions
}

extension InventorySheets {
    /// Which table of a form a sheet is, with the number of its heading row; nil for any other.
    public static func recognise(_ sheet: SheetInput) -> (table: FormTable, headingRow: Int)? {
        let headings: [(FormTable, [String])] = [
            (.properties, ["property", "value"]), (.notationKeys, ["place", "sector", "scope", "key", "reason"]),
            (.gpc, ["gpc ref", "scope", "total (t co2e)"]), (.gpcSummary, ["gpc sector", "scope 1"]),
            (.framework, ["crf sector > sub-sector", "direct (t co2e)"]),
            (.factors, ["energy source", "unit", "co2"]),
            (.activity, ["sector", "scope", "activity", "carrier", "amount per year", "unit"]),
        ]
        for (table, names) in headings {
            if let header = sheet.header(names) { return (table, above(header.body, sheet)) }
        }
        guard let matrix = ScopeMatrix(sheet) else { return nil }
        switch matrix.holds {
        case .energy: return (.energy, above(matrix.body, sheet))
        case .emissions: return (.emissions, above(matrix.body, sheet))
        case .unknown: return nil
        }
    }

    private static func above(_ body: ArraySlice<TableRow>, _ sheet: SheetInput) -> Int {
        sheet.rows[body.startIndex - 1].number
    }
}
