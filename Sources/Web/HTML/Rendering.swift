extension HTML {
    /// Writes the markup at the end of a buffer.
    package func render(into bytes: inout [UInt8]) {
        var page = ByteWriter()
        defer { page.free() }
        render(into: &page)
        bytes.append(contentsOf: page.written)
    }

    fileprivate func render(into bytes: inout ByteWriter) {
        switch node {
        case .empty: return
        case .text(let text): Escaping.write(text, into: &bytes)
        case .raw(let markup):
            var markup = markup
            markup.withUTF8 { bytes.append($0) }
        case .late(let make): make(bytes.written.count).render(into: &bytes)
        case .list(let parts): for part in parts { part.render(into: &bytes) }
        case .void(let name, let attributes): Self.open(name, attributes, into: &bytes)
        case .element(let name, let attributes, let content):
            Self.open(name, attributes, into: &bytes)
            content.render(into: &bytes)
            bytes.append(literal: "</")
            bytes.append(literal: name)
            bytes.append(UInt8(ascii: ">"))
        }
    }

    /// The markup as UTF-8.
    package var bytes: [UInt8] {
        var page = ByteWriter()
        defer { page.free() }
        render(into: &page)
        return Array(page.written)
    }

    /// The markup as text, for tests and feeds.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    private static func open(_ name: StaticString, _ attributes: [Attribute], into bytes: inout ByteWriter) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(literal: name)
        for attribute in attributes { attribute.render(into: &bytes) }
        bytes.append(UInt8(ascii: ">"))
    }
}

extension Attribute {
    fileprivate func render(into bytes: inout ByteWriter) {
        switch content {
        case .none: return
        case .flag:
            bytes.append(UInt8(ascii: " "))
            bytes.append(literal: name)
        case .value(let value):
            bytes.append(UInt8(ascii: " "))
            write(value, into: &bytes)
        case .prefixed(let prefix, let value):
            bytes.append(UInt8(ascii: " "))
            bytes.append(literal: prefix)
            write(value, into: &bytes)
        }
    }

    private func write(_ value: String, into bytes: inout ByteWriter) {
        bytes.append(literal: name)
        bytes.append(literal: "=\"")
        Escaping.write(value, into: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }
}

/// Makes any text harmless between tags and inside quoted attributes.
enum Escaping {
    /// Copies runs of plain bytes at once; only the few bytes with a meaning are replaced.
    static func write(_ text: String, into bytes: inout ByteWriter) {
        var text = text
        text.withUTF8 { source in
            var start = 0
            for index in 0..<source.count where Self.isSpecial(source[index]) {
                if start < index { bytes.append(UnsafeBufferPointer(rebasing: source[start..<index])) }
                bytes.append(literal: Self.replacement(source[index]))
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

/// Memory that a page is written into: one check of room per piece, which an array cannot promise.
///
/// The one who makes it calls `free`.
struct ByteWriter {
    private var start = UnsafeMutablePointer<UInt8>.allocate(capacity: 16 * 1024)
    private var capacity = 16 * 1024
    private var count = 0

    var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    mutating func free() { start.deallocate() }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(by: 1) }
        start[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func append(literal: StaticString) {
        append(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        if count + bytes.count > capacity { grow(by: bytes.count) }
        (start + count).update(from: source, count: bytes.count)
        count += bytes.count
    }

    private mutating func grow(by more: Int) {
        let larger = max(capacity * 2, count + more)
        let room = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        room.update(from: start, count: count)
        start.deallocate()
        start = room
        capacity = larger
    }
}
