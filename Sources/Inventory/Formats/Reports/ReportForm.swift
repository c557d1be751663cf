/// The forms in which an inventory is asked for.
public enum ReportForm: String, Sendable, Hashable, CaseIterable, Codable {
    /// The Climate City Contract's baseline tables.
    case contract = "ccc"
    /// The Global Protocol for Community-Scale Greenhouse Gas Inventories.
    case gpc
    /// The Common Reporting Framework of the Global Covenant of Mayors.
    case framework = "crf"

    /// The form's name in English.
    public var name: String {
        switch self {
        case .contract: "Climate City Contract, tables A-1"
        case .gpc: "GPC, BASIC and BASIC+"
        case .framework: "Common Reporting Framework"
        }
    }
}

/// The total of an inventory in one form, and what it is the total of.
public struct ReportTotal: Sendable, Hashable {
    /// t CO2e.
    public let value: Double
    /// What was added up, in English: `sum of cells`, `printed sector totals`, `sum of lines (CCC)`.
    public let basis: String
    /// The sum of all cells or lines; differs from `value` where printed totals are shown.
    public let sumOfParts: Double

    /// What a reader must be told, where shown totals and parts differ by rounding.
    public var remark: String? {
        guard value != sumOfParts else { return nil }
        let (shown, parts) = (NumberText.write(value), NumberText.write(sumOfParts))
        return
            "The total shown is the sum of the \(basis), \(shown) t CO2e; the cells, each rounded in the source, add up to \(parts) t CO2e."
    }
}

extension InventoryReport {
    /// The total in a form: of the contract as its basis says, of the GPC what the inventory sets out to cover.
    public func total(_ form: ReportForm) -> ReportTotal {
        switch form {
        case .contract:
            return ReportTotal(value: contract.total, basis: contract.basis.rawValue, sumOfParts: contract.sumOfCells)
        case .gpc:
            let sum = gpc.totals[inventory.coverage] ?? 0
            return ReportTotal(value: sum, basis: "sum of lines, \(inventory.coverage.rawValue)", sumOfParts: sum)
        case .framework:
            return ReportTotal(
                value: framework.total, basis: "sum of lines inside the framework", sumOfParts: framework.total)
        }
    }

    /// What has no number, in a form's own places, with the reason where one is given.
    public func gaps(_ form: ReportForm) -> [ReportGap] {
        var gaps: [ReportGap] = []
        switch form {
        case .contract:
            for sector in ContractSector.allCases {
                for scope in Scope.allCases where contract[sector, scope] == .empty {
                    let place = "\(sector.rawValue), scope \(scope.rawValue)"
                    gaps.append(ReportGap(place: place, key: nil, reason: "neither a number nor a notation key"))
                }
            }
        case .gpc, .framework:
            let loose = Set(gpc.loose.map(\.sector))
            for line in gpc.lines where line.rows == 0 && line.keys.isEmpty && line.reference.isIn(inventory.coverage) {
                guard !loose.contains(line.reference.sector) else { continue }
                gaps.append(
                    ReportGap(place: line.reference.code, key: nil, reason: "neither a number nor a notation key"))
            }
            for sector in loose.sorted() {
                gaps.append(ReportGap(place: sector.name, key: nil, reason: "sub-sectors not known, by scope only"))
            }
        }
        return gaps + notEstimated
    }

    private var notEstimated: [ReportGap] {
        inventory.rows.compactMap { row in
            guard case .notation(.notEstimated, let reason) = row.content else { return nil }
            return ReportGap(place: row.place, key: .notEstimated, reason: reason)
        }
    }
}

/// A place of an inventory without a number.
public struct ReportGap: Sendable, Hashable {
    /// The place in English: `Buildings, scope 3`, `I.1.2`.
    public let place: String
    /// The key, where there is no number.
    public let key: NotationKey?
    /// Why there is no number.
    public let reason: String
}

extension InventoryRow {
    /// Where the row stands, for messages: its line of the GPC, or sector and scope as published.
    public var place: String {
        if let reference = placement.reference { return reference.code }
        guard let cell = contractPlacement else { return "\(placement.sector.name), scope \(placement.scope.rawValue)" }
        return "\(cell.sector.rawValue), scope \(cell.scope.rawValue)"
    }
}
