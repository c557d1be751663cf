extension ContractSheets {
    /// Reads a sheet that is one of the contract's tables, ours or a published one; another is left alone.
    ///
    /// Tables have changed their numbers between editions, so what a table holds is told by its words.
    static func read(_ sheet: SheetInput, _ noted: [NotedKey], _ found: inout SheetCollection) {
        if readFactors(sheet, &found) { return }
        guard let matrix = ScopeMatrix(sheet) else { return }
        switch matrix.holds {
        case .energy: readEnergy(matrix, &found)
        case .emissions: readEmissions(matrix, noted, &found)
        case .unknown: break
        }
    }

    private static func readFactors(_ sheet: SheetInput, _ found: inout SheetCollection) -> Bool {
        guard let header = sheet.header(["energy source", "unit", "co2"]) else { return false }
        let known = ["energy source", "methodology", "year", "unit"]
        for row in header.body {
            let carrier = header.text("energy source", row)
            if carrier.isEmpty { continue }
            for gas in header.names where !known.contains(gas) && !gas.isEmpty {
                guard let value = found.number(header.text(gas, row), row, gas) else { continue }
                found.factors.append(
                    PrintedFactor(
                        carrier: carrier, gas: gases.first { $0.lowercased() == gas } ?? gas, value: value,
                        unit: header.text("unit", row), year: Int(header.text("year", row)),
                        method: header.text("methodology", row)))
            }
        }
        found.isRecognised = true
        return true
    }

    private static func readEnergy(_ matrix: ScopeMatrix, _ found: inout SheetCollection) {
        var sector: ContractSector?
        var hasCarriers: Set<ContractSector> = []
        var totals: [(sector: ContractSector, row: TableRow)] = []
        for row in matrix.body {
            let name = matrix.name(row)
            if name.isEmpty { continue }
            if let next = ContractSector(inTable: name) {
                sector = next
                totals.append((next, row))
            } else if let here = sector, !ScopeMatrix.isTotal(name) {
                hasCarriers.insert(here)
                add(here, name, row, matrix, &found)
            } else {
                sector = nil
            }
        }
        // A sector without carriers below it has only its own line.
        for item in totals where !hasCarriers.contains(item.sector) { add(item.sector, "", item.row, matrix, &found) }
        found.isRecognised = true
    }

    private static func add(
        _ sector: ContractSector, _ carrier: String, _ row: TableRow, _ matrix: ScopeMatrix,
        _ found: inout SheetCollection
    ) {
        for scope in Scope.allCases {
            let text = matrix.text(scope, row)
            if ScopeMatrix.isNothing(text) || ScopeMatrix.isNotAvailable(text) { continue }
            guard let energy = found.number(text, row, "scope \(scope.rawValue)") else { continue }
            let isNamed = !carrier.isEmpty && carrier != anyCarrier
            found.rows.append(
                InventoryRow(
                    id: "a-1.1-\(row.number)-\(scope.rawValue)", placement: Placement(sector.gpcSector, scope),
                    label: "\(sector.rawValue), scope \(scope.rawValue)", carrier: isNamed ? carrier : nil,
                    content: .energyOnly, activity: Amount(energy, "MWh"), energyMWh: energy, source: matrix.source))
        }
    }

    private static func readEmissions(_ matrix: ScopeMatrix, _ noted: [NotedKey], _ found: inout SheetCollection) {
        let notedCells = Set(noted.compactMap(\.row.contractPlacement))
        for row in matrix.body {
            let name = matrix.name(row)
            let sector = ContractSector(inTable: name)
            guard sector != nil || ScopeMatrix.isTotal(name) else { continue }
            if let total = matrix.total(row), !ScopeMatrix.isNothing(total),
                let value = found.number(total, row, "total")
            {
                found.totals.append(PrintedTotal(sector: sector, scope: nil, value: value))
            }
            for scope in Scope.allCases {
                let text = matrix.text(scope, row)
                if ScopeMatrix.isNothing(text) { continue }
                if let sector {
                    add(PublishedPlacement(sector: sector, scope: scope), text, row, matrix, notedCells, &found)
                } else if !ScopeMatrix.isNotAvailable(text),
                    let value = found.number(text, row, "scope \(scope.rawValue)")
                {
                    found.totals.append(PrintedTotal(sector: nil, scope: scope, value: value))
                }
            }
        }
        found.isRecognised = true
    }

    private static func add(
        _ cell: PublishedPlacement, _ text: String, _ row: TableRow, _ matrix: ScopeMatrix,
        _ noted: Set<PublishedPlacement>, _ found: inout SheetCollection
    ) {
        let column = "scope \(cell.scope.rawValue)"
        let id = "a-1.4-\(cell.sector.rawValue.lowercased())-\(cell.scope.rawValue)"
        func put(_ id: String, _ content: InventoryRow.Content) {
            found.rows.append(
                InventoryRow(
                    id: id, placement: Placement(cell.sector.gpcSector, cell.scope),
                    label: "\(cell.sector.rawValue), scope \(cell.scope.rawValue)", content: content,
                    source: matrix.source))
        }
        let keys = text.split(separator: ",").map { NotationKey(rawValue: String($0).trimmed.uppercased()) }
        if ScopeMatrix.isNotAvailable(text) {
            put(id, .notation(.notEstimated, reason: "printed N/A in the source"))
        } else if !keys.contains(nil) {
            guard !noted.contains(cell) else { return }
            for (place, key) in keys.enumerated() {
                if let key { put(place == 0 ? id : "\(id)-\(place + 1)", .notation(key, reason: "")) }
            }
        } else if let value = found.number(text, row, column) {
            put(id, .emissions(GasMasses(.unsplit, tonnes: value)))
        }
    }
}

/// A table with a column for each scope.
struct ScopeMatrix {
    enum Holds { case energy, emissions, unknown }

    let holds: Holds
    let body: ArraySlice<TableRow>
    let source: String
    private let columns: [Scope: Int]
    private let totalColumn: Int?

    init?(_ sheet: SheetInput) {
        for (index, row) in sheet.rows.prefix(50).enumerated() {
            let names = row.cells.map { $0.trimmed.lowercased() }
            var columns: [Scope: Int] = [:]
            for (place, name) in names.enumerated() {
                guard let scope = Self.scope(name), columns[scope] == nil else { continue }
                columns[scope] = place
            }
            guard columns.count == Scope.allCases.count else { continue }
            self.columns = columns
            totalColumn = names.firstIndex { $0.hasPrefix("total") }
            body = sheet.rows[(index + 1)...]
            source = sheet.name.isEmpty ? "" : "Table \(sheet.name)"
            let words = ([sheet.name] + sheet.rows.prefix(index + 1).flatMap(\.cells)).joined(separator: " ")
                .lowercased()
            holds =
                words.contains("mwh")
                ? .energy : words.contains("co2") || words.contains("emis") ? .emissions : .unknown
            return
        }
        return nil
    }

    func name(_ row: TableRow) -> String { (row.cells.first ?? "").trimmed }

    func text(_ scope: Scope, _ row: TableRow) -> String { cell(columns[scope], row) ?? "" }

    func total(_ row: TableRow) -> String? { cell(totalColumn, row) }

    private func cell(_ place: Int?, _ row: TableRow) -> String? {
        guard let place, place < row.cells.count else { return nil }
        return row.cells[place].trimmed
    }

    /// `Scope 1`, `Scope 1 (MWh/year)`, in Romanian also `Scop 1` and `Domeniul 1`.
    private static func scope(_ name: String) -> Scope? {
        let words = name.split { !$0.isLetter && !$0.isNumber }
        guard words.count >= 2, ["scope", "scop", "domeniul", "domeniu"].contains(words[0]) else { return nil }
        return Scope(named: String(words[1]))
    }

    static func isTotal(_ name: String) -> Bool { name.lowercased().hasPrefix("total") }

    static func isNothing(_ text: String) -> Bool { ["", "-", "–", "—"].contains(text) }

    static func isNotAvailable(_ text: String) -> Bool { ["n/a", "n.a.", "na", "n/a."].contains(text.lowercased()) }
}

extension ContractSector {
    /// The sector that a line of the contract's tables names, in English or Romanian.
    init?(inTable name: String) {
        let plain = name.lowercased().replacing("ș", with: "s").replacing("ş", with: "s").replacing("ă", with: "a")
        if let sector = ContractSector(named: plain) {
            self = sector
            return
        }
        switch plain {
        case "cladiri", "buildings (stationary energy)", "stationary energy": self = .buildings
        case "transporturi", "transportation": self = .transport
        case "deseuri", "waste and wastewater": self = .waste
        default:
            if plain.hasPrefix("ippu") || plain.hasPrefix("industrial process")
                || plain.hasPrefix("procese industriale")
            {
                self = .ippu
            } else if plain.hasPrefix("afolu") || plain.hasPrefix("agricult") {
                self = .afolu
            } else {
                return nil
            }
        }
    }
}
