import Foundation
import Inventory
import Pathways
import Testing

@testable import Contract

/// A contract in a file comes back as it was, and what cannot be is refused with its place.
@Suite struct DocumentTests {
    static func file(_ name: String) throws -> CityContract {
        try CityContract.read(
            Data(contentsOf: ContractSample.folder.appendingPathComponent("Data/examples/contracts/\(name).json")))
    }

    @Test(arguments: 1...20) func whatLeavesComesBack(seed: Int) throws {
        var contract = ContractSample(seed).contract
        contract.waivers = [Waiver("V4", at: .cell(.gap, "waste", "gap"), reason: "Because.", author: "Ana")]
        contract[.emissions, "waste", "scope1"] = ContractCell(
            .number(5), reason: "Counted again.", printed: "5,0", derived: .number(4))
        contract[.emissions, "waste", "scope2"] = ContractCell(
            .notation(.notEstimated), reason: "Not yet.", derived: .notation(.notEstimated))
        contract[.emissions, "waste", "scope3"] = ContractCell(
            .number(3), reason: "Measured now.", derived: .notation(.notEstimated))
        let json = try contract.json()
        let again = try CityContract.read(json)
        #expect(again == contract)
        #expect(try again.json() == json)
    }

    @Test func theExampleHasNothingWrongAndShowsEverything() throws {
        let contract = try Self.file("example")
        #expect(contract.problems() == [])
        let report = contract.check()
        #expect(report.findings == [] && report.waived.count == 1 && report.idleWaivers == [])
        #expect(report.modules.allSatisfy { $0.stage == .complete })
        #expect(contract.note.hasPrefix("Demonstrație"))
        let tables = TableForm.all.filter { $0.numbers[contract.template] != nil }.map(\.id)
        for table in tables { #expect(!contract.items(table).isEmpty, "\(table)") }
        let sections = SectionForm.all.filter { $0.numbers[contract.template] != nil }.map(\.id)
        for section in sections { #expect(contract.sections[section]?.isEmpty == false, "\(section)") }
        let cells = contract.tables.values.flatMap(\.rows).flatMap(\.cells.values)
        #expect(cells.contains { $0.isOverridden })
    }

    @Test(arguments: [
        ("{", "", "This is not JSON."),
        (#"{"city":"X","baseYear":2021}"#, "/targetYear", "This field is missing."),
        (#"{"city":"X","baseYear":2021,"targetYear":2030,"colour":1}"#, "/colour", "There is no such field."),
        (
            #"{"city":"X","baseYear":2021,"targetYear":2030,"tables":{"gap":{"rows":[{"id":"a","cell":{}}]}}}"#,
            "/tables/gap/rows/0/cell", "There is no such field."
        ),
        (
            #"{"city":"X","baseYear":2021,"targetYear":2030,"waivers":[{"rule":"V1","place":"nowhere"}]}"#,
            "/waivers/0/place", "The field does not take this value."
        ),
        (
            #"{"city":"X","baseYear":2021,"targetYear":2030,"template":"v9"}"#, "/template",
            "The field does not take this value."
        ),
    ])
    func badDocumentsAreRefused(json: String, place: String, message: String) {
        #expect {
            try CityContract.read(Data(json.utf8))
        } throws: { error in
            (error as? PlanProblem)?.place == place && (error as? PlanProblem)?.text == message
        }
    }

    @Test func unknownTablesAreRefused() {
        let json = #"{"city":"X","baseYear":2021,"targetYear":2030,"tables":{"dreams":{}}}"#
        #expect(throws: PlanProblem.self) { try CityContract.read(Data(json.utf8)) }
    }

    @Test func rowsAndColumnsThatCannotBeAreProblems() {
        var contract = ContractSample(1).contract
        contract.tables[.goal]?.rows = [
            ContractRow("a", ["colour": 1]), ContractRow("a"), ContractRow("Not a slug"),
            ContractRow("b", ["target_20": 1]),
        ]
        contract.targetYear = 2010
        #expect(
            contract.problems().map { "\($0.place) \($0.check)" } == [
                "/targetYear years", "/tables/goal/rows/0/cells/colour unknown-column", "/tables/goal/rows/1/id twice",
                "/tables/goal/rows/2/id id", "/tables/goal/rows/3/cells/target_20 unknown-column",
            ])
    }

    @Test func templatesNumberTheSameTablesDifferently() {
        let number = { (table: TableID, template: Template) in TableForm.of(table).numbers[template] }
        #expect(number(.emissions, .v1) == "A-1.4" && number(.emissions, .v21) == "A-1.3")
        #expect(number(.activity, .v1) == "A-1.3" && number(.activity, .v21) == "A-1.4")
        #expect(number(.stakeholders, .v1) == "A-3.1" && number(.stakeholders, .v21) == "A-3.2")
        #expect(number(.finance, .v1) == "C-3.1" && number(.finance, .v21) == nil)
        #expect((1...15).allSatisfy { index in TableForm.all.contains { $0.numbers[.v21] == "T\(index)" } })
        #expect(Set(TableForm.all.map(\.id)) == Set(TableID.allCases))
        #expect(Set(SectionForm.all.map(\.id)) == Set(SectionID.allCases))
        let indicators = TableForm.of(.indicators)
        #expect(indicators.column("target_2035")?.id == "target" && indicators.column("target") == nil)
        #expect(TableForm.of(.gap).columns(in: .v1).contains { $0.id == "action_plan" } == false)
    }

    @Test func placesContainWhatLiesInThem() {
        let cell = ContractPlace.cell(.emissions, "waste", "scope2")
        #expect(ContractPlace.contract.contains(cell) && ContractPlace.table(.emissions).contains(cell))
        #expect(ContractPlace.row(.emissions, "waste").contains(cell) && cell.contains(cell))
        #expect(!cell.contains(.row(.emissions, "waste")) && !ContractPlace.table(.gap).contains(cell))
        #expect(!ContractPlace.section(.outlook).contains(cell) && cell.number(in: .v1) == "A-1.4")
        #expect(ContractPlace(path: "emissions/waste/scope2") == cell && ContractPlace(path: "") == .contract)
        #expect(ContractPlace(path: "sections/nowhere") == nil && ContractPlace(path: "emissions//scope2") == nil)
    }

    @Test(arguments: [
        ("1.234,56", Character(",")), ("1,234.56", Character(".")), ("1 234,5", Character(",")),
        ("0.5", Character(".")),
        ("1.234.567", Character(",")), ("-12,75", Character(",")),
    ])
    func printedNumbersSpeakForAMark(text: String, mark: Character) {
        #expect(PrintedNumber(text)?.decimalMark == mark)
    }

    @Test(arguments: ["1234", "1 234", "1.234", "1,234"]) func someNumbersMayBeReadBothWays(text: String) throws {
        #expect(try #require(PrintedNumber(text)).decimalMark == nil)
    }

    @Test(arguments: ["90,00,000.00", "1.000,000.00", "8,408,.32", "", "12a", "1.", ".5", "1,23,456"])
    func someAreNoNumbers(text: String) {
        #expect(PrintedNumber(text) == nil)
    }
}
