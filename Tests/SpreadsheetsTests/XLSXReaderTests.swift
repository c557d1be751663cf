import Spreadsheets
import Testing

@Suite struct XLSXReaderTests {
    static func sheet(_ rows: String, _ change: (inout StoredZip.Parts) -> Void = { _ in }) throws -> (
        Sheet, ProblemList
    ) {
        var parts = StoredZip.Parts()
        parts.sheet = Array("<worksheet><sheetData>\(rows)</sheetData></worksheet>".utf8)
        change(&parts)
        let book = try Workbook.read(parts.workbookFile)
        return (book.sheets[0], book.problems)
    }

    @Test func cellsOfEveryTypeAreRead() throws {
        let (sheet, problems) = try Self.sheet(
            """
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><r><t>a </t></r><r><t>b</t></r></is></c>\
            <c r="D2" t="str"><f>X()</f><v>x_x000D_y_x005F_</v></c><c r="E2" t="b"><v>1</v></c><c r="F2" t="e"><v>#REF!</v></c>\
            <c r="G2" t="d"><v>2021-12-31</v></c><c r="H2"><v>1.50</v></c><c r="I2" s="1"><v>44561.5</v></c></row>
            """)
        let row = sheet.rows[0]
        #expect(row.number == 2 && row.cells.count == 9 && problems.isEmpty)
        #expect(row[0] == Cell(.text("text")) && row[1] == .empty && row[2].value == .text("a b"))
        #expect(row[3] == Cell(.text("x\ry_"), isFormula: true))
        #expect(row[4].value == .boolean(true) && row[5].value == .error("#REF!"))
        #expect(row[6].text == "2021-12-31" && row[7].value == .number(.init(1.5, written: "1.50")))
        #expect(row[8].text == "2021-12-31T12:00:00" && row[9] == .empty)
    }

    @Test func positionsMayBeLeftOut() throws {
        let book = try Workbook.read(try Corpus.bytes("good/no-positions.xlsx"))
        #expect(book.sheets[0].rows.map(\.number) == [1, 2])
        #expect(book.sheets[0].rows.map { $0.cells.map(\.text) } == [["1", "x"], ["in"]])
        for file in ["least", "stored", "prefixed"] {
            let book = try Workbook.read(try Corpus.bytes("good/\(file).xlsx"))
            #expect(book.sheets[0].rows.map { $0.cells.map(\.text) } == [["text", "1"]], "\(file)")
        }
    }

    @Test func whatCannotBeReadIsReportedAndTheRestIsKept() throws {
        let (sheet, problems) = try Self.sheet(
            """
            <row r="3"><c r="A3" t="s"><v>9</v></c><c r="B3"><v>x</v></c><c r="C3"><f>A1</f></c><c r="D3"><v>4</v></c></row>\
            <row r="2"><c r="A2"><v>1</v></c></row><row r="4"><c r="A4" t="b"><v>7</v></c><c r="B4"><v>1e999</v></c>\
            <c r="C4"><v>5</v></c></row>
            """)
        #expect(sheet.rows.map(\.number) == [3, 4])
        #expect(sheet.cell(row: 3, column: 3).text == "4" && sheet.cell(row: 4, column: 2).text == "5")
        #expect(problems.all.map(\.place.cell) == ["A3", "B3", "C3", nil, "A4", "B4"])
        #expect(problems.all[2].fault == .formulaWithoutValue && problems.all[3].fault == .rowOutOfOrder)
        #expect(problems.all[0].description == "One!A3: The value 9 of the cell cannot be read.")
    }

    @Test(arguments: [
        ("dd.mm.yyyy", true), ("[$-418]d mmmm yyyy;@", true), ("m/d/yy h:mm", true), ("mmm", true), ("yyyy", true),
        ("0.00", false), ("General", false), ("h:mm", false), ("[h]:mm:ss", false), ("0 \"days\"", false),
        ("[Red]0", false),
        ("#,##0\\d", false), ("0.0;\"d\"", false), ("mm:ss", false), ("_d0", false),
    ])
    func formatsTellDatesFromNumbers(code: String, isDate: Bool) throws {
        let escaped = code.replacing("\"", with: "&quot;")
        let (sheet, _) = try Self.sheet("<row r=\"1\"><c s=\"0\"><v>44561</v></c></row>") { parts in
            let format = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"\(escaped)\"/></numFmts>"
            parts.styles = Array(
                "<styleSheet>\(format)<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
                    .utf8)
        }
        #expect(sheet.rows[0][0].text == (isDate ? "2021-12-31" : "44561"))
    }

    @Test func mergedCellsCanBeFilled() throws {
        let (sheet, _) = try Self.sheet(
            "<row r=\"1\"><c r=\"A1\"><v>7</v></c><c r=\"D1\"><v>1</v></c></row><row r=\"2\"><c r=\"D2\"><v>2</v></c></row>"
        ) { parts in
            parts.sheet.removeLast("</worksheet>".utf8.count)
            parts.sheet += Array("<mergeCells><mergeCell ref=\"A1:B3\"/></mergeCells></worksheet>".utf8)
        }
        #expect(sheet.merges == [CellRange(rows: 1...3, columns: 0...1)])
        #expect(
            sheet.fillingMerges().rows.map { $0.cells.map(\.text) } == [["7", "7", "", "1"], ["7", "7", "", "2"]])
    }

    @Test func theCalendarOf1904IsKnown() throws {
        let (sheet, _) = try Self.sheet("<row r=\"1\"><c s=\"1\"><v>43099</v></c></row>") { parts in
            let text = String(decoding: parts.workbook, as: UTF8.self)
            parts.workbook = Array(text.replacing("<sheets>", with: "<workbookPr date1904=\"true\"/><sheets>").utf8)
        }
        #expect(sheet.rows[0][0].text == "2021-12-31")
    }

    @Test func sheetsAreReadOneByOneAsWanted() throws {
        let reader = try XLSXReader(StoredZip.Parts().workbookFile)
        #expect(reader.sheets.map(\.name) == ["One", "Two"])
        var rows = 0
        try reader.read(reader.sheets[0]) { (_) throws(SpreadsheetProblem) in rows += 1 }
        #expect(rows == 1)
        // Whoever reads can stop, and the problem arrives as it was.
        let stop = SpreadsheetProblem(.unwritableCell)
        #expect(throws: stop) { try reader.read(reader.sheets[0]) { (_) throws(SpreadsheetProblem) in throw stop } }
    }
}

@Suite struct RefusalTests {
    static let reasons: [String: String] = [
        "binary-workbook.xlsx": "save it as Excel Workbook", "bomb-strings.xlsx": "too large when it is unpacked",
        "bomb.xlsx": "too large when it is unpacked", "billion-laughs.xlsx": "document type",
        "broken-markup.xlsx": "damaged",
        "checksum.xlsx": "damaged", "deep.xlsx": "damaged", "empty.csv": "empty", "encrypted-entries.xlsx": "password",
        "escaping-path.xlsx": "does not contain", "external-entity.xlsx": "document type",
        "external-sheet.xlsx": "does not contain", "half.xlsx": "damaged", "instruction.xlsx": "an instruction",
        "instruction-first.xlsx": "an instruction", "no-sheet.xlsx": "does not contain",
        "no-workbook.xlsx": "does not contain", "noise.csv": "neither text nor", "old-excel.xls": "old Excel",
        "one-part-twice.xlsx": "damaged", "open-document.ods": "OpenDocument", "page.html": "HTML",
        "password.xlsx": "password", "plain.zip": "ZIP", "report.pdf": "PDF", "tall.xlsx": "rows",
        "truncated.xlsx": "damaged", "unfinished-markup.xlsx": "damaged", "utf16-entity.xlsx": "UTF-8",
        "utf7-entity.xlsx": "UTF-8", "wide.xlsx": "columns", "word.xlsx": "Word",
    ]

    @Test func eachBadFileIsRefusedWithItsReason() throws {
        for name in try Corpus.names("bad") {
            let reason = try #require(Self.reasons[name], "\(name): say in the table why it is refused")
            do {
                _ = try Workbook.read(try Corpus.bytes("bad/\(name)"))
                Issue.record("\(name) was read")
            } catch {
                #expect("\(error)".contains(reason), "\(name): \(error)")
            }
        }
    }

    @Test func limitsHoldForWorkbooks() {
        func fault(_ parts: StoredZip.Parts, _ change: (inout ReadingLimits) -> Void) -> Fault? {
            do { _ = try Workbook.read(parts.workbookFile, limits: CSVReaderTests.limits(change)) } catch {
                return error.fault
            }
            return nil
        }
        var parts = StoredZip.Parts()
        parts.sheet = Array(
            """
            <worksheet><sheetData><row><c r="C1"><v>1</v></c></row><row><c t="inlineStr"><is><t>longer</t></is></c></row>\
            </sheetData></worksheet>
            """.utf8)
        #expect(fault(parts) { _ in } == nil)
        #expect(fault(parts) { $0.sheets = 1 } == .tooManySheets(limit: 1))
        #expect(fault(parts) { $0.rows = 1 } == .tooManyRows(limit: 1))
        #expect(fault(parts) { $0.columns = 2 } == .tooManyColumns(limit: 2))
        #expect(fault(parts) { $0.cells = 3 } == .tooManyCells(limit: 3))
        #expect(fault(parts) { $0.cellBytes = 5 } == .cellTooLong(limit: 5))
        #expect(fault(parts) { $0.textBytes = 25 } == .tooMuchText(limit: 25))
        #expect(fault(parts) { $0.archiveEntries = 6 } == .tooManyParts(limit: 6))
        #expect(fault(parts) { $0.inflatedBytes = 300 } == .inflatesTooMuch)
        #expect(fault(parts) { $0.elements = 20 } == .inflatesTooMuch)
    }

    @Test func tenThousandEntriesAreRefusedUnopened() {
        let many = StoredZip.archive((0..<10_000).map { ("\($0)", []) })
        #expect(throws: SpreadsheetProblem(.tooManyParts(limit: 2_000))) { try Workbook.read(many) }
    }

    @Test func aFileThatIsTooLargeIsNotLoaded() {
        #expect(throws: SpreadsheetProblem(.cannotBeOpened)) { try Workbook.read(file: "/nowhere/at.all") }
        let here = Corpus.folder.appendingPathComponent("bad/bomb.xlsx").path
        let limits = CSVReaderTests.limits { $0.fileBytes = 1000 }
        #expect(throws: SpreadsheetProblem(.fileTooLarge(bytes: 1000))) {
            try Workbook.read(file: here, limits: limits)
        }
    }
}
