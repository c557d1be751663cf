/// The baseline tables of the Climate City Contract (Action Plan, module A-1): five sectors by scope, in t CO2e.
public struct ContractView: Sendable, Hashable {
    /// What a cell holds: a number, notation keys, or nothing at all.
    public enum Cell: Sendable, Hashable {
        case value(Double)
        case keys([NotationKey])
        case empty
    }

    /// Which totals are shown, where a source printed some.
    public enum Basis: String, Sendable, Hashable, Codable {
        /// The cells, added up.
        case cells = "sum of cells"
        /// The sector totals as printed, which differ from the cells by rounding only.
        case printedSectorTotals = "printed sector totals"
    }

    /// The cells that anything is known of; values in t CO2e.
    public let cells: [PublishedPlacement: Cell]
    /// By sector, as `basis` says; nil where nothing is known.
    public let sectorTotals: [ContractSector: Double]
    /// The cells added up by scope; nil where nothing is known.
    public let scopeTotals: [Scope: Double]
    /// The sum of `sectorTotals`.
    public let total: Double
    /// Where the totals come from.
    public let basis: Basis
    /// The sum of all cells, which is `total` unless the printed totals are shown.
    public let sumOfCells: Double
    /// t CO2e of rows that the contract does not ask for: losses and journeys beyond the boundary.
    public let beside: Double
    /// t of biogenic CO2 and of removals, outside the total.
    public let biogenicCO2: Double
    /// t of CO2 taken up by sinks, outside the total.
    public let removedCO2: Double

    /// The cell of a sector and a scope; `.empty` where nothing is known.
    public subscript(sector: ContractSector, scope: Scope) -> Cell {
        cells[PublishedPlacement(sector: sector, scope: scope)] ?? .empty
    }

    init(_ inventory: CityInventory, _ sums: InventorySums, under gwp: GWPSet) {
        cells = sums.cells.mapValues { sum in
            if sum.rows > 0 { return .value(gwp.co2e(sum.masses)) }
            return .keys(NotationKey.allCases.filter { sum.keys[$0] != nil })
        }
        var bySector: [ContractSector: Double] = [:]
        var byScope: [Scope: Double] = [:]
        for (place, cell) in cells.sorted(by: { ($0.key.sector, $0.key.scope) < ($1.key.sector, $1.key.scope) }) {
            guard case .value(let value) = cell else { continue }
            bySector[place.sector, default: 0] += value
            byScope[place.scope, default: 0] += value
        }
        scopeTotals = byScope
        sumOfCells = ContractSector.allCases.reduce(0) { $0 + (bySector[$1] ?? 0) }
        let printed = Self.printedSectorTotals(inventory, bySector, cells)
        basis = printed == nil ? .cells : .printedSectorTotals
        sectorTotals = printed ?? bySector
        total = ContractSector.allCases.reduce(0) { [sectorTotals] in $0 + (sectorTotals[$1] ?? 0) }
        beside = gwp.co2e(sums.beside)
        biogenicCO2 = sums.all.co2Biogenic
        removedCO2 = sums.all.co2Removed
    }

    /// The printed totals of all sectors with a value, if each is its cells' sum but for their rounding to whole tonnes.
    ///
    /// Only an inventory that stays as published has them: under another GWP set its cells are what counts.
    private static func printedSectorTotals(
        _ inventory: CityInventory, _ sums: [ContractSector: Double], _ cells: [PublishedPlacement: Cell]
    ) -> [ContractSector: Double]? {
        var printed: [ContractSector: Double] = [:]
        for total in inventory.printedTotals where total.scope == nil {
            if let sector = total.sector { printed[sector] = total.value }
        }
        guard !sums.isEmpty, Set(printed.keys) == Set(sums.keys), printed != sums else { return nil }
        for (sector, value) in printed {
            let count = cells.count { place, cell in
                if case .value = cell { place.sector == sector } else { false }
            }
            // Each cell and the total itself may be off by half a tonne.
            guard (value - (sums[sector] ?? 0)).magnitude <= 0.5 * Double(count + 1) else { return nil }
        }
        return printed
    }
}
