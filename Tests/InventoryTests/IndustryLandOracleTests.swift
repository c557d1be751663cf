import Foundation
import Inventory
import Testing

/// Industry and land against an independent program, whose answers `Tests/Oracles/industry_land_oracle.py` recorded,
/// and the laws that every one of these methods keeps.
@Suite struct IndustryLandOracleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let method: String
        let arguments: [String: Argument]
        let expected: [String: Double]

        var testDescription: String { name }
    }

    static let cases: [Case] = {
        let file = packageRoot.appendingPathComponent("Tests/Oracles/industry-land-cases.json")
        guard let text = try? String(contentsOf: file, encoding: .utf8),
            case .list(let list)? = try? JSONValue(json: text)
        else { return [] }
        return list.compactMap(Self.read)
    }()

    private static func read(_ value: JSONValue) -> Case? {
        guard case .object(let object) = value, case .text(let name)? = object["name"],
            case .text(let method)? = object["method"],
            case .object(let given)? = object["arguments"], case .object(let expected)? = object["expected"],
            let inputs = Methods.named(method)?.inputs, let arguments = try? Argument.read(given, for: inputs)
        else { return nil }
        return Case(
            name: name, method: method, arguments: arguments,
            expected: expected.compactMapValues { if case .number(let number) = $0 { number } else { nil } })
    }

    @Test func theRecordIsThere() {
        #expect(Self.cases.count == 255)
        #expect(Set(Self.cases.map(\.method)).count == 13)
    }

    private static func named(_ masses: GasMasses) -> [String: Double] {
        var found: [String: Double] = [:]
        for gas in Gas.allCases where !gas.hasSpecies && masses[gas] != 0 { found[gas.rawValue] = masses[gas] }
        for item in masses.species { found[item.species.name] = item.tonnes }
        return found
    }

    @Test(arguments: cases) func answersAsTheOracle(_ one: Case) throws {
        let ours = Self.named(try MethodTrial.masses(one.method, one.arguments, year: 2021))
        for name in Set(ours.keys).union(one.expected.keys) {
            let (first, second) = (ours[name] ?? 0, one.expected[name] ?? 0)
            #expect(abs(first - second) <= 1e-9 * abs(second), "\(name): \(first), the oracle has \(second)")
        }
    }

    /// What a result grows with, by method.
    private static let activity = [
        "cement-clinker": ["clinker"], "cement-production": ["cement", "clinker_bought", "clinker_sold"],
        "carbonate-use": ["mass"], "iron-steel-production": ["product"], "aluminium-production": ["aluminium"],
        "other-metals": ["product"], "enteric-fermentation": ["heads"], "manure-management": ["heads"],
        "grazing-animals": ["heads"], "drained-organic-soils": ["area"], "crop-residues": ["harvest"],
        "managed-soils": ["synthetic_nitrogen", "organic_nitrogen", "residue_nitrogen", "mineralised_nitrogen"],
        "land-conversion": ["converted", "in_transition"],
    ]

    @Test func resultsGrowWithTheActivity() throws {
        let seed: UInt64 = 20_261_122
        var numbers = SeededNumbers(seed: seed)
        for one in Self.cases {
            let factor = Double.random(in: 0.01...100, using: &numbers)
            var scaled = one.arguments
            for name in try #require(Self.activity[one.method]) {
                guard case .number(let value, let unit, _)? = scaled[name] else { continue }
                scaled[name] = .number(value * factor, unit: unit)
            }
            let before = Self.named(try MethodTrial.masses(one.method, one.arguments))
            let after = Self.named(try MethodTrial.masses(one.method, scaled))
            for (name, value) in before {
                #expect(
                    abs((after[name] ?? 0) - value * factor) <= 1e-9 * abs(value * factor),
                    "\(one.name) × \(factor), seed \(seed)")
            }
        }
    }

    @Test func theSumOfTheTermsIsTheResult() throws {
        for one in Self.cases {
            let result = try MethodTrial.result(one.method, one.arguments)
            for gas in Gas.allCases {
                let sum = result.terms.filter { $0.gas == gas }.reduce(0) { $0 + $1.tonnes }
                #expect(isClose(sum, result.masses[gas]), "\(one.name), \(gas)")
            }
        }
    }

    /// Every driver really is a factor of its term: with the driver half as large, the term is half as large.
    @Test func driversAreProportional() throws {
        for one in Self.cases {
            let result = try MethodTrial.result(one.method, one.arguments)
            let method = try #require(Methods.named(one.method))
            for driver in Set(result.terms.flatMap(\.drivers)) {
                let value = try #require(result.inputs.first { $0.name == driver }?.value)
                let unit = try #require(method.inputs.first { $0.name == driver }?.unit)
                if driver == "kiln_dust_correction" { continue }
                let moved = try MethodTrial.result(
                    one.method,
                    one.arguments.merging([driver: .number(value / 2, unit: unit.isEmpty ? nil : unit)]) { $1 })
                let before = result.terms.filter { $0.drivers.contains(driver) }.reduce(0) { $0 + $1.tonnes }
                let after = moved.terms.filter { $0.drivers.contains(driver) }.reduce(0) { $0 + $1.tonnes }
                #expect(abs(after * 2 - before) <= 1e-9 * abs(before), "\(one.name): \(driver)")
            }
        }
    }

    private static let ours = Methods.all.filter { method in
        method.serves.allSatisfy { $0.hasPrefix("IV") || $0.hasPrefix("V.") }
    }

    @Test func everyMethodIsDescribed() {
        #expect(Self.ours.count >= 30)
        for method in Self.ours {
            #expect(
                !method.source.isEmpty && !method.formula.isEmpty && !method.serves.isEmpty && !method.gases.isEmpty)
            #expect(method.inputs.allSatisfy { !$0.meaning.isEmpty }, "\(method.name)")
            #expect(
                method.serves.allSatisfy { code in GPCReference.all.contains { $0.subsector == code } },
                "\(method.name)")
        }
    }

    /// Every word that a form offers has its factors in Romania, but for pairs that the tables leave out.
    @Test func everyWordHasItsFactors() {
        let open = ["manure-management"]
        let place = FactorPlace(regions: ["RO", "EU", "world"], year: 2023)
        for method in Self.ours where !open.contains(method.name) {
            for input in method.inputs {
                guard case .factor(let subject, let property) = input.fallback else { continue }
                for filled in Self.fill(subject, method)
                where registerForTests.find(filled, property, at: place).factor == nil {
                    Issue.record("\(method.name): no \(property) of \(filled)")
                }
            }
        }
    }

    private static func fill(_ subject: String, _ method: Method) -> [String] {
        method.inputs.reduce([subject]) { subjects, input in
            guard case .choice(let words) = input.kind, subject.contains("{\(input.name)}") else { return subjects }
            return subjects.flatMap { one in words.map { one.replacingOccurrences(of: "{\(input.name)}", with: $0) } }
        }
    }

    /// No input, however odd, ends in a crash or in a result that is no number.
    @Test func oddNumbersAreRefusedOrComputed() throws {
        for one in Self.cases.prefix(60) {
            for odd in [0, -1, 1e308, .infinity, -.infinity, .nan, 5e-324] {
                for (name, argument) in one.arguments {
                    guard case .number(_, let unit, _) = argument else { continue }
                    let arguments = one.arguments.merging([name: .number(odd, unit: unit)]) { $1 }
                    guard let masses = try? MethodTrial.masses(one.method, arguments) else { continue }
                    #expect(Gas.allCases.allSatisfy { masses[$0].isFinite }, "\(one.name): \(name) = \(odd)")
                }
            }
        }
    }
}
