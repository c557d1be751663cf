/// Reads one line into a row of an inventory: what is wrong with a cell that the row cannot do without leaves out the row.
struct InventoryRowReader {
    private let circumstances: InventoryTable.Circumstances
    private let place: FactorPlace
    private(set) var problems: [TableProblem] = []

    init(_ circumstances: InventoryTable.Circumstances, year: Int) {
        self.circumstances = circumstances
        place = FactorPlace(regions: circumstances.regions, year: year)
    }

    mutating func read(_ line: TableLine) -> InventoryRow? {
        guard let placement = placement(line) else { return nil }
        let isEnergy = line.kind == TableLineKind.energy.rawValue
        guard let masses = isEnergy ? .some(nil) : masses(line) else { return nil }
        let method = MethodLine(line, written: masses, circumstances, place)
        guard let content = isEnergy ? .energyOnly : content(line, masses, method) else { return nil }
        let id = line[.id]
        var row = InventoryRow(
            id: id.isEmpty ? "line-\(line.number)" : id, placement: placement, published: published(line),
            label: line[.label], carrier: line[.carrier].isEmpty ? nil : line[.carrier], content: content,
            activity: amount(line), energyMWh: number(.energy, line), method: method.use(for: content),
            activityQuality: quality(.activityQuality, line), factorQuality: quality(.factorQuality, line),
            source: line[.source], note: line[.note])
        method.fill(&row)
        return row
    }

    private mutating func add(
        _ line: TableLine, _ column: TableColumn?, _ effect: TableProblem.Effect, _ template: String,
        _ arguments: [String: String] = [:]
    ) {
        problems.append(
            TableProblem(line: line.number, column: column?.rawValue ?? "", effect, template, arguments))
    }

    private mutating func placement(_ line: TableLine) -> Placement? {
        let (code, sectorText, scopeText) = (line[.reference], line[.sector], line[.scope])
        let sector = GPCSector(named: sectorText)
        let scope = Scope(named: scopeText)
        if !code.isEmpty {
            guard let reference = GPCReference.coded(code) else {
                add(
                    line, .reference, .lineLeftOut, "The GPC has no line {code}: write one such as I.1.2.",
                    ["code": code])
                return nil
            }
            let fits =
                (sectorText.isEmpty || sector == reference.sector) && (scopeText.isEmpty || scope == reference.scope)
            guard fits else {
                add(
                    line, .reference, .lineLeftOut,
                    "{code} does not stand in sector {sector}, scope {scope}: correct one of them.",
                    ["code": code, "sector": sectorText, "scope": scopeText])
                return nil
            }
            return Placement(reference)
        }
        guard let sector else {
            add(
                line, .sector, .lineLeftOut, "{value} is not {expected}.",
                [
                    "value": sectorText,
                    "expected": "a sector (\(GPCSector.allCases.map(\.rawValue).joined(separator: ", ")))",
                ])
            return nil
        }
        guard let scope else {
            add(
                line, .scope, .lineLeftOut, "{value} is not {expected}.",
                ["value": scopeText, "expected": "a scope (1, 2, 3)"])
            return nil
        }
        return Placement(sector, scope)
    }

    private mutating func published(_ line: TableLine) -> PublishedPlacement? {
        let (sectorText, scopeText) = (line[.publishedSector], line[.publishedScope])
        if sectorText.isEmpty, scopeText.isEmpty { return nil }
        guard let sector = ContractSector(named: sectorText), let scope = Scope(named: scopeText) else {
            add(
                line, .publishedSector, .cellLeftOut,
                "{sector}, {scope} is no cell of the contract's tables: give one of {known} and a scope from 1 to 3.",
                [
                    "sector": sectorText, "scope": scopeText,
                    "known": ContractSector.allCases.map(\.rawValue).joined(separator: ", "),
                ])
            return nil
        }
        return PublishedPlacement(sector: sector, scope: scope)
    }

    private mutating func content(
        _ line: TableLine, _ masses: GasMasses?, _ method: MethodLine
    ) -> InventoryRow.Content? {
        for problem in method.problems(written: masses) {
            add(line, problem.column, problem.effect, problem.template, problem.arguments)
        }
        let keyText = line[.notationKey]
        if !keyText.isEmpty {
            guard let key = NotationKey(rawValue: keyText.uppercased()) else {
                add(line, .notationKey, .lineLeftOut, "{value} is not one of NO, IE, NE, C.", ["value": keyText])
                return nil
            }
            guard masses.map({ $0.present.isEmpty && $0.species.isEmpty }) ?? true else {
                add(
                    line, .notationKey, .lineLeftOut,
                    "The line has both a number and the key {value}: keep the one that is true.", ["value": keyText])
                return nil
            }
            return .notation(key, reason: line[.reason])
        }
        if let masses { return .emissions(masses) }
        if let computed = method.result?.masses { return .emissions(computed) }
        if line[.method].isEmpty {
            add(
                line, nil, .lineLeftOut,
                "The line has no number: give a mass, a method, or a notation key with its reason; for energy whose emissions stand in another line, write the kind energy."
            )
        }
        return nil
    }

    /// The masses as written: a nil inside says that nothing is written, a nil outside that a cell cannot be read.
    private mutating func masses(_ line: TableLine) -> GasMasses?? {
        var masses = GasMasses()
        var isWritten = false
        for (column, gas) in TableColumn.masses {
            let text = line[column]
            if text.isEmpty { continue }
            guard let tonnes = NumberText.read(text) else {
                refuse(text, column, line, .lineLeftOut)
                return nil
            }
            masses[gas] = tonnes
            isWritten = true
        }
        let text = line[.species]
        if text.isEmpty { return .some(isWritten ? masses : nil) }
        do throws(SpeciesText.Problem) {
            for item in try SpeciesText.parse(text) { masses.add(item.species, tonnes: item.tonnes) }
        } catch {
            add(
                line, .species, .lineLeftOut,
                error.isUnknownSpecies
                    ? "No table names the gas of {part}: write it as HFC134a or CF4."
                    : "{part} is not a gas with its tonnes: write HFC134a=0.1; CF4=0.02.", ["part": error.part])
            return nil
        }
        return .some(masses)
    }

    private mutating func amount(_ line: TableLine) -> Amount? {
        guard let value = number(.activity, line) else { return nil }
        let (lower, upper) = (number(.activityLower, line), number(.activityUpper, line))
        var range: Uncertainty?
        switch (lower, upper) {
        case (let lower?, let upper?): range = Uncertainty(lower: lower, upper: upper)
        case (nil, nil): break
        default: add(line, .activityLower, .cellLeftOut, "A range needs both activity_lower and activity_upper.")
        }
        return Amount(value, line[.activityUnit], uncertainty: range)
    }

    private mutating func number(_ column: TableColumn, _ line: TableLine) -> Double? {
        let text = line[column]
        if text.isEmpty { return nil }
        if let number = NumberText.read(text) { return number }
        refuse(text, column, line, .cellLeftOut)
        return nil
    }

    private mutating func refuse(
        _ text: String, _ column: TableColumn, _ line: TableLine, _ effect: TableProblem.Effect
    ) {
        add(line, column, effect, "{value} is not a number: write it as 1234.56.", ["value": text])
    }

    private mutating func quality(_ column: TableColumn, _ line: TableLine) -> DataQuality? {
        let text = line[column]
        if text.isEmpty { return nil }
        if let quality = DataQuality(rawValue: text.uppercased()) { return quality }
        add(line, column, .cellLeftOut, "{value} is not {expected}.", ["value": text, "expected": "H, M or L"])
        return nil
    }
}

extension GPCSector {
    /// The sector that a text names by its number (`III`), its name, or the contract's name; nil for any other.
    public init?(named text: String) {
        if let sector = GPCSector(rawValue: text.uppercased()) {
            self = sector
        } else if let sector = GPCSector.allCases.first(where: { $0.name.lowercased() == text.lowercased() }) {
            self = sector
        } else if let sector = ContractSector(named: text) {
            self = sector.gpcSector
        } else {
            return nil
        }
    }
}

extension ContractSector {
    /// The sector that a text names (`IPPU`, `buildings`), or nil.
    public init?(named text: String) {
        let plain = text.lowercased()
        guard let sector = ContractSector.allCases.first(where: { $0.rawValue.lowercased() == plain }) else {
            return nil
        }
        self = sector
    }
}

extension Scope {
    /// The scope that a text names (`2`, `Scope 2`), or nil.
    public init?(named text: String) {
        let number = text.lowercased().split(separator: " ").last.map(String.init) ?? ""
        guard let value = Int(number), let scope = Scope(rawValue: value) else { return nil }
        self = scope
    }
}
