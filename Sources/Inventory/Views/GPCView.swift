/// An inventory in the form of the GPC: each line, each sector, and the totals BASIC, BASIC+ and territorial.
public struct GPCView: Sendable, Hashable {
    /// One line of the GPC with what stands in it.
    public struct Line: Sendable, Hashable {
        /// The line.
        public let reference: GPCReference
        /// t by gas.
        public let masses: GasMasses
        /// t CO2e; nil where no row has a number.
        public let co2e: Double?
        /// Notation keys in it, each once.
        public let keys: [NotationKey]
        /// How many rows have a number.
        public let rows: Int
    }

    /// Figures of which only sector and scope are known.
    public struct Loose: Sendable, Hashable {
        /// The sector.
        public let sector: GPCSector
        /// The scope.
        public let scope: Scope
        /// t by gas.
        public let masses: GasMasses
        /// t CO2e; 0 where no row has a number, which `rows` tells.
        public let co2e: Double
        /// Notation keys in it, each once.
        public let keys: [NotationKey]
        /// How many rows have a number.
        public let rows: Int
        /// False where the GPC has no line for this sector under this scope.
        public let isAllowed: Bool
    }

    /// Every line of the GPC, in its order, with or without a number.
    public let lines: [Line]
    /// What has no line, by sector and scope.
    public let loose: [Loose]
    /// t CO2e by total.
    public let totals: [InventoryTotal: Double]
    /// t CO2e by sector and scope, lines and loose figures together.
    public let matrix: [GPCSector: [Scope: Double]]
    /// t by gas.
    public let masses: GasMasses

    init(_ sums: InventorySums, under gwp: GWPSet) {
        lines = zip(GPCReference.all, sums.lines).map { reference, sum in
            Line(
                reference: reference, masses: sum.masses, co2e: sum.rows > 0 ? gwp.co2e(sum.masses) : nil,
                keys: NotationKey.allCases.filter { sum.keys[$0] != nil }, rows: sum.rows)
        }
        loose = sums.loose.sorted { ($0.key.sector, $0.key.scope) < ($1.key.sector, $1.key.scope) }.map { place, sum in
            Loose(
                sector: place.sector, scope: place.scope, masses: sum.masses, co2e: gwp.co2e(sum.masses),
                keys: NotationKey.allCases.filter { sum.keys[$0] != nil }, rows: sum.rows,
                isAllowed: place.sector.scopes.contains(place.scope))
        }
        var totals: [InventoryTotal: Double] = [:]
        for total in InventoryTotal.allCases { totals[total] = Self.sum(total, lines, loose) }
        self.totals = totals
        var matrix: [GPCSector: [Scope: Double]] = [:]
        for line in lines {
            guard let co2e = line.co2e else { continue }
            matrix[line.reference.sector, default: [:]][line.reference.scope, default: 0] += co2e
        }
        for item in loose where item.rows > 0 { matrix[item.sector, default: [:]][item.scope, default: 0] += item.co2e }
        self.matrix = matrix
        masses = sums.all
    }

    private static func sum(_ total: InventoryTotal, _ lines: [Line], _ loose: [Loose]) -> Double {
        let placed = lines.reduce(0) { $1.reference.isIn(total) ? $0 + ($1.co2e ?? 0) : $0 }
        return loose.reduce(placed) { Placement($1.sector, $1.scope).isIn(total) ? $0 + $1.co2e : $0 }
    }
}
