import Testing

@testable import Web

/// Reading forms with files: what browsers send, and what nobody should.
@Suite struct MultipartTests {
    private static let boundary = "----WebKitFormBoundaryA1b2"

    /// One part: its header lines and its content.
    private static func part(_ header: String, _ content: [UInt8]) -> [UInt8] {
        Array("--\(boundary)\r\n\(header)\r\n\r\n".utf8) + content + Array("\r\n".utf8)
    }

    private static func text(_ name: String, _ value: String) -> [UInt8] {
        part("Content-Disposition: form-data; name=\"\(name)\"", Array(value.utf8))
    }

    private static func file(_ name: String, _ fileName: String, _ bytes: [UInt8]) -> [UInt8] {
        part(
            "Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(fileName)\"\r\nContent-Type: application/pdf",
            bytes)
    }

    private static let end = Array("--\(boundary)--\r\n".utf8)

    private static func parse(_ bytes: [UInt8], isWhole: Bool = true) throws -> Answers {
        try Multipart.parse(bytes, boundary: boundary, isWhole: isWhole)
    }

    @Test func readsTextsAndFiles() throws {
        let content: [UInt8] = [0x25, 0x50, 0x44, 0x46, 0x2d, 0x0d, 0x0a, 0x2d, 0x2d, 0x00, 0xff]
        let body =
            Self.text("title", "Hotărârea\r\nnr. 5") + Self.text("topic", "a") + Self.text("topic", "b")
            + Self.file("decision", "hotărâre.pdf", content) + Self.end
        let answers = try Self.parse(body)
        #expect(answers.texts["title"] == ["Hotărârea\r\nnr. 5"])
        #expect(answers.list("topic") == ["a", "b"])
        let upload = try #require(answers.upload("decision"))
        #expect(upload.fileName == "hotărâre.pdf")
        #expect(upload.declaredType == "application/pdf")
        #expect(upload.bytes == content)
    }

    @Test func aFieldWithoutAChosenFileIsNoFile() throws {
        let answers = try Self.parse(Self.file("decision", "", []) + Self.end)
        #expect(answers.upload("decision") == nil)
        let empty = try Self.parse(Self.file("decision", "gol.pdf", []) + Self.end)
        #expect(empty.upload("decision")?.bytes == [])
    }

    @Test func escapesOfBrowsersAreRead() throws {
        let answers = try Self.parse(
            Self.file("a%22b", "x%22y.pdf", [1]) + Self.file("c", "q\\\"r.pdf", [2]) + Self.end)
        #expect(answers.upload("a\"b")?.fileName == "x_y.pdf")
        #expect(answers.upload("c")?.fileName == "q_r.pdf")
    }

    @Test func everyCutIsDamage() throws {
        let whole = Self.text("a", "1") + Self.file("f", "x.pdf", [1, 2, 3]) + Self.end
        // The line end after the last boundary is a courtesy.
        for length in 0..<(whole.count - 2) {
            #expect(throws: Multipart.Problem.damaged, "cut after \(length) bytes") {
                try Self.parse(Array(whole.prefix(length)))
            }
        }
    }

    @Test func ofACutBodyTheBeginningIsKept() throws {
        let whole = Self.text("a", "kept") + Self.file("f", "x.pdf", Array(repeating: 7, count: 1000)) + Self.end
        let answers = try Self.parse(Array(whole.prefix(600)), isWhole: false)
        #expect(answers.texts == ["a": ["kept"]])
        #expect(answers.uploads.keys.sorted() == ["f"])
        #expect(answers.upload("f") == nil)
    }

    @Test(arguments: [
        "Content-Disposition: attachment; name=\"a\"", "Content-Disposition: form-data", "X-Other: 1",
        "Content-Disposition: form-data; name=\"\"", "Content-Disposition: form-data; name=\"a",
        "Content-Disposition: form-data; name=\"a\"; name=\"b\"", "no colon here",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64",
    ])
    func malformedPartsAreDamage(header: String) {
        #expect(throws: Multipart.Problem.damaged) { try Self.parse(Self.part(header, [49]) + Self.end) }
    }

    @Test func limitsHold() {
        let many = Array(repeating: Self.text("a", "1"), count: 1000).flatMap { $0 } + Self.end
        #expect(throws: Multipart.Problem.tooManyParts) { try Self.parse(many) }
        let long = Self.text("a", String(repeating: "x", count: Route.fieldsLimit + 1)) + Self.end
        #expect(throws: Multipart.Problem.tooMuchText) { try Self.parse(long) }
        let header = "Content-Disposition: form-data; name=\"a\"\r\nX: " + String(repeating: "x", count: 9000)
        #expect(throws: Multipart.Problem.damaged) { try Self.parse(Self.part(header, [49]) + Self.end) }
    }

    @Test func textsMustBeUTF8WithoutNUL() {
        for content in [[0xff, 0xfe], [0x61, 0x00]] as [[UInt8]] {
            let body = Self.part("Content-Disposition: form-data; name=\"a\"", content) + Self.end
            #expect(throws: Multipart.Problem.encoding) { try Self.parse(body) }
        }
    }

    @Test func boundariesComeFromTheHeader() throws {
        #expect(try Multipart.boundary(of: "multipart/form-data; boundary=abc") == "abc")
        #expect(try Multipart.boundary(of: "Multipart/Form-Data; charset=utf-8; boundary=\"a b:c\"") == "a b:c")
        #expect(try Multipart.boundary(of: "application/json") == nil)
        let long = String(repeating: "x", count: 71)
        for broken in ["", "; boundary=", "; boundary=\"\"", "; boundary=\(long)", "; boundary=a{b", "; boundary=\"a "]
        {
            #expect(throws: (any Error).self, "\(broken)") {
                // A header that cannot be read at all is no multipart form either.
                guard try Multipart.boundary(of: "multipart/form-data\(broken)") != nil else {
                    throw Multipart.Problem.boundary
                }
            }
        }
    }
}
