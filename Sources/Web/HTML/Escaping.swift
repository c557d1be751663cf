/// Makes any text harmless between tags and inside quoted attributes.
enum Escaping {
    /// How many bytes `write` takes.
    static func size(_ text: String) -> Int {
        var text = text
        return text.withUTF8 { source in
            var size = source.count
            for byte in source where isSpecial(byte) { size += replacement(byte).utf8CodeUnitCount - 1 }
            return size
        }
    }

    /// Copies runs of plain bytes at once; only the few bytes with a meaning are replaced.
    static func write(_ text: String, into bytes: inout ByteWriter) {
        var text = text
        text.withUTF8 { source in
            var start = 0
            for index in 0..<source.count where isSpecial(source[index]) {
                if start < index { bytes.append(UnsafeBufferPointer(rebasing: source[start..<index])) }
                bytes.append(literal: replacement(source[index]))
                start = index + 1
            }
            if start < source.count {
                bytes.append(UnsafeBufferPointer(rebasing: source[start..<source.count]))
            }
        }
    }

    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        // One comparison settles almost every letter; the rest are digits, punctuation and control characters.
        guard byte < 0x40 else { return byte == 0x7f }
        switch byte {
        case 0x26, 0x3c, 0x3e, 0x22, 0x27: return true
        case 0x09, 0x0a, 0x0d: return false
        default: return byte < 0x20
        }
    }

    private static func replacement(_ byte: UInt8) -> StaticString {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        // Control characters are not allowed in HTML in any form.
        default: "\u{fffd}"
        }
    }
}
