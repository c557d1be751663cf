import Inventory
import Testing

@Suite("Livestock")
struct LivestockTests {
    @Test(
        "Digestion, one animal in Eastern Europe (2019 Refinement Vol. 4 Tables 10.10 and 10.11)",
        arguments: [
            ("dairy-cattle", 93.0), ("other-cattle", 58), ("buffalo", 68), ("sheep", 9), ("goats", 9), ("horses", 18),
            ("mules-and-asses", 10), ("fattening-pigs", 1.5), ("deer", 20),
        ])
    func digestion(_ animal: String, _ kilograms: Double) throws {
        let found = try MethodTrial.masses("enteric-fermentation", ["animal": .word(animal), "heads": .number(1000)])
        #expect(isClose(found.ch4Biogenic, kilograms))
        #expect(found.present == [.ch4Biogenic])
    }

    @Test("Poultry has no factor for digestion: it is not among the words, and no zero is made up")
    func poultry() {
        guard
            case .unknownWord? = MethodTrial.problem(
                "enteric-fermentation", ["animal": .word("broilers"), "heads": .number(1)])
        else {
            Issue.record("digestion of poultry was computed")
            return
        }
    }

    static let cows: [String: Argument] = [
        "animal": .word("dairy-cattle"), "heads": .number(100), "system": .word("solid-storage"),
        "system_share": .number(1),
        "climate": .word("cool-temperate-moist"),
    ]

    @Test("100 dairy cows on solid storage: by hand")
    func manure() throws {
        let found = try MethodTrial.masses("manure-management", Self.cows)
        // VS: 6.7 kg/t/day × 0.55 t × 365 = 1345.025 kg a head; × 3.2 g/kg × 100 = 430.408 kg CH4
        #expect(isClose(found.ch4Biogenic, 0.430408))
        // N: 0.42 × 0.55 × 365 = 84.315 kg a head; N2O-N: 0.01 + 0.3 × 0.014 + 0.02 × 0.011 = 0.01442
        #expect(isClose(found.n2o, 8.4315 * 0.01442 * 44 / 28))
    }

    @Test("The parts of a herd add up to the herd")
    func additivity() throws {
        let whole = try MethodTrial.masses("manure-management", Self.cows)
        let parts = try [0.2, 0.35, 0.45].map { share in
            try MethodTrial.masses("manure-management", Self.cows.merging(["system_share": .number(share)]) { $1 })
        }
        #expect(isClose(parts.reduce(0) { $0 + $1.ch4Biogenic }, whole.ch4Biogenic))
        #expect(isClose(parts.reduce(0) { $0 + $1.n2o }, whole.n2o))
    }

    @Test("On pasture the methane counts here and the nitrous oxide with the soils")
    func pasture() throws {
        let grazing = try MethodTrial.masses(
            "manure-management", Self.cows.merging(["system": .word("pasture")]) { $1 })
        #expect(grazing.ch4Biogenic > 0 && grazing.n2o == 0)
        let soil = try MethodTrial.masses(
            "grazing-animals",
            [
                "animal": .word("dairy-cattle"), "heads": .number(100), "grazing_share": .number(1),
                "moisture": .word("wet"),
            ])
        // 8.4315 t N × (0.006 + 0.21 × 0.014 + 0.24 × 0.011) × 44/28
        #expect(isClose(soil.n2o, 8.4315 * (0.006 + 0.00294 + 0.00264) * 44 / 28))
        #expect(soil.ch4Biogenic == 0)
    }

    @Test("A system that does not occur with an animal has no factor, and the gap is named")
    func missing() {
        let arguments = Self.cows.merging(["animal": .word("sheep"), "system": .word("lagoon")]) { $1 }
        guard case .missingFactor(let input, let subject, _, _)? = MethodTrial.problem("manure-management", arguments)
        else {
            Issue.record("sheep in a lagoon were computed")
            return
        }
        #expect(input == "ef_ch4" && subject == "manure/sheep/lagoon/cool-temperate-moist")
    }

    @Test("A share above one and fewer animals than none are refused")
    func refused() {
        #expect(
            MethodTrial.problem("manure-management", Self.cows.merging(["system_share": .number(1.2)]) { $1 })?.input
                == "system_share")
        #expect(
            MethodTrial.problem("manure-management", Self.cows.merging(["heads": .number(-1)]) { $1 })?.input == "heads"
        )
        #expect(
            MethodTrial.problem("manure-management", Self.cows.merging(["heads": .number(5, "t")]) { $1 })
                == .wrongUnit(input: "heads", unit: "t", known: ["heads"]))
    }

    @Test("Excretion by day and by year is the same excretion")
    func units() throws {
        let byDay = Self.cows.merging(["nitrogen_rate": .number(0.42, "kg/t/day"), "weight": .number(550, "kg/head")]) {
            $1
        }
        let byYear = Self.cows.merging([
            "nitrogen_rate": .number(0.42 * 365, "kg/t/year"), "weight": .number(0.55, "t/head"),
        ]) { $1 }
        let (first, second) = (
            try MethodTrial.masses("manure-management", byDay), try MethodTrial.masses("manure-management", byYear)
        )
        #expect(isClose(first.n2o, second.n2o))
    }
}
