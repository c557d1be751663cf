import Quantities
import Testing

@Suite("Units")
struct UnitTests {
    @Test(
        "Published conversions",
        arguments: [
            // 1 toe = 41.868 GJ = 11.63 MWh; 1 Gcal = 1.163 MWh; 1 TJ = 277.777… MWh (IEA, Energy Statistics Manual 2005).
            ("toe", 11.63), ("Gcal", 1.163), ("TJ", 1000 / 3.6), ("GJ", 1 / 3.6), ("MJ", 1 / 3600), ("GWh", 1000),
            ("kWh", 0.001),
        ] as [(String, Double)])
    func energy(symbol: String, megawattHours: Double) throws {
        let unit = try #require(Unit<EnergyDimension>.named(symbol))
        #expect((unit.toBase(1) - megawattHours).magnitude < 1e-12)
    }

    @Test("A gram is not a gigagram and a milligram is not a megagram")
    func caseMatters() throws {
        let mass = Measure.quantity(.mass)
        #expect(try #require(mass.unit(named: "Mg")).toBase(1) == 1)
        #expect(try #require(mass.unit(named: "mg")).toBase(1) == 1e-9)
        #expect(try #require(mass.unit(named: "Gg")).toBase(1) == 1000)
        #expect(try #require(mass.unit(named: "g")).toBase(1) == 1e-6)
    }

    @Test(
        "Romanian spellings are understood",
        arguments: [
            ("mii mc", 1000.0), ("mc", 1), ("milioane mc", 1e6), ("litri", 0.001), ("Nmc", 1), ("M³", 1),
        ] as [(String, Double)])
    func romanian(name: String, cubicMetres: Double) throws {
        #expect(try #require(Measure.quantity(.volume).unit(named: name)).toBase(1) == cubicMetres)
    }

    @Test("56,100 kg/TJ is 0.20196 t/MWh (IPCC 2006 Vol. 2 Table 2.2)")
    func rates() throws {
        let measure = Measure.rate(.mass, per: .energy)
        #expect((try #require(measure.unit(named: "kg/TJ")).toBase(56_100) - 0.20196).magnitude < 1e-12)
        #expect((try #require(measure.unit(named: "g/kWh")).toBase(277) - 0.277).magnitude < 1e-15)
        let protein = Measure.rate(.mass, per: .people)
        #expect((try #require(protein.unit(named: "g/person/day")).toBase(106) - 106 * 365 / 1e6).magnitude < 1e-15)
    }

    @Test(
        "A unit of another dimension measures nothing here",
        arguments: ["km", "kg", "MWh/t", "", "MWh/", "/MWh", "zz/TJ"])
    func wrongUnit(text: String) {
        #expect(Measure.rate(.mass, per: .energy).unit(named: text) == nil)
        #expect(Measure.quantity(.energy).unit(named: text) == nil)
    }

    @Test("There and back again is the same number")
    func roundTrip() {
        var random = SystemRandomNumberGenerator()
        for dimension in MeasuredDimension.allCases {
            for unit in dimension.units {
                let value = Double.random(in: -1e6...1e6, using: &random)
                #expect(
                    (unit.fromBase(unit.toBase(value)) - value).magnitude <= 1e-9 * max(1, value.magnitude),
                    "\(value) \(unit.symbol)")
            }
        }
    }
}

@Suite("Rounding for display")
struct RoundingTests {
    @Test("Parts add up to the rounded total")
    func sums() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let values = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                Double.random(in: -1000...1000, using: &random)
            }
            let shown = Rounding.largestRemainder(values)
            #expect(shown.reduce(0, +) == Int(values.reduce(0, +).rounded()), "\(values)")
            for (part, value) in zip(shown, values) { #expect((Double(part) - value).magnitude <= 1, "\(values)") }
        }
    }

    @Test("Thirds of one: ties go to the earlier part")
    func ties() {
        #expect(Rounding.largestRemainder([1.0 / 3, 1.0 / 3, 1.0 / 3]) == [1, 0, 0])
        #expect(Rounding.largestRemainder([0.25, 0.25], digits: 1) == [3, 2])
    }

    @Test("Nothing that can be typed stops the program")
    func extremes() {
        #expect(Rounding.largestRemainder([.infinity, .nan, 1]) == [0, 0, 1])
        #expect(Rounding.largestRemainder([]) == [])
        #expect(Rounding.largestRemainder([1e300]).count == 1)
    }
}
