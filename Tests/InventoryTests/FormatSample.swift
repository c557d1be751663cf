import Foundation
import Inventory
import Spreadsheets

/// Inventories and files for the tests of formats.
enum FormatSample {
    static let packageRoot = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// The rows of a CSV file below the package's folder.
    static func rows(_ path: String) throws -> [TableRow] {
        let book = try Workbook.read(file: "\(packageRoot)/\(path)")
        return (book.sheets.first?.rows ?? []).map { TableRow(number: $0.number, cells: $0.cells.map(\.text)) }
    }

    /// An inventory of everything that a row can hold, the same for the same seed.
    static func random(_ seed: UInt64, rows count: Int) -> CityInventory {
        var random = SplitMix(state: seed)
        let texts = [
            "", "Gaz natural", "=SUM(A1)", "'-x", "''@", "a;b,\"c\"\nd", "-12", "ș ț „ghilimele”", "+40", "N/A",
        ]
        func text() -> String { texts[Int(random.next() % UInt64(texts.count))] }
        func chance(_ part: UInt64) -> Bool { random.next() % part == 0 }
        func number() -> Double {
            // Every bit pattern of a finite number, not only pretty ones; small enough that sums stay finite.
            let mantissa = Double(random.next() >> 11) / Double(1 << 53)
            let power = Int(random.next() % 24) - 12
            return mantissa * (0..<abs(power)).reduce(1.0) { value, _ in power < 0 ? value / 10 : value * 10 }
        }
        func amount() -> Amount {
            let value = number()
            return Amount(value, "MWh", uncertainty: chance(2) ? Uncertainty(lower: -value, upper: 2 * value) : nil)
        }
        func content() -> InventoryRow.Content {
            if chance(4) { return .notation(NotationKey.allCases[Int(random.next() % 4)], reason: text()) }
            if chance(6) { return .energyOnly }
            var masses = GasMasses()
            for gas in Gas.allCases where !gas.hasSpecies && chance(3) {
                masses[gas] = chance(9) ? -number() : number()
            }
            if chance(4) { masses.add(Species.all[Int(random.next() % UInt64(Species.all.count))], tonnes: number()) }
            return .emissions(masses)
        }
        func placement() -> Placement {
            if chance(3) {
                return Placement(
                    GPCSector.allCases[Int(random.next() % 6)], Scope.allCases[Int(random.next() % 3)])
            }
            return Placement(GPCReference.all[Int(random.next() % UInt64(GPCReference.all.count))])
        }
        var inventory = CityInventory(
            city: "Orașul „de probă”", year: 2021, gwp: GWPSet.allCases[Int(random.next() % 4)], coverage: .basicPlus,
            population: 81_000,
            boundary: Boundary(
                description: "UAT, fără pădure",
                exclusions: [Exclusion(kind: .area, name: "Aeroport", reason: "-", share: 0.1)]),
            source: "Sursa; a doua")
        inventory.rows = (0..<count).map { index in
            let isPublished = chance(5)
            return InventoryRow(
                id: "r\(index)", placement: placement(),
                published: isPublished
                    ? PublishedPlacement(
                        sector: ContractSector.allCases[Int(random.next() % 5)],
                        scope: Scope.allCases[Int(random.next() % 3)])
                    : nil,
                label: text(), carrier: chance(2) ? "Electricitate" : nil, content: content(),
                activity: chance(2) ? amount() : nil, energyMWh: chance(2) ? number() : nil,
                activityQuality: chance(2) ? .high : nil, factorQuality: chance(2) ? .low : nil, source: text(),
                note: text())
        }
        inventory.printedTotals = [
            PrintedTotal(sector: .ippu, scope: nil, value: number()),
            PrintedTotal(sector: nil, scope: .two, value: number()),
            PrintedTotal(sector: nil, scope: nil, value: number()),
        ]
        inventory.printedFactors = [
            PrintedFactor(carrier: "Lemn", gas: "CO2", value: 0.403, unit: "t/MWh", year: 2021, method: "IPCC 2006"),
            PrintedFactor(carrier: "GPL", gas: "CH4", value: number(), unit: "kg/TJ", year: nil, method: ""),
        ]
        return inventory
    }

    struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return mixed ^ (mixed >> 31)
        }
    }
}
