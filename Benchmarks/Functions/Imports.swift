import Benchmark
import Inventory
import InventoryImports
import Spreadsheets

/// What the files cost that cities send in: ten columns, rows by the thousand.
func imports() {
    for rows in [500, 5_000, 50_000] {
        Benchmark(
            "CSV of \(rows) rows, one column as numbers", configuration: .of(rows: rows),
            closure: { benchmark, bytes in
                for _ in benchmark.scaledIterations { blackHole(try ImportedTable(bytes).readings.count) }
            },
            setup: { ImportedTable.csv(rows: rows) })
        Benchmark(
            "XLSX of \(rows) rows, one column as numbers", configuration: .of(rows: rows),
            closure: { benchmark, bytes in
                for _ in benchmark.scaledIterations { blackHole(try ImportedTable(bytes).readings.count) }
            },
            setup: { try ImportedTable.xlsx(rows: rows) })
        Benchmark(
            "CSV of \(rows) rows as rows of an inventory", configuration: .of(rows: rows),
            closure: { benchmark, bytes in
                for _ in benchmark.scaledIterations { blackHole(try ImportedTable.inventoryRows(bytes).count) }
            },
            setup: { ImportedTable.inventory(rows: rows) })
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

    /// All that an import does before somebody confirms it: recognise, read every number, unit and place.
    static func inventoryRows(_ bytes: [UInt8]) throws -> [InventoryRow] {
        let file = try ImportFile(bytes)
        let reading = file.read(
            ImportPlan(recognising: file.book), in: InventoryTable.Circumstances(city: "Alba Iulia", year: 2023))
        guard reading.leftOut.isEmpty, reading.rows.count + 1 == file.book.sheets[0].rows.count else {
            throw Difference()
        }
        return reading.rows
    }

    static func inventory(rows: Int) -> [UInt8] {
        let sectors = ["Clădiri", "Transport", "Deșeuri"]
        var text = "Denumire;Sector;Domeniu;Purtător;Cantitate;UM;Emisii (kg CO2e);Sursă\n"
        for row in 0..<rows {
            text +=
                "Contor \(row);\(sectors[row % 3]);1;Gaz natural;\(1 + row % 900).\(100 + row % 900),5;MWh;\(row % 700),25;declarat\n"
        }
        return Array(text.utf8)
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
