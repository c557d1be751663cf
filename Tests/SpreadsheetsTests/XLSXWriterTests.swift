import Spreadsheets
import Testing

@Suite struct XLSXWriterTests {
    static let date = CellDate(year: 2021, month: 12, day: 31)

    static func example() throws -> OutputSheet {
        let date = try #require(Self.date)
        let later = try #require(CellDate(year: 2022, month: 1, day: 1, second: 3601))
        return OutputSheet(
            name: "Emisii",
            columns: [
                OutputColumn("Sector", width: 30), OutputColumn("t CO2e", format: .decimals(2)), OutputColumn("Zi"),
                OutputColumn("Pondere", format: .percent(decimals: 1)),
            ],
            rows: [
                [.text("=1+1"), .number(.init(1234.5)), .date(date), .number(.init(0.125, isPercent: true))],
                [.text(" Clădiri \u{1}\r\n<&>_x0041_"), .number(.init(-1e-7)), .date(later), .boolean(true)],
                [.empty, .number(.init(0.1 + 0.2)), .empty, .error("#N/A")],
            ])
    }

    @Test func whatIsWrittenIsRead() throws {
        let sheet = try Self.example()
        let book = try Workbook.read(try XLSXWriter.bytes([sheet, OutputSheet(name: "Gol", columns: [])]))
        #expect(book.sheets.map(\.name) == ["Emisii", "Gol"] && book.problems.isEmpty)
        let rows = book.sheets[0].rows
        #expect(rows[0].cells.map(\.text) == ["Sector", "t CO2e", "Zi", "Pondere"])
        #expect(rows[1].cells.map(\.value).map(Self.plain) == sheet.rows[0].map(Self.plain))
        #expect(rows[2].cells.map(\.value).map(Self.plain) == sheet.rows[1].map(Self.plain))
        // Sixteen digits are kept, one less than would tell all numbers apart.
        #expect(rows[3][1].value == .number(.init(0.3, written: "0.3")))
        #expect(rows[3][0] == .empty && rows[3][3].text == "#N/A")
        #expect(book.sheets[1].rows.isEmpty)
    }

    /// Values without the way in which a number was written.
    private static func plain(_ value: Cell.Value) -> Cell.Value {
        if case .number(let number) = value { .number(.init(number.value, isPercent: number.isPercent)) } else { value }
    }

    @Test func theSameContentGivesTheSameBytes() throws {
        let properties = DocumentProperties(title: "T", author: "A", comments: "C", created: Self.date)
        let first = try XLSXWriter.bytes([try Self.example()], properties: properties)
        #expect(try XLSXWriter.bytes([try Self.example()], properties: properties) == first)
        // Each entry of the archive carries the same time, and none that a clock gave.
        let times = first.indices.dropLast(16).filter { first[$0...].starts(with: [0x50, 0x4B, 1, 2]) }
            .map { Array(first[($0 + 12)..<($0 + 16)]) }
        #expect(times.count > 5 && Set(times) == [[0, 0, 0x21, 0]])
    }

    @Test(arguments: ["", "a/b", "[x]", "a?", String(repeating: "n", count: 32), "emisii"])
    func unsuitableNamesAreRefused(name: String) throws {
        let sheets = [try Self.example(), OutputSheet(name: name, columns: [OutputColumn("a")])]
        #expect(throws: SpreadsheetProblem(.unsuitableSheetName(name))) { _ = try XLSXWriter.bytes(sheets).count }
    }

    @Test func cellsThatNoWorkbookCanHoldAreRefused() throws {
        let old = try #require(CellDate(year: 1850, month: 1, day: 1))
        let values: [Cell.Value] = [
            .number(.init(.nan, written: "")), .number(.init(.infinity, written: "")), .date(old),
            .text(String(repeating: "x", count: 32_768)),
        ]
        for value in values {
            let sheet = OutputSheet(
                name: "S", columns: [OutputColumn("a"), OutputColumn("b")], rows: [[.empty, value]])
            let problem = SpreadsheetProblem(.unwritableCell, at: Place(sheet: "S", row: 2, column: 1))
            #expect(throws: problem) { _ = try XLSXWriter.bytes([sheet]).count }
        }
    }
}
