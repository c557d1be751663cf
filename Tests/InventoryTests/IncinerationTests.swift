import Inventory
import Testing

/// Burnt waste: fossil and biogenic carbon apart, and nothing assumed.
@Suite struct IncinerationTests {
    private static func mix(_ parts: [(String, Double)]) -> Argument {
        .rows(parts.map { ["fraction": .word($0.0), "share": .number($0.1)] })
    }

    private static func burn(_ more: [String: Argument], book: FactorBook = registerForTests) throws -> MethodResult {
        let standard: [String: Argument] = [
            "mass": .number(10_000, "t"), "technology": .word("continuous-stoker"), "waste": .word("municipal"),
            "composition": mix([("plastics", 0.3), ("paper", 0.7)]),
        ]
        return try #require(Methods.named("incineration")).result(
            standard.merging(more) { $1 }, factors: book, at: .world(2021))
    }

    @Test func plasticsAndPaperByHand() throws {
        let masses = try Self.burn([:]).masses
        // Plastics: 3,000 t × 1 × 0.75 × 1 × 44/12 = 8,250 t. Paper: 7,000 t × 0.9 × 0.46 = 2,898 t C, 1 % of it fossil.
        let paper = 2_898.0 * 44 / 12
        #expect(abs(masses.co2 - (8_250 + paper * 0.01)) < 1e-8)
        #expect(abs(masses.co2Biogenic - paper * 0.99) < 1e-8)
        // 0.2 kg/Gg and 50 kg/Gg of wet waste.
        #expect(abs(masses.ch4Combustion - 0.002) < 1e-15 && abs(masses.n2o - 0.5) < 1e-12)
    }

    @Test func biogenicCarbonStaysOutsideTotals() throws {
        let masses = try Self.burn(["composition": Self.mix([("food", 0.5), ("garden", 0.5)])]).masses
        #expect(masses.co2 == 0 && masses.co2Biogenic > 0)
        #expect(GWPSet.ar5.co2e(masses) == masses.ch4Combustion * 28 + masses.n2o * 265)
    }

    @Test func metalAndGlassHaveNoCarbon() throws {
        let masses = try Self.burn(["composition": Self.mix([("metal", 0.5), ("glass", 0.5)])]).masses
        #expect(masses.co2 == 0 && masses.co2Biogenic == 0)
    }

    @Test(
        arguments: [
            ("continuous-stoker", 0.2, 50), ("continuous-fluidised-bed", 0, 50), ("semi-continuous-stoker", 6, 50),
            ("semi-continuous-fluidised-bed", 188, 50), ("batch-stoker", 60, 60), ("batch-fluidised-bed", 237, 60),
        ] as [(String, Double, Double)])
    func technologySetsMethane(_ technology: String, _ methane: Double, _ nitrous: Double) throws {
        let masses = try Self.burn(["technology": .word(technology)]).masses
        #expect(abs(masses.ch4Combustion - methane * 0.01) < 1e-12 && abs(masses.n2o - nitrous * 0.01) < 1e-12)
    }

    @Test func openBurningBurnsPartly() throws {
        let method = try #require(Methods.named("open-burning"))
        func burn(_ guidelines: String) throws -> GasMasses {
            try method.result(
                [
                    "mass": .number(100, "t"), "guidelines": .word(guidelines),
                    "composition": Self.mix([("plastics", 1)]),
                ],
                factors: registerForTests, at: .world(2021)
            ).masses
        }
        // 100 t × 0.75 × 44/12 = 275 t; 58 % of it by the 2006 Guidelines, 71 % by the Refinement.
        #expect(abs(try burn("ipcc-2006").co2 - 275 * 0.58) < 1e-9)
        #expect(abs(try burn("ipcc-2019").co2 - 275 * 0.71) < 1e-9)
        // 6,500 g CH4 for each t wet, 150 g N2O for each t dry.
        #expect(abs(try burn("ipcc-2006").ch4Combustion - 0.65) < 1e-12)
        #expect(abs(try burn("ipcc-2006").n2o - 0.015) < 1e-12)
    }

    @Test func openBurningByPopulation() throws {
        let result = try #require(Methods.named("open-burning-by-population")).result(
            [
                "population": .number(50_000), "burning_population": .number(4, "%"), "guidelines": .word("ipcc-2006"),
                "composition": Self.mix([("plastics", 1)]),
            ], factors: registerForTests, at: LandfillTests.place)
        // 50,000 × 0.04 × 0.31 t × 0.6 = 372 t.
        #expect(abs(result.masses.co2 - 372 * 0.75 * 44 / 12 * 0.58) < 1e-9)
    }

    @Test func missingCarbonIsAnErrorAndNotAFifth() throws {
        for property in ["dry-matter", "carbon", "fossil-carbon"] {
            let book = FactorBook(
                registerForTests.all.filter { !($0.subject == "waste-carbon/plastics" && $0.property == property) })
            #expect {
                try Self.burn([:], book: book)
            } throws: {
                guard case .missingFactor(_, "waste-carbon/plastics", property, _)? = $0 as? MethodProblem else {
                    return false
                }
                return true
            }
        }
        #expect(throws: MethodProblem.self) { try Self.burn(["composition": Self.mix([("bulk-municipal", 1)])]) }
    }

    @Test func partsMustMakeAWhole() {
        #expect(throws: MethodProblem.self) { try Self.burn(["composition": Self.mix([("plastics", 0.5)])]) }
        #expect(throws: MethodProblem.self) {
            try Self.burn(["composition": Self.mix([("plastics", 0.8), ("paper", 0.3)])])
        }
        #expect(throws: MethodProblem.missingInput("composition")) { try Self.burn(["composition": .rows([])]) }
        #expect(throws: MethodProblem.self) { try Self.burn(["mass": .number(-1)]) }
    }

    @Test func rangesInsideTheCompositionAreExplainedAndMoveTheResult() throws {
        let result = try Self.burn([:])
        let carbon = try #require(result.inputs.first { $0.name == "composition[1].carbon" })
        guard case .factor(let factor) = carbon.origin else {
            Issue.record("not from the register")
            return
        }
        #expect(factor.subject == "waste-carbon/plastics")
        let response = try #require(result.responses.first { $0.input == "composition[1].carbon" })
        // Carbon of plastics from 0.67 to 0.85.
        #expect(abs(response.low.co2 - result.masses.co2 - 3_000 * (0.67 - 0.75) * 44 / 12) < 1e-8)
        #expect(abs(response.high.co2 - result.masses.co2 - 3_000 * (0.85 - 0.75) * 44 / 12) < 1e-8)
    }

    @Test func doublesWithTheMassAndAddsUpByPart() throws {
        let one = try Self.burn([:]).masses
        let two = try Self.burn(["mass": .number(20, "kt")]).masses
        #expect(abs(two.co2 - 2 * one.co2) < 1e-8)
        let plastics = try Self.burn(["mass": .number(3_000), "composition": Self.mix([("plastics", 1)])]).masses
        let paper = try Self.burn(["mass": .number(7_000), "composition": Self.mix([("paper", 1)])]).masses
        let sum = plastics + paper
        #expect(
            abs(sum.co2 - one.co2) < 1e-8 && abs(sum.co2Biogenic - one.co2Biogenic) < 1e-8
                && abs(sum.n2o - one.n2o) < 1e-12)
    }
}
