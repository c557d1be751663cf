import Inventory
import InventoryImports
import Spreadsheets

/// One file given to the readers of inventories, and what must be true of the answer however odd the file is.
enum InventoryTrial {
    /// Something that must never happen.
    struct Violation: Error, CustomStringConvertible {
        let description: String
    }

    static let limits: ReadingLimits = {
        var limits = ReadingLimits()
        limits.fileBytes = 200_000
        limits.rows = 2_000
        limits.columns = 100
        limits.cells = 20_000
        return limits
    }()

    private static let circumstances = InventoryTable.Circumstances(
        city: "Orașul de probă", year: 2021,
        factors: FactorBook([
            Factor(
                id: "a", subject: "combustion/residential/natural-gas", property: "co2", value: 56_100, unit: "kg/TJ",
                source: "test"),
            Factor(
                id: "b", subject: "combustion/residential/natural-gas", property: "ch4", value: 5, unit: "kg/TJ",
                source: "test"),
            Factor(
                id: "c", subject: "combustion/residential/natural-gas", property: "n2o", value: 0.1, unit: "kg/TJ",
                source: "test"),
        ]))

    /// Tries one file; returns whether an inventory was read, throws a `Violation` where something does not hold.
    @discardableResult static func run(_ input: [UInt8]) throws -> Bool {
        try checkImport(of: input)
        guard let book = try? Workbook.read(input, limits: limits) else { return false }
        let sheets = book.sheets.map { sheet in
            SheetInput(
                name: sheet.name, rows: sheet.rows.map { TableRow(number: $0.number, cells: $0.cells.map(\.text)) })
        }
        let reading = InventorySheets.read(sheets, in: circumstances)
        for problem in reading.problems { try check(problem) }
        guard let inventory = reading.inventory else {
            try hold(!reading.problems.isEmpty, "nothing was read and nothing was said")
            return false
        }
        try check(inventory)
        return true
    }

    /// What somebody sends in is recognised and read line by line, with every line's cells and problems.
    private static func checkImport(of input: [UInt8]) throws {
        guard let file = try? ImportFile(input, limits: limits) else { return }
        let plan = ImportPlan(recognising: file.book)
        try hold(plan.sheets.count == file.book.sheets.count, "a sheet has no plan")
        let reading = file.read(plan, in: circumstances)
        for problem in reading.problems { try check(problem) }
        for entry in reading.entries {
            for problem in entry.problems { try check(problem) }
            try hold(!entry.isLeftOut || !entry.problems.isEmpty, "line \(entry.line) is left out without a word")
        }
    }

    /// A sentence has a place for each of its arguments and no other.
    private static func check(_ problem: TableProblem) throws {
        let places = problem.template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
            $0.split(separator: "}").first.map(String.init)
        }
        try hold(Set(places) == Set(problem.arguments.keys), "\(problem)")
    }

    private static func check(_ inventory: CityInventory) throws {
        try hold(Set(inventory.rows.map(\.id)).count == inventory.rows.count, "two rows have one id")
        for row in inventory.rows {
            guard let masses = row.masses else { continue }
            try hold(Gas.allCases.allSatisfy { masses[$0].isFinite || masses.species.count > 1 }, "\(row)")
        }
        let again = InventoryTable.read(InventoryTable.write(inventory), in: circumstances).inventory
        try hold(again == inventory, "\(inventory) came back as \(String(describing: again))")
        let report = InventoryReport(inventory)
        try hold(report.gpc.lines.count == GPCReference.all.count, "lines are missing")
        _ = InventorySheets.tables(report, .contract)
    }

    private static func hold(_ condition: Bool, _ text: @autoclosure () -> String) throws {
        if !condition { throw Violation(description: text()) }
    }
}
