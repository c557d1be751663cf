import ArgumentParser
import Foundation
import Inventory
import Spreadsheets

/// Where the reference tables are.
struct DataOptions: ParsableArguments {
    @ArgumentParser.Option(help: "Folder with the reference tables (else Data in M100_RESOURCES, else found).")
    var data: String?

    /// The factor register as shipped: every table in `Data/factors`.
    func factors() throws -> FactorBook {
        let folder = try folder() + "/factors"
        var book = FactorBook()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".csv") {
            for factor in try FactorFile.read("\(folder)/\(name)") { book.add(factor) }
        }
        return book
    }

    /// One file of the reference tables, by its path in them.
    func file(_ path: String) throws -> String { try folder() + "/" + path }

    /// The folder of the reference tables.
    func folder() throws -> String {
        let executable = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let installed = executable.deletingLastPathComponent().deletingLastPathComponent().path + "/share/m100-hub/Data"
        let resources = ProcessInfo.processInfo.environment["M100_RESOURCES"].map { ["\($0)/Data"] } ?? []
        let candidates = data.map { [$0] } ?? resources + ["Data", installed, "/usr/share/m100-hub/Data"]
        guard let found = candidates.first(where: { FileManager.default.fileExists(atPath: "\($0)/factors") }) else {
            throw SettingsError(
                "no folder factors in \(candidates.joined(separator: ", ")): name the folder with --data")
        }
        return found
    }
}

/// One table of reference values.
enum FactorFile {
    /// Throws the first problem: a register with a hole in it must not compute.
    static func read(_ path: String) throws -> [Factor] {
        let book: Workbook
        do { book = try Workbook.read(file: path) } catch { throw SettingsError("\(path): \(error)") }
        let reading = FactorTable.read((book.sheets.first?.rows ?? []).map(TableRow.init))
        if let problem = reading.problems.first { throw SettingsError("\(path): \(problem)") }
        return reading.factors
    }
}
