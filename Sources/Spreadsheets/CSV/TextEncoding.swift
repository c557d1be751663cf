/// The ways of writing text as bytes that are recognised.
public enum TextEncoding: Sendable, Hashable {
    case utf8
    case utf16LittleEndian
    case utf16BigEndian
    /// Windows code page for Central Europe.
    case windows1250
    /// ISO 8859-2, Latin 2.
    case latin2

    /// The name that people know.
    public var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
        case .windows1250: "Windows-1250"
        case .latin2: "ISO 8859-2"
        }
    }
}

/// Text of a file as UTF-8, with the lines in which something could not be read.
struct DecodedText {
    /// UTF-8 without a byte order mark.
    let bytes: [UInt8]
    let encoding: TextEncoding
    /// Lines with bytes that the encoding does not have; U+FFFD stands in their place.
    let wrongLines: [Int]

    /// Reads the bytes in the encoding that is given, or else the one that they show themselves.
    init(_ bytes: [UInt8], as wanted: TextEncoding? = nil) {
        let mark = Self.mark(of: bytes)
        let encoding = wanted ?? mark?.encoding ?? Self.guess(bytes)
        let body = mark.map { $0.encoding == encoding ? bytes.dropFirst($0.length) : bytes[...] } ?? bytes[...]
        self.encoding = encoding
        switch encoding {
        case .utf8: (self.bytes, wrongLines) = Self.repaired(body)
        case .utf16LittleEndian: (self.bytes, wrongLines) = Self.utf16(body, low: 0)
        case .utf16BigEndian: (self.bytes, wrongLines) = Self.utf16(body, low: 1)
        case .windows1250: (self.bytes, wrongLines) = Self.mapped(body, CodePage.windows1250)
        case .latin2: (self.bytes, wrongLines) = Self.mapped(body, CodePage.latin2)
        }
    }

    private static func mark(of bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }

    /// Without a mark: UTF-16 shows in its zero bytes, UTF-8 in its sequences; else it is one of the old code pages.
    private static func guess(_ bytes: [UInt8]) -> TextEncoding {
        let start = bytes.prefix(4_000)
        let zeros = start.indices.reduce(into: [0, 0]) { counts, index in
            if start[index] == 0 { counts[index % 2] += 1 }
        }
        if zeros[1] * 4 > start.count, zeros[0] == 0 { return .utf16LittleEndian }
        if zeros[0] * 4 > start.count, zeros[1] == 0 { return .utf16BigEndian }
        let census = UTF8Census(bytes[...])
        if census.wrong == 0 || census.sequences > census.wrong { return .utf8 }
        // ISO 8859-2 has no characters from 80 to 9F, the Windows page has quotation marks and dashes there.
        return bytes.contains { (0x80...0x9F).contains($0) } ? .windows1250 : .latin2
    }

    private static func repaired(_ body: ArraySlice<UInt8>) -> ([UInt8], [Int]) {
        if UTF8Census(body).wrong == 0 { return (Array(body), []) }
        var out = UTF8Lines(capacity: body.count)
        body.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                let length = UTF8Census.length(buffer, index)
                if length > 0 {
                    out.bytes.append(contentsOf: buffer[index..<index + length])
                    if length == 1 { out.count(buffer[index]) }
                } else {
                    out.appendReplacement()
                }
                index += max(1, length)
            }
        }
        return (out.bytes, out.wrongLines)
    }

    private static func mapped(_ body: ArraySlice<UInt8>, _ page: [Unicode.Scalar]) -> ([UInt8], [Int]) {
        var out = UTF8Lines(capacity: body.count + body.count / 8)
        for byte in body {
            if byte < 0x80 {
                out.bytes.append(byte)
                out.count(byte)
            } else {
                out.append(page[Int(byte) - 0x80])
            }
        }
        return (out.bytes, out.wrongLines)
    }

    private static func utf16(_ body: ArraySlice<UInt8>, low: Int) -> ([UInt8], [Int]) {
        var out = UTF8Lines(capacity: body.count)
        var units = body.startIndex
        func next() -> UInt16? {
            guard units + 1 < body.endIndex else { return nil }
            defer { units += 2 }
            return UInt16(body[units + low]) | UInt16(body[units + 1 - low]) << 8
        }
        var pending: UInt16?
        while let unit = pending ?? next() {
            pending = nil
            if UTF16.isLeadSurrogate(unit) {
                let trail = next()
                if let trail, UTF16.isTrailSurrogate(trail) {
                    let value = 0x10000 + (UInt32(unit & 0x3FF) << 10) + UInt32(trail & 0x3FF)
                    out.append(Unicode.Scalar(value) ?? "\u{fffd}")
                    continue
                }
                out.appendReplacement()
                pending = trail
            } else if let scalar = Unicode.Scalar(unit) {
                out.append(scalar)
            } else {
                out.appendReplacement()
            }
        }
        if units < body.endIndex { out.appendReplacement() }
        return (out.bytes, out.wrongLines)
    }
}

/// UTF-8 being written, which knows its line and notes where something was replaced.
private struct UTF8Lines {
    var bytes: [UInt8] = []
    private(set) var wrongLines: [Int] = []
    private var line = 1
    private var sawReturn = false

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func count(_ byte: UInt8) {
        if byte == 0x0A { if !sawReturn { line += 1 } } else if byte == 0x0D { line += 1 }
        sawReturn = byte == 0x0D
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.value < 0x80 {
            bytes.append(UInt8(scalar.value))
            count(UInt8(scalar.value))
        } else if scalar == "\u{fffd}" {
            appendReplacement()
        } else {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    mutating func appendReplacement() {
        bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
        if wrongLines.last != line { wrongLines.append(line) }
    }
}

/// How much of a text is UTF-8 beyond ASCII, and how much is not UTF-8 at all.
struct UTF8Census {
    private(set) var sequences = 0
    private(set) var wrong = 0

    init(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                if buffer[index] < 0x80 {
                    index += 1
                    continue
                }
                let length = Self.length(buffer, index)
                if length > 0 { sequences += 1 } else { wrong += 1 }
                index += max(1, length)
            }
        }
    }

    /// Length of the well-formed sequence that begins here; 0 when there is none.
    static func length(_ buffer: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        let first = buffer[index]
        if first < 0x80 { return 1 }
        let (length, second): (Int, ClosedRange<UInt8>)
        switch first {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard index + length <= buffer.count, second.contains(buffer[index + 1]) else { return 0 }
        for offset in 2..<max(2, length) where buffer[index + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
