import Foundation
import Inventory
import Testing

/// Every waste method against an independent program, whose answers `Tests/Oracles/waste_oracle.py` recorded.
@Suite struct WasteOracleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let method: String
        let place: FactorPlace
        let arguments: JSONValue
        let expected: [String: Double]
        let series: [String: Double]

        var testDescription: String { name }
    }

    static let cases: [Case] = {
        let file = packageRoot.appendingPathComponent("Tests/Oracles/waste.json")
        guard let text = try? String(contentsOf: file, encoding: .utf8),
            case .list(let list)? = try? JSONValue(json: text)
        else { return [] }
        return list.compactMap(Self.read)
    }()

    private static func read(_ value: JSONValue) -> Case? {
        guard case .object(let object) = value, case .text(let name)? = object["name"],
            case .text(let method)? = object["method"], case .number(let year)? = object["year"],
            case .list(let regions)? = object["region"], let arguments = object["arguments"]
        else { return nil }
        return Case(
            name: name, method: method,
            place: FactorPlace(
                regions: regions.compactMap { if case .text(let region) = $0 { region } else { nil } }, year: Int(year)),
            arguments: arguments, expected: numbers(object["expected"]), series: numbers(object["series"]))
    }

    private static func numbers(_ value: JSONValue?) -> [String: Double] {
        guard case .object(let object)? = value else { return [:] }
        return object.compactMapValues { if case .number(let number) = $0 { number } else { nil } }
    }

    @Test func theRecordIsThere() {
        #expect(Self.cases.count > 100)
        #expect(Set(Self.cases.map(\.method)).count >= 10)
    }

    @Test(arguments: cases) func answersAsTheOracle(_ one: Case) throws {
        let method = try #require(Methods.named(one.method))
        guard case .object(let object) = one.arguments else {
            Issue.record("no arguments")
            return
        }
        let arguments = try Argument.read(object, for: method.inputs)
        let result = try method.result(arguments, factors: registerForTests, at: one.place)
        for gas in Gas.allCases {
            expectClose(result.masses[gas], one.expected[gas.rawValue] ?? 0, gas.rawValue)
        }
        for (year, tonnes) in one.series {
            let masses = try #require(Int(year).flatMap { result.series[$0] })
            expectClose(masses.ch4Biogenic, tonnes, year)
        }
    }

    private func expectClose(_ ours: Double, _ theirs: Double, _ what: String) {
        #expect(abs(ours - theirs) <= 1e-12 * max(1, abs(theirs)), "\(what): \(ours), the oracle has \(theirs)")
    }
}
