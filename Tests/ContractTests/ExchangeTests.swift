import Contract
import Foundation
import Spreadsheets
import Testing

/// What leaves as a workbook has the same figures, and versions are compared by meaning.
@Suite struct ExchangeTests {
    @Test func aWorkbookHasEveryTableWithNumbersAsNumbers() throws {
        let contract = try DocumentTests.file("example")
        let bytes = try XLSXWriter.bytes(ContractSheets.all(contract))
        #expect(try XLSXWriter.bytes(ContractSheets.all(contract)) == bytes)
        let book = try Workbook.read(bytes)
        let tables = TableForm.all.filter { contract.tables[$0.id]?.rows.isEmpty == false }
        #expect(book.sheets.count == tables.count + 3)
        for form in tables {
            let table = try #require(contract.tables[form.id])
            let name = "\(try #require(form.numbers[.v21])) \(form.id.rawValue)"
            let sheet = try #require(book.sheets.first { $0.name == String(name.prefix(31)) }, "\(name)")
            #expect(sheet.rows.count == table.rows.count + 1)
            let wanted = table.rows.flatMap(\.cells.values).compactMap(\.number).sorted()
            let found = sheet.rows.dropFirst().flatMap(\.cells).compactMap { cell -> Double? in
                if case .number(let number) = cell.value { number.value } else { nil }
            }.sorted()
            #expect(found.count == wanted.count, "\(name)")
            #expect(zip(found, wanted).allSatisfy { ($0 - $1).magnitude <= 1e-12 * $1.magnitude }, "\(name)")
        }
    }

    @Test func reasonsAndOverridesStandInTheWorkbook() throws {
        let sheets = ContractSheets.all(try DocumentTests.file("example")) { $0 == "Reasons" ? "Motive" : $0 }
        let actions = try #require(sheets.first { $0.name == "B-2.2 actions" })
        #expect(actions.columns.last?.title == "Motive")
        let texts = actions.rows.compactMap { row -> String? in if case .text(let text) = row.last { text } else { nil }
        }
        #expect(texts.count == 1 && texts[0].hasPrefix("End year [2040]: Ultimul lot"))
        let indicators = try #require(sheets.first { $0.name.hasPrefix("B-3.1") })
        #expect(indicators.columns.map(\.title).contains("Target 2050"))
    }

    @Test func aVersionDoesNotDifferFromItself() {
        var contract = ContractSample(9).contract
        #expect(ContractDifference.all(from: contract, to: contract).isEmpty)
        let old = contract
        contract.tables[.actions]?.rows.reverse()
        #expect(ContractDifference.all(from: old, to: contract).isEmpty)
    }

    @Test func differencesAreRowsAndCells() throws {
        let old = ContractSample(9, template: .v21, actionsPerSector: 2).contract
        var new = old
        new[.emissions, "waste", "scope1"] = 77
        new[.emissions, "waste", "scope3"] = nil
        new.sections[.outlook] = nil
        new.tables[.signatories]?.rows.append(ContractRow("riverton-water", ["institution": "Riverton Water"]))
        new.tables[.signatures]?.rows.removeLast()
        new.tables[.spending] = nil
        new.targetYear = 2035
        // The same institution under another id is the same row.
        new.tables[.signatories]?.rows[1].id = "the-university"
        let found = ContractDifference.all(from: old, to: new)
        let lines = found.map { "\($0.kind.rawValue) \($0.place.path)" }
        #expect(
            lines == [
                "changed ", "removed sections/outlook", "added signatories/riverton-water",
                "removed signatures/riverton-heat", "changed emissions/waste/scope1", "removed emissions/waste/scope3",
                "removed spending/2020", "removed spending/2021", "removed spending/2022",
            ])
        let cell = try #require(found.first { $0.place.column == "scope1" })
        #expect(cell.after == "77" && cell.before != "77")
        let back = ContractDifference.all(from: new, to: old)
        #expect(back.count == found.count && back.count { $0.kind == .added } == found.count { $0.kind == .removed })
    }
}
