import Quantities

/// A value given for a method's input, as it comes from JSON, a form or a file.
public enum Argument: Sendable, Hashable {
    /// A number with its unit; no unit means the input's base unit. The range is in the same unit.
    case number(Double, unit: String? = nil, uncertainty: Uncertainty? = nil)
    case word(String)
    case rows([[String: Argument]])

    /// A number in a unit, without a range.
    public static func number(_ value: Double, _ unit: String) -> Argument { .number(value, unit: unit) }
}

/// Why a method did not compute; each names the input it is about, so that a form can show it there.
public enum MethodProblem: Error, Sendable, Hashable {
    case unknownMethod(String)
    case unknownInput(String, known: [String])
    case missingInput(String)
    case wrongUnit(input: String, unit: String, known: [String])
    case wrongKind(input: String, expected: String)
    case unknownWord(input: String, word: String, known: [String])
    case outOfRange(input: String, value: Double, allowed: String)
    case missingFactor(input: String, subject: String, property: String, reason: String)

    /// The input concerned; empty for an unknown method.
    public var input: String {
        switch self {
        case .unknownMethod: ""
        case .unknownInput(let name, _), .missingInput(let name), .wrongUnit(let name, _, _), .wrongKind(let name, _),
            .unknownWord(let name, _, _), .outOfRange(let name, _, _), .missingFactor(let name, _, _, _):
            name
        }
    }
}

extension MethodProblem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownMethod(let name): "There is no method “\(name)”. `m100 calculate --list` names them all."
        case .unknownInput(let name, let known):
            "There is no input “\(name)”. The method's inputs are: \(known.joined(separator: ", "))."
        case .missingInput(let name): "The input “\(name)” is missing."
        case .wrongUnit(let input, let unit, let known):
            "“\(unit)” does not measure the input “\(input)”. Units that do: \(known.joined(separator: ", "))."
        case .wrongKind(let input, let expected): "The input “\(input)” must be \(expected)."
        case .unknownWord(let input, let word, let known):
            "“\(word)” is not known for the input “\(input)”. Known: \(known.joined(separator: ", "))."
        case .outOfRange(let input, let value, let allowed): "The input “\(input)” is \(value); it must be \(allowed)."
        case .missingFactor(let input, let subject, let property, let reason):
            "There is no value “\(property)” for “\(subject)” (\(reason)). Give the input “\(input)” or add the factor with its source."
        }
    }
}
