import Inventory
import Quantities

/// A cell of a contract's table: what stands in it, and where that comes from.
public struct ContractCell: Sendable, Hashable {
    /// What stands in a cell.
    public enum Content: Sendable, Hashable {
        case number(Double)
        case text(String)
        /// Rows of another table, by their ids.
        case list([String])
        /// Why there is no number.
        case notation(NotationKey)
    }

    public var content: Content
    /// Why there is no number, or why what was derived does not stand.
    public var reason: String
    /// The figure as a source printed it, with its separators, where it is not written like `content`.
    public var printed: String
    /// What inventory, pathway or investment give for the cell; nil in cells that people fill in.
    public var derived: Content?

    public init(_ content: Content, reason: String = "", printed: String = "", derived: Content? = nil) {
        self.content = content
        self.reason = reason
        self.printed = printed
        self.derived = derived
    }

    /// Whether somebody wrote something else than what was derived.
    public var isOverridden: Bool { derived.map { $0 != content } ?? false }

    /// The number, where there is one.
    public var number: Double? { if case .number(let number) = content { number } else { nil } }
}

extension ContractCell: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
    ExpressibleByArrayLiteral
{
    public init(floatLiteral value: Double) { self.init(.number(value)) }
    public init(integerLiteral value: Int) { self.init(.number(Double(value))) }
    public init(stringLiteral value: String) { self.init(.text(value)) }
    public init(arrayLiteral elements: String...) { self.init(.list(elements)) }
}

/// In files a number, a text, a list of row ids, or an object where more is to be said.
extension ContractCell: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case value, key, reason, printed, derived }

    public init(from decoder: any Decoder) throws {
        guard (try? decoder.container(keyedBy: CodingKeys.self)) != nil else {
            self.init(try Content(from: decoder))
            return
        }
        let values = try decoder.fields(CodingKeys.self)
        var derived: Content? = try values.optional(.derived)
        let content: Content
        if let key: NotationKey = try values.optional(.key) {
            content = .notation(key)
        } else if let derived, !values.contains(.value) {
            content = derived
        } else {
            content = try values.decode(Content.self, forKey: .value)
        }
        // Where figures are expected, the letters of a notation key are one.
        if case .text(let text)? = derived, let key = NotationKey(rawValue: text) {
            if case .text = content {} else { derived = .notation(key) }
        }
        self.init(
            content, reason: try values.field(.reason, or: ""), printed: try values.field(.printed, or: ""),
            derived: derived)
    }

    public func encode(to encoder: any Encoder) throws {
        if reason.isEmpty, printed.isEmpty, derived == nil {
            if case .notation = content {} else { return try content.encode(to: encoder) }
        }
        var values = encoder.container(keyedBy: CodingKeys.self)
        switch content {
        case .notation(let key): try values.encode(key, forKey: .key)
        // What was derived and not touched stands there once.
        case _ where derived == content: break
        default: try values.encode(content, forKey: .value)
        }
        if !reason.isEmpty { try values.encode(reason, forKey: .reason) }
        if !printed.isEmpty { try values.encode(printed, forKey: .printed) }
        try values.encodeIfPresent(derived, forKey: .derived)
    }
}

/// In files a number, a text or a list; a notation key stands in the cell's own field.
extension ContractCell.Content: Codable {
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else {
            self = .list(try value.decode([String].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .number(let number): try value.encode(number)
        case .text(let text): try value.encode(text)
        case .list(let list): try value.encode(list)
        case .notation(let key): try value.encode(key)
        }
    }
}
