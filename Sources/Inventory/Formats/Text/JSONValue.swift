import Foundation

/// A JSON text as values: what arguments of methods are read from and written to.
public enum JSONValue: Sendable, Hashable, Codable {
    case null
    case boolean(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// Why a text is not JSON, in English.
    public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
        public let description: String

        public init(description: String) { self.description = description }
    }

    /// Reads a JSON text.
    public init(json: String) throws(Problem) {
        do {
            self = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
        } catch DecodingError.dataCorrupted(let context) {
            let reason = (context.underlyingError as NSError?)?.userInfo[NSDebugDescriptionErrorKey] as? String
            throw Problem(description: reason ?? context.debugDescription)
        } catch {
            throw Problem(description: "\(error)")
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let flag = try? container.decode(Bool.self) {
            self = .boolean(flag)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .boolean(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }

    /// The JSON text, the same for the same value: names are sorted. Numbers that JSON has not (infinity) become null.
    public func json(isPretty: Bool = false) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting =
            isPretty ? [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes] : [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(finite)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }

    private var finite: JSONValue {
        switch self {
        case .number(let number): number.isFinite ? self : .null
        case .list(let list): .list(list.map(\.finite))
        case .object(let object): .object(object.mapValues(\.finite))
        default: self
        }
    }
}
