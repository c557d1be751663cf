import Inventory
import Testing

@Suite("Fuels, electricity and heat")
struct EnergyTests {
    private static let gas: [String: Argument] = ["fuel": .word("natural-gas"), "use": .word("residential")]

    @Test("A MWh of natural gas is 0.20196 t of CO2: 56,100 kg/TJ × 3.6e-6")
    func naturalGas() throws {
        let masses = try MethodTrial.masses("fuel-combustion-energy", Self.gas.adding("energy", .number(1, "MWh")))
        #expect(isClose(masses.co2, 0.20196))
        #expect(isClose(masses.ch4Combustion, 5 * 3.6e-6) && isClose(masses.n2o, 0.1 * 3.6e-6))
        #expect(masses.co2Biogenic == 0 && masses.ch4Biogenic == 0)
    }

    @Test("Wood's CO2 stands beside the total and its methane in it")
    func wood() throws {
        let masses = try MethodTrial.masses(
            "fuel-combustion-energy",
            ["fuel": .word("wood"), "use": .word("residential"), "energy": .number(1, "TJ")])
        // 112,000, 300 and 4 kg/TJ (IPCC 2006 Vol. 2 Table 2.5).
        #expect(isClose(masses.co2Biogenic, 112) && masses.co2 == 0)
        #expect(isClose(masses.ch4Biogenic, 0.3) && isClose(masses.n2o, 0.004))
        #expect(isClose(GWPSet.ar5.co2e(masses), 0.3 * 28 + 0.004 * 265))
    }

    @Test("The same burning weighs differently under each GWP set")
    func sets() throws {
        let masses = try MethodTrial.masses("fuel-combustion-energy", Self.gas.adding("energy", .number(1, "TJ")))
        #expect(isClose(GWPSet.sar.co2e(masses), 56.1 + 0.005 * 21 + 0.0001 * 310))
        #expect(isClose(GWPSet.ar4.co2e(masses), 56.1 + 0.005 * 25 + 0.0001 * 298))
        #expect(isClose(GWPSet.ar6.co2e(masses), 56.1 + 0.005 * 27 + 0.0001 * 273))
    }

    @Test(
        "A unit is a way of writing: the same energy gives the same emissions",
        arguments: [(3.6, "GJ"), (1, "MWh"), (1000, "kWh"), (0.001, "GWh"), (3600, "MJ"), (3.6 / 4.1868, "Gcal")])
    func units(value: Double, unit: String) throws {
        let masses = try MethodTrial.masses("fuel-combustion-energy", Self.gas.adding("energy", .number(value, unit)))
        #expect(isClose(masses.co2, 0.20196))
    }

    @Test("Twice the fuel emits twice as much, and the parts add up (seed 20)")
    func linear() throws {
        var numbers = SeededNumbers(seed: 20)
        for _ in 0..<50 {
            let fuel = try #require(Fuel.names.randomElement(using: &numbers))
            let use = try #require(Fuel.uses.randomElement(using: &numbers))
            let energy = Double.random(in: 0...1e6, using: &numbers)
            func masses(_ energy: Double) throws -> GasMasses {
                try MethodTrial.masses(
                    "fuel-combustion-energy", ["fuel": .word(fuel), "use": .word(use), "energy": .number(energy)])
            }
            let (one, two) = (try masses(energy), try masses(2 * energy))
            for gas in [Gas.co2, .co2Biogenic, .ch4Combustion, .ch4Biogenic, .n2o] {
                #expect(isClose(two[gas], 2 * one[gas]), "\(fuel) \(use) \(gas)")
            }
            #expect(one.co2 == 0 || one.co2Biogenic == 0)
            #expect((one.co2Biogenic > 0) == (Fuel.isBiogenic(fuel) && energy > 0), "\(fuel)")
        }
    }

    @Test("Mass by the net calorific value: 1 t of diesel is 43 GJ and 3.1863 t of CO2")
    func mass() throws {
        let arguments: [String: Argument] = ["fuel": .word("diesel-oil"), "use": .word("commercial")]
        let byMass = try MethodTrial.masses("fuel-combustion-mass", arguments.adding("mass", .number(1, "t")))
        #expect(isClose(byMass.co2, 43e-3 * 74.1))
        let byVolume = try MethodTrial.masses(
            "fuel-combustion-volume",
            arguments.adding("volume", .number(1000, "l")).adding("density", .number(0.84, "kg/l")))
        #expect(isClose(byVolume.co2, 0.84 * 43e-3 * 74.1))
        let byContent = try MethodTrial.masses(
            "fuel-combustion-volume",
            arguments.adding("volume", .number(1, "m3")).adding("ncv_volume", .number(36, "MJ/l")))
        #expect(isClose(byContent.co2, 36e-3 * 74.1))
    }

    @Test("Gross energy becomes net before the factor is applied")
    func gross() throws {
        let arguments = Self.gas.adding("energy", .number(1, "MWh")).adding("heat_value", .word("gross"))
        #expect(isClose(try MethodTrial.masses("fuel-combustion-energy", arguments).co2, 0.9 * 0.20196))
        let own = try MethodTrial.masses("fuel-combustion-energy", arguments.adding("net_to_gross", .number(90.5, "%")))
        #expect(isClose(own.co2, 0.905 * 0.20196))
        let lignite: [String: Argument] = [
            "fuel": .word("lignite"), "use": .word("residential"), "energy": .number(1), "heat_value": .word("gross"),
        ]
        #expect(MethodTrial.problem("fuel-combustion-energy", lignite)?.input == "net_to_gross")
    }

    @Test("What is missing names itself")
    func missing() throws {
        let volume = Self.gas.adding("volume", .number(1, "m3"))
        #expect(MethodTrial.problem("fuel-combustion-volume", volume) == .missingInput("ncv_volume"))
        let waste: [String: Argument] = [
            "fuel": .word("industrial-waste"), "use": .word("manufacturing"), "mass": .number(1),
        ]
        guard
            case .missingFactor("ncv", "fuel/industrial-waste", "ncv", _)? =
                MethodTrial.problem("fuel-combustion-mass", waste)
        else { return #expect(Bool(false)) }
        let empty = MethodTrial.problem(
            "fuel-combustion-energy", Self.gas.adding("energy", .number(1)), factors: FactorBook())
        guard case .missingFactor("ef_co2", "combustion/residential/natural-gas", "co2", _)? = empty else {
            return #expect(Bool(false))
        }
        let grid: [String: Argument] = ["electricity": .number(1)]
        #expect(MethodTrial.problem("grid-electricity", grid) == .missingInput("methodology"))
        let both = volume.adding("ncv_volume", .number(36, "MJ/m3")).adding("density", .number(0.7, "kg/m3"))
        #expect(MethodTrial.problem("fuel-combustion-volume", both)?.input == "density")
    }

    @Test("Grid factors of two methodologies are never mixed")
    func grid() throws {
        func masses(_ methodology: String, year: Int) throws -> GasMasses {
            try MethodTrial.masses(
                "grid-electricity", ["electricity": .number(1000, "MWh"), "methodology": .word(methodology)], year: year
            )
        }
        #expect(isClose(try masses("aib-production-mix", year: 2021).co2, 277.46))
        #expect(isClose(try masses("ember-life-cycle", year: 2021).unsplit, 289.96))
        #expect(isClose(try masses("owid-production", year: 2021).unsplit, 252.84))
        // The latest year not later: 2022 for 2023.
        #expect(isClose(try masses("aib-production-mix", year: 2023).co2, 270.77))
        let early: [String: Argument] = ["electricity": .number(1), "methodology": .word("aib-production-mix")]
        #expect(throws: MethodProblem.self) { try MethodTrial.masses("grid-electricity", early, year: 1990) }
    }

    @Test("A city's own grid factor, and none beside a published series")
    func ownFactor() throws {
        let own: [String: Argument] = [
            "electricity": .number(10), "methodology": .word("own-co2"), "ef": .number(300, "kg/MWh"),
        ]
        #expect(isClose(try MethodTrial.masses("grid-electricity", own).co2, 3))
        let mixed = own.adding("methodology", .word("ember-life-cycle"))
        #expect(MethodTrial.problem("grid-electricity", mixed)?.input == "ef")
        #expect(MethodTrial.problem("grid-electricity", own.filter { $0.key != "ef" }) == .missingInput("ef"))
    }

    @Test("Losses are what is fed in less what is used: at 20 % a quarter of the use")
    func losses() throws {
        let arguments: [String: Argument] = [
            "electricity": .number(80), "methodology": .word("own-co2"), "ef": .number(0.5, "t/MWh"),
            "loss_share": .number(20, "%"),
        ]
        #expect(isClose(try MethodTrial.masses("grid-losses", arguments).co2, 20 * 0.5))
        let all = arguments.adding("loss_share", .number(1))
        #expect(MethodTrial.problem("grid-losses", all)?.input == "loss_share")
    }

    @Test("Contracts first, the residual mix for the rest")
    func market() throws {
        let contracts: Argument = .rows([["energy": .number(400, "MWh"), "ef": .number(0)]])
        let arguments: [String: Argument] = ["electricity": .number(1000, "MWh"), "contracts": contracts]
        let masses = try MethodTrial.masses("grid-electricity-market", arguments, year: 2021)
        #expect(isClose(masses.unsplit, 600 * 0.28165))
        let tooMuch = arguments.adding("electricity", .number(399, "MWh"))
        #expect(MethodTrial.problem("grid-electricity-market", tooMuch)?.input == "contracts.energy")
    }
}

extension [String: Argument] {
    func adding(_ name: String, _ argument: Argument) -> [String: Argument] {
        merging([name: argument]) { _, new in new }
    }
}
