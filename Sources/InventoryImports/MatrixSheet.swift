import Inventory
import Spreadsheets

/// A table with a column for each scope and a line for each sector, in whatever words, units and numbers.
struct MatrixSheet {
    private let sheet: Sheet
    private let heading: Int
    private let nameColumn: Int
    private let scopes: [Int: Scope]
    private let totalColumn: Int?
    private let units: [Int: ImportUnit]

    /// Nil unless one row names all three scopes and a unit of energy or mass.
    init?(_ sheet: Sheet) {
        self.sheet = sheet
        let found = sheet.rows.prefix(50).enumerated().first { _, row in
            Set(row.cells.prefix(200).compactMap { ImportWords.scope(heading: $0.text) }).count == Scope.allCases.count
        }
        guard let (place, row) = found, !row.cells.contains(where: { ImportWords.folded($0.text) == "gpc sector" })
        else { return nil }
        heading = place
        var scopes: [Int: Scope] = [:]
        for (column, cell) in row.cells.prefix(200).enumerated() {
            if let scope = ImportWords.scope(heading: cell.text), !scopes.values.contains(scope) {
                scopes[column] = scope
            }
        }
        self.scopes = scopes
        totalColumn = row.cells.indices.first { column in
            scopes[column] == nil && ImportWords.isTotal(ImportWords.folded(row.cells[column].text))
        }
        let first = scopes.keys.min() ?? 0
        func sectors(_ column: Int) -> Int {
            sheet.rows[(place + 1)...].prefix(200).count {
                SectorWords.contract(ImportWords.folded($0[column].text)) != nil
            }
        }
        nameColumn = (0..<first).max { sectors($0) < sectors($1) } ?? 0
        let common = Self.unit(
            row.cells.map(\.text) + sheet.rows[..<place].suffix(5).flatMap { $0.cells.map(\.text) } + [sheet.name])
        var units: [Int: ImportUnit] = [:]
        for column in Array(scopes.keys) + [totalColumn].compactMap({ $0 }) {
            units[column] = Self.unit([row[column].text]) ?? common
        }
        self.units = units
        guard units.count >= scopes.count else { return nil }
    }

    /// Columns of figures.
    var figures: [Int] { Array(units.keys) }

    func scope(ofColumn column: Int) -> Scope? { scopes[column] }

    /// The first unit of mass or energy that texts name.
    private static func unit(_ texts: [String]) -> ImportUnit? {
        for text in texts {
            let parts = text.split { "()[],;:".contains($0) }.map(String.init)
            let words = text.split { $0 == " " || "()[],;:/".contains($0) }.map(String.init)
            for part in parts + words {
                if let unit = ImportUnit.named(part), unit.kind != .other { return unit }
            }
        }
        return nil
    }

    /// The table in the words of the contract's tables, in MWh or t CO2e, with what could not be read.
    func translated(_ mark: DecimalMark?) -> (SheetInput, [TableProblem]) {
        let isEnergy = units.values.contains { $0.kind == .energy }
        let unit = isEnergy ? "MWh/year" : "t CO2e/year"
        var problems: [TableProblem] = []
        let body = sheet.rows[(heading + 1)...]
        var rows = [TableRow(number: sheet.rows[heading].number, cells: [isEnergy ? "Sector, carrier" : "Sector"])]
        let columns = scopes.sorted { $0.value.rawValue < $1.value.rawValue }.map(\.key)
        for column in columns { rows[0].cells.append("Scope \(scopes[column]?.rawValue ?? 0) (\(unit))") }
        if totalColumn != nil { rows[0].cells.append("Total (\(unit))") }
        var cells = (columns + [totalColumn].compactMap { $0 }).map { column in
            (column: column, cells: NumberCells(body, column: column, mark: mark))
        }
        // The columns of one matrix were written in one way: those that leave it open follow those that show it.
        let shown = Set(cells.map(\.cells.mark).filter { $0 != .open })
        if shown.count == 1, case .shown(let common)? = shown.first {
            cells = cells.map { ($0.column, NumberCells(body, column: $0.column, mark: common)) }
        }
        for (place, row) in body.enumerated() {
            var line = TableRow(number: row.number, cells: [name(row[nameColumn].text)])
            for (column, answers) in cells {
                line.cells.append(text(answers[place], row, column, &problems))
            }
            rows.append(line)
        }
        let title = sheet.name.lowercased().contains("mwh") && !isEnergy ? "" : sheet.name
        return (SheetInput(name: title, rows: rows), problems)
    }

    private func name(_ text: String) -> String {
        let folded = ImportWords.folded(text)
        if let sector = SectorWords.contract(folded) { return sector.rawValue }
        return ImportWords.isTotal(folded) ? "Total" : text
    }

    private func text(
        _ answer: NumberCells.Answer, _ row: Row, _ column: Int, _ problems: inout [TableProblem]
    ) -> String {
        let place = scopes[column].map { "scope \($0.rawValue)" } ?? "total"
        func refuse(_ template: String, _ arguments: [String: String]) -> String {
            problems.append(TableProblem(line: row.number, column: place, .cellLeftOut, template, arguments))
            return ""
        }
        switch answer {
        case .nothing: return ""
        case .notAvailable: return "N/A"
        case .keys(let keys): return keys.map(\.rawValue).joined(separator: ", ")
        case .problem(let template, let arguments): return refuse(template, arguments)
        case .number(let number):
            var unit = units[column]
            if let own = number.unit {
                guard let named = ImportUnit.named(own), named.kind == unit?.kind else {
                    return refuse(ImportMessages.unknownUnit, ["unit": own])
                }
                unit = named
            }
            return Inventory.NumberText.write(number.value * (unit?.factor ?? 1))
        }
    }
}

/// Sentences that several readers say.
enum ImportMessages {
    static let unknownUnit =
        "The unit {unit} is not known here: write t, kg, kt, MWh, GJ or another of the list, with the number alone."
}
