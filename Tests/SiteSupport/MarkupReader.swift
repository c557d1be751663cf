/// One piece of a page, in the order of its bytes.
package enum Markup: Sendable {
    case opening(String, [String: String])
    case closing(String)
    case text(String)
}

/// Takes a page apart; enough of HTML for the pages of the hub, which a validator checks elsewhere.
package struct MarkupReader {
    private let bytes: [UInt8]
    private var index = 0
    private var parts: [Markup] = []

    private static let less = UInt8(ascii: "<")
    private static let more = UInt8(ascii: ">")
    private static let quote = UInt8(ascii: "\"")

    /// All pieces of a page. What stands inside `script` and `style` is left out.
    package static func parts(of bytes: [UInt8]) -> [Markup] {
        var reader = MarkupReader(bytes: bytes)
        reader.read()
        return reader.parts
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func read() {
        while index < bytes.count {
            if bytes[index] == Self.less {
                tag()
            } else {
                let end = bytes[index...].firstIndex(of: Self.less) ?? bytes.count
                parts.append(.text(String(decoding: bytes[index..<end], as: UTF8.self).unescaped))
                index = end
            }
        }
    }

    private mutating func tag() {
        index += 1
        let isClosing = index < bytes.count && bytes[index] == UInt8(ascii: "/")
        if isClosing { index += 1 }
        let name = word { $0 == Self.more || Self.isSpace($0) }
        var attributes: [String: String] = [:]
        while index < bytes.count, bytes[index] != Self.more {
            if Self.isSpace(bytes[index]) {
                index += 1
                continue
            }
            let attribute = word { $0 == Self.more || $0 == UInt8(ascii: "=") || Self.isSpace($0) }
            attributes[attribute] = value()
        }
        index += 1
        // `<!doctype html>` is no element.
        guard !name.hasPrefix("!") else { return }
        parts.append(isClosing ? .closing(name) : .opening(name, attributes))
        if !isClosing, name == "script" || name == "style" { skipToClosing(name) }
    }

    /// The quoted value after `=`; empty for a bare attribute.
    private mutating func value() -> String {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return "" }
        index += 1
        guard index < bytes.count, bytes[index] == Self.quote else {
            return word { $0 == Self.more || Self.isSpace($0) }
        }
        index += 1
        let text = word { $0 == Self.quote }
        index += 1
        return text.unescaped
    }

    private mutating func word(until ends: (UInt8) -> Bool) -> String {
        let start = index
        while index < bytes.count, !ends(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func skipToClosing(_ name: String) {
        let closing = Array("</\(name)".utf8)
        while index < bytes.count, !bytes[index...].starts(with: closing) { index += 1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}

extension String {
    /// With the five escapes of the hub's pages undone.
    package var unescaped: String {
        guard utf8.contains(UInt8(ascii: "&")) else { return self }
        return replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
}
