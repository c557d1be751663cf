import Foundation
import Storage
import Support
import Testing
import Web

@testable import Members

/// Codes of authenticator apps and recovery codes.
@Suite struct SecondFactorTests {
    /// RFC 6238, appendix B (SHA-1, eight digits).
    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func codesAreThePublishedOnes(seconds: Int64, expected: String) {
        let secret = Array("12345678901234567890".utf8)
        let step = OneTimeCode.step(atUnixSeconds: seconds)
        #expect(OneTimeCode.code(secret: secret, step: step, digits: 8) == expected)
        #expect(OneTimeCode.code(secret: secret, step: step) == String(expected.suffix(6)))
    }

    /// RFC 4648 §10, without padding.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func base32IsThePublishedOne(plain: String, encoded: String) {
        #expect(Base32.encode(Array(plain.utf8)) == encoded)
        #expect(Base32.decode(encoded) == Array(plain.utf8))
    }

    @Test func base32RefusesOtherCharacters() {
        #expect(Base32.decode("MZXW1") == nil)
        #expect(Base32.decode("mzxw 6ytb oi==") == Array("foobar".utf8))
    }

    @Test(arguments: [(-2, false), (-1, true), (0, true), (1, true), (2, false)])
    func clocksMayBeOneStepOff(offset: Int64, isRight: Bool) {
        let secret = Array("12345678901234567890".utf8)
        let now: Int64 = 1_800_000_000
        let code = OneTimeCode.code(secret: secret, step: OneTimeCode.step(atUnixSeconds: now) + offset)
        #expect((OneTimeCode.matchingStep(code, secret: secret, atUnixSeconds: now) != nil) == isRight)
    }

    @Test(arguments: Engines.all) func aCodeWorksOnce(engine: Engines) async throws {
        try await withMember(engine) { database, person in
            let now = Instant("2026-11-22T09:00:00.000Z")!
            let secret = "JBSWY3DPEHPK3PXP"
            let bytes = try #require(Base32.decode(secret))
            let step = OneTimeCode.step(atUnixSeconds: now.milliseconds / 1000)
            let code = OneTimeCode.code(secret: bytes, step: step)
            let before = OneTimeCode.code(secret: bytes, step: step - 1)
            let after = OneTimeCode.code(secret: bytes, step: step + 1)
            let proofs = try await database.write { connection in
                try SecondFactor.enrol(connection, person: person, secret: secret, at: now)
                return try [code, code, before, after, "abcdef"].map {
                    try SecondFactor.prove(connection, person: person, typed: $0, at: now)
                }
            }
            // An older code is refused too once a later one was used.
            #expect(proofs == [.code, nil, nil, .code, nil])
        }
    }

    @Test(arguments: Engines.all) func aRecoveryCodeWorksOnceAndForItsOwner(engine: Engines) async throws {
        try await withMember(engine) { database, person in
            let now = Instant("2026-11-22T09:00:00.000Z")!
            let codes = RecoveryCode.make()
            #expect(Set(codes).count == 10)
            let other: PersonID = IDSource(now: { now }).next()
            let proofs = try await database.write { connection in
                try Person.create(
                    connection, id: other, name: "Ion", email: "ion@x.example", language: .ro, passwordHash: nil,
                    at: now)
                for one in [person, other] {
                    try SecondFactor.enrol(connection, person: one, secret: "JBSWY3DP", at: now)
                }
                try SecondFactor.setRecoveryCodes(connection, of: person, codes, at: now)
                let typed = codes[3].replacing(" ", with: "-")
                return [
                    try SecondFactor.prove(connection, person: other, typed: typed, at: now),
                    try SecondFactor.prove(connection, person: person, typed: typed, at: now),
                    try SecondFactor.prove(connection, person: person, typed: typed, at: now),
                ]
            }
            #expect(proofs == [nil, .recoveryCode, nil])
            #expect(try await database.read { try SecondFactor.unusedRecoveryCodes($0, of: person) } == 9)
        }
    }
}
