import Foundation
import Inventory
import SiteSupport
import Support
import Testing

/// `m100 calculate` as an operator or another program runs it.
@Suite struct CalculateCommandTests {
    private func withProgram(_ body: (Program) throws -> Void) async throws {
        try await withFolder { try body(Program(database: "\($0.path)/none.db", folder: $0.path)) }
    }

    private func object(_ text: String) throws -> [String: JSONValue] {
        guard case .object(let object) = try JSONValue(json: text) else { return [:] }
        return object
    }

    private static let method = "fuel-combustion-energy"
    private static let factors = #""ef_co2":{"value":56100,"unit":"kg/TJ"},"ef_ch4":"5 kg/TJ","ef_n2o":0"#

    @Test func theListNamesEveryMethodWithItsInputsAndOutputs() async throws {
        try await withProgram { program in
            let ending = try program.run("calculate", "--list")
            #expect(ending.code == 0)
            guard case .list(let methods) = try JSONValue(json: ending.output) else { return #expect(Bool(false)) }
            #expect(methods.count == Methods.all.count && methods.count > 10)
            for item in methods {
                guard case .object(let method) = item, case .list(let inputs)? = method["inputs"],
                    case .list(let outputs)? = method["outputs"]
                else { return #expect(Bool(false), "\(item)") }
                #expect(!outputs.isEmpty)
                for output in outputs {
                    guard case .object(let gas) = output else { return #expect(Bool(false)) }
                    #expect(gas["unit"] == .text("t"))
                }
                for input in inputs {
                    guard case .object(let fields) = input else { return #expect(Bool(false)) }
                    for key in ["name", "unit", "meaning", "default", "source", "required", "kind"] {
                        #expect(fields[key] != nil, "\(method["name"] ?? .null): \(key)")
                    }
                }
            }
        }
    }

    @Test func oneIsComputedWithGasesStepsAndEverySet() async throws {
        try await withProgram { program in
            let input =
                #"{"fuel":"natural-gas","use":"residential","energy":"1 TJ","year":2021,"gwp":"AR5",\#(Self.factors)}"#
            let ending = try program.run("calculate", Self.method, "--json", input: input)
            #expect(ending.code == 0, "\(ending.errors)")
            let answer = try object(ending.output)
            guard case .object(let gases)? = answer["emissions_t"], case .object(let sets)? = answer["co2e_t"],
                case .number(let carbon)? = gases["co2"], case .number(let fifth)? = sets["AR5"],
                case .list(let steps)? = answer["steps"], case .list(let inputs)? = answer["inputs"]
            else { return #expect(Bool(false), "\(answer)") }
            // 1 TJ × 56,100 kg/TJ = 56.1 t; 5 kg of methane × 28 = 0.14 t.
            #expect((carbon - 56.1).magnitude < 1e-9 && (fifth - 56.24).magnitude < 1e-9)
            #expect(Set(sets.keys) == ["SAR", "AR4", "AR5", "AR6"] && answer["total_co2e_t"] == sets["AR5"])
            #expect(!steps.isEmpty && inputs.count >= 5)
            let again = try program.run("calculate", Self.method, "--json", input: input)
            #expect(again.output == ending.output, "the same input gives the same bytes")
            let text = try program.run("calculate", Self.method, input: input)
            #expect(text.code == 0 && text.output.contains("CO2e AR6"))
        }
    }

    @Test(arguments: [
        (#"{"energi":1}"#, "energi"), (#"{"fuel":"natural-gas","use":"residential"}"#, "energy"),
        (#"{"fuel":"natural-gas","use":"residential","energy":"1 km"}"#, "km"),
        (#"{"fuel":"unobtainium","use":"residential","energy":1}"#, "unobtainium"),
        (#"{"fuel":"natural-gas","use":"residential","energy":"1,000 MWh"}"#, "energy"),
        (#"{"gwp":"AR9"}"#, "AR9"), (#"{"year":"soon"}"#, "year"), (#"{"region":5}"#, "region"), ("{", "JSON"),
        ("[]", "object"),
        ("", "JSON"),
    ])
    func whatCannotBeTakenIsNamed(input: String, named: String) async throws {
        try await withProgram { program in
            let ending = try program.run("calculate", Self.method, "--json", input: input)
            #expect(ending.code == 1 && ending.output.isEmpty)
            #expect(ending.errors.contains(named), "\(ending.errors)")
        }
    }

    @Test func wrongUse() async throws {
        try await withProgram { program in
            let unknown = try program.run("calculate", "magic", "--json", input: "{}")
            #expect(unknown.code == 1 && unknown.errors.contains("magic"))
            #expect(try program.run("calculate").code == 2)
            #expect(try program.run("calculate", Self.method, "--list").code == 2)
            let lost = try program.run("calculate", Self.method, "--data", "/nowhere", input: "{}")
            #expect(lost.code != 0 && !lost.errors.isEmpty)
            #expect(try program.run("calculate", "--help").output.contains("Example:"))
        }
    }
}
