extension Checks {
    /// Printed totals are the sum of their cells, but for rounding to whole tonnes.
    static let printedTotals: Check = { report, _ in
        let cells = report.contract.cells
        return report.inventory.printedTotals.compactMap { total in
            let values: [Double] = cells.compactMap { place, cell in
                guard case .value(let value) = cell, total.sector == nil || place.sector == total.sector,
                    total.scope == nil || place.scope == total.scope
                else { return nil }
                return value
            }
            let sum = values.reduce(0, +)
            let difference = sum - total.value
            guard !values.isEmpty || total.value != 0, difference.magnitude > 1e-9 * max(1, sum.magnitude) else {
                return nil
            }
            // Each cell and the total itself may be off by half a tonne.
            let isRounding = difference.magnitude <= 0.5 * Double(values.count + 1)
            let place: Finding.Place = total.sector.map { .cell($0, total.scope) } ?? .inventory
            let what = ["printed": plain(total.value), "sum": plain(sum), "what": name(total)]
            return isRounding
                ? Finding(
                    "printed-totals", .information, place,
                    "{what}: printed {printed} t, the parts add up to {sum} t; the difference is rounding.", what)
                : Finding(
                    "printed-totals", .error, place, "{what}: printed {printed} t, but the parts add up to {sum} t.",
                    what)
        }
    }

    /// Waste, IPPU and AFOLU have no scope 2 (GPC 2014, Table 4.1): electricity used there is stationary energy.
    static let scopeMatrix: Check = { report, _ in
        report.inventory.rows.compactMap { row in
            guard let masses = row.masses, report.gwp.co2e(masses) != 0 else { return nil }
            let sector = row.published?.sector.gpcSector ?? row.placement.sector
            let scope = row.published?.scope ?? row.placement.scope
            guard !sector.scopes.contains(scope) else { return nil }
            return Finding(
                "scope-matrix", .error, .row(row.id),
                "{value} t stand under {sector}, scope {scope}; the GPC has no such line. Grid energy is stationary energy or transport, scope 2.",
                ["value": plain(report.gwp.co2e(masses)), "sector": sector.name, "scope": String(scope.rawValue)])
        }
    }

    /// “Included elsewhere” names the line, and that line has a number.
    static let includedElsewhere: Check = { report, _ in
        report.inventory.rows.compactMap { row in
            guard case .notation(.includedElsewhere, let reason) = row.content else { return nil }
            let named = GPCReference.all.filter { reference in
                reason.split { !($0.isLetter || $0.isNumber || $0 == ".") }.contains { $0 == reference.code }
            }
            guard let target = named.first else {
                return Finding(
                    "included-elsewhere", .warning, .row(row.id),
                    "IE should name the line of the GPC that includes it, such as I.1.1.")
            }
            let line = report.gpc.lines[target.position]
            guard line.rows == 0 else { return nil }
            return Finding(
                "included-elsewhere", .error, .row(row.id), "IE points to {line}, which has no number.",
                ["line": target.code])
        }
    }

    /// Emissions are not negative: what sinks take up is a removal, kept beside the total.
    static let signs: Check = { report, _ in
        report.inventory.rows.compactMap { row in
            guard let masses = row.masses, Gas.allCases.contains(where: { masses[$0] < 0 }) else { return nil }
            return Finding(
                "signs", .error, .row(row.id), "A mass is negative. What sinks take up is entered as a removal.")
        }
    }

    static func name(_ total: PrintedTotal) -> String {
        let sector = total.sector?.rawValue ?? "Total"
        return total.scope.map { "\(sector), scope \($0.rawValue)" } ?? sector
    }

    /// A number for a sentence: at most three decimals, no more than needed. Display languages format it again.
    static func plain(_ value: Double) -> String {
        let rounded = (value * 1000).rounded() / 1000
        return rounded == rounded.rounded() && rounded.magnitude < 1e15 ? String(Int(rounded)) : String(rounded)
    }
}
