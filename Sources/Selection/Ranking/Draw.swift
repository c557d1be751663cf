import Crypto

/// A public draw that anybody can repeat: every bid gets a ticket, and the lowest ticket comes first.
///
/// The ticket is the SHA-256, in lower-case hexadecimal, of the seed, a colon and the bid's number:
/// `printf '%s' 'SEED:NUMBER' | sha256sum`. Whoever knows the seed before it is public could choose a number, so the
/// numbers are given out first and the seed is drawn afterwards, in public.
public struct Draw: Sendable, Hashable {
    public let seed: String

    public init(seed: String) { self.seed = seed }

    /// The ticket of what has this number.
    public func ticket(_ number: String) -> String { Digest.hexadecimal(Array("\(seed):\(number)".utf8)) }

    /// Numbers in the order of their tickets.
    public func order(_ numbers: [String]) -> [String] {
        numbers.map { (ticket($0), $0) }.sorted { $0 < $1 }.map(\.1)
    }
}

/// SHA-256 as text.
enum Digest {
    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in SHA256.hash(data: bytes) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
