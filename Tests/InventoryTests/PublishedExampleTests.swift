import Inventory
import Quantities
import Testing

/// Published conversions and worked examples: independent of the tables and formulas of this library.
@Suite("Published conversions and worked examples")
struct PublishedExampleTests {
    /// The conversions that the GHG Protocol, the IPCC and the IEA share, exact where the definition is exact.
    @Test(
        "Units of energy, in MWh",
        arguments: [
            ("GJ", 1 / 3.6, 1e-12), ("TJ", 277.777_777_777_778, 1e-9), ("kWh", 0.001, 1e-15), ("GWh", 1000, 1e-9),
            // 1 toe = 41.868 GJ = 11.63 MWh; 1 Gcal = 4.1868 GJ = 1.163 MWh (IEA, Energy Statistics Manual, annex 3).
            ("toe", 11.63, 1e-12), ("ktoe", 11_630, 1e-9), ("Gcal", 1.163, 1e-12), ("MJ", 0.000_277_777_778, 1e-12),
        ] as [(String, Double, Double)])
    func energy(unit: String, megawattHours: Double, tolerance: Double) throws {
        let found = try #require(Measure.quantity(.energy).unit(named: unit))
        #expect(abs(found.toBase(1) - megawattHours) <= tolerance)
    }

    @Test(
        "Units of mass and volume, in t and m3",
        arguments: [("kg", 0.001), ("g", 1e-6), ("Gg", 1000), ("kt", 1000), ("Mt", 1e6), ("Mg", 1)]
            as [(String, Double)])
    func mass(unit: String, tonnes: Double) throws {
        #expect(try #require(Measure.quantity(.mass).unit(named: unit)).toBase(1) == tonnes)
    }

    @Test("Litres and thousands of cubic metres")
    func volume() throws {
        #expect(try #require(Measure.quantity(.volume).unit(named: "l")).toBase(1) == 0.001)
        #expect(try #require(Measure.quantity(.volume).unit(named: "mii mc")).toBase(1) == 1000)
    }

    /// kg of a gas per TJ is 3.6e-6 t per MWh: IPCC's factors of Table 2.5 in the unit of city inventories.
    @Test("Rates: 56,100 kg/TJ is 0.20196 t/MWh")
    func rates() throws {
        let unit = try #require(Measure.rate(.mass, per: .energy).unit(named: "kg/TJ"))
        #expect(abs(unit.toBase(56_100) - 0.20196) < 1e-15)
        #expect(abs(try #require(Measure.rate(.energy, per: .mass).unit(named: "TJ/Gg")).toBase(43) - 43 / 3.6) < 1e-12)
    }

    /// By hand, from IPCC 2006 Vol. 2: NCV of Table 1.2, factors of Tables 2.2 to 2.5, for each user that differs.
    @Test(
        "A thousand tonnes of fuel by Eq. 2.1: t CO2, CH4 and N2O",
        arguments: [
            // 25.8 TJ/Gg: 25.8 × 94,600; 25.8 × 300; 25.8 × 1.5 kg.
            ("other-bituminous-coal", "residential", 2440.68, 7.74, 0.0387),
            ("other-bituminous-coal", "energy-industries", 2440.68, 0.0258, 0.0387),
            // 40.4 TJ/Gg × 77,400, 10 and 0.6.
            ("residual-fuel-oil", "commercial", 3126.96, 0.404, 0.02424),
            // 47.3 TJ/Gg × 63,100, 5 and 0.1.
            ("lpg", "residential", 2984.63, 0.2365, 0.00473),
            // 11.9 TJ/Gg × 101,000, 10 and 1.5.
            ("lignite", "manufacturing", 1201.9, 0.119, 0.01785),
        ] as [(String, String, Double, Double, Double)])
    func fuel(fuel: String, use: String, carbon: Double, methane: Double, nitrous: Double) throws {
        let masses = try MethodTrial.masses(
            "fuel-combustion-mass", ["fuel": .word(fuel), "use": .word(use), "mass": .number(1, "kt")])
        #expect(abs(masses.co2 - carbon) < 1e-6 && abs(masses.ch4Combustion - methane) < 1e-9)
        #expect(abs(masses.n2o - nitrous) < 1e-9)
    }

    /// By hand, from IPCC 2006 Vol. 2 Tables 3.2.1 and 3.2.2: 69,300, 33 and 3.2 kg/TJ; 74,100, 3.9 and 3.9 kg/TJ.
    @Test("Ten terajoules on the road")
    func road() throws {
        let diesel = try MethodTrial.masses("road-fuel", ["fuel": .word("diesel-oil"), "energy": .number(10, "TJ")])
        #expect(abs(diesel.co2 - 741) < 1e-9 && abs(diesel.n2o - 0.039) < 1e-12)
        #expect(abs(diesel.ch4Combustion - 0.039) < 1e-12)
    }

    /// IPCC 2006 Vol. 2 Table 3.4.1: diesel of railways 74,100, 4.15 and 28.6 kg/TJ.
    @Test("A terajoule on rails")
    func rail() throws {
        let masses = try MethodTrial.masses("rail-fuel", ["fuel": .word("diesel-oil"), "energy": .number(1, "TJ")])
        #expect(abs(masses.co2 - 74.1) < 1e-9 && abs(masses.ch4Combustion - 0.00415) < 1e-12)
        #expect(abs(masses.n2o - 0.0286) < 1e-12)
    }

    @Test("Losses of 15 % of what is fed in: 100 MWh used are 100 × 0.15 ÷ 0.85 MWh lost")
    func losses() throws {
        let masses = try MethodTrial.masses(
            "grid-losses",
            [
                "electricity": .number(100), "methodology": .word("own-co2"), "ef": .number(0.3, "t/MWh"),
                "loss_share": .number(15, "%"),
            ])
        #expect(abs(masses.co2 - 100 * 0.15 / 0.85 * 0.3) < 1e-12)
    }
}
