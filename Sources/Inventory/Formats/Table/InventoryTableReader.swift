/// Reads the lines of the inventory table into an inventory.
struct InventoryTableReader {
    private let circumstances: InventoryTable.Circumstances
    private var problems: [TableProblem] = []
    private var properties: [TableProperty: (value: String, line: Int)] = [:]
    private var inventory = CityInventory(city: "", year: 0)

    init(_ circumstances: InventoryTable.Circumstances) { self.circumstances = circumstances }

    func read(_ rows: [TableRow]) -> TableReading {
        var copy = self
        return copy.take(rows)
    }

    private mutating func take(_ rows: [TableRow]) -> TableReading {
        guard let start = rows.firstIndex(where: { InventoryTable.isHeader($0.cells) }) else {
            return TableReading(
                inventory: nil,
                problems: [
                    TableProblem(
                        line: 0, .lineLeftOut,
                        "This is not an inventory table: no line has the column names kind, sector and scope.")
                ])
        }
        let columns = readHeader(rows[start])
        // The year is needed to compute rows, so what is said of the whole comes first.
        let lines = rows[(start + 1)...].compactMap { row in TableLine(row, columns) }
        for line in lines where line.kind == TableLineKind.property.rawValue { takeProperty(line) }
        takeProperties()
        guard inventory.year != 0 else {
            problems.append(
                TableProblem(
                    line: 0, .lineLeftOut, "The year is missing: add a line property with name year and the value."))
            return TableReading(inventory: nil, problems: problems)
        }
        takeLines(lines)
        return TableReading(inventory: inventory, problems: problems.sorted { $0.line < $1.line })
    }

    private mutating func readHeader(_ row: TableRow) -> [Int?] {
        // One more than the table's own: the trace comes last.
        var columns = [Int?](repeating: nil, count: TableColumn.allCases.count + 1)
        for (index, cell) in row.cells.enumerated() {
            let name = cell.trimmed.lowercased()
            if name == InventoryTable.traceColumn { columns[TableColumn.allCases.count] = index }
            if name.isEmpty || name == InventoryTable.traceColumn { continue }
            guard let column = TableColumn(rawValue: name) else {
                add(
                    row.number, name, .cellLeftOut, "There is no column {name}: its cells are left out.", ["name": cell]
                )
                continue
            }
            if columns[column.position] == nil {
                columns[column.position] = index
            } else {
                add(
                    row.number, name, .cellLeftOut, "The column {name} comes twice: the first one is read.",
                    ["name": name])
            }
        }
        return columns
    }

    private mutating func takeLines(_ lines: [TableLine]) {
        var reader = InventoryRowReader(circumstances, year: inventory.year)
        var seen: Set<String> = []
        for line in lines {
            switch TableLineKind(rawValue: line.kind) {
            case .property: continue
            case .row, .energy:
                guard let row = reader.read(line) else { continue }
                if seen.insert(row.id).inserted {
                    inventory.rows.append(row)
                } else {
                    add(
                        line.number, TableColumn.id.rawValue, .lineLeftOut,
                        "There is a line with the id {id} already: give this one another id.", ["id": row.id])
                }
            case .printedTotal: takeTotal(line)
            case .factor: takeFactor(line)
            case .exclusion: takeExclusion(line)
            case nil:
                add(
                    line.number, TableColumn.kind.rawValue, .lineLeftOut, "{kind} is no kind of line. Known: {known}.",
                    ["kind": line.kind, "known": TableLineKind.allCases.map(\.rawValue).joined(separator: ", ")])
            }
        }
        problems += reader.problems
    }

    private mutating func add(
        _ line: Int, _ column: String, _ effect: TableProblem.Effect, _ template: String,
        _ arguments: [String: String] = [:]
    ) {
        problems.append(TableProblem(line: line, column: column, effect, template, arguments))
    }
}

extension InventoryTableReader {
    private mutating func takeProperty(_ line: TableLine) {
        guard let property = TableProperty(rawValue: line[.name].lowercased()) else {
            add(
                line.number, TableColumn.name.rawValue, .lineLeftOut, "{name} is no property. Known: {known}.",
                ["name": line[.name], "known": TableProperty.allCases.map(\.rawValue).joined(separator: ", ")])
            return
        }
        guard properties[property] == nil else {
            add(
                line.number, TableColumn.name.rawValue, .lineLeftOut, "{name} is said twice: the first line is read.",
                ["name": property.rawValue])
            return
        }
        properties[property] = (line[.value], line.number)
    }

    private mutating func takeProperties() {
        let named = properties[.city]?.value ?? ""
        inventory.city = named.isEmpty ? circumstances.city ?? "" : named
        if inventory.city.isEmpty {
            add(0, "", .kept, "The city is missing: add a line property with name city and the value.")
        }
        inventory.year = circumstances.year ?? 0
        if let (text, line) = properties[.year] {
            if let year = Int(text), (1950...2100).contains(year) {
                inventory.year = year
            } else {
                refuse(text, line, "a year between 1950 and 2100")
            }
        }
        if let (text, line) = properties[.gwp] {
            if let gwp = GWPSet(named: text) {
                inventory.gwp = gwp
            } else {
                refuse(text, line, Self.words(GWPSet.self))
            }
        }
        if let (text, line) = properties[.coverage] {
            let total = InventoryTotal.allCases.first { $0.rawValue.lowercased() == text.lowercased() }
            if let total { inventory.coverage = total } else { refuse(text, line, Self.words(InventoryTotal.self)) }
        }
        if let (text, line) = properties[.population], !text.isEmpty {
            if let people = Int(text), people > 0 {
                inventory.population = people
            } else {
                refuse(text, line, "a whole number of people")
            }
        }
        inventory.boundary.description = properties[.boundary]?.value ?? ""
        inventory.source = properties[.source]?.value ?? ""
    }

    private mutating func refuse(_ text: String, _ line: Int, _ expected: String) {
        add(
            line, TableColumn.value.rawValue, .lineLeftOut, "{value} is not {expected}.",
            ["value": text, "expected": expected])
    }

    private static func words<Of: RawRepresentable & CaseIterable>(_: Of.Type) -> String where Of.RawValue == String {
        "one of " + Of.allCases.map(\.rawValue).joined(separator: ", ")
    }
}

extension InventoryTableReader {
    private mutating func takeTotal(_ line: TableLine) {
        let sector = ContractSector(named: line[.publishedSector])
        guard sector != nil || line[.publishedSector].isEmpty else {
            add(
                line.number, TableColumn.publishedSector.rawValue, .lineLeftOut, "{value} is not {expected}.",
                ["value": line[.publishedSector], "expected": Self.words(ContractSector.self)])
            return
        }
        let scope = Scope(named: line[.publishedScope])
        guard scope != nil || line[.publishedScope].isEmpty else {
            add(
                line.number, TableColumn.publishedScope.rawValue, .lineLeftOut, "{value} is not {expected}.",
                ["value": line[.publishedScope], "expected": "one of 1, 2, 3"])
            return
        }
        guard let value = number(.value, line) else { return }
        inventory.printedTotals.append(PrintedTotal(sector: sector, scope: scope, value: value))
    }

    private mutating func takeFactor(_ line: TableLine) {
        guard let value = number(.value, line) else { return }
        var year: Int?
        if !line[.year].isEmpty {
            year = Int(line[.year])
            if year == nil {
                add(
                    line.number, TableColumn.year.rawValue, .cellLeftOut, "{value} is not {expected}.",
                    ["value": line[.year], "expected": "a year"])
            }
        }
        inventory.printedFactors.append(
            PrintedFactor(
                carrier: line[.carrier], gas: line[.name], value: value, unit: line[.unit], year: year,
                method: line[.method]))
    }

    private mutating func takeExclusion(_ line: TableLine) {
        guard let kind = Exclusion.Kind(rawValue: line[.name].lowercased()) else {
            add(
                line.number, TableColumn.name.rawValue, .lineLeftOut, "{value} is not {expected}.",
                ["value": line[.name], "expected": Self.words(Exclusion.Kind.self)])
            return
        }
        var share: Double?
        if !line[.value].isEmpty {
            share = NumberText.read(line[.value]).flatMap { (0...1).contains($0) ? $0 : nil }
            if share == nil {
                add(
                    line.number, TableColumn.value.rawValue, .cellLeftOut, "{value} is not {expected}.",
                    ["value": line[.value], "expected": "a share between 0 and 1"])
            }
        }
        inventory.boundary.exclusions.append(
            Exclusion(kind: kind, name: line[.label], reason: line[.reason], share: share))
    }

    /// A number that the line cannot do without.
    private mutating func number(_ column: TableColumn, _ line: TableLine) -> Double? {
        if let number = NumberText.read(line[column]) { return number }
        add(
            line.number, column.rawValue, .lineLeftOut, "{value} is not a number: write it as 1234.56.",
            ["value": line[column]])
        return nil
    }
}
