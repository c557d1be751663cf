import Inventory
import Testing

/// Wastewater of people and of industry, by both editions.
@Suite struct WastewaterTests {
    static func pathway(_ name: String, _ share: Double = 1, _ use: Double = 1, _ more: [String: Argument] = [:])
        -> [String: Argument]
    {
        let standard: [String: Argument] = [
            "population_share": .number(share), "use": .number(use), "pathway": .word(name),
        ]
        return standard.merging(more) { $1 }
    }

    static func compute(_ method: String, _ arguments: [String: Argument]) throws -> GasMasses {
        try #require(Methods.named(method)).result(arguments, factors: registerForTests, at: LandfillTests.place).masses
    }

    static func methane(_ rows: [[String: Argument]], edition: String = "2006", people: Double = 100_000) throws
        -> Double
    {
        try compute(
            "domestic-wastewater-methane-\(edition)", ["population": .number(people), "pathways": .rows(rows)]
        ).ch4Biogenic
    }

    @Test func septicTanksByHand() throws {
        // 100,000 × 60 g × 365 = 2,190 t BOD; × 0.6 × 0.5 = 657 t CH4; not collected, hence I = 1.
        #expect(abs(try Self.methane([Self.pathway("septic-system")]) - 657) < 1e-9)
        // Overloaded plants, collected: × 1.25 and MCF 0.3: 2,190 × 1.25 × 0.6 × 0.3 = 492.75 t.
        #expect(abs(try Self.methane([Self.pathway("aerobic-plant-overloaded")]) - 492.75) < 1e-9)
        #expect(try Self.methane([Self.pathway("aerobic-plant-well-managed")]) == 0)
    }

    @Test func populationIsMultipliedByItsShareAndNotDivided() throws {
        // Three tenths of the people: 0.3 × 657 t. A tool in use divides and gets 2,190 t.
        let part = try Self.methane([
            Self.pathway("septic-system", 0.3), Self.pathway("aerobic-plant-well-managed", 0.7),
        ])
        #expect(abs(part - 0.3 * 657) < 1e-9)
        let nested = try Self.methane([
            Self.pathway("septic-system", 0.5, 0.6), Self.pathway("aerobic-plant-well-managed", 0.5, 0.4),
            Self.pathway("aerobic-plant-well-managed", 0.5, 1),
        ])
        #expect(abs(nested - part) < 1e-9)
    }

    @Test func sludgeAndRecoveryAreTakenOff() throws {
        // (2,190 − 190) × 0.6 × 0.5 − 100 = 500 t.
        let row = Self.pathway(
            "septic-system", 1, 1, ["sludge_removed": .number(190, "t"), "methane_recovered": .number(100_000, "kg")])
        #expect(abs(try Self.methane([row]) - 500) < 1e-9)
        for more: [String: Argument] in [["sludge_removed": .number(2_191)], ["methane_recovered": .number(658)]] {
            #expect(throws: MethodProblem.self) { try Self.methane([Self.pathway("septic-system", 1, 1, more)]) }
        }
    }

    @Test func theRefinementCountsWhatIsLetOut() throws {
        // Tertiary plants: 2,190 × 1.25 = 2,737.5 t BOD; × 0.6 × 0.03 = 49.275 t; a tenth is let out: × 0.1 × 0.6 × 0.11 = 18.0675 t.
        let water = try Self.methane(
            [Self.pathway("aerobic-plant-tertiary", 1, 1, ["discharge": .word("any-water")])], edition: "2019")
        #expect(abs(water - 67.3425) < 1e-9)
        let none = try Self.methane(
            [Self.pathway("aerobic-plant-tertiary", 1, 1, ["discharge": .word("none")])], edition: "2019")
        #expect(abs(none - 49.275) < 1e-9)
        // What a lagoon takes out is not in the register: an error that says so, not zero.
        #expect {
            try Self.methane(
                [Self.pathway("anaerobic-shallow-lagoon", 1, 1, ["discharge": .word("any-water")])], edition: "2019")
        } throws: {
            guard case .missingFactor("organics_removed", _, _, _)? = $0 as? MethodProblem else { return false }
            return true
        }
    }

    @Test func nitrogenIsAnnualAndWeighedAsNitrousOxide() throws {
        // 100,000 × 106 g × 365 = 3,869 t protein; × 0.16 × 1.1 × 1.25 = 851.18 t N; × 0.005 × 44/28 = 6.68784 t N2O.
        let effluent = try Self.compute(
            "domestic-wastewater-nitrous-oxide-2006", ["population": .number(100_000), "plant_share": .number(0)])
        #expect(abs(effluent.n2o - 851.18 * 0.005 * 44 / 28) < 1e-9)
        #expect(effluent.present == [.n2o])
        // Half of the people on plants: 50,000 × 1.25 × 3.2 g = 0.2 t, whose nitrogen is not let out.
        let plants = try Self.compute(
            "domestic-wastewater-nitrous-oxide-2006", ["population": .number(100_000), "plant_share": .number(0.5)])
        #expect(abs(plants.n2o - (0.2 + (851.18 - 0.2 * 28 / 44) * 0.005 * 44 / 28)) < 1e-9)
        #expect(throws: MethodProblem.missingInput("plant_share")) {
            try Self.compute("domestic-wastewater-nitrous-oxide-2006", ["population": .number(1)])
        }
        #expect(throws: MethodProblem.self) {
            try Self.compute(
                "domestic-wastewater-nitrous-oxide-2006",
                ["population": .number(1), "plant_share": .number(0), "sludge_nitrogen": .number(1)])
        }
    }

    @Test func nitrogenByTheRefinement() throws {
        // 3,869 t × 0.85 × 0.16 × 1.08 × 1.09 × 1.25 t N; plants 0.016, tertiary removal 80 %, effluent 0.005.
        let nitrogen = 3_869 * 0.85 * 0.16 * 1.08 * 1.09 * 1.25
        let masses = try Self.compute(
            "domestic-wastewater-nitrous-oxide-2019",
            ["population": .number(100_000), "pathways": .rows([Self.pathway("aerobic-plant-tertiary")])])
        #expect(abs(masses.n2o - nitrogen * (0.016 + 0.2 * 0.005) * 44 / 28) < 1e-9)
    }

    @Test func sugarRefineryByHand() throws {
        // 10,000 t × 9 m3/t × 3.2 kg/m3 = 288 t COD; × 0.25 × 0.8 = 57.6 t CH4. Nothing is rounded up to whole kilograms.
        let stream: [String: Argument] = [
            "industry": .word("sugar-refining"), "production": .number(10_000), "treatment": .word("anaerobic-reactor"),
        ]
        let masses = try Self.compute("industrial-wastewater-methane", ["streams": .rows([stream])])
        #expect(abs(masses.ch4Biogenic - 57.6) < 1e-12)
        let tiny = try Self.compute(
            "industrial-wastewater-methane",
            ["streams": .rows([stream.merging(["production": .number(1, "g")]) { $1 }])])
        #expect(abs(tiny.ch4Biogenic - 5.76e-9) < 1e-21)
        // Coffee has no wastewater per tonne in the register: an error that names the input.
        #expect {
            try Self.compute(
                "industrial-wastewater-methane",
                ["streams": .rows([stream.merging(["industry": .word("coffee")]) { $1 }])])
        } throws: {
            guard case .missingFactor("wastewater", _, _, _)? = $0 as? MethodProblem else { return false }
            return true
        }
    }

    @Test func linearInPeopleAndWithoutOrder() throws {
        let rows = [
            Self.pathway("septic-system", 0.25), Self.pathway("aerobic-plant-overloaded", 0.5),
            Self.pathway("latrine-wet", 0.25),
        ]
        let one = try Self.methane(rows)
        #expect(abs(try Self.methane(rows, people: 300_000) - 3 * one) < 1e-9)
        #expect(abs(try Self.methane(rows.reversed()) - one) < 1e-10)
        #expect(try Self.methane(rows, people: 0) == 0)
    }

    @Test func gapsAndNonsenseAreRefused() {
        #expect(throws: MethodProblem.self) { try Self.methane([Self.pathway("septic-system", 0.5)]) }
        #expect(throws: MethodProblem.self) { try Self.methane([Self.pathway("septic-system", 1.2)]) }
        #expect(throws: MethodProblem.self) { try Self.methane([Self.pathway("pond")]) }
        #expect(throws: MethodProblem.self) { try Self.methane([Self.pathway("septic-system")], people: -1) }
        #expect(throws: MethodProblem.self) { try Self.methane([Self.pathway("septic-system")], people: .nan) }
        #expect(throws: MethodProblem.missingInput("pathways")) { try Self.methane([]) }
        // Without a region the BOD of Europe is not taken for the world's.
        #expect(throws: MethodProblem.self) {
            try #require(Methods.named("domestic-wastewater-methane-2006")).result(
                ["population": .number(1), "pathways": .rows([Self.pathway("septic-system")])],
                factors: registerForTests,
                at: .world(2021))
        }
    }
}
