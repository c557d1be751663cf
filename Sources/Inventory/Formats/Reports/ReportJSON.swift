extension InventoryReport {
    /// The report in one form as JSON, with everything a reader needs to judge the total; numbers are not rounded.
    public func json(_ form: ReportForm, findings: [Finding] = []) -> JSONValue {
        let total = total(form)
        var object: [String: JSONValue] = [
            "city": .text(inventory.city), "year": .number(Double(inventory.year)), "gwp": .text(gwp.rawValue),
            "view": .text(form.rawValue), "coverage": .text(inventory.coverage.rawValue),
            "source": .text(inventory.source), "boundary": .text(inventory.boundary.description),
            "total_t_co2e": .number(total.value), "basis": .text(total.basis),
            "sum_of_parts_t_co2e": .number(total.sumOfParts),
            "population": inventory.population.map { .number(Double($0)) } ?? .null,
            "biogenic_co2_t": .number(contract.biogenicCO2), "removed_co2_t": .number(contract.removedCO2),
            "unweighted_gases": .list(unweighted.map { .text($0.name) }),
            "notation_keys": .list(inventory.rows.compactMap(Self.key)),
            "gaps": .list(gaps(form).map(Self.gap)), "findings": .list(findings.map(Self.finding)),
            "exclusions": .list(inventory.boundary.exclusions.map(Self.exclusion)),
        ]
        if let remark = total.remark { object["remark"] = .text(remark) }
        switch form {
        case .contract: object.merge(contract.json(inventory)) { first, _ in first }
        case .gpc: object.merge(gpc.json(rows: inventory.rows)) { first, _ in first }
        case .framework: object.merge(framework.json) { first, _ in first }
        }
        return .object(object)
    }

    private static func key(_ row: InventoryRow) -> JSONValue? {
        guard case .notation(let key, let reason) = row.content else { return nil }
        return .object([
            "id": .text(row.id), "place": .text(row.place), "key": .text(key.rawValue), "reason": .text(reason),
        ])
    }

    private static func gap(_ gap: ReportGap) -> JSONValue {
        .object([
            "place": .text(gap.place), "key": gap.key.map { .text($0.rawValue) } ?? .null, "reason": .text(gap.reason),
        ])
    }

    private static func finding(_ finding: Finding) -> JSONValue {
        .object([
            "check": .text(finding.check), "level": .text(finding.level.rawValue), "place": .text(finding.place.text),
            "text": .text(finding.text),
        ])
    }

    private static func exclusion(_ exclusion: Exclusion) -> JSONValue {
        .object([
            "kind": .text(exclusion.kind.rawValue), "name": .text(exclusion.name), "reason": .text(exclusion.reason),
            "share": exclusion.share.map { .number($0) } ?? .null,
        ])
    }
}

extension Finding.Place {
    /// The place in English; empty for the inventory as a whole.
    public var text: String {
        switch self {
        case .inventory: ""
        case .row(let id): "row \(id)"
        case .line(let reference): reference.code
        case .cell(let sector, let scope): sector.rawValue + (scope.map { ", scope \($0.rawValue)" } ?? "")
        }
    }
}

extension JSONValue {
    /// Notation keys as JSON.
    static func keys(_ keys: [NotationKey]) -> JSONValue { .list(keys.map { .text($0.rawValue) }) }

    /// Figures by scope: `[{"scope":1,"t_co2e":12}]`, with keys where there is no number.
    static func scopes(_ values: [Scope: Double], _ keys: [Scope: [NotationKey]] = [:]) -> JSONValue {
        .list(
            Scope.allCases.compactMap { scope in
                var object: [String: JSONValue] = ["scope": .number(Double(scope.rawValue))]
                if let value = values[scope] { object["t_co2e"] = .number(value) }
                if let keys = keys[scope], !keys.isEmpty { object["notation_keys"] = .keys(keys) }
                return object.count > 1 ? .object(object) : nil
            })
    }

    /// Masses in t by gas, without gases that are nought; species of HFC and PFC by name.
    public static func masses(_ masses: GasMasses) -> JSONValue {
        var object: [String: JSONValue] = [:]
        for gas in Gas.allCases where !gas.hasSpecies && masses[gas] != 0 {
            object[gas.rawValue] = .number(masses[gas])
        }
        for item in masses.species { object[item.species.name] = .number(item.tonnes) }
        return .object(object)
    }
}

extension ContractView {
    fileprivate func json(_ inventory: CityInventory) -> [String: JSONValue] {
        let sectors = ContractSector.allCases.map { sector in
            var values: [Scope: Double] = [:]
            var keys: [Scope: [NotationKey]] = [:]
            for scope in Scope.allCases {
                switch self[sector, scope] {
                case .value(let value): values[scope] = value
                case .keys(let found): keys[scope] = found
                case .empty: break
                }
            }
            var object: [String: JSONValue] = ["sector": .text(sector.rawValue), "scopes": .scopes(values, keys)]
            if let total = sectorTotals[sector] { object["t_co2e"] = .number(total) }
            let sum = Scope.allCases.reduce(0) { $0 + (values[$1] ?? 0) }
            if let total = sectorTotals[sector], total != sum { object["sum_of_cells_t_co2e"] = .number(sum) }
            return JSONValue.object(object)
        }
        return [
            "sectors": .list(sectors), "scopes": .scopes(scopeTotals), "sum_of_cells_t_co2e": .number(sumOfCells),
            "beside_t_co2e": .number(beside), "energy": .list(ContractEnergy(inventory).lines.map(\.json)),
            "printed_totals": .list(inventory.printedTotals.map(Self.printed)),
        ]
    }

    private static func printed(_ total: PrintedTotal) -> JSONValue {
        .object([
            "sector": total.sector.map { .text($0.rawValue) } ?? .null,
            "scope": total.scope.map { .number(Double($0.rawValue)) } ?? .null, "t_co2e": .number(total.value),
        ])
    }
}

extension GPCView {
    fileprivate func json(rows: [InventoryRow]) -> [String: JSONValue] {
        let lines = lines.compactMap { line -> JSONValue? in
            guard line.rows > 0 || !line.keys.isEmpty else { return nil }
            return .object([
                "gpc_ref": .text(line.reference.code), "sector": .text(line.reference.sector.rawValue),
                "name": .text(line.reference.subsectorName), "scope": .number(Double(line.reference.scope.rawValue)),
                "level": .text(line.reference.level.rawValue), "t_co2e": line.co2e.map { .number($0) } ?? .null,
                "masses_t": .masses(line.masses), "notation_keys": .keys(line.keys), "rows": .number(Double(line.rows)),
            ])
        }
        let loose = loose.map { item in
            JSONValue.object([
                "sector": .text(item.sector.rawValue), "scope": .number(Double(item.scope.rawValue)),
                "t_co2e": item.rows > 0 ? .number(item.co2e) : .null, "masses_t": .masses(item.masses),
                "notation_keys": .keys(item.keys), "is_line_of_gpc": .boolean(item.isAllowed),
            ])
        }
        let sectors = GPCSector.allCases.compactMap { sector -> JSONValue? in
            guard let values = matrix[sector] else { return nil }
            return .object([
                "sector": .text(sector.rawValue), "name": .text(sector.name), "scopes": .scopes(values),
                "t_co2e": .number(Scope.allCases.reduce(0) { $0 + (values[$1] ?? 0) }),
            ])
        }
        let totals = InventoryTotal.allCases.map { ($0.rawValue, JSONValue.number(self.totals[$0] ?? 0)) }
        return [
            "lines": .list(lines), "by_scope_only": .list(loose), "sectors": .list(sectors),
            "totals_t_co2e": .object(Dictionary(uniqueKeysWithValues: totals)), "masses_t": .masses(masses),
        ]
    }
}

extension FrameworkView {
    fileprivate var json: [String: JSONValue] {
        let lines = lines.compactMap { line -> JSONValue? in
            guard !line.co2e.isEmpty || !line.keys.isEmpty else { return nil }
            return .object([
                "name": .text(line.name), "gpc_refs": .list(line.references.map { .text($0.code) }),
                "scopes": .scopes(line.co2e, line.keys), "masses_t": .masses(line.masses),
                "t_co2e": .number(Scope.allCases.reduce(0) { $0 + (line.co2e[$1] ?? 0) }),
            ])
        }
        let loose = loose.filter { $0.rows > 0 }.map { item in
            JSONValue.object([
                "sector": .text(item.sector.name), "scope": .number(Double(item.scope.rawValue)),
                "t_co2e": .number(item.co2e),
            ])
        }
        return ["lines": .list(lines), "by_scope_only": .list(loose)]
    }
}
