import Foundation
import Inventory
import Spreadsheets
import Testing

/// The folder of the package, found from this file.
let packageRoot: URL = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The factor register as the repository holds it: every table of `Data/factors`.
let registerForTests: FactorBook = {
    let folder = packageRoot.appendingPathComponent("Data/factors").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var book = FactorBook()
    for name in names.sorted() where name.hasSuffix(".csv") {
        guard let table = try? Workbook.read(file: "\(folder)/\(name)").sheets.first else {
            Issue.record("Data/factors/\(name) cannot be read")
            continue
        }
        let reading = FactorTable.read(
            table.rows.map { TableRow(number: $0.number, cells: $0.cells.map(\.text)) })
        for problem in reading.problems { Issue.record("Data/factors/\(name): \(problem)") }
        for factor in reading.factors { book.add(factor) }
    }
    return book
}()
