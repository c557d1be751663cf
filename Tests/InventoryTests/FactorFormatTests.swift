import Foundation
import Inventory
import Testing

@Suite("The table of factors")
struct FactorFormatTests {
    private static func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(FormatSample.packageRoot)/Data/factors")
            .filter { $0.hasSuffix(".csv") }.sorted()
    }

    @Test(
        "Every table of the repository is read without a problem, ids are unique across them, and it writes back the same"
    )
    func repository() throws {
        var ids: Set<String> = []
        #expect(try !Self.files().isEmpty)
        for file in try Self.files() {
            let reading = FactorTable.read(try FormatSample.rows("Data/factors/\(file)"))
            #expect(reading.problems.isEmpty, "\(file): \(reading.problems.prefix(3))")
            #expect(!reading.factors.isEmpty, "\(file)")
            for factor in reading.factors { #expect(ids.insert(factor.id).inserted, "\(file): \(factor.id)") }
            let again = FactorTable.read(TableRow.numbered(FactorTable.write(reading.factors)))
            #expect(again.factors == reading.factors)
        }
    }

    @Test(
        "A bad cell leaves out its line and is named",
        arguments: [
            ("value", "1,5"), ("value", ""), ("lower", "x"), ("upper", ""), ("lower", "3"), ("year", "soon"),
            ("status", "recalled"),
            ("id", ""), ("id", "a"), ("source", ""), ("region", ""),
        ])
    func problems(column: String, text: String) throws {
        let good = ["a", "s", "co2", "2", "1", "3", "t/MWh", "RO", "2021", "", "Document", "sourced"]
        var bad = good
        bad[0] = "b"
        bad[try #require(FactorTable.header.firstIndex(of: column))] = text
        let reading = FactorTable.read(TableRow.numbered([FactorTable.header, good, bad]))
        #expect(reading.factors.map(\.id) == ["a"])
        #expect(reading.problems.map(\.line) == [3] && reading.problems.map(\.column) == [column])
    }
}
