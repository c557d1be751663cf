import Foundation
import Inventory

/// What a method was given and what it answered, as it is kept with a row: a factor that changes later changes nothing here.
struct MethodTrace: Codable {
    let terms: [Term]
    let inputs: [UsedInput]
    let steps: [Step]
    let responses: [Response]

    init(_ method: MethodUse) {
        terms = method.terms
        inputs = method.inputs
        steps = method.steps
        responses = method.responses
    }

    var json: String {
        get throws { String(decoding: try Self.encoder.encode(self), as: UTF8.self) }
    }

    /// The arguments as a JSON object in the form of `m100 calculate`.
    static func json(_ arguments: [String: Argument]) throws -> String {
        String(decoding: try encoder.encode(JSONValue.object(arguments.mapValues(\.json))), as: UTF8.self)
    }

    static func read(name: String, arguments: String, trace: String) throws -> MethodUse {
        let kept = try JSONDecoder().decode(MethodTrace.self, from: Data(trace.utf8))
        var given: [String: Argument] = [:]
        if case .object(let object) = try JSONValue(json: arguments), let method = Methods.named(name) {
            given = try Argument.read(object, for: method.inputs)
        }
        return MethodUse(
            name: name, arguments: given, terms: kept.terms, inputs: kept.inputs, steps: kept.steps,
            responses: kept.responses)
    }

    /// Sorted keys: the same row is the same text, and the same hash.
    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
