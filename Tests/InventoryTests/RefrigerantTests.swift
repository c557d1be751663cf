import Inventory
import Testing

@Suite("Refrigerants")
struct RefrigerantTests {
    @Test(
        "A blend becomes its species, and weighs what the tables say of the blend",
        arguments: [
            ("R-404A", GWPSet.ar4, 3921.6), ("R-404A", .ar5, 3942.8), ("R-404A", .ar6, 4728.0),
            ("R-407A", .ar4, 2107.0),
            ("R-407C", .ar4, 1773.85), ("R-407C", .ar5, 1624.21), ("R-407C", .ar6, 1907.93), ("R-410A", .ar4, 2087.5),
            ("R-410A", .ar5, 1923.5), ("R-410A", .ar6, 2255.5), ("R-507A", .ar4, 3985.0), ("R-507A", .ar6, 4775.0),
        ])
    func blend(_ name: String, _ set: GWPSet, _ weight: Double) throws {
        let masses = try MethodTrial.masses("refrigerant-top-up", ["refrigerant": .word(name), "refilled": .number(1)])
        #expect(isClose(masses[.hfc], 1))
        #expect(isClose(set.co2e(masses), weight))
    }

    @Test("Air conditioning, 2 t of R-410A: 5.5 % leak, half and half HFC-32 and HFC-125")
    func bank() throws {
        let masses = try MethodTrial.masses(
            "refrigeration-and-air-conditioning",
            ["refrigerant": .word("R-410A"), "equipment": .word("air-conditioning"), "bank": .number(2)])
        #expect(masses.species.map(\.species.name) == ["HFC125", "HFC32"])
        #expect(masses.species.allSatisfy { isClose($0.tonnes, 0.055) })
        #expect(isClose(GWPSet.ar5.co2e(masses), 0.11 * 1923.5))
    }

    @Test("New charge, bank and end of life add up; at the end of life nothing is assumed")
    func lifeCycle() throws {
        let arguments: [String: Argument] = [
            "refrigerant": .word("HFC134a"), "equipment": .word("chillers"), "bank": .number(10),
            "leakage": .number(4, "%"),
            "new_charge": .number(3), "initial_emission": .number(1, "%"), "retired_charge": .number(2),
            "charge_left": .number(90, "%"), "recovered_share": .number(75, "%"),
        ]
        let masses = try MethodTrial.masses("refrigeration-and-air-conditioning", arguments)
        // 3 × 1 % + 10 × 4 % + 2 × 90 % × 25 % = 0.03 + 0.4 + 0.45
        #expect(isClose(masses[.hfc], 0.88))
        for name in ["charge_left", "recovered_share"] {
            let without = arguments.filter { $0.key != name }
            #expect(MethodTrial.problem("refrigeration-and-air-conditioning", without) == .missingInput(name))
        }
    }

    @Test("A blend without its composition is a gap, and a composition that is not whole is refused")
    func composition() {
        let arguments: [String: Argument] = ["refrigerant": .word("R-410A"), "refilled": .number(1)]
        guard
            case .missingFactor(_, let subject, _, let reason)? = MethodTrial.problem(
                "refrigerant-top-up", arguments, factors: FactorBook())
        else {
            Issue.record("a blend of unknown composition was computed")
            return
        }
        #expect(subject == "refrigerants/blend/R-410A" && reason == "not in the register")
        let half = Factor(
            id: "x", subject: "refrigerants/blend/R-410A", property: "HFC32", value: 0.5, unit: "fraction",
            source: "test")
        #expect(
            MethodTrial.problem("refrigerant-top-up", arguments, factors: FactorBook([half]))?.input == "refrigerant")
    }

    @Test("An unknown refrigerant is named, with those that are known")
    func unknown() {
        guard
            case .unknownWord(_, let word, let known)? = MethodTrial.problem(
                "refrigerant-top-up", ["refrigerant": .word("R-22"), "refilled": .number(1)])
        else {
            Issue.record("R-22 is no greenhouse gas of the inventory and was computed")
            return
        }
        #expect(word == "R-22" && known.contains("R-410A") && known.contains("HFC134a"))
    }

    @Test("Switchgear: 2.6 % of closed, 0.2 % of sealed equipment a year")
    func switchgear() throws {
        let closed = try MethodTrial.masses(
            "electrical-equipment-sf6", ["equipment": .word("closed-pressure"), "bank": .number(500, "kg")])
        let sealed = try MethodTrial.masses(
            "electrical-equipment-sf6", ["equipment": .word("sealed-pressure"), "bank": .number(500, "kg")])
        #expect(isClose(closed.sf6, 0.013) && isClose(sealed.sf6, 0.001))
        #expect(isClose(GWPSet.ar5.co2e(closed), 0.013 * 23_500))
    }

    @Test("Fire protection and foams")
    func others() throws {
        let fire = try MethodTrial.masses(
            "fire-protection",
            [
                "refrigerant": .word("HFC227ea"), "equipment": .word("fixed"), "bank": .number(1),
                "discharged": .number(68, "kg"),
            ])
        #expect(isClose(fire[.hfc], 0.02 + 0.068))
        let foam = try MethodTrial.masses(
            "foam-blowing",
            ["refrigerant": .word("HFC365mfc"), "foam": .word("closed-cell"), "blown": .number(2), "bank": .number(10)])
        #expect(isClose(foam[.hfc], 2 * 0.1 + 10 * 0.045))
        let open = try MethodTrial.masses(
            "foam-blowing",
            ["refrigerant": .word("HFC152a"), "foam": .word("open-cell"), "blown": .number(2), "bank": .number(10)])
        #expect(isClose(open[.hfc], 2))
    }

    @Test("More cannot be recovered at servicing than was there")
    func recovered() {
        let arguments: [String: Argument] = [
            "refrigerant": .word("HFC32"), "refilled": .number(1), "recovered": .number(1.5),
        ]
        #expect(MethodTrial.problem("refrigerant-top-up", arguments)?.input == "recovered")
    }
}
