import Inventory
import Testing

@Suite("District heat, heat and power, leaks and measured emissions")
struct HeatAndPowerTests {
    private static let fuels: Argument = .rows([
        ["fuel": .word("natural-gas"), "energy": .number(1000, "MWh")],
        ["fuel": .word("wood"), "energy": .number(100, "MWh")],
    ])
    /// 1,000 MWh × 0.20196 t/MWh.
    private static let fossil = 201.96

    private static func chp(_ product: String, _ more: [String: Argument] = [:]) -> [String: Argument] {
        [
            "fuels": fuels, "electricity": .number(300, "MWh"), "heat": .number(450, "MWh"), "product": .word(product),
        ].merging(more) { _, new in new }
    }

    @Test("Heat used and heat lost make the whole of what the plants burn")
    func districtHeat() throws {
        func masses(_ part: String) throws -> GasMasses {
            try MethodTrial.masses(
                "district-heat-fuels",
                [
                    "fuels": Self.fuels, "heat_produced": .number(900), "heat_used": .number(720),
                    "loss_share": .number(20, "%"), "part": .word(part),
                ])
        }
        let (used, lost, both) = (try masses("used"), try masses("lost"), try masses("used-and-lost"))
        #expect(isClose(used.co2, Self.fossil * 0.8) && isClose(lost.co2, Self.fossil * 0.2))
        #expect(isClose(both.co2, Self.fossil) && isClose(used.co2Biogenic + lost.co2Biogenic, 100 * 0.4032))
    }

    @Test("More heat than the plants made cannot be used")
    func tooMuchHeat() {
        let arguments: [String: Argument] = [
            "fuels": Self.fuels, "heat_produced": .number(900), "heat_used": .number(721),
            "loss_share": .number(20, "%"), "part": .word("used"),
        ]
        #expect(MethodTrial.problem("district-heat-fuels", arguments)?.input == "heat_used")
        let none = arguments.merging(["fuels": .rows([])]) { _, new in new }
        #expect(MethodTrial.problem("district-heat-fuels", none) != nil)
    }

    @Test("The supplier's factor says whether it is CO2 or CO2e")
    func supplier() throws {
        let arguments: [String: Argument] = ["heat": .number(10), "ef": .number(200, "g/kWh")]
        #expect(isClose(try MethodTrial.masses("district-heat", arguments.adding("ef_gas", .word("co2"))).co2, 2))
        #expect(isClose(try MethodTrial.masses("district-heat", arguments.adding("ef_gas", .word("co2e"))).unsplit, 2))
        #expect(MethodTrial.problem("district-heat", arguments) == .missingInput("ef_gas"))
    }

    @Test(
        "Shares of heat by the three methods, by hand",
        arguments: [
            // 450 ÷ 750; (450 ÷ 0.9) ÷ (450 ÷ 0.9 + 300 ÷ 0.4) = 500 ÷ 1250;
            // C = 1 − 278.15 ÷ 373.15, 450 C ÷ (450 C + 300).
            ("chp-energy", [:], 0.6), ("chp-efficiency", [:], 0.4),
            (
                "chp-exergy", ["heat_temperature": Argument.number(100), "ambient_temperature": .number(5)],
                450 * (95 / 373.15) / (450 * (95 / 373.15) + 300)
            ),
        ] as [(String, [String: Argument], Double)])
    func shares(method: String, more: [String: Argument], share: Double) throws {
        let heat = try MethodTrial.masses(method, Self.chp("heat", more))
        let power = try MethodTrial.masses(method, Self.chp("electricity", more))
        let both = try MethodTrial.masses(method, Self.chp("both", more))
        #expect(isClose(heat.co2, Self.fossil * share))
        for gas in [Gas.co2, .co2Biogenic, .ch4Combustion, .ch4Biogenic, .n2o] {
            #expect(isClose(heat[gas] + power[gas], both[gas]), "\(gas)")
        }
        #expect(isClose(both.co2, Self.fossil))
        let half = try MethodTrial.masses(method, Self.chp("heat", more).adding("used", .number(225)))
        #expect(isClose(half.co2, heat.co2 / 2))
        let tooMuch = Self.chp("heat", more).adding("used", .number(451))
        #expect(MethodTrial.problem(method, tooMuch)?.input == "used")
    }

    @Test("Heat as cold as outside has no exergy to share by; a plant that gave off nothing shares nothing")
    func senseless() {
        let cold = Self.chp("heat", ["heat_temperature": .number(5), "ambient_temperature": .number(5)])
        #expect(MethodTrial.problem("chp-exergy", cold)?.input == "heat_temperature")
        let nothing = Self.chp("heat", ["heat": .number(0), "electricity": .number(0)])
        #expect(MethodTrial.problem("chp-energy", nothing)?.input == "heat")
        let noEfficiency = Self.chp("heat", ["heat_efficiency": .number(0)])
        #expect(MethodTrial.problem("chp-efficiency", noEfficiency)?.input == "heat_efficiency")
    }

    @Test("Methane weighs 0.6785 kg/m3 at 15 °C and 0.7158 kg/m3 at 0 °C")
    func leakage() throws {
        let arguments: [String: Argument] = [
            "volume": .number(1, "million m3"), "temperature": .word("15"), "methane_share": .number(100, "%"),
        ]
        let warm = try MethodTrial.masses("gas-leakage", arguments)
        #expect((warm.ch4Fossil - 678.5).magnitude < 0.1 && warm.co2 == 0)
        let cold = try MethodTrial.masses("gas-leakage", arguments.adding("temperature", .word("0")))
        #expect((cold.ch4Fossil - 715.8).magnitude < 0.1)
        let full = arguments.adding("carbon_dioxide_share", .number(1, "%"))
        #expect(MethodTrial.problem("gas-leakage", full)?.input == "carbon_dioxide_share")
        // Fossil methane that is not burnt weighs 30 under AR5, not 28.
        #expect(isClose(GWPSet.ar5.co2e(warm), warm.ch4Fossil * 30))
    }

    @Test("Leaks by gas sold: 1.1 t for each million m3")
    func distribution() throws {
        let result = try MethodTrial.result("gas-distribution", ["gas_sold": .number(10, "million m3")])
        #expect(isClose(result.masses.ch4Fossil, 11) && isClose(result.masses.co2, 0.51))
        let factor = try #require(result.inputs.first { $0.name == "ef_ch4" })
        #expect(factor.uncertainty != nil)
    }

    @Test("All gases as measured, species by name; nothing measured is not zero")
    func measured() throws {
        let masses = try MethodTrial.masses(
            "direct-measurement",
            [
                "co2": .number(10), "co2_biogenic": .number(7), "ch4_fossil": .number(1), "n2o": .number(2, "kg"),
                "sf6": .number(1, "kg"), "species": .rows([["name": .word("HFC134a"), "mass": .number(3, "kg")]]),
            ])
        #expect(isClose(GWPSet.ar5.co2e(masses), 10 + 30 + 0.002 * 265 + 0.001 * 23_500 + 0.003 * 1300))
        #expect(masses.co2Biogenic == 7)
        #expect(MethodTrial.problem("direct-measurement", [:]) == .missingInput("co2"))
        #expect(MethodTrial.problem("direct-measurement", ["co2": .number(-1)])?.input == "co2")
    }

    @Test("A published CO2e stays what it is under every GWP set")
    func published() throws {
        let masses = try MethodTrial.masses(
            "published-co2e", ["co2e": .number(1.5, "kt"), "published_under": .word("AR4")])
        for set in GWPSet.allCases { #expect(set.co2e(masses) == 1500) }
        #expect(MethodTrial.problem("published-co2e", ["co2e": .number(1)]) == .missingInput("published_under"))
    }

    @Test("Every fuel is a carrier, known by Romanian and English names")
    func carriers() {
        for fuel in Fuel.all {
            #expect(Carrier.named(fuel.code)?.fuels.contains(fuel.code) == true, "\(fuel.code)")
        }
        #expect(Carrier.named("GAZ METAN")?.code == "natural-gas" && Carrier.named("Motorină")?.code == "diesel-oil")
        #expect(Carrier.named("Energie termică")?.fuels.isEmpty == true && Carrier.named("lapte") == nil)
        #expect(Carrier.named("peat")?.isBiogenic == false && Carrier.named("black-liquor")?.isBiogenic == true)
    }
}
