import Benchmark
import Foundation
import Inventory
import InventoryImports
import Spreadsheets

/// What an inventory costs: all views, Monte Carlo, and a table read back with a method in every row, each at ten and
/// a hundred times the size too.
func inventories(repository: String) {
    for rows in [1_000, 10_000, 100_000] {
        Benchmark(
            "\(rows) rows to all views", configuration: .of(rows: rows),
            closure: { benchmark, inventory in
                for _ in benchmark.scaledIterations { blackHole(InventoryReport(inventory)) }
            },
            setup: { try InventorySample.inventory(rows: rows) })
    }
    for rows in [30, 300, 3_000] {
        Benchmark(
            "Monte Carlo, 10000 draws of \(rows) rows", configuration: .of(rows: 100 * rows),
            closure: { benchmark, model in
                for _ in benchmark.scaledIterations { blackHole(MonteCarlo(model, draws: 10_000).total) }
            },
            setup: { UncertainModel(try InventorySample.inventory(rows: rows)) })
    }
    for rows in [500, 5_000, 50_000] {
        Benchmark(
            "CSV of \(rows) rows with a method, as rows of an inventory",
            configuration: .of(rows: rows),
            closure: { benchmark, sample in
                for _ in benchmark.scaledIterations {
                    guard try sample.read() == rows else { throw Difference() }
                }
            },
            setup: { try InventorySample(rows: rows, repository: repository) })
    }
}

extension Benchmark.Configuration {
    /// What takes seconds is not warmed up ten times, and has the time to run more than once.
    static func of(rows: Int) -> Benchmark.Configuration {
        rows < 50_000 ? .init(warmupIterations: 10) : .init(warmupIterations: 1, maxDuration: .seconds(6))
    }
}

/// A table of rows that a method computes, with the factors it needs.
struct InventorySample: Sendable {
    private let bytes: [UInt8]
    private let circumstances: InventoryTable.Circumstances

    init(rows: Int, repository: String) throws {
        let sheet = try Workbook.read(file: "\(repository)/Data/factors/combustion.csv").sheets[0]
        let book = FactorBook(FactorTable.read(Self.rows(sheet)).factors)
        circumstances = InventoryTable.Circumstances(
            city: "Orașul de probă", year: 2021, factors: book, regions: ["RO", "world"])
        let place = FactorPlace(regions: ["RO", "world"], year: 2021)
        guard let method = Methods.named("fuel-combustion-energy") else { throw Difference() }
        var inventory = try Self.inventory(rows: rows)
        for index in inventory.rows.indices {
            let arguments: [String: Argument] = [
                "energy": .number(Double(index + 1), unit: "MWh"), "use": .word("residential"),
                "fuel": .word(index.isMultiple(of: 2) ? "natural-gas" : "lignite"),
            ]
            let result = try method.result(arguments, factors: book, at: place)
            inventory.rows[index].content = .emissions(result.masses)
            inventory.rows[index].method = MethodUse(result, arguments: arguments)
        }
        let table = InventoryTable.write(inventory)
        var writer = CSVWriter(header: table[0], mode: .lossless)
        for row in table.dropFirst() { writer.row(row.map { Optional($0) }) }
        bytes = writer.bytes
    }

    /// How many rows an import reads from the table without a problem.
    func read() throws -> Int {
        let file = try ImportFile(bytes)
        let reading = file.read(ImportPlan(recognising: file.book), in: circumstances)
        guard reading.problems.isEmpty, reading.leftOut.isEmpty else { throw Difference() }
        return reading.rows.count
    }

    private static func rows(_ sheet: Sheet) -> [TableRow] {
        sheet.rows.map { TableRow(number: $0.number, cells: $0.cells.map(\.text)) }
    }

    /// Rows over all lines of the GPC, two thirds of them with a range.
    static func inventory(rows: Int) throws -> CityInventory {
        let lines = GPCReference.all
        var inventory = CityInventory(city: "Orașul de probă", year: 2021)
        inventory.rows = (0..<rows).map { index in
            var masses = GasMasses(.co2, tonnes: Double(1 + index % 977))
            masses.ch4Combustion = 0.01 * Double(index % 31)
            masses.n2o = 0.001
            let value = Double(1 + index % 500)
            let range = index.isMultiple(of: 3) ? nil : Uncertainty(lower: 0.9 * value, upper: 1.1 * value)
            return InventoryRow(
                id: "r\(index)", placement: Placement(lines[index % lines.count]), label: "Rândul \(index)",
                content: index.isMultiple(of: 50) ? .notation(.includedElsewhere, reason: "I.1.1") : .emissions(masses),
                activity: Amount(value, "MWh", uncertainty: range))
        }
        return inventory
    }
}
