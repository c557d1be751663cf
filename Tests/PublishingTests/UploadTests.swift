import HTTPTypes
import SiteSupport
import Storage
import Support
import Testing

@testable import Web

/// A form with files on the running hub, by way of the trial form of the design system.
@Suite struct UploadTests {
    private static let path = "/en/design/upload"
    private static let pdf = Array("%PDF-1.7\n".utf8)

    private struct Part {
        let name: String
        var fileName: String?
        let bytes: [UInt8]

        static func text(_ name: String, _ value: String) -> Part { Part(name: name, bytes: Array(value.utf8)) }
    }

    private func body(_ parts: [Part]) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in parts {
            let file = part.fileName.map { "; filename=\"\($0)\"\r\nContent-Type: application/octet-stream" } ?? ""
            bytes += Array("--b0undary\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(file)\r\n\r\n".utf8)
            bytes += part.bytes + Array("\r\n".utf8)
        }
        return bytes + Array("--b0undary--\r\n".utf8)
    }

    private func send(
        _ browser: TestBrowser, _ parts: [Part], cut: Int = 0, boundary: String = "b0undary", token: Bool = true
    ) async throws -> TestAnswer {
        let value = try await browser.get(Self.path).inputValue("form-token") ?? ""
        let whole = body((token ? [.text("form-token", value)] : []) + parts)
        return try await browser.postRaw(
            Self.path, body: Array(whole.dropLast(cut)), contentType: "multipart/form-data; boundary=\(boundary)")
    }

    private func decision(_ bytes: [UInt8], name: String = "hotărâre.pdf", title: String = "Hotărârea <5>") -> [Part] {
        [.text("title", title), Part(name: "decision", fileName: name, bytes: bytes)]
    }

    @Test func aRightFileArrivesWhole() async throws {
        try await withSite(.sqlite) { site in
            let ana = try await site.browser(as: .cityEditor)
            let answer = try await send(ana, decision(Self.pdf))
            #expect(answer.status == 200)
            #expect(answer.text.contains("hotărâre.pdf") && answer.text.contains(Blob.hash(of: Self.pdf)))
            let large = Self.pdf + [UInt8](repeating: 0x0d, count: 10_000_000 - Self.pdf.count)
            let whole = try await send(ana, decision(large))
            #expect(whole.status == 200)
            #expect(whole.text.contains(Blob.hash(of: large)))
        }
    }

    @Test(
        arguments: [
            (pdf, "hotărâre.exe", "another kind"), (Array("MZ".utf8), "hotărâre.pdf", "not a whole PDF"),
            ([], "hotărâre.pdf", "is empty"),
            ([UInt8](repeating: 0x20, count: 10_000_001), "a.csv", "larger than 10 MB"),
        ] as [([UInt8], String, String)])
    func aWrongFileIsExplainedAndTheTextKept(bytes: [UInt8], name: String, word: String) async throws {
        try await withSite(.sqlite) { site in
            let answer = try await send(try await site.browser(as: .cityEditor), decision(bytes, name: name))
            #expect(answer.status == 422)
            #expect(answer.text.contains(word))
            #expect(answer.text.contains("value=\"Hotărârea &lt;5&gt;\""), "the title is kept")
        }
    }

    @Test func whatIsTooLargeAsAWholeKeepsWhatWasTyped() async throws {
        try await withSite(.sqlite) { site in
            let ana = try await site.browser(as: .cityEditor)
            let answer = try await send(ana, decision([UInt8](repeating: 0x20, count: 12_000_000)))
            #expect(answer.status == 413)
            #expect(answer.text.contains("10.5 MB"))
            let again = try #require(answer.form(to: Self.path))
            #expect(again.encoding == "multipart/form-data")
            #expect(again.pairs.contains { $0 == ("title", "Hotărârea <5>") })
            #expect(again.fields.contains { $0.type == "file" && $0.name == "decision" })
            let token = again.fields.first { $0.name == "form-token" }?.value ?? ""
            let parts = [Part.text("form-token", token)] + decision(Self.pdf)
            let smaller = try await ana.postRaw(
                Self.path, body: body(parts), contentType: "multipart/form-data; boundary=b0undary")
            #expect(smaller.status == 200)
        }
    }

    @Test func aThousandPartsAreTooMany() async throws {
        try await withSite(.sqlite) { site in
            let parts = (0..<1000).map { Part(name: "annexes", fileName: "\($0).txt", bytes: [97]) }
            let answer = try await send(try await site.browser(as: .cityEditor), parts)
            #expect(answer.status == 413)
            #expect(answer.text.contains("500 answers and files"))
        }
    }

    @Test(arguments: [1, 5, 14, 20, 60, 200]) func aTruncatedBodyIsRefusedWithAWayOut(cut: Int) async throws {
        try await withSite(.sqlite) { site in
            let ana = try await site.browser(as: .cityEditor)
            let answer = try await send(ana, decision(Self.pdf), cut: cut + 2)
            #expect(answer.status == 400)
            #expect(answer.text.contains("damaged or only in part"))
        }
    }

    @Test(arguments: ["other", "", "x\"", String(repeating: "x", count: 90)])
    func aWrongBoundaryIsRefused(boundary: String) async throws {
        try await withSite(.sqlite) { site in
            let ana = try await site.browser(as: .cityEditor)
            #expect(try await send(ana, decision(Self.pdf), boundary: boundary).status == 400)
        }
    }

    @Test func theTokenIsCheckedAsForOtherForms() async throws {
        try await withSite(.sqlite) { site in
            let ana = try await site.browser(as: .cityEditor)
            let answer = try await send(ana, decision(Self.pdf), token: false)
            #expect(answer.status == 403)
            let again = try #require(answer.form(to: Self.path))
            #expect(again.pairs.contains { $0 == ("title", "Hotărârea <5>") })
            #expect(answer.text.contains("Files are not kept"))
            let mihai = try await site.browser(as: .otherCity)
            let token = try #require(try await ana.get(Self.path).inputValue("form-token"))
            let foreign = try await mihai.postRaw(
                Self.path, body: body([.text("form-token", token)] + decision(Self.pdf)),
                contentType: "multipart/form-data; boundary=b0undary")
            #expect(foreign.status == 403)
        }
    }

    @Test func strangersSendNoFiles() async throws {
        try await withSite(.sqlite) { site in
            let parts = decision([UInt8](repeating: 0x20, count: 1_000_000))
            let answer = try await site.browser().postRaw(
                Self.path, body: body(parts), contentType: "multipart/form-data; boundary=b0undary")
            #expect(answer.status == 401)
            #expect(answer.text.contains("Hotărârea &lt;5&gt;"))
        }
    }

    @Test func formsWithoutFilesTakeNone() async throws {
        try await withSite(.sqlite) { site in
            let ana = try await site.browser(as: .cityEditor)
            let answer = try await ana.postRaw(
                "/en/cities/alba-iulia/edit", body: body([.text("summary-en", "x")]),
                contentType: "multipart/form-data; boundary=b0undary")
            #expect(answer.status == 400)
        }
    }

    @Test func hostileNamesAreHarmless() async throws {
        try await withSite(.sqlite) { site in
            let ana = try await site.browser(as: .cityEditor)
            for (name, safe) in [
                ("../../../etc/passwd.pdf", "passwd.pdf"), ("a%22 onload=%22x.pdf", "a_ onload=_x.pdf"),
                ("<img src=x>.pdf", "_img src=x_.pdf"), ("x\u{202e}fdp.pdf", "xfdp.pdf"), ("a%0D%0Ab.pdf", "ab.pdf"),
            ] {
                let answer = try await send(ana, decision(Self.pdf, name: name))
                #expect(answer.status == 200, "\(name)")
                #expect(answer.text.contains("<dd>\(safe)</dd>"), "\(name)")
            }
        }
    }
}
