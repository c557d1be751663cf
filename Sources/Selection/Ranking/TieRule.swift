import Quantities

/// What decides between bids with equal totals.
public enum TieRule: Sendable, Hashable {
    /// The one with more points on a criterion, by id.
    case criterion(String)
    /// The one that asks for less.
    case lowerRequest
    /// The one with more of a figure that the bid carries.
    case higher(String)
    /// The one with less of a figure that the bid carries.
    case lower(String)
}

extension TieRule: Codable {
    /// The fields in files: `by` is criterion, lowerRequest, higher or lower; `of` names the criterion or the figure.
    public enum CodingKeys: String, CodingKey, CaseIterable { case by, of }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        switch try values.decode(String.self, forKey: .by) {
        case "criterion": self = .criterion(try values.decode(String.self, forKey: .of))
        case "lowerRequest": self = .lowerRequest
        case "higher": self = .higher(try values.decode(String.self, forKey: .of))
        case "lower": self = .lower(try values.decode(String.self, forKey: .of))
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .by, in: values, debugDescription: "It is criterion, lowerRequest, higher or lower.")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        let words = name.split(separator: " ", maxSplits: 1).map(String.init)
        try values.encode(words[0], forKey: .by)
        if words.count > 1 { try values.encode(words[1], forKey: .of) }
    }

    /// The rule in one line: `criterion impact`, `lowerRequest`, `higher population`.
    public var name: String {
        switch self {
        case .criterion(let id): "criterion \(id)"
        case .lowerRequest: "lowerRequest"
        case .higher(let figure): "higher \(figure)"
        case .lower(let figure): "lower \(figure)"
        }
    }
}
