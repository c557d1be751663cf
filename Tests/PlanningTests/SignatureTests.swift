import Background
import Foundation
import Support
import Testing

@testable import Planning

/// Signed files of other programs are told apart, by what poppler finds in them and by the bytes that we generated.
@Suite struct SignatureTests {
    private static let ours = SigningTools.pdf("Contractul climatic al orașului Exemplu")

    private func check(_ file: [UInt8], expected: String = "Ana Ștefănescu") async throws -> SignatureCheck {
        try await SignatureCheck.of(
            file, ours: Self.ours, expected: expected, reader: PDFSignatureReader(limit: .seconds(200)))
    }

    @Test func signedFilesAreToldApart() async throws {
        try await withFolder { folder in
            let tools = SigningTools(folder: folder)
            try tools.certificate("ana", "Ana Ștefănescu")
            try tools.certificate("ion", "Ion Vădan")
            try tools.expiredCertificate("old", "Ana Stefanescu")
            let signed = try tools.sign(Self.ours, as: "ana")
            let untouched = try await check(signed)
            #expect(untouched.outcome == .validOnOurs && untouched.counted == 0)
            #expect(untouched.signatures.map(\.signer) == ["Ana Ștefănescu"])
            #expect(untouched.signatures[0].certificate != .trusted && untouched.signatures[0].coversAll)
            #expect(untouched.signatures[0].time.contains("20"))

            // One letter of what we generated.
            var altered = signed
            let place = try #require(altered.firstRange(of: Array("Exemplu".utf8))).lowerBound
            altered[place] = UInt8(ascii: "e")
            #expect(try await check(altered).outcome == .altered)

            #expect(try await check(signed, expected: "Ion Vădan").outcome == .otherSigner)
            #expect(try await check(try tools.sign(Self.ours, as: "ion")).outcome == .otherSigner)
            #expect(try await check(try tools.sign(Self.ours, as: "old")).outcome == .expired)
            let other = try tools.sign(SigningTools.pdf("Alt contract"), as: "ana")
            #expect(try await check(other).outcome == .otherDocument)
            #expect(try await check(Self.ours).outcome == .unsigned)
            #expect(try await check(Array("PK nu e un PDF".utf8)).outcome == .notPDF)
            #expect(try await check(Array("%PDF-1.7\nrupt".utf8)).outcome == .notPDF)
        }
    }

    @Test func twoSignersInSequenceBothCount() async throws {
        try await withFolder { folder in
            let tools = SigningTools(folder: folder)
            try tools.certificate("ana", "Ana Ștefănescu")
            try tools.certificate("ion", "Ion Vădan")
            let first = try tools.sign(Self.ours, as: "ana")
            let both = try tools.sign(first, as: "ion", field: "Signature2")
            let forAna = try await check(both)
            #expect(forAna.outcome == .validOnOurs && forAna.counted == 0)
            #expect(forAna.signatures.map(\.coversAll) == [false, true])
            let forIon = try await check(both, expected: "Ion Vădan")
            #expect(forIon.outcome == .validOnOurs && forIon.counted == 1)
            // Something appended that nobody signed.
            #expect(try await check(first + Array("\n% adăugat\n".utf8)).outcome == .altered)
        }
    }

    @Test func whatIsMissingOrTooLargeIsSaid() async throws {
        let missing = PDFSignatureReader(program: "/nowhere/pdfsig")
        await #expect(throws: PDFSignatureReader.Failure.missingProgram) { _ = try await missing.read(Self.ours) }
        #expect(PDFSignatureReader.Failure.missingProgram.description.contains("poppler-utils"))
        let large = [UInt8](repeating: 0x20, count: PDFSignatureReader.largestFile + 1)
        await #expect(throws: PDFSignatureReader.Failure.tooLarge(large.count)) {
            _ = try await PDFSignatureReader().read(large)
        }
    }

    /// A program that never ends is ended.
    @Test func aProgramThatHangsIsGivenUp() async throws {
        try await withFolder { folder in
            let program = folder.appendingPathComponent("pdfsig")
            try "#!/bin/sh\nexec sleep 600\n".write(to: program, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
            let reader = PDFSignatureReader(program: program.path, limit: .milliseconds(200))
            await #expect(throws: PDFSignatureReader.Failure.timedOut) { _ = try await reader.read(Self.ours) }
        }
    }

    @Test(
        arguments: [
            ("Ana Ștefănescu", "Ștefănescu Ana", true), ("STEFANESCU ANA-MARIA", "Ana Ștefănescu", true),
            ("Ana Popescu", "Ana Ștefănescu", false), ("Ana", "Ana Ștefănescu", false), ("Ana Pop", "", false),
            ("Anastasia Ștefănescu", "Ana Ștefănescu", false),
        ])
    func namesInCertificates(certificate: String, expected: String, isSame: Bool) {
        #expect(SignerName.names(certificate, expected) == isSame)
    }
}
