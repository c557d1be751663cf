import Inventory
import Testing

@Suite("Uncertainty")
struct UncertaintyTests {
    static func row(_ id: String, _ value: Double, _ half: Double, code: String = "I.1.1") throws -> InventoryRow {
        InventoryRow(
            id: id, placement: Placement(try #require(GPCReference.coded(code))),
            content: .emissions(GasMasses(.co2, tonnes: value)),
            activity: Amount(value, "t", uncertainty: Uncertainty(lower: value * (1 - half), upper: value * (1 + half)))
        )
    }

    @Test("Sums: IPCC 2006 Vol. 1 Ch. 3 Eq. 3.2")
    func sum() throws {
        let inventory = CityInventory(
            city: "X", year: 2023, rows: [try Self.row("a", 100, 0.05), try Self.row("b", 200, 0.1)])
        let result = Propagation(UncertainModel(inventory))
        // √((100 × 5 %)² + (200 × 10 %)²) ÷ 300
        #expect((try #require(result.relativeHalfWidth) - (25.0 + 400).squareRoot() / 300).magnitude < 1e-12)
        #expect((result.contributions[0].share - 400.0 / 425).magnitude < 1e-12)
    }

    @Test("Products: Eq. 3.1; a factor that two rows share moves both together")
    func products() throws {
        func row(_ id: String, _ activity: Double) throws -> InventoryRow {
            let factor = Factor(id: "f", subject: "s", property: "co2", value: 0.2, unit: "t/MWh", source: "test")
            let inputs = [
                UsedInput(
                    name: "energy", value: activity,
                    uncertainty: Uncertainty(lower: activity * 0.97, upper: activity * 1.03), unit: "MWh", word: nil,
                    origin: .given),
                UsedInput(
                    name: "ef", value: 0.2, uncertainty: Uncertainty(lower: 0.192, upper: 0.208), unit: "t/MWh",
                    word: nil, origin: .factor(factor)),
            ]
            let term = Term(gas: .co2, species: nil, tonnes: activity * 0.2, drivers: ["energy", "ef"])
            return InventoryRow(
                id: id, placement: Placement(try #require(GPCReference.coded("I.1.1"))),
                content: .emissions(GasMasses(.co2, tonnes: activity * 0.2)),
                method: MethodUse(name: "m", arguments: [:], terms: [term], inputs: inputs, steps: []))
        }
        let one = Propagation(UncertainModel(CityInventory(city: "X", year: 2023, rows: [try row("a", 1000)])))
        #expect((try #require(one.relativeHalfWidth) - (0.03 * 0.03 + 0.04 * 0.04).squareRoot()).magnitude < 1e-12)
        let model = UncertainModel(
            CityInventory(city: "X", year: 2023, rows: [try row("a", 1000), try row("b", 1000)]))
        // The factor's 4 % stay 4 % of the sum; each activity's 3 % become 3 %/√2.
        let both = try #require(Propagation(model).relativeHalfWidth)
        #expect((both - (0.04 * 0.04 + 0.03 * 0.03 / 2).squareRoot()).magnitude < 1e-12)
        let simulated = MonteCarlo(model, draws: 40_000, seed: 7).total
        #expect(((simulated.high - simulated.low) / 2 / 400 - both).magnitude < 0.002)
    }

    @Test("A range of 0.4 to 0.6 around 0.5 has a standard deviation of 0.05102 (2006 Vol. 1 Ch. 3 §3.2.2.4)")
    func standardDeviation() throws {
        let model = UncertainModel(CityInventory(city: "X", year: 2023, rows: [try Self.row("a", 0.5, 0.2)]))
        let band = MonteCarlo(model, draws: 100_000, seed: 3).total
        #expect(((band.high - band.low) / (2 * 1.96) - 0.05102).magnitude < 0.0006)
        #expect((band.mean - 0.5).magnitude < 0.001)
    }

    @Test("The same seed gives the same numbers, another seed others, and the order of rows is nothing")
    func reproducible() throws {
        let rows = [
            try Self.row("a", 100, 0.1), try Self.row("b", 50, 0.3), try Self.row("c", 20, 0.2, code: "II.1.1"),
        ]
        let model = UncertainModel(CityInventory(city: "X", year: 2023, rows: rows))
        let turned = UncertainModel(CityInventory(city: "X", year: 2023, rows: rows.reversed()))
        #expect(MonteCarlo(model, draws: 2000, seed: 1) == MonteCarlo(model, draws: 2000, seed: 1))
        #expect(MonteCarlo(model, draws: 2000, seed: 1) == MonteCarlo(turned, draws: 2000, seed: 1))
        #expect(MonteCarlo(model, draws: 2000, seed: 1) != MonteCarlo(model, draws: 2000, seed: 2))
    }

    @Test("A skewed range keeps its ends and stays positive")
    func skewed() throws {
        var row = try Self.row("a", 10, 0.1)
        row.activity = Amount(10, "t", uncertainty: Uncertainty(lower: 5, upper: 40))
        let band = MonteCarlo(UncertainModel(CityInventory(city: "X", year: 2023, rows: [row])), draws: 50_000, seed: 5)
            .total
        #expect((band.low - 5).magnitude < 0.3 && (band.high - 40).magnitude < 2)
        #expect(band.low > 0)
    }

    @Test("Without ranges there is nothing to say, and senseless ranges are left alone")
    func nothing() throws {
        var row = try Self.row("a", 10, 0.1)
        for range in [
            nil, Uncertainty(lower: 20, upper: 30), Uncertainty(lower: 10, upper: 10),
            Uncertainty(lower: .nan, upper: 3),
        ] {
            row.activity = Amount(10, "t", uncertainty: range)
            let model = UncertainModel(CityInventory(city: "X", year: 2023, rows: [row]))
            #expect(model.variableCount == 0)
            #expect(Propagation(model).relativeHalfWidth == 0)
            #expect(MonteCarlo(model, draws: 100, seed: 1).total.median == 10)
        }
    }
}
