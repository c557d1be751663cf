import Spreadsheets
import Testing

@Suite struct CSVReaderTests {
    static func book(_ text: String, _ options: CSVReader.Options = .init()) throws -> Workbook {
        try CSVReader.workbook(Array(text.utf8), options: options)
    }

    static func texts(_ book: Workbook) -> [[String]] { book.sheets[0].rows.map { $0.cells.map(\.text) } }

    static let counties = [
        ["Județ", "Localitate", "Cantitate"], ["Iași", "Pașcani", "1.234,56"], ["Maramureș", "Târgu Lăpuș", "12,5"],
        ["Timiș", "Făget", "1.234"],
    ]

    @Test(arguments: [
        ("utf8", TextEncoding.utf8, CSVSeparator.semicolon), ("utf8-mark", .utf8, .semicolon),
        ("utf16le", .utf16LittleEndian, .semicolon), ("utf16be", .utf16BigEndian, .semicolon),
        ("latin2", .latin2, .semicolon), ("tabs", .utf8, .tab), ("pipes-old-mac", .utf8, .pipe),
    ])
    func encodingAndSeparatorAreFound(file: String, encoding: TextEncoding, separator: CSVSeparator) throws {
        let book = try Workbook.read(try Corpus.bytes("good/\(file).csv"))
        #expect(book.format == .csv(encoding, separator: separator))
        #expect(Self.texts(book) == Self.counties)
        #expect(book.problems.isEmpty)
    }

    @Test func theWindowsPageIsKnownByItsQuotationMarks() throws {
        let book = try Workbook.read(try Corpus.bytes("good/windows1250.csv"))
        #expect(book.format == .csv(.windows1250, separator: .semicolon))
        #expect(Self.texts(book) == Self.counties + [["„x”", "–", "1"]])
    }

    @Test func utf16WithoutAMarkIsKnownByItsZeros() throws {
        let text = "a;b\n1;ș\n"
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(Self.texts(try Workbook.read(little)) == [["a", "b"], ["1", "ș"]])
        #expect(Self.texts(try Workbook.read(big)) == [["a", "b"], ["1", "ș"]])
    }

    @Test func wrongBytesAreReportedWithTheirLine() throws {
        let book = try Workbook.read(try Corpus.bytes("good/wrong-bytes.csv"))
        #expect(book.problems.all == [SpreadsheetProblem(.wrongBytes(.utf8), at: Place(row: 3))])
        #expect(book.sheets[0].cell(row: 3, column: 0).text == "Gala\u{fffd}i")
        #expect(book.sheets[0].cell(row: 4, column: 0).text == "Brăila")
        let broken = try CSVReader.workbook([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x62, 0x00, 0x63])
        #expect(broken.problems.all.map(\.place.row) == [2])
        #expect(Self.texts(broken) == [["a"], ["\u{fffd}b\u{fffd}"]])
    }

    @Test(arguments: [
        ("a;b\n1,5;2,5\n3,5;4,5\n", CSVSeparator.semicolon), ("a,b\n\"1;5\",2\n\"3;4;5\",4\n", .comma),
        ("name,note\nx,a;b;c\ny,d;e;f\n", .comma), ("one\ntwo\n", .comma), ("a|b\n1|2,3\n", .pipe),
        ("Emisii 2021\n\na;b;c\n1,0;2,0;3,0\n4,0;5,0;6,0\n", .semicolon),
    ])
    func theSeparatorIsTheOneThatCutsAllLinesAlike(text: String, separator: CSVSeparator) throws {
        #expect(try CSVReader(Array(text.utf8)).separator == separator)
    }

    @Test func theDirectiveOfExcelIsNoRow() throws {
        let book = try Workbook.read(try Corpus.bytes("good/directive.csv"))
        #expect(Self.texts(book) == [["a", "b;c"], ["1", "2"]])
        #expect(book.sheets[0].rows.map(\.number) == [2, 3])
    }

    @Test func quotesKeepSeparatorsAndLines() throws {
        let book = try Workbook.read(try Corpus.bytes("good/quotes.csv"))
        #expect(Self.texts(book) == [["a", "b"], ["1,5", "say \"yes\""], ["two\nlines", "x"]])
        #expect(try Self.book("\"a\r\nb\",c\r\nd,e").sheets[0].rows.map(\.number) == [1, 3])
    }

    @Test func raggedRowsAreKeptAndReported() throws {
        let book = try Self.book("a,b,c\n1,2\n1,2,3,4\n1,2,3,,,\n1,2,3\n")
        #expect(book.problems.all.map(\.place.row) == [2, 3])
        #expect(
            book.problems.all.map(\.fault) == [.wrongWidth(found: 2, expected: 3), .wrongWidth(found: 4, expected: 3)])
        #expect(book.sheets[0].rows[1].cells.map(\.text) == ["1", "2"])
        #expect(book.problems.all[0].description == "row 2: The row has 2 cells where 3 were expected.")
    }

    @Test func aQuoteThatStaysOpenSpoilsOneCellOnly() throws {
        let book = try Self.book("a,b\n\"open,1\nc,2\n")
        #expect(Self.texts(book) == [["a", "b"], ["\"open", "1"], ["c", "2"]])
        #expect(book.problems.all == [SpreadsheetProblem(.unclosedQuote, at: Place(row: 2, column: 0))])
        let stray = try Self.book("a,b\n5\" pipe,1\n\"x\" y,2\n")
        #expect(Self.texts(stray) == [["a", "b"], ["5\" pipe", "1"], ["x y", "2"]])
        #expect(stray.problems.all.map(\.fault) == [.strayQuote, .strayQuote])
    }

    @Test func manyOpenQuotesEndTheReading() {
        let text = String(repeating: "\"\n\"x\n", count: 20_000)
        #expect(throws: SpreadsheetProblem.self) {
            try CSVReader.workbook(
                Array(text.utf8), options: .init(separator: .comma, limits: Self.limits { $0.cellBytes = 1 }))
        }
    }

    static func limits(_ change: (inout ReadingLimits) -> Void) -> ReadingLimits {
        var limits = ReadingLimits()
        change(&limits)
        return limits
    }

    @Test func whatExceedsALimitIsRefused() {
        func fault(_ text: String, _ change: (inout ReadingLimits) -> Void) -> Fault? {
            do { _ = try Workbook.read(Array(text.utf8), limits: Self.limits(change)) } catch { return error.fault }
            return nil
        }
        #expect(fault("a,b\n1,2\n") { $0.fileBytes = 7 } == .fileTooLarge(bytes: 7))
        #expect(fault("a,b\n1,2\n3,4\n") { $0.rows = 2 } == .tooManyRows(limit: 2))
        #expect(fault("a,b,c\n") { $0.columns = 2 } == .tooManyColumns(limit: 2))
        #expect(fault("a,b\n1,2\n") { $0.cells = 3 } == .tooManyCells(limit: 3))
        #expect(fault("a\nlonger\n") { $0.cellBytes = 5 } == .cellTooLong(limit: 5))
        #expect(fault("a\nfives\n") { $0.cellBytes = 5 } == nil)
    }

    @Test func problemsAreCountedBeyondTheirLimit() throws {
        let text = "a,b\n1,2\n" + String(repeating: "1\n", count: 30) + String(repeating: "1,2\n", count: 80)
        let book = try CSVReader.workbook(Array(text.utf8), options: .init(limits: Self.limits { $0.problems = 10 }))
        #expect(book.problems.all.count == 10 && book.problems.leftOut == 20)
    }

    @Test func fiftyThousandRowsAreReadOneByOne() throws {
        var text = "siruta;localitate;an;cantitate;unitate\n"
        for index in 0..<50_000 { text += "\(index);Localitatea \(index);2021;\(index).234,5;MWh\n" }
        var reader = try CSVReader(Array(text.utf8))
        var rows = 0
        while let row = try reader.next() {
            rows += 1
            if rows == 25_001 { #expect(row[1].text == "Localitatea 24999" && abs(reader.progress - 0.5) < 0.01) }
        }
        #expect(rows == 50_001 && reader.progress == 1 && reader.problems.isEmpty)
    }
}
