/// A JSON object of plain texts, numbers and such objects, which is what the arguments of a method nearly always are, read
/// in one pass.
///
/// A decoder takes ten times as long, which counts where every row of a large file has arguments.
enum PlainJSON {
    /// The members; nil where there is anything else (lists, escapes, exponents, a name that comes twice, a mistake), which
    /// is left to the decoder and its messages.
    static func read(_ json: String) -> [String: JSONValue]? {
        json.utf8.withContiguousStorageIfAvailable { bytes in
            var scanner = Scanner(bytes: bytes)
            return scanner.whole()
        } ?? nil
    }

    private struct Scanner {
        let bytes: UnsafeBufferPointer<UInt8>
        private var place = 0

        init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

        mutating func whole() -> [String: JSONValue]? {
            guard let members = object(depth: 0) else { return nil }
            skipSpaces()
            return next == nil ? members : nil
        }

        private mutating func object(depth: Int) -> [String: JSONValue]? {
            // Arguments have two levels; what is deeper is odd and may be made to be so.
            guard depth < 4, take("{") else { return nil }
            var members: [String: JSONValue] = [:]
            repeat {
                guard let name = text(), take(":"), let value = value(depth: depth),
                    members.updateValue(value, forKey: name) == nil
                else { return nil }
            } while take(",")
            return take("}") ? members : nil
        }

        private mutating func skipSpaces() {
            while let byte = next, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { place += 1 }
        }

        private mutating func take(_ sign: Unicode.Scalar) -> Bool {
            skipSpaces()
            guard next == UInt8(ascii: sign) else { return false }
            place += 1
            return true
        }

        private mutating func text() -> String? {
            guard take("\"") else { return nil }
            let start = place
            while let byte = next, byte != UInt8(ascii: "\"") {
                guard byte >= 0x20, byte != UInt8(ascii: "\\") else { return nil }
                place += 1
            }
            guard next != nil else { return nil }
            defer { place += 1 }
            return String(decoding: bytes[start..<place], as: UTF8.self)
        }

        private mutating func value(depth: Int) -> JSONValue? {
            skipSpaces()
            switch next {
            case UInt8(ascii: "\""): return text().map { .text($0) }
            case UInt8(ascii: "{"): return object(depth: depth + 1).map { .object($0) }
            default: return number()
            }
        }

        private mutating func number() -> JSONValue? {
            let start = place
            if next == UInt8(ascii: "-") { place += 1 }
            let first = next
            let whole = digits()
            guard whole == 1 || whole > 1 && first != UInt8(ascii: "0") else { return nil }
            if next == UInt8(ascii: ".") {
                place += 1
                guard digits() > 0 else { return nil }
            }
            let value = Double(String(decoding: bytes[start..<place], as: UTF8.self))
            return value.flatMap { $0.isFinite ? .number($0) : nil }
        }

        private mutating func digits() -> Int {
            let start = place
            while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
            return place - start
        }
    }
}
