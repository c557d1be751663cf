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

    enum Where {
        case place(Placement)
        case sum(ContractSector?, Scope?)
    }

    private(set) var problems: [TableProblem] = []
    let row: Row
    let columns: [ImportMeaning: Int]
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

    func text(_ meaning: ImportMeaning) -> String {
        guard let column = columns[meaning] else { return "" }
        return row[column].text.trimmingSpaces
    }

    mutating func refuse(_ meaning: ImportMeaning, _ template: String, _ arguments: [String: String] = [:]) {
        problems.append(
            TableProblem(line: row.number, column: meaning.title, .lineLeftOut, template, arguments))
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
