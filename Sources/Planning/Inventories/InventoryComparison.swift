import Inventory
import Storage

/// People by whom a total is divided, and who counted them.
struct HeadCount: Sendable, Equatable {
    enum Origin: Sendable, Equatable {
        /// The inventory names it.
        case inventory
        /// The inventory names none: the figure that the cities' register has of that year or the nearest before.
        case register(String)
    }

    let count: Int
    let origin: Origin
}

/// A part of a publication's total: of a sector under a scope, or of a sector as a whole (nil).
struct InventoryPart: Sendable, Equatable, RowDecodable {
    let sector: ContractSector
    let scope: Scope?
    let value: Double

    init(sector: ContractSector, scope: Scope?, value: Double) {
        self.sector = sector
        self.scope = scope
        self.value = value
    }

    init(row: Row) throws {
        sector = try row("sector")
        scope = Scope(rawValue: try row("scope"))
        value = try row("value_t")
    }

    /// Cells and sector totals of the contract's tables; a sector total may be as printed and differ from its cells.
    static func all(_ view: ContractView) -> [InventoryPart] {
        let cells = view.cells.compactMap { place, cell -> InventoryPart? in
            guard case .value(let value) = cell else { return nil }
            return InventoryPart(sector: place.sector, scope: place.scope, value: value)
        }
        return cells + view.sectorTotals.map { InventoryPart(sector: $0.key, scope: nil, value: $0.value) }
    }
}

/// A publication beside others.
struct ComparedInventory: Sendable {
    let line: InventoryListLine
    let parts: [InventoryPart]

    /// t CO2e of a sector; nil where nothing is known.
    func total(of sector: ContractSector) -> Double? {
        parts.first { $0.sector == sector && $0.scope == nil }?.value
    }

    /// t CO2e under a scope; nil where nothing is known.
    func total(of scope: Scope) -> Double? {
        let values = parts.filter { $0.scope == scope }.map(\.value)
        return values.isEmpty ? nil : values.reduce(0, +)
    }

    /// A part of it per head; nil where the part or the people are not known.
    func perHead(_ value: Double?) -> Double? {
        guard let value, let people = line.people else { return nil }
        return value / Double(people.count)
    }
}

/// An inventory beside those of cities of like size. What was counted in another way stands apart and is not ranked.
struct InventoryComparison: Sendable {
    /// Why two inventories cannot be ranked.
    enum Difference: Sendable, Equatable {
        case coverage(InventoryTotal)
        case gwp(GWPSet)
        case year(Int)
        /// Another series of grid electricity factors, or one of them does not say which.
        case gridFactor
    }

    /// Inventories that lie further apart in time than this are of another world of energy and waste.
    static let mostYearsApart = 2

    let own: ComparedInventory
    /// How many people a city of like size has.
    let people: ClosedRange<Int>
    /// Counted alike: the same coverage, GWP set and series of grid factors, at most two years apart; the least per head first.
    let alike: [ComparedInventory]
    /// Counted differently, by name, each with what differs.
    let unlike: [(inventory: ComparedInventory, differences: [Difference])]

    /// - Parameter others: of other cities of like size, one each.
    init(_ own: ComparedInventory, people: ClosedRange<Int>, others: [ComparedInventory]) {
        self.own = own
        self.people = people
        let judged = others.map { ($0, Self.differences(own.line, $0.line)) }
        alike = judged.filter { $0.1.isEmpty }.map(\.0).sorted { left, right in
            (left.line.perHead ?? .infinity, left.line.citySlug) < (
                right.line.perHead ?? .infinity, right.line.citySlug
            )
        }
        unlike = judged.filter { !$0.1.isEmpty }.map { (inventory: $0.0, differences: $0.1) }
    }

    /// From half as many people to twice as many.
    static func likeSize(_ people: Int) -> ClosedRange<Int> { (people + 1) / 2...people * 2 }

    static func differences(_ own: InventoryListLine, _ other: InventoryListLine) -> [Difference] {
        var found: [Difference] = []
        if other.coverage != own.coverage { found.append(.coverage(other.coverage)) }
        if other.gwp != own.gwp { found.append(.gwp(other.gwp)) }
        if other.gridMethodology != own.gridMethodology { found.append(.gridFactor) }
        if abs(other.year - own.year) > mostYearsApart { found.append(.year(other.year)) }
        return found
    }

    /// Of each city the inventory whose year is nearest; of two equally near, the later.
    static func nearest(_ lines: [InventoryListLine], to year: Int) -> [InventoryListLine] {
        var chosen: [InventoryListLine] = []
        for line in lines {
            guard let last = chosen.last, last.citySlug == line.citySlug else {
                chosen.append(line)
                continue
            }
            if abs(line.year - year) <= abs(last.year - year) { chosen[chosen.count - 1] = line }
        }
        return chosen
    }
}
