import Crypto
import Foundation
import Storage

/// Makes and checks what the hub must recognise later: form tokens and signed texts (HMAC-SHA256 over a purpose).
package struct Signer: Sendable {
    private let key: SymmetricKey
    private let now: @Sendable () -> Instant

    init(secret: [UInt8], now: @escaping @Sendable () -> Instant) {
        key = SymmetricKey(data: SHA256.hash(data: secret))
        self.now = now
    }

    package func sign(_ text: String, purpose: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data("\(purpose)\u{0}\(text)".utf8), using: key)
        return Data(code).base64URL
    }

    package func verify(_ text: String, signature: String, purpose: String) -> Bool {
        guard let code = Data(base64URL: signature) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            code, authenticating: Data("\(purpose)\u{0}\(text)".utf8), using: key)
    }

    /// A token that differs on every page (so that compression leaks nothing) and holds for one session, 24 hours.
    func formToken(binding: String) -> String {
        let nonce =
            "\(String(now().milliseconds / 1000, radix: 36))-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        return "\(nonce).\(sign("\(nonce)\u{0}\(binding)", purpose: "form"))"
    }

    func isValidFormToken(_ token: String, binding: String) -> Bool {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let made = Int64(parts[0].prefix { $0 != "-" }, radix: 36) else { return false }
        let age = now().milliseconds / 1000 - made
        guard age >= -60, age < 24 * 3600 else { return false }
        return verify("\(parts[0])\u{0}\(binding)", signature: String(parts[1]), purpose: "form")
    }

    /// A text that comes back to us through the visitor's browser unchanged, or not at all.
    func sealed(_ text: String, purpose: String) -> String {
        Data(text.utf8).base64URL + "." + sign(text, purpose: purpose)
    }

    func opened(_ sealed: String, purpose: String) -> String? {
        let parts = sealed.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let data = Data(base64URL: String(parts[0])),
            let text = String(data: data, encoding: .utf8),
            verify(text, signature: String(parts[1]), purpose: purpose)
        else { return nil }
        return text
    }
}

extension Data {
    /// base64url without padding (RFC 4648 §5).
    package var base64URL: String {
        let bytes = base64EncodedData().compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            case UInt8(ascii: "="): nil
            default: byte
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    package init?(base64URL text: String) {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        self.init(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
    }
}

/// Random secrets for links, sessions and codes.
package enum RandomToken {
    /// 256 bits from the system's generator, as 43 base64url characters.
    package static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        // Every draw is a call into the kernel: four of eight bytes, not thirty-two of one.
        let words: [UInt64] = (0..<4).map { _ in generator.next() }
        return words.withUnsafeBytes { Data($0) }.base64URL
    }

    /// What the database keeps of a token: its SHA-256, in hexadecimal.
    package static func digest(_ token: String) -> String {
        SHA256.hash(data: Data(token.utf8)).hexadecimal
    }
}
