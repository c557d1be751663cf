import Foundation
import Inventory
import Spreadsheets
import Testing

/// Odd files from a printed seed: the same trial that `scripts/fuzz` runs for as long as one wants.
@Suite("Odd files")
struct FuzzTests {
    private static let corpus: [[UInt8]] = {
        var files: [[UInt8]] = ["cluj-napoca-2021", "suceava-2021", "bucuresti-sector-2-2016"].compactMap { name in
            (try? Data(contentsOf: packageRoot.appendingPathComponent("Data/examples/\(name).csv"))).map { Array($0) }
        }
        for seed in 1...3 as ClosedRange<UInt64> {
            let table = InventoryTable.write(FormatSample.random(seed, rows: 12))
            var writer = CSVWriter(header: table[0], mode: .lossless)
            for row in table.dropFirst() { writer.row(row.map { Optional($0) }) }
            files.append(writer.bytes)
        }
        return files
    }()

    @Test("What is good is read, what is odd is said, and nothing crashes", arguments: 1...40 as ClosedRange<UInt64>)
    func mutations(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let odd: [[UInt8]] = [
            "NaN", "1e999", "-0", "1,5", "\"", "\n", ",", ";", "{\"energy\":\"1 MWh\"}", "[[[[[[",
            "fuel-combustion-energy",
            "HFC134a=1; HFC134a=1e308", "III.3", "property", "\u{feff}", "'=1", "ș", "2021", "--1", "\u{0}",
        ].map { Array($0.utf8) }
        for _ in 0..<25 {
            var file = try #require(Self.corpus.randomElement(using: &numbers))
            for _ in 0..<Int.random(in: 1...6, using: &numbers) {
                let place = Int.random(in: 0...file.count, using: &numbers)
                let end = min(file.count, place + Int.random(in: 0...12, using: &numbers))
                file.replaceSubrange(place..<end, with: odd.randomElement(using: &numbers) ?? [])
            }
            try InventoryTrial.run(file)
        }
    }

    @Test("The corpus itself is read")
    func corpus() throws {
        #expect(Self.corpus.count == 6)
        for file in Self.corpus { #expect(try InventoryTrial.run(file)) }
    }
}
