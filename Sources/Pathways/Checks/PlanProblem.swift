import Foundation

/// What is wrong with a plan, where, and said so that whoever writes it can act on it.
public struct PlanProblem: Error, Sendable, Hashable {
    /// How serious a problem is.
    public enum Level: String, Sendable, Hashable, CaseIterable, Codable {
        /// The plan cannot be computed.
        case refusal
        /// The plan can be computed; to be looked at.
        case warning
    }

    /// The check's name, such as `share-above-one`.
    public let check: String
    /// How serious it is.
    public let level: Level
    /// Where in the document, as a JSON Pointer (RFC 6901): `/measures/2/operators/0/share`.
    public let place: String
    /// An English sentence with `{name}` for each of `values`; also the key of its translations.
    public let message: String
    /// What goes in the places of the sentence.
    public let values: [String: String]

    public init(
        _ check: String, _ place: String, _ message: String, _ values: [String: String] = [:], level: Level = .refusal
    ) {
        self.check = check
        self.level = level
        self.place = place
        self.message = message
        self.values = values
    }

    /// The sentence with its values, in English.
    public var text: String {
        values.reduce(message) { text, value in text.replacingOccurrences(of: "{\(value.key)}", with: value.value) }
    }
}

/// Why a plan cannot be computed: every problem that stands in the way.
public struct PlanRefusal: Error, Sendable, Hashable {
    /// At least one.
    public let problems: [PlanProblem]

    public init(problems: [PlanProblem]) { self.problems = problems }
}

extension Plan {
    /// Reads a plan from JSON.
    /// - Throws: a `PlanProblem` with the place of the first thing that cannot be read.
    public static func read(_ json: Data) throws(PlanProblem) -> Plan {
        do {
            return try JSONDecoder().decode(Plan.self, from: json)
        } catch let error as DecodingError {
            throw PlanProblem(error)
        } catch {
            throw PlanProblem("json", "", "This is not JSON.")
        }
    }

    /// The plan as JSON; the same plan gives the same bytes.
    /// - Throws: an `EncodingError` where a number is not finite.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}

extension PlanProblem {
    /// The problem that stopped the reading of JSON.
    public init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self.init("json", Self.pointer(context.codingPath + [key]), "This field is missing.")
        case .valueNotFound(_, let context):
            self.init("json", Self.pointer(context.codingPath), "This field is missing.")
        case .typeMismatch(_, let context):
            self.init("json", Self.pointer(context.codingPath), "This value is of another kind than the field.")
        case .dataCorrupted(let context):
            let message =
                switch context.debugDescription {
                case Plan.unknownKey: Plan.unknownKey
                case let text where text.hasPrefix("The given data"): "This is not JSON."
                default: "The field does not take this value."
                }
            self.init("json", Self.pointer(context.codingPath), message)
        @unknown default: self.init("json", "", "This is not JSON.")
        }
    }

    static func pointer(_ path: [any CodingKey]) -> String {
        path.map { key in
            let name = key.intValue.map(String.init) ?? key.stringValue
            return "/" + name.replacingOccurrences(of: "~", with: "~0").replacingOccurrences(of: "/", with: "~1")
        }.joined()
    }
}
