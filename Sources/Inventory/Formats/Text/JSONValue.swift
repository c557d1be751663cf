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
        if let members = PlainJSON.read(json) {
            self = .object(members)
            return
        }
        do {
            self = try Self.decoder.decode(JSONValue.self, from: Data(json.utf8))
        } catch DecodingError.dataCorrupted(let context) {
            let reason = (context.underlyingError as NSError?)?.userInfo[NSDebugDescriptionErrorKey] as? String
            throw Problem(description: reason ?? context.debugDescription)
        } catch {
            throw Problem(description: "\(error)")
        }
    }

    /// One for all: it holds nothing but settings.
    private static let decoder = JSONDecoder()

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // Each failed attempt makes an error, so what is frequent comes first.
        if container.decodeNil() {
            self = .null
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let members = try? decoder.container(keyedBy: Name.self) {
            var object: [String: JSONValue] = [:]
            for name in members.allKeys { object[name.stringValue] = try members.decode(JSONValue.self, forKey: name) }
            self = .object(object)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let flag = try? container.decode(Bool.self) {
            self = .boolean(flag)
        } else {
            self = .list(try container.decode([JSONValue].self))
        }
    }

    /// A member's name as it stands.
    private struct Name: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
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
