import Testing

@testable import Web

@Suite struct CSVTests {
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+40 721", "'+40 721"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
        ("\rx", "\"'\rx\""), ("＝1", "'＝1"), ("-12.5", "-12.5"), ("-", "'-"), ("Iași", "Iași"),
        ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("=\"x\"", "\"'=\"\"x\"\"\""),
    ])
    func cellsAreSafeToOpen(text: String, cell: String) {
        #expect(CSVWriter.cell(text) == cell)
    }

    @Test func whatIsWrittenIsRead() throws {
        var writer = CSVWriter(header: ["a", "b", "c"])
        writer.row(["1", nil, "x,y"])
        writer.row(["two\r\nlines", "\"q\""])
        let rows = try CSVReader.read(String(decoding: writer.bytes, as: UTF8.self))
        #expect(rows.count == 2)
        #expect(rows[0]["a"] == "1" && rows[0]["b"] == nil && rows[0]["c"] == "x,y")
        #expect(rows[1]["a"] == "two\r\nlines" && rows[1]["b"] == "\"q\"")
        #expect(try rows[1]("c") == "")
        #expect(throws: CSVReader.Problem.self) { try rows[0]("d") }
    }

    @Test(arguments: ["a,b\n1", "a,b\n\"1,2", "a\nx\"y\"", "a\n\"x\"y", "a,b\n1,2,3"])
    func brokenTablesAreRefused(text: String) {
        #expect(throws: CSVReader.Problem.self) { try CSVReader.read(text) }
    }

    @Test func emptyLinesAndAMarkAtTheStartAreNoRows() throws {
        let rows = try CSVReader.read("\u{feff}a,b\n\n1,2\n\n")
        #expect(rows.count == 1 && rows[0]["a"] == "1" && rows[0].line == 3)
        #expect(try CSVReader.read("").isEmpty)
    }
}
