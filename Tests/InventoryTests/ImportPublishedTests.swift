import Foundation
import Inventory
import InventoryImports
import Spreadsheets
import Testing

@Suite("Import of published tables, as they are")
struct ImportPublishedTests {
    static let cities: [(folder: String, year: Int, total: Double, scopes: [Double])] = [
        ("cluj-napoca", 2021, 1_167_223, [720_540, 389_764, 56_919]),
        ("suceava", 2021, 289_055, [223_442, 64_455, 1_158]),
        ("bucuresti-sector-2", 2016, 1_198_912, [438_334, 760_579, 0]),
    ]

    static func reading(_ city: String, _ table: String, year: Int) throws -> ImportReading {
        let path = "\(FormatSample.packageRoot)/Tests/InventoryTests/Published/\(city)/\(table).csv"
        let file = try ImportFile(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
        return file.read(
            ImportPlan(recognising: file.book), in: InventoryTable.Circumstances(city: city, year: year))
    }

    @Test("Each city's tables give its printed totals", arguments: cities)
    func totals(city: (folder: String, year: Int, total: Double, scopes: [Double])) throws {
        var inventory = CityInventory(city: city.folder, year: city.year)
        for table in ["emissions", "energy", "factors"] {
            let reading = try Self.reading(city.folder, table, year: city.year)
            #expect(reading.leftOut.isEmpty && reading.problems.isEmpty, "\(reading.leftOut)")
            inventory.rows += reading.rows.map { row in
                var row = row
                row.id = "\(table)-\(row.id)"
                return row
            }
            inventory.printedTotals += reading.totals
            inventory.printedFactors += reading.factors
        }
        let report = InventoryReport(inventory)
        #expect(report.contract.total == city.total)
        for scope in Scope.allCases {
            #expect(report.contract.scopeTotals[scope] ?? 0 == city.scopes[scope.rawValue - 1])
        }
        #expect(report.contract.basis == (city.folder.hasPrefix("bucuresti") ? .printedSectorTotals : .cells))
        let keys = inventory.rows.filter { if case .notation(.notEstimated, _) = $0.content { true } else { false } }
        #expect(keys.count == (city.folder == "bucuresti-sector-2" ? 5 : 5))
        #expect(!inventory.printedFactors.isEmpty)
    }

    @Test("Energy is kept by carrier and its sums are not counted again", arguments: cities)
    func energy(city: (folder: String, year: Int, total: Double, scopes: [Double])) throws {
        let reading = try Self.reading(city.folder, "energy", year: city.year)
        let sums = ["cluj-napoca": 4_081_132.0, "suceava": 958_122, "bucuresti-sector-2": 4_201_299]
        #expect(reading.rows.reduce(0) { $0 + ($1.energyMWh ?? 0) } == sums[city.folder])
        #expect(reading.rows.allSatisfy { $0.content == .energyOnly && $0.carrier != nil })
    }
}
