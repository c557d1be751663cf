import Foundation
import Inventory
import SiteSupport
import Spreadsheets
import Support
import Testing

/// `m100 inventory compute` as an operator runs it.
@Suite struct InventoryCommandTests {
    private static let examples = "\(TestClock.packageRoot)/Data/examples"

    private func withProgram(_ body: (Program) throws -> Void) async throws {
        try await withFolder { try body(Program(database: "\($0.path)/none.db", folder: $0.path)) }
    }

    private func object(_ ending: Program.Ending) throws -> [String: JSONValue] {
        guard case .object(let object) = try JSONValue(json: ending.output) else { return [:] }
        return object
    }

    @Test(arguments: [
        ("cluj-napoca-2021", 1_167_223.0, "sum of cells", [720_540.0, 389_764, 56_919]),
        ("suceava-2021", 289_055, "sum of cells", [223_442, 64_455, 1_158]),
        ("bucuresti-sector-2-2016", 1_198_912, "printed sector totals", [438_334, 760_579]),
    ])
    func theExamplesHaveTheirPublishedTotals(name: String, total: Double, basis: String, scopes: [Double]) async throws
    {
        try await withProgram { program in
            let file = "\(Self.examples)/\(name).csv"
            let ending = try program.run("inventory", "compute", file, "--gwp", "AR5", "--view", "ccc", "--json")
            #expect(ending.code == 0 && ending.errors.isEmpty, "\(ending.errors)")
            let report = try object(ending)
            #expect(report["total_t_co2e"] == .number(total) && report["basis"] == .text(basis))
            let shown = scopes.enumerated().map { index, value in
                JSONValue.object(["scope": .number(Double(index + 1)), "t_co2e": .number(value)])
            }
            #expect(report["scopes"] == .list(shown) && report["problems"] == .list([]))
            let sum = scopes.reduce(0, +)
            #expect(report["sum_of_cells_t_co2e"] == .number(sum) && (report["remark"] != nil) == (sum != total))
            for view in ["gpc", "crf"] {
                let other = try program.run("inventory", "compute", file, "--view", view, "--json")
                #expect(try other.code == 0 && object(other)["total_t_co2e"] == .number(sum))
            }
            let text = try program.run("inventory", "compute", file)
            #expect(text.code == 0 && text.output.contains("Total: \(name == "suceava-2021" ? "289,055" : "1,1")"))
        }
    }

    @Test func exportsOfEveryFormAreReadAgainAsWorkbooks() async throws {
        let rows = try Workbook.read(file: "\(Self.examples)/suceava-2021.csv").sheets[0].rows
        let table = rows.map { TableRow(number: $0.number, cells: $0.cells.map(\.text)) }
        let report = InventoryReport(try #require(InventoryTable.read(table).inventory))
        try await withProgram { program in
            for form in ReportForm.allCases {
                let sheets = InventorySheets.tables(report, form).map { table in
                    OutputSheet(
                        name: table.name, columns: table.columns.map { OutputColumn($0) },
                        rows: table.rows.map { $0.map(Self.value) })
                }
                let path = "\(program.folder)/\(form.rawValue).xlsx"
                try Data(XLSXWriter.bytes(sheets)).write(to: URL(fileURLWithPath: path))
                let ending = try program.run("inventory", "compute", path, "--view", form.rawValue, "--json")
                #expect(ending.code == 0, "\(ending.errors)")
                #expect(try object(ending)["total_t_co2e"] == .number(289_055))
            }
        }
    }

    private static func value(_ cell: SheetCell) -> Cell.Value {
        switch cell {
        case .empty: .empty
        case .text(let text): .text(text)
        case .number(let number): .number(Cell.Number(number))
        }
    }

    @Test func linesThatCannotBeReadAreNamedAndLeaveWithOne() async throws {
        try await withProgram { program in
            let path = "\(program.folder)/bad.csv"
            let text = """
                kind,gpc_ref,co2_t,name,value
                property,,,city,Orașul
                property,,,year,2021
                row,I.1.1,10,,
                row,I.9.1,20,,
                row,II.1.1,"1.000,5",,
                """
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            let ending = try program.run("inventory", "compute", path, "--json")
            #expect(ending.code == 1)
            #expect(ending.errors.contains("line 5, gpc_ref") && ending.errors.contains("line 6, co2_t"))
            let report = try object(ending)
            #expect(report["total_t_co2e"] == .number(10))
            guard case .list(let problems)? = report["problems"] else { return #expect(Bool(false)) }
            #expect(problems.count == 2)
        }
    }

    @Test func wrongUseAndMissingFiles() async throws {
        try await withProgram { program in
            let file = "\(Self.examples)/suceava-2021.csv"
            #expect(try program.run("inventory", "compute", file, "--gwp", "AR9").code == 2)
            #expect(try program.run("inventory", "compute", file, "--view", "pdf").code == 2)
            #expect(try program.run("inventory", "compute").code == 2)
            let missing = try program.run("inventory", "compute", "\(program.folder)/none.csv")
            #expect(missing.code == 3 && missing.errors.contains("none.csv"))
            let other = try program.run("inventory", "compute", "\(TestClock.packageRoot)/Data/counties.csv")
            #expect(other.code == 1 && !other.errors.isEmpty)
            #expect(
                try program.run("inventory", "compute", "--help").output.contains("Example: m100 inventory compute"))
        }
    }

    @Test func theSetChangesGasesAndNotWhatIsUnsplit() async throws {
        try await withProgram { program in
            let path = "\(program.folder)/gases.csv"
            let text = """
                kind,gpc_ref,ch4_biogenic_t,co2e_unsplit_t,name,value
                property,,,,city,Orașul
                property,,,,year,2021
                row,III.1.1,10,100,,
                """
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            for (set, total) in [("SAR", 310.0), ("AR4", 350), ("AR5", 380), ("ar6", 370)] {
                let ending = try program.run("inventory", "compute", path, "--gwp", set, "--json")
                #expect(try object(ending)["total_t_co2e"] == .number(total), "\(set)")
            }
        }
    }
}
