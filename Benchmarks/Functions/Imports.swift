import Benchmark
import Spreadsheets

/// What the files cost that cities send in: ten columns, rows by the thousand.
func imports() {
    for rows in [5_000, 50_000] {
        Benchmark(
            "CSV of \(rows) rows, one column as numbers",
            closure: { benchmark, bytes in
                for _ in benchmark.scaledIterations { blackHole(try ImportedTable(bytes).readings.count) }
            },
            setup: { ImportedTable.csv(rows: rows) })
        Benchmark(
            "XLSX of \(rows) rows, one column as numbers",
            closure: { benchmark, bytes in
                for _ in benchmark.scaledIterations { blackHole(try ImportedTable(bytes).readings.count) }
            },
            setup: { try ImportedTable.xlsx(rows: rows) })
    }
}

/// A file read as an import reads it.
private struct ImportedTable {
    let readings: [NumberReading]

    init(_ bytes: [UInt8]) throws {
        let table = try Table(try Workbook.read(bytes).sheets[0])
        guard let column = table.column("cantitate") else { throw Difference() }
        readings = NumberColumn(table.cells(column)).readings
        guard readings.allSatisfy({ $0.number != nil }) else { throw Difference() }
    }

    static func csv(rows: Int) -> [UInt8] {
        var text = "cod;localitate;sector;domeniu;purtător;cantitate;unitate;an;sursă;notă\n"
        for row in 0..<rows {
            text +=
                "\(row);Localitatea \(row);Clădiri;1;Gaz natural;\(1 + row % 900).\(100 + row % 900),5;MWh;2021;declarat;\n"
        }
        return Array(text.utf8)
    }

    static func xlsx(rows: Int) throws -> [UInt8] {
        let sheet = try Workbook.read(csv(rows: rows)).sheets[0]
        let columns = sheet.rows[0].cells.map { OutputColumn($0.text) }
        return try XLSXWriter.bytes([
            OutputSheet(name: "Energie", columns: columns, rows: sheet.rows.dropFirst().map { $0.cells.map(\.value) })
        ])
    }
}
