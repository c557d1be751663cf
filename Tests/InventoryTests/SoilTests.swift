import Inventory
import Testing

@Suite("Soils")
struct SoilTests {
    @Test("100 t of nitrogen as urea in a wet climate: by hand")
    func fertiliser() throws {
        let found = try MethodTrial.masses(
            "managed-soils",
            ["synthetic_nitrogen": .number(100), "fertiliser": .word("urea"), "moisture": .word("wet")])
        // 100 × (0.016 + 0.15 × 0.014 + 0.24 × 0.011) × 44/28
        #expect(isClose(found.n2o, 100 * (0.016 + 0.0021 + 0.00264) * 44 / 28))
    }

    @Test("In a dry climate nothing leaches; organic nitrogen loses 21 % as ammonia")
    func dry() throws {
        let found = try MethodTrial.masses(
            "managed-soils", ["organic_nitrogen": .number(100), "moisture": .word("dry")])
        #expect(isClose(found.n2o, 100 * (0.005 + 0.21 * 0.005) * 44 / 28))
    }

    @Test("Residues and mineralised nitrogen do not evaporate; parts add up")
    func parts() throws {
        let moisture: [String: Argument] = ["moisture": .word("wet")]
        let inputs: [String: Argument] = [
            "synthetic_nitrogen": .number(10), "organic_nitrogen": .number(20), "residue_nitrogen": .number(5),
            "mineralised_nitrogen": .number(1),
        ]
        let all = try MethodTrial.masses("managed-soils", inputs.merging(moisture) { $1 })
        let single = try inputs.map { try MethodTrial.masses("managed-soils", [$0: $1].merging(moisture) { $1 }).n2o }
        #expect(isClose(single.reduce(0, +), all.n2o))
        let residue = try MethodTrial.masses("managed-soils", ["residue_nitrogen": .number(5)].merging(moisture) { $1 })
        #expect(isClose(residue.n2o, 5 * (0.006 + 0.00264) * 44 / 28))
    }

    @Test("Without any nitrogen there is nothing to compute, and no zero is made up")
    func nothing() {
        #expect(MethodTrial.problem("managed-soils", ["moisture": .word("wet")]) == .missingInput("synthetic_nitrogen"))
        #expect(MethodTrial.problem("managed-soils", ["synthetic_nitrogen": .number(1)]) == .missingInput("moisture"))
    }

    @Test("Residues of 100 t of maize, ploughed in: by hand")
    func residues() throws {
        let found = try MethodTrial.masses(
            "crop-residues",
            [
                "crop": .word("maize"), "harvest": .number(100), "removed_share": .number(0), "burnt_share": .number(0),
                "moisture": .word("wet"),
            ])
        // Dry 87 t; above 87 t × 0.006 = 0.522; below (87 + 87) × 0.22 × 0.007 = 0.26796; 0.78996 t N
        #expect(isClose(found.n2o, 0.78996 * (0.006 + 0.24 * 0.011) * 44 / 28))
    }

    @Test("Straw cannot be both taken off and burnt")
    func twice() {
        let arguments: [String: Argument] = [
            "crop": .word("barley"), "harvest": .number(100), "removed_share": .number(0.6),
            "burnt_share": .number(0.6),
            "moisture": .word("wet"),
        ]
        #expect(MethodTrial.problem("crop-residues", arguments)?.input == "removed_share")
    }

    @Test("Rye and rice have no values for roots in Table 11.1A, so they are not among the crops")
    func withoutRoots() throws {
        let method = try #require(Methods.named("crop-residues"))
        guard case .choice(let crops)? = method.inputs.first?.kind else {
            Issue.record("the first input is not the crop")
            return
        }
        #expect(!crops.contains("rye") && !crops.contains("rice") && crops.contains("winter-wheat"))
    }

    @Test("Lime and urea: 0.12, 0.13 and 0.20 t C/t × 44/12 (2006 Vol. 4 Eq. 11.12 and 11.13)")
    func carbonates() throws {
        #expect(isClose(try MethodTrial.masses("liming", ["lime": .word("limestone"), "mass": .number(100)]).co2, 44))
        #expect(isClose(try MethodTrial.masses("liming", ["lime": .word("dolomite"), "mass": .number(300)]).co2, 143))
        #expect(isClose(try MethodTrial.masses("urea-fertilisation", ["mass": .number(300)]).co2, 220))
    }

    @Test("Rice: 10 ha, 130 days, 1.56 kg a hectare and day, drained once (0.71)")
    func rice() throws {
        let found = try MethodTrial.masses(
            "rice-cultivation",
            [
                "area": .number(10), "days": .number(130), "water_scaling": .number(0.71),
                "water_before_scaling": .number(1),
                "organic_scaling": .number(1),
            ])
        #expect(isClose(found.ch4Biogenic, 10 * 130 * 1.56 * 0.71 / 1000))
    }
}
