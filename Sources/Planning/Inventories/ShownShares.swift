import Inventory
import Quantities

/// The contract's table in whole tonnes, whose parts add up to the totals that are shown.
struct ShownShares: Sendable {
    let cells: [PublishedPlacement: Int]
    let sectors: [ContractSector: Int]
    let scopes: [Scope: Int]
    let total: Int

    init(_ view: ContractView) {
        let places = view.cells.keys.sorted { ($0.sector, $0.scope) < ($1.sector, $1.scope) }
        let known: [(PublishedPlacement, Double)] = places.compactMap { place in
            if case .value(let value) = view[place.sector, place.scope] { (place, value) } else { nil }
        }
        let whole = Rounding.largestRemainder(known.map(\.1))
        var cells: [PublishedPlacement: Int] = [:]
        var sectors: [ContractSector: Int] = [:]
        var scopes: [Scope: Int] = [:]
        for ((place, _), value) in zip(known, whole) {
            cells[place] = value
            sectors[place.sector, default: 0] += value
            scopes[place.scope, default: 0] += value
        }
        self.cells = cells
        self.scopes = scopes
        if view.basis == .printedSectorTotals {
            // As the source printed them: they differ from their cells by its own rounding, and the page says so.
            let printed = view.sectorTotals.sorted { $0.key < $1.key }
            let shown = Rounding.largestRemainder(printed.map(\.value))
            self.sectors = Dictionary(uniqueKeysWithValues: zip(printed.map(\.key), shown))
            total = shown.reduce(0, +)
        } else {
            self.sectors = sectors
            total = whole.reduce(0, +)
        }
    }
}
