import Crypto
import CryptoExtras
import Foundation

/// A password as the database keeps it: scrypt (RFC 7914) with its parameters and salt, such as
/// `scrypt$15$8$1$<salt>$<key>`.
package enum PasswordHash {
    /// How much work one guess costs.
    package struct Cost: Sendable, Equatable {
        /// N = 2^logRounds.
        package let logRounds: Int
        package let blockSize: Int
        package let parallelism: Int

        package init(logRounds: Int, blockSize: Int, parallelism: Int) {
            self.logRounds = logRounds
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        /// 32 MiB a guess: what one server can spare for two guesses at a time.
        package static let production = Cost(logRounds: 15, blockSize: 8, parallelism: 1)
        /// For tests only.
        package static let quick = Cost(logRounds: 4, blockSize: 8, parallelism: 1)

        /// Keeps a damaged row from asking for all the memory there is.
        var isSane: Bool {
            (1...20).contains(logRounds) && (1...32).contains(blockSize) && (1...16).contains(parallelism)
        }
    }

    struct MalformedHash: Error {}
    struct EmptyPassword: Error {}

    /// The stored form of a new password. Slow on purpose: never call it on an event loop.
    package static func make(_ password: String, cost: Cost = .production) throws -> String {
        var generator = SystemRandomNumberGenerator()
        let salt: [UInt8] = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let key = try derive(password, salt: salt, cost: cost)
        return "scrypt$\(cost.logRounds)$\(cost.blockSize)$\(cost.parallelism)$\(Data(salt).base64EncodedString())$"
            + Data(key).base64EncodedString()
    }

    /// Whether the password is the one that was hashed. As slow as `make`.
    package static func matches(_ password: String, _ stored: String) throws -> Bool {
        let parts = try read(stored)
        guard !password.isEmpty else { return false }
        let key = try derive(password, salt: parts.salt, cost: parts.cost)
        // No early exit: the time must not tell how many bytes were right.
        guard key.count == parts.key.count else { return false }
        var difference: UInt8 = 0
        for index in key.indices { difference |= key[index] ^ parts.key[index] }
        return difference == 0
    }

    /// Whether the row was made with other parameters than today's.
    package static func needsRehash(_ stored: String, cost: Cost) -> Bool {
        guard let parts = try? read(stored) else { return true }
        return parts.cost != cost
    }

    /// scrypt itself; the password is taken in Unicode form NFC, so that it does not depend on the keyboard.
    static func derive(_ password: String, salt: [UInt8], cost: Cost, length: Int = 32) throws -> [UInt8] {
        let bytes = Array(password.precomposedStringWithCanonicalMapping.utf8)
        // The library underneath takes the address of the first byte.
        guard !bytes.isEmpty, !salt.isEmpty else { throw EmptyPassword() }
        let key = try KDF.Scrypt.deriveKey(
            from: bytes, salt: salt, outputByteCount: length, rounds: 1 << cost.logRounds, blockSize: cost.blockSize,
            parallelism: cost.parallelism)
        return key.withUnsafeBytes { Array($0) }
    }

    private static func read(_ stored: String) throws -> (cost: Cost, salt: [UInt8], key: [UInt8]) {
        let parts = stored.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let logRounds = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = Data(base64Encoded: parts[4]),
            let key = Data(base64Encoded: parts[5]), salt.count >= 8, key.count >= 16
        else { throw MalformedHash() }
        let cost = Cost(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism)
        guard cost.isSane else { throw MalformedHash() }
        return (cost, Array(salt), Array(key))
    }
}
