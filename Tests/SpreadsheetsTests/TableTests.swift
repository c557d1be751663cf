import Foundation
import Spreadsheets
import Testing

@Suite struct TableTests {
    @Test func csvAndXlsxGiveTheSameTable() throws {
        let csv = try Workbook.read(Array("Sector,Scope,Valoare\nClădiri,1,12.5\nTransport,2,\n".utf8))
        let rows: [[Cell.Value]] = [
            [.text("Clădiri"), .number(.init(1)), .number(.init(12.5))],
            [.text("Transport"), .number(.init(2)), .empty],
        ]
        let columns = ["Sector", "Scope", "Valoare"].map { OutputColumn($0) }
        let xlsx = try Workbook.read(try XLSXWriter.bytes([OutputSheet(name: "S", columns: columns, rows: rows)]))
        let tables = [try Table(csv.sheets[0]), try Table(xlsx.sheets[0])]
        for table in tables {
            #expect(table.columns == ["Sector", "Scope", "Valoare"] && table.headerRow == 1 && table.problems.isEmpty)
            let column = try #require(table.column("value", "VALOARE"))
            #expect(NumberColumn(table.cells(column)).readings.map { $0.number?.value } == [12.5, nil])
            #expect(table.rows.map { $0[0].text } == ["Clădiri", "Transport"])
        }
    }

    @Test func theHeaderStandsBelowTitles() throws {
        let text = "Inventar 2021;;;\n;;;\nSector;Domeniu;Purtător;Cantitate\nClădiri;1;Gaz;5\nTransport;1;Motorină;7\n"
        let sheet = try Workbook.read(Array(text.utf8)).sheets[0]
        #expect(try Table(sheet).headerRow == 3)
        #expect(try Table(sheet, headerRow: 4).columns == ["Clădiri", "1", "Gaz", "5"])
        #expect(throws: SpreadsheetProblem(.noHeader, at: Place(row: 9))) { try Table(sheet, headerRow: 9) }
        #expect(throws: SpreadsheetProblem.self) { try Table(Sheet(name: "", rows: [])) }
    }

    @Test func headingsAreComparedWithoutAccents() throws {
        let sheet = try Workbook.read(Array("Județ, An_raportare ,județ\nx,1,y\n".utf8)).sheets[0]
        let table = try Table(sheet)
        #expect(table.column("JUDET") == 0 && table.column("an raportare") == 1 && table.column("țară") == nil)
        #expect(table.problems.all == [SpreadsheetProblem(.repeatedColumn("județ"), at: Place(row: 1, column: 2))])
    }
}

@Suite struct CellDateTests {
    @Test(arguments: [
        (1.0, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (36_526, "2000-01-01"), (44_561, "2021-12-31"),
        (45_351, "2024-02-29"), (2_958_465, "9999-12-31"), (44_561.999_999_9, "2022-01-01"),
    ])
    func serialNumbersAreDays(serial: Double, day: String) {
        #expect(CellDate(serial: serial)?.description == day)
    }

    @Test func everyDayOfFourHundredYearsGoesThereAndBack() throws {
        let start = try #require(CellDate(year: 1900, month: 3, day: 1)?.serial)
        var previous = ""
        for offset in 0..<146_097 {
            let date = try #require(CellDate(serial: start + Double(offset)))
            #expect(date.serial == start + Double(offset) && date.description > previous)
            previous = date.description
        }
        #expect(previous == "2300-02-28")
    }

    @Test(arguments: [-1.0, 0, 60, 2_958_466, .nan, .infinity, 1e300])
    func otherNumbersAreNone(serial: Double) { #expect(CellDate(serial: serial) == nil) }

    @Test(arguments: ["2021-02-29", "2021-13-01", "2021-1-1", "2021-12-31T25:00:00", "0000-01-01", "abcd-ef-gh", ""])
    func otherTextsAreNone(text: String) { #expect(CellDate(iso: text) == nil) }
}

@Suite struct FaultTests {
    @Test func placesAreNamedAsSpreadsheetsNameThem() {
        #expect(Place(sheet: "S", row: 12, column: 1).description == "S!B12")
        #expect(Place(row: 1, column: 701).cell == "ZZ1" && Place(row: 1, column: 702).cell == "AAA1")
        #expect(Place(row: 3).description == "row 3" && Place().description == "")
    }

    @Test func templatesKeepTheirArgumentsApart() {
        let fault = Fault.ambiguousNumber("1.234", point: "1.234", comma: "1234")
        #expect(fault.template == "{text} can be read as {point} or as {comma}.")
        #expect(fault.arguments == ["text": "1.234", "point": "1.234", "comma": "1234"])
        #expect(SpreadsheetProblem(fault).description == "1.234 can be read as 1.234 or as 1234.")
        #expect(
            Fault.ambiguousNumber("{comma}", point: "{text}", comma: "1").sentence
                == "{comma} can be read as {text} or as 1.")
        #expect(Fault.notANumber(String(repeating: "x", count: 500)).arguments["text"]?.count == 61)
    }
}
