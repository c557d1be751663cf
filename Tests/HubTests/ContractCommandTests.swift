import Contract
import Foundation
import SiteSupport
import Spreadsheets
import Support
import Testing

@testable import Web

/// `m100 contract` as an operator runs it.
@Suite struct ContractCommandTests {
    private func withProgram(_ body: (Program) throws -> Void) async throws {
        try await withFolder { try body(Program(database: "\($0.path)/none.db", folder: $0.path)) }
    }

    private func path(_ name: String) -> String { "\(TestClock.packageRoot)/Data/examples/contracts/\(name).json" }

    @Test func theExampleIsFine() async throws {
        try await withProgram { program in
            let example = try program.run("contract", "example")
            #expect(example.code == 0 && example.errors.isEmpty)
            let check = try program.run("contract", "check", "-", "--json", input: example.output)
            #expect(check.code == 0 && check.errors.isEmpty)
            let results = try JSONDecoder().decode(ReportResults.self, from: Data(check.output.utf8))
            #expect(results.errors == 0 && results.findings.isEmpty && results.waived.map(\.rule) == ["V4"])
            #expect(results.waived.first?.waiver?.author.isEmpty == false)
            #expect(results.modules.allSatisfy { $0.stage == .complete })
        }
    }

    @Test(arguments: ["suceava", "cluj-napoca", "bucuresti-sector-2"])
    func publishedContractsHaveFindings(city: String) async throws {
        try await withProgram { program in
            let check = try program.run("contract", "check", path(city), "--json")
            #expect(check.code == 1)
            let results = try JSONDecoder().decode(ReportResults.self, from: Data(check.output.utf8))
            #expect(results.errors > 10 && results.problems.isEmpty)
            #expect(
                results.findings.contains {
                    $0.rule == "V5" && $0.place == "emissions/ippu/scope2" && $0.number == "A-1.4"
                })
            let text = try program.run("contract", "check", path(city))
            #expect(
                text.code == 1 && text.output.contains("V5 error: emissions/ippu/scope2 (A-1.4): IPPU has no scope 2"))
        }
    }

    /// The corrected twin of the Suceava tables, with a neutral name.
    @Test func aCorrectedContractLeavesWithNought() async throws {
        try await withProgram { program in
            let twin = try CorrectedTwin.contract(from: Data(contentsOf: URL(fileURLWithPath: path("suceava"))))
            let json = String(decoding: try twin.json(), as: UTF8.self)
            let check = try program.run("contract", "check", "-", "--json", input: json)
            #expect(check.code == 0, "\(check.output)")
            let results = try JSONDecoder().decode(ReportResults.self, from: Data(check.output.utf8))
            #expect(results.errors == 0 && results.waived.isEmpty)
        }
    }

    @Test func exportsHoldTheContract() async throws {
        try await withProgram { program in
            let (json, book) = ("\(program.folder)/out.json", "\(program.folder)/out.xlsx")
            #expect(try program.run("contract", "export", path("example"), "--format", "json", "-o", json).code == 0)
            let contract = try CityContract.read(Data(contentsOf: URL(fileURLWithPath: path("example"))))
            let written = try CityContract.read(Data(contentsOf: URL(fileURLWithPath: json)))
            #expect(written == contract)
            #expect(try program.run("contract", "export", path("example"), "--format", "xlsx", "-o", book).code == 0)
            let sheets = try Workbook.read(Array(Data(contentsOf: URL(fileURLWithPath: book)))).sheets
            #expect(sheets.contains { $0.name == "A-1.3 emissions" } && sheets.contains { $0.name == "T9 capitalPlan" })
            let nowhere = try program.run(
                "contract", "export", path("example"), "--format", "json", "-o", "\(program.folder)/no/out.json")
            #expect(nowhere.code == 3 && nowhere.errors.contains("cannot be written"))
        }
    }

    @Test func planAndInventoryFillAContract() async throws {
        try await withProgram { program in
            let empty = #"{"city":"Riverton","baseYear":2021,"targetYear":2050}"#
            let root = "\(TestClock.packageRoot)/Data/examples"
            let filled = try program.run(
                "contract", "derive", "-", "--plan", "\(root)/plans/example.json", input: empty)
            #expect(filled.code == 0)
            let actions = try CityContract.read(Data(filled.output.utf8)).items(.actions)
            #expect(actions.count == 10)
            let baseline = try program.run(
                "contract", "derive", "-", "--inventory", "\(root)/suceava-2021.csv", input: empty)
            let contract = try CityContract.read(Data(baseline.output.utf8))
            #expect(contract.tables[.emissions]?.row("total")?.number("total") == 289_055)
        }
    }

    @Test(arguments: [
        ("{", "refusal: This is not JSON."),
        (#"{"city":"X","baseYear":2021}"#, "refusal: /targetYear: This field is missing."),
        (#"{"city":"X","baseYear":2021,"targetYear":2030,"colour":1}"#, "refusal: /colour: There is no such field."),
    ])
    func badContractsLeaveWithOne(contract: String, message: String) async throws {
        try await withProgram { program in
            let ending = try program.run("contract", "check", "-", "--json", input: contract)
            #expect(ending.code == 1 && ending.output.isEmpty && ending.errors.contains(message), "\(ending.errors)")
        }
    }

    @Test func wrongUse() async throws {
        try await withProgram { program in
            #expect(try program.run("contract", "check").code == 2)
            #expect(try program.run("contract", "check", "-", "--stage", "sometime").code == 2)
            #expect(try program.run("contract", "export", path("example"), "--format", "rtf", "-o", "x").code == 2)
            let missing = try program.run("contract", "check", "\(program.folder)/none.json")
            #expect(missing.code == 3 && missing.errors.contains("none.json"))
            #expect(try program.run("contract", "check", "--help").output.contains("Example: m100 contract check"))
        }
    }

    /// Columns and words of the forms reach pages as keys: each has its Romanian text.
    @Test func everyHeadingIsTranslated() throws {
        let romanian = try Catalogue(
            po: String(contentsOfFile: "\(TestClock.packageRoot)/Locales/ro.po", encoding: .utf8))
        let titles =
            TableForm.all.flatMap { [$0.title] + $0.columns.map(\.title) } + SectionForm.all.map(\.title)
            + Module.allCases.map(\.title) + ContractDocument.allCases.map(\.title)
            + Rule.all.flatMap { [$0.title, $0.hint] }
        for title in Set(titles).sorted() { #expect(romanian.texts[title] != nil, "\(title)") }
    }
}
