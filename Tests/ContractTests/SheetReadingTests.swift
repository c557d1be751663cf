import Foundation
import Spreadsheets
import Testing

@testable import Contract

/// Workbooks that come back.
@Suite struct SheetReadingTests {
    private func workbook(_ sheets: [OutputSheet]) throws -> Workbook {
        try Workbook.read(Array(try XLSXWriter.bytes(sheets)))
    }

    @Test(arguments: ["example", "suceava", "cluj-napoca", "bucuresti-sector-2"])
    func whatWentOutComesBackTheSame(name: String) throws {
        let contract = try DocumentTests.file(name)
        let reading = ContractSheetReading(try workbook(ContractSheets.all(contract)), into: contract)
        #expect(reading.problems.isEmpty)
        #expect(reading.contract == contract)
    }

    @Test func changesAreTakenOverAndTheRestStays() throws {
        let contract = try DocumentTests.file("example")
        var sheets = ContractSheets.all(contract)
        let place = try #require(sheets.firstIndex { $0.name.hasSuffix(" emissions") })
        let column = try #require(sheets[place].columns.firstIndex { $0.title.hasPrefix("Scope 1") })
        sheets[place].rows[0][column] = .number(Cell.Number(5))
        sheets[place].rows[1][column] = .text("NE")
        let reading = ContractSheetReading(try workbook(sheets), into: contract)
        let rows = try #require(reading.contract.tables[.emissions]?.rows)
        let old = try #require(contract.tables[.emissions]?.rows)
        #expect(reading.problems.isEmpty && rows[0].number("scope1") == 5)
        #expect(rows[0].cells["scope1"]?.isOverridden == true)
        #expect(rows[1].cells["scope1"]?.content == .notation(.notEstimated))
        #expect(Array(rows.dropFirst(2)) == Array(old.dropFirst(2)))
        #expect(reading.contract.tables[.actions] == contract.tables[.actions])
    }

    @Test func whatCannotBeReadIsNamedAndTheRestIsRead() throws {
        let contract = try DocumentTests.file("example")
        var sheets = ContractSheets.all(contract)
        let place = try #require(sheets.firstIndex { $0.name.hasSuffix(" emissions") })
        let name = sheets[place].name
        let column = try #require(sheets[place].columns.firstIndex { $0.title.hasPrefix("Scope 1") })
        sheets[place].rows[0][column] = .text("many")
        sheets[place].rows[1][0] = .text("nowhere")
        sheets[place].rows[2][column] = .number(Cell.Number(8))
        sheets.append(OutputSheet(name: "Other", columns: [OutputColumn("A")], rows: [[.text("x")]]))
        let reading = ContractSheetReading(try workbook(sheets), into: contract)
        #expect(
            Set(reading.problems.map(\.place)) == [
                Place(sheet: name, row: 2, column: column), Place(sheet: name, row: 3), Place(sheet: "Other"),
            ])
        #expect(reading.contract.tables[.emissions]?.rows[2].number("scope1") == 8)
        #expect(reading.contract.tables[.emissions]?.rows[0] == contract.tables[.emissions]?.rows[0])
    }

    @Test func aMissingColumnIsNamed() throws {
        let contract = try DocumentTests.file("example")
        let sheets = ContractSheets.all(contract)
        let place = try #require(sheets.firstIndex { $0.name.hasSuffix(" emissions") })
        let whole = sheets[place]
        let table = try #require(contract.tables[.emissions])
        let columns = ContractSheets.columns(TableForm.of(.emissions), table, contract.template)
        #expect(columns.count > 3)
        // The ids of the rows first, then every column of the table; what stands in the others is read.
        for dropped in 0...columns.count {
            var lacking = sheets
            lacking[place] = OutputSheet(
                name: whole.name, columns: whole.columns.enumerated().filter { $0.offset != dropped }.map(\.element),
                rows: whole.rows.map { row in row.enumerated().filter { $0.offset != dropped }.map(\.element) })
            let reading = ContractSheetReading(try workbook(lacking), into: contract)
            let title = whole.columns[dropped].title
            #expect(
                reading.problems == [
                    ContractSheetReading.Problem(
                        place: Place(sheet: whole.name, row: 1), message: "The column “{name}” is missing.",
                        values: ["name": title])
                ], "without \(title)")
            #expect(reading.contract == contract, "without \(title)")
        }
    }

    @Test func aLineWithoutIdIsANewRow() throws {
        let contract = try DocumentTests.file("example")
        var sheets = ContractSheets.all(contract)
        let place = try #require(sheets.firstIndex { $0.name.hasSuffix(" signatories") })
        sheets[place].rows.append([.empty, .text("Compania de apă")])
        let reading = ContractSheetReading(try workbook(sheets), into: contract)
        let rows = try #require(reading.contract.tables[.signatories]?.rows)
        #expect(rows.count == (contract.tables[.signatories]?.rows.count ?? 0) + 1)
        #expect(rows.last?.text("institution") == "Compania de apă")
    }
}
