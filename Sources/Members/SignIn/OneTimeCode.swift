import Crypto
import Foundation

/// Time-based one-time codes as authenticator apps make them (RFC 6238: HMAC-SHA-1, 30 seconds, 6 digits).
package enum OneTimeCode {
    package static let stepSeconds: Int64 = 30
    static let digits = 6

    /// The step that a moment lies in.
    package static func step(atUnixSeconds seconds: Int64) -> Int64 { seconds / stepSeconds }

    /// The code of one step (RFC 4226 §5.3).
    package static func code(secret: [UInt8], step: Int64, digits: Int = digits) -> String {
        let counter = withUnsafeBytes(of: UInt64(bitPattern: step).bigEndian) { Array($0) }
        let code = HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret))
        let bytes = Array(code)
        let offset = Int(bytes[bytes.count - 1] & 0x0f)
        let number = bytes[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
        let modulus = (0..<digits).reduce(UInt32(1)) { result, _ in result * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step whose code was typed: now, or one before or after for clocks that are a little off.
    package static func matchingStep(_ typed: String, secret: [UInt8], atUnixSeconds seconds: Int64) -> Int64? {
        let now = step(atUnixSeconds: seconds)
        let plain = typed.filter { !$0.isWhitespace }
        var match: Int64?
        // All three are computed and compared whole, whatever matches first.
        for step in (now - 1)...(now + 1) where isSame(code(secret: secret, step: step), plain) { match = step }
        return match
    }

    /// A new secret: 160 bits, as RFC 4226 recommends.
    package static func newSecret() -> String {
        var generator = SystemRandomNumberGenerator()
        return Base32.encode((0..<20).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// The address that authenticator apps read.
    static func address(secret: String, email: String) -> String {
        let label = "M100:\(email)".addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "M100"
        return "otpauth://totp/\(label)?secret=\(secret)&issuer=M100&algorithm=SHA1&digits=6&period=30"
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for index in left.indices { difference |= left[index] ^ right[index] }
        return difference == 0
    }
}

/// Base32 without padding (RFC 4648 §6), the alphabet of authenticator secrets.
package enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    package static func encode(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        var buffer = 0
        var bits = 0
        for byte in bytes {
            buffer = (buffer << 8 | Int(byte)) & 0xffff
            bits += 8
            while bits >= 5 {
                bits -= 5
                result.append(alphabet[buffer >> bits & 31])
            }
        }
        if bits > 0 { result.append(alphabet[buffer << (5 - bits) & 31]) }
        return String(decoding: result, as: UTF8.self)
    }

    /// nil for characters outside the alphabet; spaces and padding are passed over.
    package static func decode(_ text: String) -> [UInt8]? {
        var result: [UInt8] = []
        var buffer = 0
        var bits = 0
        for byte in text.uppercased().utf8 where byte != UInt8(ascii: " ") && byte != UInt8(ascii: "=") {
            guard let value = alphabet.firstIndex(of: byte) else { return nil }
            buffer = (buffer << 5 | value) & 0xffff
            bits += 5
            if bits >= 8 {
                bits -= 8
                result.append(UInt8(buffer >> bits & 0xff))
            }
        }
        return result
    }
}
