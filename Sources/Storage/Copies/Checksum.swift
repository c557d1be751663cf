import Crypto

/// A sum over the rows of a table that does not depend on their order nor on the engine that holds them.
struct Checksum: Equatable, Sendable, CustomStringConvertible {
    private(set) var rows = 0
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    mutating func add(_ row: [Value]) {
        rows += 1
        // One text for the whole row: a call of the hash for every value would cost more than the hashing.
        var bytes: [UInt8] = []
        for value in row { Self.append(value, to: &bytes) }
        var words: [UInt64] = [0, 0]
        for (index, byte) in SHA256.hash(data: bytes).prefix(16).enumerated() {
            words[index / 8] = words[index / 8] << 8 | UInt64(byte)
        }
        // Adding (not XOR) so that two equal rows do not cancel each other.
        high &+= words[0]
        low &+= words[1]
    }

    var description: String {
        [high, low].map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    private static func append(_ value: Value, to bytes: inout [UInt8]) {
        switch value {
        case .null: append("n", [], to: &bytes)
        case .integer(let number): append("i", Array(String(number).utf8), to: &bytes)
        // SQLite keeps booleans as 0 and 1.
        case .boolean(let flag): append("i", [UInt8(ascii: flag ? "1" : "0")], to: &bytes)
        // SQLite may keep -0.0 as 0.
        case .real(let number): append("r", Array(String((number + 0).bitPattern).utf8), to: &bytes)
        case .text(let text): append("t", Array(text.utf8), to: &bytes)
        case .blob(let blob): append("b", blob, to: &bytes)
        }
    }

    private static func append(_ tag: Unicode.Scalar, _ value: [UInt8], to bytes: inout [UInt8]) {
        bytes += Array("\(tag)\(value.count):".utf8)
        bytes += value
    }
}
