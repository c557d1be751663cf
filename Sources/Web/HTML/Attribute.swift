/// One attribute of an element. Names are literals of ours; values are escaped when they are written.
package struct Attribute: Sendable {
    /// Kept small: every element of a page passes an array of these.
    enum Kind: UInt8, Sendable {
        case missing
        case flag
        case value
        /// `aria-…` and `data-…`: the prefix stands apart so that names stay literals.
        case aria
        case data
    }

    let name: StaticString
    let kind: Kind
    let value: String

    private init(_ name: StaticString, _ kind: Kind, _ value: String?) {
        self.name = name
        self.kind = value == nil ? .missing : kind
        self.value = value ?? ""
    }

    /// Any attribute that has no function of its own; a missing value leaves it out.
    package static func attribute(_ name: StaticString, _ value: String?) -> Attribute {
        Attribute(name, .value, value)
    }

    /// An attribute without a value, such as `disabled`.
    package static func flag(_ name: StaticString, if isSet: Bool = true) -> Attribute {
        Attribute(name, .flag, isSet ? "" : nil)
    }

    package static func data(_ name: StaticString, _ value: String?) -> Attribute { Attribute(name, .data, value) }
    package static func aria(_ name: StaticString, _ value: String?) -> Attribute { Attribute(name, .aria, value) }

    package static func `class`(_ names: String?) -> Attribute { .attribute("class", names) }
    package static func id(_ value: String?) -> Attribute { .attribute("id", value) }
    package static func name(_ value: String?) -> Attribute { .attribute("name", value) }
    package static func value(_ value: String?) -> Attribute { .attribute("value", value) }
    package static func type(_ value: String?) -> Attribute { .attribute("type", value) }
    package static func `for`(_ id: String?) -> Attribute { .attribute("for", id) }
    package static func lang(_ value: String?) -> Attribute { .attribute("lang", value) }
    package static func role(_ value: String?) -> Attribute { .attribute("role", value) }
    package static func scope(_ value: String?) -> Attribute { .attribute("scope", value) }
    package static func alt(_ value: String) -> Attribute { .attribute("alt", value) }
    package static func method(_ value: String) -> Attribute { .attribute("method", value) }
    package static func rel(_ value: String?) -> Attribute { .attribute("rel", value) }
    package static func colspan(_ count: Int) -> Attribute { .attribute("colspan", "\(count)") }

    package static func href(_ address: String) -> Attribute { .attribute("href", SafeAddress.of(address)) }
    package static func src(_ address: String) -> Attribute { .attribute("src", SafeAddress.of(address)) }
    package static func action(_ address: String) -> Attribute { .attribute("action", SafeAddress.of(address)) }
}

/// Addresses that a link may lead to, whoever wrote them.
package enum SafeAddress {
    private static let schemes: Set<String> = ["https", "http", "mailto", "tel"]

    /// The address itself when it is relative or has a harmless scheme, else `#`.
    ///
    /// Browsers drop control characters and leading spaces and read `\` as `/`: an address with any of them is refused.
    package static func of(_ address: String) -> String {
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
