import Inventory
import Spreadsheets

/// A table with a line for each source of emissions, read by what its columns mean.
struct ListSheet {
    private let sheet: Sheet
    private let index: Int
    private let body: ArraySlice<Row>
    private let columns: [ImportMeaning: Int]
    private let numbers: [(meaning: ImportMeaning, unit: ImportUnit?, cells: NumberCells)]

    init(_ sheet: Sheet, _ index: Int, _ plan: SheetPlan) {
        self.sheet = sheet
        self.index = index
        let start = sheet.rows.firstIndex { $0.number == plan.headingRow }
        body = start.map { sheet.rows[($0 + 1)...] } ?? []
        var columns: [ImportMeaning: Int] = [:]
        var numbers: [(ImportMeaning, ImportUnit?, NumberCells)] = []
        for (column, meaning) in plan.columns.enumerated() {
            guard let meaning, columns[meaning] == nil else { continue }
            columns[meaning] = column
            guard meaning.isNumber, let start else { continue }
            let unit = ImportHeading(sheet.rows[start][column].text).unit
            numbers.append((meaning, unit, NumberCells(body, column: column, mark: plan.numbers.mark)))
        }
        self.columns = columns
        self.numbers = numbers
    }

    func read(into reading: inout ImportReading) {
        var words = WordCache()
        var totals: [PrintedTotal] = []
        reading.entries.reserveCapacity(reading.entries.count + body.count)
        for (place, row) in body.enumerated() where !row.isBlank {
            var line = ListLine(row, columns, index)
            let outcome = line.read(place, numbers, &words)
            if case .total(let total) = outcome { totals.append(total) }
            reading.entries.append(
                ImportedEntry(
                    sheet: index, line: row.number, outcome: outcome.entry, problems: line.problems,
                    cells: row.cells.map(\.text)))
        }
        var inventory = CityInventory(city: "", year: 0)
        inventory.rows = reading.entries.lazy.filter { $0.sheet == index }.compactMap(\.row)
        reading.totals += InventorySheets.worthKeeping(totals, inventory)
    }
}

/// Places and units by the texts that name them: a table names the same few again and again.
struct WordCache {
    private var words: [String: String] = [:]
    private var units: [String: ImportUnit?] = [:]

    mutating func folded(_ text: String) -> String {
        if let known = words[text] { return known }
        let folded = ImportWords.folded(text)
        if words.count < 10_000 { words[text] = folded }
        return folded
    }

    mutating func unit(_ text: String) -> ImportUnit? {
        if let known = units[text] { return known }
        let unit = ImportUnit.named(text)
        if units.count < 10_000 { units[text] = unit }
        return unit
    }
}
