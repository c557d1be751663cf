import Inventory
import Testing

/// Composting and digestion: both gases, both bases.
@Suite struct BiologicalTests {
    private func treat(_ more: [String: Argument]) throws -> MethodResult {
        let standard: [String: Argument] = [
            "mass": .number(1000, "t"), "treatment": .word("composting"), "basis": .word("wet"),
        ]
        return try #require(Methods.named("biological-treatment")).result(
            standard.merging(more) { $1 }, factors: registerForTests, at: .world(2021))
    }

    @Test func compostingEmitsBothGases() throws {
        // 1,000 t × 4 g/kg = 4 t CH4; 1,000 t × 0.24 g/kg = 0.24 t N2O, which a tool in use leaves out.
        let wet = try treat([:]).masses
        #expect(abs(wet.ch4Biogenic - 4) < 1e-12 && abs(wet.n2o - 0.24) < 1e-12)
        #expect(wet.present == [.ch4Biogenic, .n2o])
        // Dry: 10 and 0.6 g/kg.
        let dry = try treat(["basis": .word("dry")]).masses
        #expect(abs(dry.ch4Biogenic - 10) < 1e-12 && abs(dry.n2o - 0.6) < 1e-12)
    }

    @Test func digestionAndRecovery() throws {
        // 0.8 g/kg wet; N2O assumed negligible.
        let masses = try treat(["treatment": .word("anaerobic-digestion"), "recovered_methane": .number(0.3, "t")])
            .masses
        #expect(abs(masses.ch4Biogenic - 0.5) < 1e-12 && masses.n2o == 0)
        #expect(throws: MethodProblem.self) { try self.treat(["recovered_methane": .number(4.1, "t")]) }
    }

    @Test func massInAnyUnit() throws {
        let tonnes = try treat([:]).masses
        for (value, unit) in [(1e6, "kg"), (1, "kt"), (1e9, "g"), (0.001, "Mt")] {
            let masses = try treat(["mass": .number(value, unit)]).masses
            #expect(
                abs(masses.ch4Biogenic - tonnes.ch4Biogenic) < 1e-12 && abs(masses.n2o - tonnes.n2o) < 1e-12, "\(unit)")
        }
        #expect(throws: MethodProblem.self) { try self.treat(["mass": .number(1, "m3")]) }
        #expect(throws: MethodProblem.self) { try self.treat(["mass": .number(-1, "t")]) }
        #expect(throws: MethodProblem.self) { try self.treat(["treatment": .word("feeding")]) }
    }

    @Test func smallAmountsAreNotRoundedAway() throws {
        #expect(try treat(["mass": .number(1, "g")]).masses.n2o > 0)
    }

    @Test func missingFactorIsAnError() throws {
        #expect(throws: MethodProblem.self) {
            try #require(Methods.named("biological-treatment")).result(
                ["mass": .number(1), "treatment": .word("composting"), "basis": .word("wet")], factors: FactorBook(),
                at: .world(2021))
        }
    }
}
