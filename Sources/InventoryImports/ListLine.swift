import Inventory
import Spreadsheets

/// One line of a list on its way to a row of the inventory.
struct ListLine {
    enum Outcome {
        case row(InventoryRow)
        case total(PrintedTotal)
        case sum
        case leftOut

        var entry: ImportedEntry.Outcome {
            switch self {
            case .row(let row): .row(row)
            case .total: .frame
            case .sum: .sum
            case .leftOut: .leftOut
            }
        }
    }

    private enum Where {
        case place(Placement)
        case sum(ContractSector?, Scope?)
    }

    private(set) var problems: [TableProblem] = []
    private let row: Row
    private let columns: [ImportMeaning: Int]
    private let sheet: Int

    init(_ row: Row, _ columns: [ImportMeaning: Int], _ sheet: Int) {
        self.row = row
        self.columns = columns
        self.sheet = sheet
    }

    mutating func read(
        _ place: Int, _ numbers: [(meaning: ImportMeaning, unit: ImportUnit?, cells: NumberCells)],
        _ words: inout WordCache
    ) -> Outcome {
        guard let where_ = position(&words) else { return .leftOut }
        var figures = Figures()
        for (meaning, unit, cells) in numbers { take(cells[place], meaning, unit, &figures, &words) }
        takeKey(&figures)
        guard problems.isEmpty else { return .leftOut }
        switch where_ {
        case .sum(let sector, let scope):
            // A sum of energy repeats its carriers; a sum of emissions is what the source printed.
            guard let mass = figures.masses?.unsplit, figures.energy == nil else { return .sum }
            return .total(PrintedTotal(sector: sector, scope: scope, value: mass))
        case .place(let placement):
            if isSum(.carrier, &words) { return .sum }
            return finish(placement, figures)
        }
    }

    private func text(_ meaning: ImportMeaning) -> String {
        guard let column = columns[meaning] else { return "" }
        return row[column].text.trimmingSpaces
    }

    private mutating func refuse(_ meaning: ImportMeaning, _ template: String, _ arguments: [String: String] = [:]) {
        problems.append(
            TableProblem(line: row.number, column: meaning.title, .lineLeftOut, template, arguments))
    }

    // MARK: Place

    private func isSum(_ meaning: ImportMeaning, _ words: inout WordCache) -> Bool {
        let text = text(meaning)
        return !text.isEmpty && ImportWords.isTotal(words.folded(text))
    }

    private mutating func position(_ words: inout WordCache) -> Where? {
        let code = text(.reference)
        if !code.isEmpty {
            if let reference = GPCReference.coded(code) { return .place(Placement(reference)) }
            if ImportWords.isTotal(words.folded(code)) { return .sum(nil, nil) }
            // Sub-sector codes such as I.1 need their scope.
            if columns[.scope] == nil || SectorWords.subsector(words.folded(code)) == nil {
                refuse(.reference, "The GPC has no line {code}: write one such as I.1.2.", ["code": code])
                return nil
            }
        }
        let (sectorText, scopeText) = (text(.sector), text(.scope))
        let isTotal = (sector: isSum(.sector, &words), scope: isSum(.scope, &words))
        let sector = SectorWords.sector(words.folded(sectorText))
        var subsector: String?
        for text in [code, text(.subsector), sector == nil ? sectorText : ""] where subsector == nil && !text.isEmpty {
            subsector = SectorWords.subsector(words.folded(text))
        }
        let scope = ImportWords.scope(words.folded(scopeText))
        if isTotal.sector || isTotal.scope {
            guard isTotal.sector || sector != nil, isTotal.scope || scope != nil || scopeText.isEmpty else {
                return refusePlace(sectorText, scopeText, sector)
            }
            return .sum(
                isTotal.sector ? nil : SectorWords.contract(words.folded(sectorText)), isTotal.scope ? nil : scope)
        }
        guard let scope else { return refusePlace(sectorText, scopeText, sector, subsector) }
        if let subsector {
            let line = GPCReference.all.first { $0.subsector == subsector && $0.scope == scope }
            if let line, sector == nil || line.sector == sector { return .place(Placement(line)) }
            // Published tables put figures where the GPC has no line; other sectors do not belong together.
            if let sector, let line = GPCReference.all.first(where: { $0.subsector == subsector }),
                line.sector != sector
            {
                refuse(
                    .subsector, "{code} does not stand in sector {sector}, scope {scope}: correct one of them.",
                    ["code": subsector, "sector": sectorText, "scope": scopeText])
                return nil
            }
        }
        guard let sector = sector ?? subsector.flatMap(Self.sector(of:)) else {
            return refusePlace(sectorText, scopeText, sector)
        }
        if let named = optional(.subsector), subsector == nil {
            refuse(
                .subsector,
                "No sub-sector is called {name}: write its name or code as the GPC has it, or leave it empty.",
                ["name": named])
            return nil
        }
        return .place(Placement(sector, scope))
    }

    private static func sector(of subsector: String) -> GPCSector? {
        GPCReference.all.first { $0.subsector == subsector }?.sector
    }

    private func optional(_ meaning: ImportMeaning) -> String? {
        let text = text(meaning)
        return text.isEmpty ? nil : text
    }

    private mutating func refusePlace(
        _ sectorText: String, _ scopeText: String, _ sector: GPCSector?, _ subsector: String? = nil
    ) -> Where? {
        if sector == nil, subsector == nil {
            refuse(
                .sector, "No sector is called {name}: write Buildings, Transport, Waste, IPPU, AFOLU, or I to VI.",
                ["name": sectorText.isEmpty ? "–" : sectorText])
        } else {
            refuse(.scope, "{value} is no scope: write 1, 2 or 3.", ["value": scopeText.isEmpty ? "–" : scopeText])
        }
        return nil
    }

    // MARK: Figures

    /// What the cells of a line say.
    private struct Figures {
        var masses: GasMasses?
        var energy: Double?
        var activity: Amount?
        var key: NotationKey?
        var reason = ""
    }

    private mutating func take(
        _ answer: NumberCells.Answer, _ meaning: ImportMeaning, _ unit: ImportUnit?, _ figures: inout Figures,
        _ words: inout WordCache
    ) {
        switch answer {
        case .nothing: return
        case .notAvailable: note(.notEstimated, "printed N/A in the source", &figures)
        case .keys(let keys): if let key = keys.first { note(key, "", &figures) }
        case .problem(let template, let arguments): refuse(meaning, template, arguments)
        case .number(let number): take(number, meaning, unit, &figures, &words)
        }
    }

    private func note(_ key: NotationKey, _ reason: String, _ figures: inout Figures) {
        if figures.key == nil { (figures.key, figures.reason) = (key, reason) }
    }

    private mutating func take(
        _ number: ReadNumber, _ meaning: ImportMeaning, _ heading: ImportUnit?, _ figures: inout Figures,
        _ words: inout WordCache
    ) {
        let column = meaning == .activity || meaning == .energy ? text(.activityUnit) : text(.emissionsUnit)
        let written = number.unit ?? (column.isEmpty ? nil : column)
        let unit = written.map { words.unit($0) } ?? heading
        guard written == nil || unit != nil else {
            return refuse(meaning, ImportMessages.unknownUnit, ["unit": written ?? ""])
        }
        switch meaning {
        case .activity:
            guard let unit else {
                return refuse(meaning, "The activity has no unit: write it beside the number or in the heading.")
            }
            // The city's own unit is kept; what is energy is known in MWh as well.
            figures.activity = Amount(number.value, written ?? unit.name)
            if written == nil { figures.activity = Amount(number.value * unit.factor, unit.name) }
            if unit.kind == .energy, figures.energy == nil { figures.energy = number.value * unit.factor }
        case .energy:
            guard let unit, unit.kind == .energy else {
                return refuse(
                    meaning, "The energy has no unit of energy: write MWh, GJ or another beside it or in the heading.")
            }
            figures.energy = number.value * unit.factor
        case .methane:
            refuse(meaning, "The table does not say which methane this is: choose it for the column above.")
        default:
            guard let gas = meaning.gas else { return }
            guard let unit, unit.kind == .mass else {
                return refuse(
                    meaning, "The emissions have no unit of mass: write t, kg or kt beside them or in the heading.")
            }
            var masses = figures.masses ?? GasMasses()
            masses[gas] += number.value * unit.factor
            figures.masses = masses
        }
    }

    private mutating func takeKey(_ figures: inout Figures) {
        let text = text(.notationKey)
        guard !text.isEmpty else { return }
        switch NumberReading(text) {
        case .notation(let marks):
            // Several keys in one cell: the first, the others would need a line of their own.
            if let key = marks.first.flatMap({ NotationKey(rawValue: $0.rawValue) }) {
                (figures.key, figures.reason) = (key, self.text(.reason))
            }
        case .missing(let missing) where missing.contains(where: \.isLetter):
            (figures.key, figures.reason) = (.notEstimated, optional(.reason) ?? "printed \(missing) in the source")
        case .missing, .empty: return
        default:
            refuse(.notationKey, "{value} is no notation key: write NO, IE, NE or C.", ["value": text])
        }
    }

    // MARK: The row

    private mutating func finish(_ placement: Placement, _ figures: Figures) -> Outcome {
        let content: InventoryRow.Content
        if let masses = figures.masses {
            guard columns[.notationKey] == nil || optional(.notationKey) == nil || figures.key == nil else {
                refuse(.notationKey, "The line has a figure and a notation key: leave one of them out.")
                return .leftOut
            }
            content = .emissions(masses)
        } else if let key = figures.key {
            content = .notation(key, reason: figures.reason)
        } else if figures.energy != nil {
            content = .energyOnly
        } else {
            refuse(
                .emissions,
                figures.activity == nil
                    ? "The line has no figure and no notation key: give one of them, or leave the line out."
                    : "The line has an activity but no emissions: enter it by a method on its line of the GPC.")
            return .leftOut
        }
        return .row(
            InventoryRow(
                id: "\(sheet + 1)-\(row.number)", placement: placement, label: label(placement),
                carrier: optional(.carrier), content: content,
                activity: figures.activity ?? figures.energy.map { Amount($0, "MWh") }, energyMWh: figures.energy,
                activityQuality: DataQuality(rawValue: text(.activityQuality).uppercased()),
                factorQuality: DataQuality(rawValue: text(.factorQuality).uppercased()), source: text(.source),
                note: text(.note)))
    }

    private func label(_ placement: Placement) -> String {
        if let label = optional(.label) { return label }
        let sector = optional(.subsector) ?? optional(.sector) ?? placement.sector.name
        return optional(.carrier).map { "\(sector): \($0)" } ?? sector
    }
}

extension String {
    /// Without white space at the ends; most texts have none.
    var trimmingSpaces: String {
        guard let first = utf8.first, let last = utf8.last else { return self }
        if first > 0x20, last > 0x20, first < 0x80, last < 0x80 { return self }
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
