/// Final energy by sector, scope and carrier: the figures of the contract's table, in MWh.
public struct ContractEnergy: Sendable, Hashable {
    /// Final energy of one carrier in one cell.
    public struct Line: Sendable, Hashable {
        /// The contract's sector.
        public let sector: ContractSector
        /// The scope.
        public let scope: Scope
        /// Empty where a row says no carrier.
        public let carrier: String
        /// Final energy, MWh.
        public let megawattHours: Double

        /// The line as JSON.
        public var json: JSONValue {
            .object([
                "sector": .text(sector.rawValue), "scope": .number(Double(scope.rawValue)), "carrier": .text(carrier),
                "energy_mwh": .number(megawattHours),
            ])
        }
    }

    /// By sector, carrier in the order of first mention, and scope.
    public let lines: [Line]

    /// Adds up the energy of all rows, those that state emissions and those that state energy only.
    public init(_ inventory: CityInventory) {
        var carriers: [ContractSector: [String]] = [:]
        var sums: [ContractSector: [String: [Scope: Double]]] = [:]
        for row in inventory.rows {
            guard let energy = row.energyMWh, let cell = row.contractPlacement else { continue }
            let carrier = row.carrier ?? ""
            if sums[cell.sector]?[carrier] == nil { carriers[cell.sector, default: []].append(carrier) }
            sums[cell.sector, default: [:]][carrier, default: [:]][cell.scope, default: 0] += energy
        }
        lines = ContractSector.allCases.flatMap { sector in
            (carriers[sector] ?? []).flatMap { carrier in
                Scope.allCases.compactMap { scope in
                    sums[sector]?[carrier]?[scope].map {
                        Line(sector: sector, scope: scope, carrier: carrier, megawattHours: $0)
                    }
                }
            }
        }
    }
}
