import Inventory
import Testing

@Suite("Land")
struct LandTests {
    static let forest: [String: Argument] = [
        "area": .number(1000), "zone": .word("temperate-continental"), "trees": .word("broadleaf"),
        "wood_taken": .number(0),
        "fuelwood": .number(0), "disturbed": .number(0),
    ]

    @Test("1000 ha of broadleaf forest: 4.0 t × 1.23 × 0.47 × 44/12 taken up, and nothing in the total")
    func growth() throws {
        let found = try MethodTrial.masses("forest-growth", Self.forest)
        #expect(isClose(found.co2Removed, 1000 * 4 * 1.23 * 0.47 * 44 / 12))
        #expect(GWPSet.ar5.co2e(found) == 0)
    }

    @Test("Felling as much as grows leaves nothing; felling more is an emission in the total")
    func felling() throws {
        let even = try MethodTrial.masses("forest-growth", Self.forest.merging(["wood_taken": .number(4000)]) { $1 })
        #expect(even.present.isEmpty)
        let more = try MethodTrial.masses(
            "forest-growth", Self.forest.merging(["wood_taken": .number(4000), "disturbed": .number(100)]) { $1 })
        #expect(isClose(more.co2, 100 * 1.23 * 0.47 * 44 / 12))
        #expect(more.co2Removed == 0 && isClose(GWPSet.ar5.co2e(more), more.co2))
    }

    static let building: [String: Argument] = [
        "use_before": .word("forest"), "use_after": .word("paved-settlement"), "climate": .word("cool-temperate-moist"),
        "soil": .word("high-activity-clay"), "converted": .number(2), "carbon_before": .number(80),
        "carbon_after": .number(0),
        "dead_matter_before": .number(13), "in_transition": .number(10),
    ]

    @Test("Forest paved over: biomass and litter at once, the soil over twenty years")
    func paved() throws {
        let found = try MethodTrial.masses("land-conversion", Self.building)
        // 2 × 80 + 2 × 13 + 10 × 95 × 0.2 ÷ 20 = 160 + 26 + 9.5
        #expect(isClose(found.co2, 195.5 * 44 / 12))
        #expect(found.co2Removed == 0)
    }

    @Test("The way back takes carbon up: the same numbers, on the other side")
    func planted() throws {
        let back = Self.building.merging([
            "use_before": .word("paved-settlement"), "use_after": .word("forest"), "carbon_before": .number(0),
            "carbon_after": .number(80), "dead_matter_before": .number(0),
        ]) { $1 }
        let found = try MethodTrial.masses("land-conversion", back)
        #expect(isClose(found.co2Removed, 169.5 * 44 / 12))
        #expect(found.co2 == 0 && GWPSet.ar6.co2e(found) == 0)
    }

    @Test("Gains and losses of different pools are not set against each other")
    func pools() throws {
        let mixed = Self.building.merging(["carbon_before": .number(0), "carbon_after": .number(5)]) { $1 }
        let found = try MethodTrial.masses("land-conversion", mixed)
        #expect(isClose(found.co2Removed, 10 * 44 / 12.0))
        #expect(isClose(found.co2, 35.5 * 44 / 12))
    }

    @Test("Drained organic soil needs its factor; there is no default")
    func drained() {
        #expect(
            MethodTrial.problem("land-conversion", Self.building.merging(["drained": .number(1)]) { $1 })
                == .missingInput("ef_drained"))
    }

    @Test("Residues burnt: carbon dioxide beside the totals, methane and nitrous oxide in them (2006 Vol. 4 Table 2.5)")
    func burning() throws {
        let found = try MethodTrial.masses(
            "biomass-burning",
            [
                "vegetation": .word("agricultural-residues"), "area": .number(1, "km2"), "fuel": .number(5, "t/ha"),
                "combustion_factor": .number(0.8),
            ])
        #expect(
            isClose(found.co2Biogenic, 400 * 1.515) && isClose(found.ch4Biogenic, 400 * 0.0027)
                && isClose(found.n2o, 400 * 0.00007))
        #expect(isClose(GWPSet.ar5.co2e(found), 400 * 0.0027 * 28 + 400 * 0.00007 * 265))
    }
}
