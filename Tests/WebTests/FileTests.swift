import Storage
import Testing

@testable import Web

/// Files that people send: their names, their kinds, how they are given back.
@Suite struct FileTests {
    private static let t = Texts(language: .en, catalogue: nil)

    @Test(arguments: [
        ("../../etc/passwd", "passwd"), ("C:\\Users\\ana\\plan.xlsx", "plan.xlsx"), ("", "file"), ("...", "file"),
        (".htaccess", "htaccess"), ("a\u{0}b\r\nc.pdf", "abc.pdf"), ("plan\u{202e}fdp.exe", "planfdp.exe"),
        ("  hotărâre nr. 5.pdf ", "hotărâre nr. 5.pdf"), ("<script>.pdf", "_script_.pdf"), ("a:b|c?.csv", "a_b_c_.csv"),
        ("s\u{326}i.txt", "și.txt"), ("a/", "a"), ("//", "file"),
    ])
    func namesAreMadeSafe(given: String, safe: String) {
        #expect(FileName.safe(given) == safe)
    }

    @Test func longNamesKeepTheirEnding() {
        let name = FileName.safe(String(repeating: "ă", count: 300) + ".pdf")
        #expect(name.count == FileName.maxLength)
        #expect(name.hasSuffix("ă.pdf"))
    }

    @Test func dispositionsHoldEveryName() {
        let value = FileName.disposition("Hotărârea „5” 100%.pdf\r\nSet-Cookie: a=b")
        #expect(
            value
                == "attachment; filename=\"Hotararea _5_ 100_.pdfSet-Cookie_ a=b\"; "
                + "filename*=UTF-8''Hot%C4%83r%C3%A2rea%20%E2%80%9E5%E2%80%9D%20100%25.pdfSet-Cookie_%20a%3Db")
    }

    /// An archive with these entries, each empty; `mimetype` holds its type as OpenDocument wants it.
    private static func archive(_ names: [String], mediaType: String = "") -> [UInt8] {
        var files: [UInt8] = []
        var directory: [UInt8] = []
        func word(_ number: Int, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        for name in names {
            let content = Array((name == "mimetype" ? mediaType : "").utf8)
            let start = files.count
            files += [0x50, 0x4b, 3, 4] + word(20, 2) + word(0, 12) + word(content.count, 4) + word(content.count, 4)
            files += word(name.utf8.count, 2) + word(0, 2) + Array(name.utf8) + content
            directory += [0x50, 0x4b, 1, 2] + word(0, 24) + word(name.utf8.count, 2) + word(0, 12) + word(start, 4)
            directory += Array(name.utf8)
        }
        let ending = [0x50, 0x4b, 5, 6] + word(0, 4) + word(names.count, 2) + word(names.count, 2)
        return files + directory + ending + word(directory.count, 4) + word(files.count, 4) + word(0, 2)
    }

    private static let sheet = archive(["[Content_Types].xml", "xl/workbook.xml"])
    private static let letter = archive(["[Content_Types].xml", "word/document.xml"])
    private static let samples: [(FileType, [UInt8])] = [
        (.pdf, Array("%PDF-1.7\n".utf8)), (.png, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
        (.jpeg, [0xff, 0xd8, 0xff, 0xe0]), (.xlsx, sheet), (.docx, letter), (.zip, archive(["a.txt"])),
        (.ods, archive(["mimetype"], mediaType: FileType.ods.mediaType)),
        (.odt, archive(["mimetype"], mediaType: FileType.odt.mediaType)),
        (.csv, Array("oraș;an\r\nIași;2030\r\n".utf8)),
        (.text, Array("Iași\n".utf8)), (.json, Array("{\"an\": 2030}\n".utf8)),
    ]

    @Test func kindsAreKnownByTheirBytes() {
        for (kind, bytes) in Self.samples {
            let fitting = Set(FileType.allCases.filter { $0.fits(bytes) })
            var expected: Set<FileType> = [kind]
            if [.xlsx, .docx, .ods, .odt].contains(kind) { expected.insert(.zip) }
            if [.csv, .text].contains(kind) { expected = [.csv, .text] }
            if kind == .json { expected = [.csv, .text, .json] }
            if kind == .pdf { expected.formUnion([.csv, .text]) }
            #expect(fitting == expected, "\(kind)")
            #expect(FileType.named("x.\(kind.endings[0].uppercased())") == kind)
        }
    }

    @Test func brokenArchivesAreNone() {
        let whole = Self.sheet
        for length in 0..<whole.count { #expect(ZipNames.read(Array(whole.prefix(length))) == nil, "\(length)") }
        for position in whole.indices {
            var bytes = whole
            bytes[position] ^= 0xff
            // Whatever is read must not go beyond the bytes.
            _ = ZipNames.read(bytes)
        }
    }

    private func problem(_ name: String, _ bytes: [UInt8], optional: Bool = false) -> String? {
        let form = Form([Field("f", "Decision", optional: optional, .file(types: [.pdf, .csv], maxBytes: 1000))])
        let uploads = name.isEmpty ? [:] : ["f": [Answers.Upload(fileName: name, bytes: bytes)]]
        return form.check(Answers(uploads: uploads), Self.t).problem(at: "f")
    }

    @Test func theFieldSaysWhatIsWrong() throws {
        let pdf = Array("%PDF-1.7\n".utf8)
        #expect(problem("a.pdf", pdf) == nil)
        #expect(problem("a.csv", Array("a;b".utf8)) == nil)
        #expect(problem("", [], optional: true) == nil)
        #expect(problem("", []) != nil)
        for (name, bytes, word) in [
            ("a.pdf", [], "empty"), ("a.pdf", pdf + Array(repeating: 0, count: 1000), "larger"),
            ("a.exe", pdf, "another kind"), ("pdf", pdf, "another kind"),
            ("a.pdf", Array("MZ".utf8), "not a whole PDF"),
            ("a.csv", [0x61, 0x00, 0xff], "cannot be read as text"), ("a.png", pdf, "another kind"),
        ] as [(String, [UInt8], String)] {
            let text = try #require(problem(name, bytes))
            #expect(text.contains(word), "\(name) \(word)")
        }
    }

    @Test func tooManyFilesAreRefused() {
        let form = Form([Field("f", "Annexes", .file(types: [.text], maxBytes: 10, most: 2))])
        let upload = Answers.Upload(fileName: "a.txt", bytes: [97])
        func isFine(_ count: Int) -> Bool {
            form.check(Answers(uploads: ["f": Array(repeating: upload, count: count)]), Self.t).isFine
        }
        #expect(!isFine(0) && isFine(1) && isFine(2) && !isFine(3))
    }

    @Test func filesAreGivenBackWithoutRights() {
        func header(_ name: String, of reply: Reply) -> String? { reply.headers.last { $0.name == name }?.value }
        let own = Reply.file([1], mediaType: "text/html", fileName: "a.html")
        #expect(header("Content-Security-Policy", of: own) == "default-src 'none'; sandbox")
        #expect(header("X-Content-Type-Options", of: own) == "nosniff")
        #expect(header("Cache-Control", of: own) == "no-store")
        #expect(header("Content-Disposition", of: own)?.hasPrefix("attachment; filename=\"a.html\"") == true)
    }

    @Test func draftsKeepNoSecretsAndNothingUnasked() {
        let form = Form([
            Field("name", "Name", .text(maxLength: 5)), Field("secret", "Password", .password(minLength: 3)),
            Field("code", "Code", .code(length: 6)), Field("day", "Day", .date()),
        ])
        let typed = Answers(texts: [
            "name": ["Ana"], "secret": ["parola"], "code": ["123456"], "day-day": ["1"], "form-token": ["x"],
            "odd": ["y"],
        ])
        #expect(form.kept(typed) == ["name": ["Ana"], "day-day": ["1"]])
        #expect(form.checkUnfinished(Answers(texts: ["name": [""]]), Self.t).isFine)
        #expect(form.checkUnfinished(Answers(texts: ["name": ["Anamaria"]]), Self.t).problems.map(\.field) == ["name"])
    }
}
