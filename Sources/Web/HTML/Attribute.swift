/// One attribute of an element. Names are literals of ours; values are escaped when they are written.
@usableFromInline package struct Attribute: Sendable {
    /// Kept small: every element of a page passes an array of these.
    @usableFromInline enum Kind: UInt8, Sendable {
        case missing
        case flag
        case value
        /// `aria-…` and `data-…`: the prefix stands apart so that names stay literals.
        case aria
        case data
    }

    @usableFromInline let name: StaticString
    @usableFromInline let kind: Kind
    @usableFromInline let value: String

    @inlinable init(_ name: StaticString, _ kind: Kind, _ value: String?) {
        self.name = name
        self.kind = value == nil ? .missing : kind
        self.value = value ?? ""
    }

    /// Any attribute that has no function of its own; a missing value leaves it out.
    @inlinable package static func attribute(_ name: StaticString, _ value: String?) -> Attribute {
        Attribute(name, .value, value)
    }

    /// An attribute without a value, such as `disabled`.
    @inlinable package static func flag(_ name: StaticString, if isSet: Bool = true) -> Attribute {
        Attribute(name, .flag, isSet ? "" : nil)
    }

    @inlinable package static func data(_ name: StaticString, _ value: String?) -> Attribute {
        Attribute(name, .data, value)
    }
    @inlinable package static func aria(_ name: StaticString, _ value: String?) -> Attribute {
        Attribute(name, .aria, value)
    }

    @inlinable package static func `class`(_ names: String?) -> Attribute { .attribute("class", names) }
    @inlinable package static func id(_ value: String?) -> Attribute { .attribute("id", value) }
    @inlinable package static func name(_ value: String?) -> Attribute { .attribute("name", value) }
    @inlinable package static func value(_ value: String?) -> Attribute { .attribute("value", value) }
    @inlinable package static func type(_ value: String?) -> Attribute { .attribute("type", value) }
    @inlinable package static func `for`(_ id: String?) -> Attribute { .attribute("for", id) }
    @inlinable package static func lang(_ value: String?) -> Attribute { .attribute("lang", value) }
    @inlinable package static func role(_ value: String?) -> Attribute { .attribute("role", value) }
    @inlinable package static func scope(_ value: String?) -> Attribute { .attribute("scope", value) }
    @inlinable package static func alt(_ value: String) -> Attribute { .attribute("alt", value) }
    @inlinable package static func method(_ value: String) -> Attribute { .attribute("method", value) }
    @inlinable package static func rel(_ value: String?) -> Attribute { .attribute("rel", value) }
    @inlinable package static func colspan(_ count: Int) -> Attribute { .attribute("colspan", "\(count)") }

    @inlinable package static func href(_ address: String) -> Attribute { .attribute("href", SafeAddress.of(address)) }
    @inlinable package static func src(_ address: String) -> Attribute { .attribute("src", SafeAddress.of(address)) }
    @inlinable package static func action(_ address: String) -> Attribute {
        .attribute("action", SafeAddress.of(address))
    }
}

/// Addresses that a link may lead to, whoever wrote them.
@usableFromInline package enum SafeAddress {
    private static let schemes: Set<String> = ["https", "http", "mailto", "tel"]

    /// The address itself when it is relative or has a harmless scheme, else `#`.
    ///
    /// Browsers drop control characters and leading spaces and read `\` as `/`: an address with any of them is refused.
    @usableFromInline package static func of(_ address: String) -> String {
        let bytes = address.utf8
        guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\\") }), !address.hasPrefix("//") else {
            return "#"
        }
        guard let end = bytes.firstIndex(where: { ":/?#".utf8.contains($0) }), bytes[end] == UInt8(ascii: ":") else {
            return address
        }
        return schemes.contains(address[..<end].lowercased()) ? address : "#"
    }
}
