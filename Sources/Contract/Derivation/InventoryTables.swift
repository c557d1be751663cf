import Foundation
import Inventory

/// Module A-1 as an inventory gives it.
enum InventoryTables {
    static func all(_ inventory: CityInventory) -> [TableID: ContractTable] {
        [.emissions: emissions(inventory), .energy: energy(inventory), .factors: factors(inventory)]
    }

    private static func emissions(_ inventory: CityInventory) -> ContractTable {
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
                case .empty: break
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

    private static func energy(_ inventory: CityInventory) -> ContractTable {
        let lines = ContractEnergy(inventory).lines
        var rows: [ContractRow] = []
        for line in lines {
            let id = "\(id(line.sector))-\(slug(line.carrier))"
            let cell = ContractCell(.number(line.megawattHours), derived: .number(line.megawattHours))
            if let index = rows.firstIndex(where: { $0.id == id }) {
                rows[index].cells[column(line.scope)] = cell
            } else {
                var row = ContractRow(
                    derived: id, ["sector": .text(line.sector.rawValue), "carrier": .text(line.carrier)])
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

    private static func factors(_ inventory: CityInventory) -> ContractTable {
        var rows: [ContractRow] = []
        for factor in inventory.printedFactors {
            let id = ([slug(factor.carrier)] + [factor.year.map(String.init)].compactMap { $0 }).joined(separator: "-")
            let column = columns[factor.gas.uppercased()] ?? "co2"
            let cell = ContractCell(.number(factor.value), derived: .number(factor.value))
            if let index = rows.firstIndex(where: { $0.id == id }) {
                rows[index].cells[column] = cell
                continue
            }
            var row = ContractRow(
                derived: id,
                [
                    "carrier": .text(factor.carrier), "unit": .text(factor.unit), "method": .text(factor.method),
                    "year": factor.year.map { .number(Double($0)) },
                ])
            row.cells[column] = cell
            rows.append(row)
        }
        return ContractTable(baseYear: inventory.year, rows: rows)
    }

    private static let columns = ["CO2": "co2", "CH4": "ch4", "N2O": "n2o", "SF6": "sf6", "NF3": "nf3"]

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
