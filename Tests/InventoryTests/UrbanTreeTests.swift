import Inventory
import Testing

@Suite("Urban trees")
struct UrbanTreeTests {
    static let crowns: [String: Argument] = [
        "crown_cover": .number(100), "mean_age": .number(15), "growth_table": .word("ipcc-2019"),
    ]

    @Test(
        "100 ha of crowns: 2.9 t C (2006), 2.8 t C (2019), 2.1 t C (2019, cold) a hectare × 44/12",
        arguments: [("ipcc-2006", 2.9), ("ipcc-2019", 2.8), ("ipcc-2019-cold", 2.1)])
    func cover(_ table: String, _ carbon: Double) throws {
        let found = try MethodTrial.masses(
            "urban-trees-cover", Self.crowns.merging(["growth_table": .word(table)]) { $1 })
        #expect(isClose(found.co2Removed, 100 * carbon * 44 / 12))
        #expect(GWPSet.ar6.co2e(found) == 0)
    }

    @Test("Old trees take up nothing more by this method, and the explanation says why")
    func old() throws {
        let result = try MethodTrial.result("urban-trees-cover", Self.crowns.merging(["mean_age": .number(45)]) { $1 })
        #expect(result.masses.present.isEmpty)
        #expect(result.steps.contains { $0.label == "growth equals loss" })
    }

    @Test(
        "A tree of mixed hardwood: 10 kg C a year, 36.67 kg CO2, for twenty years",
        arguments: [(2023, true), (2004, true), (2003, false), (1950, false)])
    func count(_ planted: Int, _ grows: Bool) throws {
        let found = try MethodTrial.masses(
            "urban-trees-count",
            ["species": .word("mixed-hardwood"), "trees": .number(1000), "planted": .number(Double(planted))])
        #expect(isClose(found.co2Removed, grows ? 1000 * 0.01 * 44 / 12 : 0))
    }

    @Test("150,000 trees are thirty times 5,000")
    func linear() throws {
        func removed(_ trees: Double) throws -> Double {
            try MethodTrial.masses(
                "urban-trees-count", ["species": .word("pine"), "trees": .number(trees), "planted": .number(2020)]
            ).co2Removed
        }
        #expect(isClose(try removed(150_000), try removed(5000) * 30))
    }

    @Test("Trees that will be planted take up nothing yet: the year is refused")
    func future() {
        let problem = MethodTrial.problem(
            "urban-trees-count", ["species": .word("pine"), "trees": .number(10), "planted": .number(2030)])
        #expect(problem == .outOfRange(input: "planted", value: 2030, allowed: "not after the inventory's year 2023"))
    }
}
