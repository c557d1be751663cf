import Foundation
import Inventory

/// The folder of the package, found from this file.
let packageRoot: URL = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The factor register as the repository holds it: every table of `Data/factors`.
let registerForTests: FactorBook = {
    let folder = packageRoot.appendingPathComponent("Data/factors").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var book = FactorBook()
    for name in names.sorted() where name.hasSuffix(".csv") {
        guard let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) else { continue }
        for factor in factorRows(text) { book.add(factor) }
    }
    return book
}()

/// Factors of a table with quoted cells; a line that cannot be read is left out and then missed by the tests that need it.
private func factorRows(_ text: String) -> [Factor] {
    let lines = text.split(separator: "\n").map { cells(of: $0) }
    return lines.dropFirst().compactMap { cell in
        guard cell.count == 12, let value = Double(cell[3]), let status = FactorStatus(rawValue: cell[11]) else {
            return nil
        }
        var range: Uncertainty?
        if let lower = Double(cell[4]), let upper = Double(cell[5]) { range = Uncertainty(lower: lower, upper: upper) }
        return Factor(
            id: cell[0], subject: cell[1], property: cell[2], value: value, uncertainty: range, unit: cell[6],
            region: cell[7], year: Int(cell[8]), methodology: cell[9], source: cell[10], status: status)
    }
}

private func cells(of line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for letter in line {
        switch letter {
        case "\"": isQuoted.toggle()
        case "," where !isQuoted: cells.append("")
        default: cells[cells.count - 1].append(letter)
        }
    }
    return cells
}
