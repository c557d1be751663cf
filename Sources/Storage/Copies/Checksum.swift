import Crypto

/// A sum over the rows of a table that does not depend on their order nor on the engine that holds them.
struct Checksum: Equatable, Sendable, CustomStringConvertible {
    private(set) var rows = 0
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    mutating func add(_ row: [Value]) {
        rows += 1
        var hash = SHA256()
        for value in row { Self.feed(value, to: &hash) }
        var words: [UInt64] = [0, 0]
        for (index, byte) in hash.finalize().prefix(16).enumerated() {
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

    private static func feed(_ value: Value, to hash: inout SHA256) {
        switch value {
        case .null: feed("n", [], to: &hash)
        case .integer(let number): feed("i", Array(String(number).utf8), to: &hash)
        // SQLite keeps booleans as 0 and 1.
        case .boolean(let flag): feed("i", [UInt8(ascii: flag ? "1" : "0")], to: &hash)
        // SQLite may keep -0.0 as 0.
        case .real(let number): feed("r", Array(String((number + 0).bitPattern).utf8), to: &hash)
        case .text(let text): feed("t", Array(text.utf8), to: &hash)
        case .blob(let bytes): feed("b", bytes, to: &hash)
        }
    }

    private static func feed(_ tag: Unicode.Scalar, _ bytes: [UInt8], to hash: inout SHA256) {
        hash.update(data: Array("\(tag)\(bytes.count):".utf8))
        hash.update(data: bytes)
    }
}
