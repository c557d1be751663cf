import Inventory
import Testing

@Suite("Coal, oil and gas systems, and leaks of gas networks")
struct FugitiveTests {
    private static func coal(_ part: String, mine: String = "underground") -> [String: Argument] {
        [
            "mine": .word(mine), "gas_content": .word("average"), "part": .word(part), "coal": .number(1, "kt"),
        ]
    }

    @Test("A thousand tonnes of coal: (18 + 2.5) m3/t × 0.67 kg/m3 underground, (1.2 + 0.1) m3/t at the surface")
    func coal() throws {
        func methane(_ part: String, mine: String = "underground") throws -> Double {
            try MethodTrial.masses("coal-methane", Self.coal(part, mine: mine)).ch4Fossil
        }
        #expect(isClose(try methane("mining"), 18 * 0.67))
        #expect(isClose(try methane("post-mining"), 2.5 * 0.67))
        #expect(isClose(try methane("mining-and-post-mining"), 20.5 * 0.67))
        #expect(isClose(try methane("mining-and-post-mining", mine: "surface"), 1.3 * 0.67))
    }

    @Test("Methane recovered is taken off, and no more than arises")
    func recovered() throws {
        let arguments = Self.coal("mining").adding("recovered", .number(8000, "m3"))
        #expect(isClose(try MethodTrial.masses("coal-methane", arguments).ch4Fossil, 10 * 0.67))
        let tooMuch = arguments.adding("recovered", .number(18_001, "m3"))
        #expect(MethodTrial.problem("coal-methane", tooMuch)?.input == "recovered")
    }

    @Test("The factors of coal are from memory, and the result says so")
    func status() throws {
        let result = try MethodTrial.result("coal-methane", Self.coal("mining"))
        guard case .factor(let factor)? = result.inputs.first(where: { $0.name == "ef_mining" })?.origin else {
            Issue.record("the factor of mining is not listed")
            return
        }
        #expect(factor.status == .unverified)
    }

    @Test("Parts of oil and gas systems add up; a part without a value asks for it")
    func systems() throws {
        let storage: [String: Argument] = ["segment": .word("gas-storage"), "throughput": .number(10, "million m3")]
        let pipeline: [String: Argument] = ["segment": .word("oil-pipelines"), "throughput": .number(1000, "m3")]
        let masses = try MethodTrial.masses("oil-gas-systems", ["systems": .rows([storage, pipeline])])
        #expect(isClose(masses.ch4Fossil, 10 * 0.025 + 0.0054) && isClose(masses.co2, 10 * 0.00011 + 0.00049))
        let production = storage.adding("segment", .word("gas-production"))
        guard
            case .missingFactor("ef_ch4", "fugitive/gas-production", "ch4", _)? =
                MethodTrial.problem("oil-gas-systems", ["systems": .rows([production])])
        else {
            Issue.record("no such problem")
            return
        }
        let own = production.adding("ef_ch4", .number(2, "t/million m3")).adding("ef_co2", .number(0))
        #expect(isClose(try MethodTrial.masses("oil-gas-systems", ["systems": .rows([own])]).ch4Fossil, 20))
    }

    @Test("2 % lost of what is fed in, with 98 million m3 delivered, is 2 million m3")
    func lossShare() throws {
        let gas: [String: Argument] = ["temperature": .word("15"), "methane_share": .number(97, "%")]
        let byShare = try MethodTrial.masses(
            "gas-leakage-share",
            gas.adding("delivered", .number(98, "million m3")).adding("loss_share", .number(2, "%")))
        let byVolume = try MethodTrial.masses("gas-leakage", gas.adding("volume", .number(2, "million m3")))
        #expect(isClose(byShare.ch4Fossil, byVolume.ch4Fossil) && byShare.ch4Fossil > 0)
        let all = gas.adding("delivered", .number(1)).adding("loss_share", .number(1))
        #expect(MethodTrial.problem("gas-leakage-share", all)?.input == "loss_share")
    }

    private static let city: [String: Argument] = [
        "electricity": .number(100), "total_consumption": .number(1000), "local_production": .number(200),
        "green_purchases": .number(100), "production_emissions": .number(20, "t"), "green_emissions": .number(0),
        "methodology": .word("own-co2"), "ef": .number(0.5, "t/MWh"),
    ]

    @Test("A city's local factor: (700 MWh × 0.5 t/MWh + 20 t) ÷ 1,000 MWh = 0.37 t/MWh")
    func localFactor() throws {
        #expect(isClose(try MethodTrial.masses("local-electricity", Self.city).co2, 37))
        // A city that makes more than it uses: 20 t ÷ 1,200 MWh.
        let exporting = Self.city.adding("local_production", .number(1100))
        #expect(isClose(try MethodTrial.masses("local-electricity", exporting).co2, 100 * 20.0 / 1200))
        let tooMuch = Self.city.adding("electricity", .number(1001))
        #expect(MethodTrial.problem("local-electricity", tooMuch)?.input == "electricity")
        let nobody = Self.city.adding("total_consumption", .number(0))
        #expect(MethodTrial.problem("local-electricity", nobody)?.input == "total_consumption")
        #expect(MethodTrial.problem("local-electricity", Self.city.filter { $0.key != "ef" }) == .missingInput("ef"))
    }
}
