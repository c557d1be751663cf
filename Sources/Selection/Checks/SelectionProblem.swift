import Foundation

/// What is wrong with a document, where, and said so that whoever writes it can act on it.
public struct SelectionProblem: Error, Sendable, Hashable {
    /// The check's name, such as `score-off-scale`.
    public let check: String
    /// Where in the document, as a JSON Pointer (RFC 6901): `/bids/2/reports/0/scores/1`.
    public let place: String
    /// An English sentence with `{name}` for each of `values`; also the key of its translations.
    public let message: String
    /// What goes in the places of the sentence.
    public let values: [String: String]

    public init(_ check: String, _ place: String, _ message: String, _ values: [String: String] = [:]) {
        self.check = check
        self.place = place
        self.message = message
        self.values = values
    }

    /// The sentence with its values, in English.
    public var text: String {
        values.sorted { $0.key < $1.key }
            .reduce(message) { text, value in text.replacingOccurrences(of: "{\(value.key)}", with: value.value) }
    }
}

/// Why nothing can be computed: every problem that stands in the way.
public struct SelectionRefusal: Error, Sendable, Hashable {
    /// At least one.
    public let problems: [SelectionProblem]

    public init(problems: [SelectionProblem]) { self.problems = problems }
}

extension SelectionProblem {
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
            let ours = context.debugDescription.hasSuffix(".") && !context.debugDescription.hasPrefix("The given data")
            let text = context.codingPath.isEmpty && !ours ? "This is not JSON." : "The field does not take this value."
            self.init("json", Self.pointer(context.codingPath), ours ? context.debugDescription : text)
        @unknown default: self.init("json", "", "This is not JSON.")
        }
    }

    private static func pointer(_ path: [any CodingKey]) -> String {
        path.map { key in
            let name = key.intValue.map(String.init) ?? key.stringValue
            return "/" + name.replacingOccurrences(of: "~", with: "~0").replacingOccurrences(of: "/", with: "~1")
        }.joined()
    }
}

/// JSON as this target reads and writes it: names sorted, so that the same content gives the same bytes.
enum SelectionJSON {
    static func bytes(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    static func read<Value: Decodable>(_ type: Value.Type, _ json: Data) throws(SelectionProblem) -> Value {
        do {
            return try JSONDecoder().decode(type, from: json)
        } catch let error as DecodingError {
            throw SelectionProblem(error)
        } catch {
            throw SelectionProblem("json", "", "This is not JSON.")
        }
    }
}
