import Foundation
import Inventory

/// Module A-1 as an inventory gives it.
enum InventoryTables {
    /// - Parameter t: translates reasons into the contract's language.
    static func all(_ inventory: CityInventory, _ t: (String) -> String) -> [TableID: ContractTable] {
        [
            .emissions: emissions(inventory, t), .energy: energy(inventory, t),
            .factors: FactorRows.table(inventory, t),
        ]
    }

    private static func emissions(_ inventory: CityInventory, _ t: (String) -> String) -> ContractTable {
        let view = InventoryReport(inventory).contract
        var rows: [ContractRow] = []
        var scopes: [Scope: Double] = [:]
        for sector in ContractSector.allCases {
            var row = ContractRow(
                derived: id(sector),
                ["sector": .text(sector.rawValue), "total": view.sectorTotals[sector].map { .number($0) }])
            for scope in Scope.allCases {
                switch view[sector, scope] {
                case .value(let value):
                    row.cells[column(scope)] = ContractCell(.number(value), derived: .number(value))
                    scopes[scope, default: 0] += value
                case .keys(let keys):
                    guard let key = keys.first else { continue }
                    row.cells[column(scope)] = ContractCell(
                        .notation(key), reason: reason(inventory, sector, scope), derived: .notation(key))
                case .empty: row.cells[column(scope)] = unasked(sector, scope, t)
                }
            }
            rows.append(row)
        }
        var total = ContractRow(derived: "total", isTotal: true, ["total": .number(view.total)])
        for (scope, value) in scopes {
            total.cells[column(scope)] = ContractCell(.number(value), derived: .number(value))
        }
        rows.append(total)
        return ContractTable(
            baseYear: inventory.year, unit: "t CO2e/year", gases: gases(inventory), source: inventory.source, rows: rows
        )
    }

    /// A cell that no line of the GPC stands for, or none that the contract asks for; nil where a figure is owed.
    private static func unasked(_ sector: ContractSector, _ scope: Scope, _ t: (String) -> String) -> ContractCell? {
        let lines = GPCReference.all.filter { $0.sector.contractSector == sector && $0.scope == scope }
        if lines.contains(where: { $0.isIn(.contract) }) { return nil }
        let (key, reason): (NotationKey, String) =
            lines.isEmpty
            ? (.notOccurring, t("The GPC has no line for this sector in this scope."))
            : (.notEstimated, t("The contract does not ask for this scope of the sector."))
        return ContractCell(.notation(key), reason: reason, derived: .notation(key))
    }

    /// The reasons of a cell's rows with a notation key, each once.
    private static func reason(_ inventory: CityInventory, _ sector: ContractSector, _ scope: Scope) -> String {
        var reasons: [String] = []
        for row in inventory.rows {
            guard case .notation(_, let reason) = row.content, let place = row.contractPlacement,
                place.sector == sector, place.scope == scope, !reason.isEmpty, !reasons.contains(reason)
            else { continue }
            reasons.append(reason)
        }
        return reasons.joined(separator: "; ")
    }

    private static func gases(_ inventory: CityInventory) -> [String] {
        var present: Set<Gas> = []
        for row in inventory.rows { if let masses = row.masses { present.formUnion(masses.present) } }
        return families(present)
    }

    /// The gases of a contract's tables, in their order.
    static func families(_ present: Set<Gas>) -> [String] {
        let families: [(String, Set<Gas>)] = [
            ("CO2", [.co2]), ("CH4", [.ch4Fossil, .ch4Combustion, .ch4Biogenic]), ("N2O", [.n2o]), ("HFC", [.hfc]),
            ("PFC", [.pfc]), ("SF6", [.sf6]), ("NF3", [.nf3]),
        ]
        return families.filter { !present.isDisjoint(with: $0.1) }.map(\.0)
    }

    private static func energy(_ inventory: CityInventory, _ t: (String) -> String) -> ContractTable {
        let lines = ContractEnergy(inventory).lines
        var rows: [ContractRow] = []
        for line in lines {
            let id = "\(id(line.sector))-\(slug(line.carrier))"
            let cell = ContractCell(.number(line.megawattHours), derived: .number(line.megawattHours))
            if let index = rows.firstIndex(where: { $0.id == id }) {
                rows[index].cells[column(line.scope)] = cell
            } else {
                var row = ContractRow(
                    derived: id, ["sector": .text(line.sector.rawValue), "carrier": .text(t(line.carrier))])
                row.cells[column(line.scope)] = cell
                rows.append(row)
            }
        }
        for index in rows.indices {
            let sum = Scope.allCases.reduce(0) { $0 + (rows[index].number(column($1)) ?? 0) }
            rows[index].cells["total"] = ContractCell(.number(sum), derived: .number(sum))
        }
        if !rows.isEmpty {
            let sum = rows.reduce(0) { $0 + ($1.number("total") ?? 0) }
            rows.append(ContractRow(derived: "total", isTotal: true, ["total": .number(sum)]))
        }
        return ContractTable(baseYear: inventory.year, unit: "MWh/year", source: inventory.source, rows: rows)
    }

    static func id(_ sector: ContractSector) -> String { sector.rawValue.lowercased() }

    static func column(_ scope: Scope) -> String { "scope\(scope.rawValue)" }

    /// A name as a row's id: small letters, digits and hyphens.
    static func slug(_ text: String) -> String {
        let plain = text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars
        var slug = ""
        for scalar in plain where scalar.properties.generalCategory != .nonspacingMark {
            if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
                slug.unicodeScalars.append(scalar)
            } else if !slug.isEmpty, slug.last != "-" {
                slug.append("-")
            }
        }
        while slug.last == "-" { slug.removeLast() }
        return slug.isEmpty ? "none" : String(slug.prefix(60))
    }
}
