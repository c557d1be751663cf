/// An inventory's masses added up once by place: every view is made from these sums.
///
/// One pass over the rows; the cost of a view does not grow with them.
struct InventorySums {
    struct Sum {
        var masses = GasMasses()
        var rows = 0
        var keys: [NotationKey: Int] = [:]

        /// Whether anything was said about the place.
        var isEmpty: Bool { rows == 0 && keys.isEmpty }

        mutating func add(_ content: InventoryRow.Content) {
            switch content {
            case .emissions(let masses):
                self.masses += masses
                rows += 1
            case .notation(let key, _): keys[key, default: 0] += 1
            case .energyOnly: break
            }
        }

        mutating func add(_ other: Sum) {
            masses += other.masses
            rows += other.rows
            keys.merge(other.keys, uniquingKeysWith: +)
        }
    }

    /// By line of the GPC, in its order.
    private(set) var lines: [Sum]
    /// By sector and scope, for rows whose sub-sector is not known.
    private(set) var loose: [SectorScope: Sum] = [:]
    /// By cell of the contract's tables, with what the contract asks for.
    private(set) var cells: [PublishedPlacement: Sum] = [:]
    /// What rows in the contract's sectors hold beyond what it asks for: losses and journeys beyond the boundary.
    private(set) var beside = GasMasses()
    private(set) var all = GasMasses()

    struct SectorScope: Hashable {
        let sector: GPCSector
        let scope: Scope
    }

    init(_ rows: [InventoryRow]) {
        lines = Array(repeating: Sum(), count: GPCReference.all.count)
        for row in rows where row.content != .energyOnly {
            if let reference = row.placement.reference {
                lines[reference.position].add(row.content)
            } else {
                loose[SectorScope(sector: row.placement.sector, scope: row.placement.scope), default: Sum()].add(
                    row.content)
            }
            if let masses = row.masses { all += masses }
            guard let cell = row.contractPlacement else { continue }
            if row.published != nil || row.placement.isIn(.contract) {
                cells[cell, default: Sum()].add(row.content)
            } else if let masses = row.masses, row.placement.reference?.level == .basicPlus {
                beside += masses
            }
        }
    }
}
