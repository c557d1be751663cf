import Foundation
import Testing

@testable import Members

/// Password hashing and the rules for new passwords.
@Suite struct PasswordTests {
    /// RFC 7914 §12, the vectors that are quick enough to run always (the first has no password and no salt, which the
    /// hub never hashes).
    @Test(arguments: [
        (
            "password", "NaCl", 10, 8, 16,
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
        ),
        (
            "pleaseletmein", "SodiumChloride", 14, 8, 1,
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
        ),
    ])
    func scryptGivesThePublishedKeys(
        password: String, salt: String, logRounds: Int, blockSize: Int, parallelism: Int, expected: String
    ) throws {
        let cost = PasswordHash.Cost(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism)
        let key = try PasswordHash.derive(password, salt: Array(salt.utf8), cost: cost, length: 64)
        #expect(key.map { String(format: "%02x", $0) }.joined() == expected)
    }

    @Test func aHashBelongsToItsPasswordOnly() throws {
        let hash = try PasswordHash.make("patru mere verzi", cost: .quick)
        #expect(try PasswordHash.matches("patru mere verzi", hash))
        #expect(try PasswordHash.matches("patru mere verzI", hash) == false)
        #expect(try PasswordHash.matches("", hash) == false)
        #expect(try PasswordHash.make("patru mere verzi", cost: .quick) != hash)
    }

    @Test func theSameLettersTypedAnotherWayAreTheSamePassword() throws {
        let hash = try PasswordHash.make("\u{0219}apte ur\u{0219}i", cost: .quick)
        #expect(try PasswordHash.matches("s\u{0326}apte urs\u{0326}i", hash))
    }

    @Test func otherParametersAskForANewHash() throws {
        let hash = try PasswordHash.make("patru mere verzi", cost: .quick)
        #expect(!PasswordHash.needsRehash(hash, cost: .quick))
        #expect(PasswordHash.needsRehash(hash, cost: .production))
    }

    @Test(arguments: [
        "", "scrypt$4$8$1$AAAA", "scrypt$99$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAA==", "x$y",
    ])
    func aDamagedRowIsRefused(stored: String) {
        #expect(throws: PasswordHash.MalformedHash.self) { try PasswordHash.matches("anything at all", stored) }
    }

    @Test func nobodyIsSomebodyWithTheSameWork() async throws {
        let hashing = PasswordHashing(cost: .quick)
        #expect(try await hashing.matches("patru mere verzi", nil) == false)
        let hash = try await hashing.make("patru mere verzi")
        #expect(try await hashing.matches("patru mere verzi", hash))
    }

    @Test func aFloodOfSignInsIsTurnedAway() async throws {
        let hashing = PasswordHashing(
            cost: .init(logRounds: 12, blockSize: 8, parallelism: 1), places: 1, longestLine: 2)
        let refused = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 { group.addTask { (try? await hashing.make("patru mere verzi")) == nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused > 0)
        #expect(refused < 40)
        // The line is free again afterwards.
        _ = try await hashing.make("patru mere verzi")
    }

    @Test(arguments: [
        ("elevenchars", PasswordRules.Problem.tooShort), ("", .tooShort),
        (String(repeating: "abcdefgh ", count: 40), .tooLong),
        ("passwordpassword", .easyToGuess), ("Parola123456", .easyToGuess), ("P@ssw0rd2026!", .easyToGuess),
        ("aaaaaaaaaaaaaa", .easyToGuess), ("abababababab", .easyToGuess), ("abcdefghijklmnop", .easyToGuess),
        ("correcthorsebatterystaple", .easyToGuess), ("StefanescuElena", .easyToGuess),
        ("ștefănescu-2026", .easyToGuess),
        ("alba.example12", .easyToGuess),
    ])
    func weakPasswordsAreRefused(password: String, expected: PasswordRules.Problem) {
        #expect(
            PasswordRules.problem(of: password, name: "Elena Ștefănescu", email: "elena.stefanescu@alba.example")
                == expected)
    }

    @Test(arguments: [
        "patru mere verzi", "tren lampa cizme", "xT9#qLm2vRw8", "demonstratie-m100", "elena iubește ploaia de vară",
    ])
    func longUnrelatedWordsAreFine(password: String) {
        #expect(
            PasswordRules.problem(of: password, name: "Elena Ștefănescu", email: "elena.stefanescu@alba.example") == nil
        )
    }
}
