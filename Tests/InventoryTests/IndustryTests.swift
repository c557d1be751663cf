import Inventory
import Testing

@Suite("Industry")
struct IndustryTests {
    @Test("Clinker of 65 % CaO: 0.65 ÷ 0.5603 × 0.43971 × 1.02 = 0.5203 t/t (2006 Vol. 3 Eq. 2.4 prints 0.52)")
    func clinker() throws {
        let found = try MethodTrial.masses("cement-clinker", ["clinker": .number(1000, "t")])
        #expect(isClose(found.co2, 1000 * 0.65 / 0.5603 * 0.43971 * 1.02))
        #expect(abs(found.co2 / 1000 - 0.52) < 0.0005)
    }

    @Test("CaO from slag has no carbon dioxide; more of it than CaO at all is refused")
    func slag() throws {
        let all = try MethodTrial.masses(
            "cement-clinker", ["clinker": .number(1000), "cao_from_elsewhere": .number(0.65)])
        #expect(all.co2 == 0)
        #expect(
            MethodTrial.problem("cement-clinker", ["clinker": .number(1), "cao_from_elsewhere": .number(0.7)])
                == .outOfRange(input: "cao_from_elsewhere", value: 0.7, allowed: "at most the CaO share 0.65"))
    }

    @Test("Cement is counted by its clinker: grinding bought clinker emits nothing here")
    func grinding() throws {
        let arguments: [String: Argument] = [
            "cement_type": .word("slag-cement"), "cement": .number(1000), "clinker_bought": .number(280),
            "clinker_sold": .number(0),
        ]
        #expect(try MethodTrial.masses("cement-production", arguments).co2 == 0)
        let more = arguments.merging(["clinker_bought": .number(300)]) { $1 }
        #expect(MethodTrial.problem("cement-production", more)?.input == "clinker_bought")
    }

    @Test(
        "Lime before dust: 0.785 × 0.95, 0.913 × 0.95 and 0.785 × 0.75 t/t (2006 Vol. 3 Table 2.4)",
        arguments: [("high-calcium", 0.785 * 0.95), ("dolomitic", 0.913 * 0.95), ("hydraulic", 0.785 * 0.75)])
    func lime(_ type: String, _ factor: Double) throws {
        let found = try MethodTrial.masses(
            "lime-production", ["lime_type": .word(type), "lime": .number(100), "hydrated_share": .number(0)])
        #expect(isClose(found.co2, 100 * factor * 1.02))
        // 10 % slaked lime with 28 % water: × (1 − 0.028).
        let slaked = try MethodTrial.masses(
            "lime-production", ["lime_type": .word(type), "lime": .number(100), "hydrated_share": .number(10, "%")])
        #expect(isClose(slaked.co2, found.co2 * 0.972))
    }

    @Test("Glass: 0.2 t/t, half of it with 50 % cullet, nothing from cullet alone (2006 Vol. 3 Eq. 2.13)")
    func glass() throws {
        for (cullet, expected) in [(0.0, 200.0), (0.5, 100), (1, 0)] {
            let found = try MethodTrial.masses(
                "glass-production",
                ["glass_type": .word("unspecified"), "glass": .number(1, "kt"), "cullet_share": .number(cullet)])
            #expect(isClose(found.co2, expected))
        }
        #expect(
            MethodTrial.problem("glass-production", ["glass_type": .word("float"), "glass": .number(1)])
                == .missingInput("cullet_share"))
    }

    @Test(
        "Ammonia from gas in Europe, average: 37.5 GJ/t × 15.3 kg C/GJ × 44/12 = 2.104 t/t (2006 Vol. 3 Table 3.1)",
        arguments: [
            ("natural-gas-modern", 1.694), ("natural-gas-average", 2.104), ("partial-oxidation-modern", 2.772),
            ("partial-oxidation-average", 3.273),
        ])
    func ammonia(_ process: String, _ factor: Double) throws {
        let found = try MethodTrial.masses("ammonia-production", ["process": .word(process), "ammonia": .number(1000)])
        #expect(abs(found.co2 / 1000 - factor) < 0.0006)
    }

    @Test("Carbon in urea is taken off (0.733 t/t), and no more than there is")
    func urea() throws {
        let plain: [String: Argument] = ["process": .word("natural-gas-average"), "ammonia": .number(1000)]
        let bare = try MethodTrial.masses("ammonia-production", plain).co2
        let less = try MethodTrial.masses("ammonia-production", plain.merging(["urea": .number(500)]) { $1 }).co2
        #expect(isClose(bare - less, 500 * 0.733))
        #expect(
            MethodTrial.problem("ammonia-production", plain.merging(["urea": .number(5000)]) { $1 })?.input == "urea")
        let both = plain.merging(["urea": .number(500), "captured_co2": .number(2000)]) { $1 }
        #expect(MethodTrial.problem("ammonia-production", both)?.input == "captured_co2")
    }

    @Test(
        "Nitric acid by plant (2006 Vol. 3 Table 3.3)",
        arguments: [
            ("non-selective-catalytic-reduction", 2.0), ("n2o-destruction", 2.5), ("atmospheric-pressure", 5),
            ("medium-pressure", 7), ("high-pressure", 9),
        ])
    func nitricAcid(_ plant: String, _ kilograms: Double) throws {
        let found = try MethodTrial.masses(
            "nitric-acid-production", ["plant": .word(plant), "acid": .number(12, "kt")])
        #expect(isClose(found.n2o, 12 * kilograms))
        #expect(found.co2 == 0)
    }

    @Test("Aluminium gives perfluorocarbons by species, each weighed by the set chosen")
    func aluminium() throws {
        let found = try MethodTrial.masses(
            "aluminium-production", ["technology": .word("side-worked-prebake"), "aluminium": .number(1000)])
        #expect(found.species.map(\.species.name) == ["C2F6", "CF4"])
        #expect(isClose(found[.pfc], 1.6 + 0.4))
        #expect(isClose(GWPSet.ar5.co2e(found), 1600 + 1.6 * 6630 + 0.4 * 11_100))
        #expect(isClose(GWPSet.ar4.co2e(found), 1600 + 1.6 * 7390 + 0.4 * 12_200))
    }

    @Test("Steel: an electric furnace has no methane, sinter has")
    func steel() throws {
        let electric = try MethodTrial.masses(
            "iron-steel-production", ["process": .word("electric-arc-furnace"), "product": .number(1000)])
        #expect(isClose(electric.co2, 180))
        #expect(electric.present == [.co2])
        let sinter = try MethodTrial.masses(
            "iron-steel-production", ["process": .word("sinter"), "product": .number(1000)])
        #expect(isClose(sinter.co2, 210) && isClose(sinter.ch4Fossil, 0.07))
    }

    @Test(
        "Lubricants: 40.2 TJ/kt × 20 kg C/GJ × 0.2 × 44/12 = 0.5896 t/t; solvents 2.2 t/t; all nitrous oxide"
    )
    func products() throws {
        let oil = try MethodTrial.masses(
            "lubricant-and-wax-use", ["product": .word("lubricants"), "mass": .number(100)])
        #expect(isClose(oil.co2, 100 * 40.2 * 20 / 1000 * 0.2 * 44 / 12))
        let grease = try MethodTrial.masses(
            "lubricant-and-wax-use", ["product": .word("grease"), "mass": .number(100)])
        #expect(isClose(grease.co2, oil.co2 / 4))
        let paint = try MethodTrial.masses("solvent-use", ["nmvoc": .number(10), "fossil_share": .number(0.9)])
        #expect(isClose(paint.co2, 10 * 0.9 * 2.2))
        #expect(
            try MethodTrial.masses("nitrous-oxide-use", ["use": .word("medical"), "mass": .number(800, "kg")]).n2o
                == 0.8)
    }

    @Test("A value from memory says so where it is used")
    func statusTravels() throws {
        let result = try MethodTrial.result("solvent-use", ["nmvoc": .number(10), "fossil_share": .number(1)])
        let input = try #require(result.inputs.first { $0.name == "carbon_share" })
        guard case .factor(let factor) = input.origin else {
            Issue.record("not a factor")
            return
        }
        #expect(factor.status == .unverified)
    }
}
