import Foundation
import Storage
import Support
import Testing

@testable import Background

/// The bytes of a mail. The expected texts were read back with Python's `email` package, which found the same words.
@Suite struct MailEncodingTests {
    private func text(
        subject: String, body: String = "Bună ziua", to: String = "ana@cluj.example", name: String? = nil,
        url: String? = nil
    ) throws -> String {
        let envelope = Envelope(
            message: MailMessage(
                to: try TestHub.address(to, name: name), subject: subject, body: body, unsubscribeURL: url),
            from: try TestHub.address("hub@m100.example", name: "M100 Hub"),
            identity: "0190a1b2-0000-7000-8000-000000000001", written: TestClock.start.milliseconds)
        return String(decoding: MailEncoding.bytes(of: envelope, lineEnd: "\n"), as: UTF8.self)
    }

    private func headers(_ mail: String) -> [String] {
        let head = mail.components(separatedBy: "\n\n").first ?? ""
        return head.replacingOccurrences(of: "\n ", with: " ").components(separatedBy: "\n")
    }

    @Test func aMailWithDiacriticsIsThis() throws {
        let mail = try text(
            subject: "Invitație în echipa orașului", body: "Bună ziua, Ștefan!\n\nț = \"t\" cu virgulă\n",
            name: "Ștefan Pop", url: "https://m100.example/ro/notifications")
        #expect(
            mail == """
                From: M100 Hub <hub@m100.example>
                To: =?UTF-8?B?yJh0ZWZhbiBQb3A=?= <ana@cluj.example>
                Subject: =?UTF-8?B?SW52aXRhyJtpZSDDrm4gZWNoaXBhIG9yYciZdWx1aQ==?=
                Date: Sun, 22 Nov 2026 10:00:00 +0000
                Message-ID: <0190a1b2-0000-7000-8000-000000000001@m100.example>
                Auto-Submitted: auto-generated
                List-Unsubscribe: <https://m100.example/ro/notifications>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Bun=C4=83 ziua, =C8=98tefan!

                =C8=9B =3D "t" cu virgul=C4=83

                """)
    }

    @Test func longSubjectsFoldAndComeBackWhole() throws {
        let subject = String(repeating: "Contractul Climatic al municipiului Târgu Mureș, ", count: 6)
        let mail = try text(subject: subject)
        let lines = mail.components(separatedBy: "\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
        let header = try #require(headers(mail).first { $0.hasPrefix("Subject: ") })
        let words = header.dropFirst(9).split(separator: " ")
        #expect(words.count > 4 && words.allSatisfy { $0.utf8.count <= 75 })
        let bytes = try words.map { try #require(Data(base64Encoded: String($0.dropFirst(10).dropLast(2)))) }
        let readBack = bytes.map { String(decoding: $0, as: UTF8.self) }.joined()
        #expect(readBack == subject.trimmingCharacters(in: .whitespaces))
    }

    @Test func plainLongSubjectsFoldAtSpaces() throws {
        let subject = Array(repeating: "climate", count: 30).joined(separator: " ")
        let mail = try text(subject: subject)
        #expect(mail.components(separatedBy: "\n").allSatisfy { $0.utf8.count <= 76 })
        #expect(headers(mail).contains("Subject: \(subject)"))
        let unbroken = try text(subject: String(repeating: "x", count: 300))
        #expect(unbroken.components(separatedBy: "\n").allSatisfy { $0.utf8.count <= 78 })
    }

    @Test(arguments: [
        "Hello\r\nBcc: all@cities.example", "Hello\nBcc: all@cities.example", "Hello\rBcc: all@cities.example",
        "Hello\u{2028}Bcc: all@cities.example", "Hello\u{85}Bcc: all@cities.example",
        "Hello\0\u{0b}\u{0c}Bcc: x@y.example",
    ])
    func nothingTypedBeginsAHeader(text typed: String) throws {
        let names = [
            "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
            "Content-Transfer-Encoding",
        ]
        for mail in [try text(subject: typed), try text(subject: "x", name: typed)] {
            #expect(headers(mail).compactMap { $0.components(separatedBy: ":").first } == names)
        }
        let rest = try #require(typed.components(separatedBy: "Bcc: ").last)
        #expect(headers(try text(subject: typed)).contains("Subject: Hello Bcc: \(rest)"))
        #expect(headers(try text(subject: "x", url: "https://x.example/>\r\nBcc: y")).count == names.count)
    }

    @Test(arguments: [
        "", "ana", "@x.ro", "ana@", "ana@ro", "ana@x..ro", "ana@x.ro\r\nBcc: b@x.ro", "ana@x.ro\n", "a b@x.ro",
        "a@b@x.ro", ".a@x.ro", "a.@x.ro", "a..b@x.ro", "ana@-x.ro", "ana@x-.ro", "ană@x.ro", "ana@x.ro>",
        "<ana@x.ro", "ana,ion@x.ro",
        "\"a b\"@x.ro", "\(String(repeating: "a", count: 65))@x.ro", "a@\(String(repeating: "b.", count: 126))ro",
    ])
    func wrongAddressesAreRefused(address: String) { #expect(MailAddress(address) == nil) }

    @Test(arguments: ["ana@x.ro", "ana.pop+hub@primaria-cluj.example", "o'neil@a.b.c.example", "1@2.ro"])
    func rightAddressesAreTaken(address: String) { #expect(MailAddress(address)?.address == address) }

    /// A reader written from RFC 2045 gets back what went in, for random texts.
    @Test func bodiesComeBackWhole() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var numbers = SeededRandom(seed)
        let signs = Array("aăâîșțZ =.F\t\n€😀_?") + ["From ", "\n.\n", " \n", "\t\n"].flatMap { Array($0) }
        for _ in 0..<300 {
            let length = Int.random(in: 1...200, using: &numbers)
            let body = String((0..<length).map { _ in signs.randomElement(using: &numbers) ?? "a" }) + "."
            let lines = QuotedPrintable.lines(of: body)
            #expect(lines.allSatisfy { $0.utf8.count <= 76 }, "seed \(seed)")
            #expect(lines.allSatisfy { !$0.hasSuffix(" ") && !$0.hasSuffix("\t") }, "seed \(seed)")
            #expect(lines.allSatisfy { $0 != "." && !$0.hasPrefix("From ") }, "seed \(seed)")
            #expect(decoded(lines) == body, "seed \(seed)")
        }
    }

    private func decoded(_ lines: [String]) -> String {
        var bytes: [UInt8] = []
        for (index, line) in lines.enumerated() {
            var rest = Array(line.utf8)[...]
            var isSoft = false
            while let byte = rest.popFirst() {
                guard byte == UInt8(ascii: "=") else {
                    bytes.append(byte)
                    continue
                }
                if rest.isEmpty {
                    isSoft = true
                } else {
                    bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
                    rest = rest.dropFirst(2)
                }
            }
            if !isSoft, index < lines.count - 1 { bytes.append(10) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
