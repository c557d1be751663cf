/// Any key of a JSON object.
private struct AnyField: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension Decoder {
    /// The object's values by key; a key that nothing reads is an error, so that a misspelt one is not lost in silence.
    /// - Parameter others: keys that somebody else reads from the same object.
    package func fields<Key: CodingKey & CaseIterable>(_ keys: Key.Type, besides others: Set<String> = []) throws
        -> KeyedDecodingContainer<Key>
    {
        let known = others.union(Key.allCases.map(\.stringValue))
        for key in try container(keyedBy: AnyField.self).allKeys where !known.contains(key.stringValue) {
            throw DecodingError.dataCorrupted(
                .init(codingPath: codingPath + [key], debugDescription: "There is no such field."))
        }
        return try container(keyedBy: keys)
    }
}

extension KeyedDecodingContainer {
    /// The value of a key that may be left out.
    package func field<Value: Decodable>(_ key: Key, or fallback: Value) throws -> Value {
        try decodeIfPresent(Value.self, forKey: key) ?? fallback
    }

    /// The value of a key that may be left out and then is nil.
    package func optional<Value: Decodable>(_ key: Key) throws -> Value? {
        try decodeIfPresent(Value.self, forKey: key)
    }
}
