import Foundation
import Spreadsheets
import Testing

/// Against openpyxl, an independent program, in the Python environment that `scripts/setup test` makes.
@Suite(.enabled(if: Python.isThere, "run scripts/setup test first")) struct OracleTests {
    @Test func whatItWritesIsRead() throws {
        try Python.inFolder { folder in
            let file = folder + "/book.xlsx"
            _ = try Python.run("openpyxl_writes.py", file)
            let book = try Workbook.read(file: file)
            #expect(book.sheets.map(\.name) == ["Emisii și energie", "Ascunsă", "Goală"])
            #expect(book.sheets.map(\.isHidden) == [false, true, false])
            let sheet = book.sheets[0]
            func text(_ row: Int, _ column: Int) -> String { sheet.cell(row: row, column: column).text }
            #expect(sheet.cell(row: 2, column: 1).value == .number(.init(2_604_017.25, written: "2604017.25")))
            #expect(sheet.cell(row: 2, column: 2).value == .number(.init(0.125, written: "0.125", isPercent: true)))
            #expect((text(2, 3), text(3, 3)) == ("2021-12-31", "2022-02-28T23:59:59"))
            #expect(sheet.cell(row: 2, column: 5).value == .boolean(true) && text(2, 6) == "a < b & c")
            #expect(text(3, 1) == "-5" && text(3, 6) == " spații " && text(4, 6) == "rând 1\nrând 2")
            #expect(text(4, 0) == "gaz natural și cărbune" && Double(text(4, 1)) == 1e-7)
            #expect(text(5, 1) == "2021-12-31" && text(5, 2) == "12")
            #expect(book.problems.all.map(\.fault) == [.formulaWithoutValue] && book.problems.all[0].place.cell == "B6")
            #expect(sheet.cell(row: 7, column: 0).value == .error("#DIV/0!") && text(12, 27) == "departe")
            #expect(sheet.merges == [CellRange(rows: 9...10, columns: 0...2)])
            let old = try Workbook.read(file: file + ".1904.xlsx")
            #expect(old.sheets[0].cell(row: 1, column: 0).text == "2021-12-31")
        }
    }

    @Test func whatWeWriteItReads() throws {
        let properties = DocumentProperties(
            title: "Emisii", author: "Echipa", comments: "Sursa", created: XLSXWriterTests.date)
        let bytes = try XLSXWriter.bytes([try XLSXWriterTests.example()], properties: properties)
        try Python.inFolder { folder in
            let file = folder + "/ours.xlsx"
            try Data(bytes).write(to: URL(fileURLWithPath: file))
            let seen = try JSONDecoder().decode(Seen.self, from: try Python.run("openpyxl_reads.py", file))
            let sheet = try #require(seen.sheets.first)
            #expect(sheet.name == "Emisii" && sheet.frozen == "A2" && abs((sheet.widths["A"] ?? 0) - 30.7) < 1)
            func cell(_ name: String) -> [String] { sheet.cells[name].map { [$0.type, $0.value, $0.format] } ?? [] }
            #expect(cell("A2") == ["s", "=1+1", "General"] && cell("B2") == ["n", "1234.5", "#,##0.00"])
            #expect(
                cell("C2") == ["d", "2021-12-31T00:00:00", "yyyy\\-mm\\-dd"] && cell("D2") == ["n", "0.125", "0.###%"])
            #expect(cell("C3") == ["d", "2022-01-01T01:00:01", "yyyy\\-mm\\-dd hh:mm:ss"] && cell("D3")[1] == "True")
            #expect(cell("B4")[1] == "0.3" && cell("B3")[1] == "-1e-07")
            #expect(sheet.cells["A1"]?.bold == true && sheet.cells["A2"]?.bold == false)
            #expect(seen.properties.title == "Emisii" && seen.properties.creator == "Echipa")
            #expect(seen.properties.description == "Sursa" && seen.properties.created == "2021-12-31T00:00:00")
        }
    }

    private struct Seen: Decodable {
        struct Cell: Decodable { let type, value, format: String; let bold: Bool }
        struct Sheet: Decodable {
            let name: String; let cells: [String: Cell]; let frozen: String?; let widths: [String: Double]
        }
        struct Properties: Decodable { let title, creator, description, created: String }
        let sheets: [Sheet]
        let properties: Properties
    }
}

/// The Python of the tests.
private enum Python {
    static let here = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    static let program = here.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent(".venv/bin/python").path

    static var isThere: Bool { FileManager.default.isExecutableFile(atPath: program) }

    struct Failure: Error { let text: String }

    static func run(_ script: String, _ file: String) throws -> Data {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = [here.appendingPathComponent("Oracle/\(script)").path, file]
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(text: "\(script): \(process.terminationStatus)") }
        return data
    }

    static func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("oracle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }
}
