import Spreadsheets
import Testing

@Suite struct CSVWriterTests {
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+40 721", "'+40 721"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
        ("\rx", "\"'\rx\""), ("＝1", "'＝1"), ("-12.5", "-12.5"), ("-", "'-"), ("Iași", "Iași"),
        ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("=\"x\"", "\"'=\"\"x\"\"\""),
        ("'x", "'x"), ("", ""), ("a\"\u{301},b", "\"a\"\"\u{301},b\""),
    ])
    func cellsAreSafeToOpen(text: String, cell: String) {
        #expect(CSVWriter.cell(text) == cell)
    }

    @Test(arguments: [("=1", "'=1"), ("'=1", "''=1"), ("'x", "''x"), ("", "\"\""), ("x", "x"), ("-5", "-5")])
    func losslessCellsAreSafeToo(text: String, cell: String) {
        #expect(CSVWriter.cell(text, mode: .lossless) == cell)
    }

    @Test func losslessRowsComeBackAsTheyWere() throws {
        let rows: [[String?]] = [
            ["=1+1", "'=1+1", nil], ["", nil, " x "], [nil, nil, nil], ["a\"b", "c;d,e", "f\r\ng\n"],
            ["\u{feff}", "sep=;", "'"],
        ]
        var writer = CSVWriter(header: ["sep=;", "b", "'c"], mode: .lossless)
        for row in rows { writer.row(row) }
        let sheet = try CSVReader.workbook(writer.bytes, options: .init(isLossless: true)).sheets[0]
        let back: [[String?]] = sheet.rows.map { row in row.cells.map { $0.value == .empty ? nil : $0.text } }
        #expect(back == [["sep=;", "b", "'c"]] + rows)
    }

    @Test func aSingleColumnKeepsItsEmptyRows() throws {
        var writer = CSVWriter(header: ["a"], mode: .lossless)
        for cell in [nil, "", "x", nil] as [String?] { writer.row([cell]) }
        let sheet = try CSVReader.workbook(writer.bytes, options: .init(isLossless: true)).sheets[0]
        #expect(sheet.rows.map { $0[0].value } == [.text("a"), .empty, .text(""), .text("x"), .empty])
    }

    @Test func aTableCanBeTakenInPieces() {
        var writer = CSVWriter(header: ["a"])
        writer.row(["1"])
        #expect(String(decoding: writer.taken(), as: UTF8.self) == "a\r\n1\r\n" && writer.bytes.isEmpty)
        writer.row(["2"])
        #expect(String(decoding: writer.taken() + writer.taken(), as: UTF8.self) == "2\r\n")
    }

    @Test func rowsAreAsWideAsTheHeader() {
        var writer = CSVWriter(header: ["a", "b"])
        writer.row(["1"])
        writer.row(["1", "2", "3"])
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "a,b\r\n1,\r\n1,2\r\n")
    }
}

@Suite struct CSVRecordTests {
    @Test func whatIsWrittenIsRead() throws {
        var writer = CSVWriter(header: ["a", "b", "c"])
        writer.row(["1", nil, "x,y"])
        writer.row(["two\r\nlines", "\"q\""])
        let rows = try CSVReader.read(String(decoding: writer.bytes, as: UTF8.self))
        #expect(rows.count == 2)
        #expect(rows[0]["a"] == "1" && rows[0]["b"] == nil && rows[0]["c"] == "x,y")
        #expect(rows[1]["a"] == "two\r\nlines" && rows[1]["b"] == "\"q\"")
        #expect(try rows[1]("c") == "")
        #expect(throws: SpreadsheetProblem(.unknownColumn("d"), at: Place(row: 2))) { try rows[0]("d") }
    }

    @Test(arguments: ["a,b\n1", "a,b\n\"1,2", "a\nx\"y\"", "a\n\"x\"y", "a,b\n1,2,3", "a,b\n1,2,"])
    func brokenTablesAreRefused(text: String) {
        #expect(throws: SpreadsheetProblem.self) { try CSVReader.read(text) }
    }

    @Test func emptyLinesAndAMarkAtTheStartAreNoRows() throws {
        let rows = try CSVReader.read("\u{feff}a,b\n\n1,2\n\n")
        #expect(rows.count == 1 && rows[0]["a"] == "1" && rows[0].line == 3)
        #expect(try CSVReader.read("").isEmpty)
    }
}
