import Quantities

/// A text of a call in both languages of the hub.
public struct BilingualText: Sendable, Hashable {
    public var ro: String
    public var en: String

    public init(ro: String = "", en: String = "") {
        self.ro = ro
        self.en = en
    }

    /// Whether it says something in both.
    public var isComplete: Bool { !isBlank(ro) && !isBlank(en) }

    private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}

extension BilingualText: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case ro, en }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(ro: try values.field(.ro, or: ""), en: try values.field(.en, or: ""))
    }
}
