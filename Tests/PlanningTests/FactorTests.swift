import Foundation
import Inventory
import SiteSupport
import Spreadsheets
import Storage
import Support
import Testing
import Web

@testable import Planning

/// The register for everybody, and editors who add to it without overwriting.
@Suite struct FactorTests {
    static let gas = "ipcc2006/combustion/residential/natural-gas/co2"
    static let path = "/factors/ipcc2006.combustion.residential.natural-gas.co2"

    private func list(_ site: TestSite) async throws -> FactorList {
        let register = FactorRegister()
        return try await site.database.read { try register.list($0) }
    }

    @Test func everybodyReadsTheRegisterByPagesFilesAndData() async throws {
        try await withSite(.sqlite) { site in
            let visitor = try await site.browser()
            let first = try await visitor.get("/en/factors?family=grid-electricity&region=RO&status=unverified")
            #expect(first.status == 200 && first.text.contains("2 factors"))
            #expect(first.text.contains("not verified"))
            let searched = try await visitor.get("/en/factors?q=natural-gas%20ncv")
            #expect(searched.text.contains("fuel/natural-gas · ncv"))
            let none = try await visitor.get("/en/factors?q=perpetuum")
            #expect(none.text.contains("No factor fits all of this."))
            let one = try await visitor.get("/ro\(Self.path)")
            #expect(one.status == 200 && one.text.contains("kg/TJ") && one.text.contains("56.100"))
            #expect(try await visitor.get("/ro/factors/none.such").status == 404)
            #expect(try await visitor.get("/ro/factors/ipcc2006%2Fcombustion").status == 404)
            let grid = try await visitor.get("/ro/factors/grid-electricity")
            #expect(grid.status == 200 && grid.text.contains("Mixul de producție (AIB)"))
        }
    }

    @Test func pagesOfTheListHoldEachFactorOnce() async throws {
        try await withSite(.sqlite) { site in
            let list = try await list(site)
            let found = FactorFilter(Answers(["family": "landfill"])).matches(list)
            var seen: [String] = []
            var place: ListPlace<String> = .start
            while seen.count < 1000 {
                let part = FactorFilter.page(found, at: place, size: 10)
                seen += part.items.map(\.factor.id)
                guard part.hasAfter, let last = part.items.last else { break }
                place = .after(last.factor.id)
                let back = FactorFilter.page(found, at: .before(last.factor.id), size: 1)
                #expect(back.items.map(\.factor.id) == [part.items[part.items.count - 2].factor.id])
            }
            #expect(seen == found.map(\.factor.id) && seen.count > 40)
        }
    }

    @Test(arguments: Engines.all) func theFileReadsBackAsTheSameBook(engine: Engines) async throws {
        try await withSite(engine) { site in
            let file = try await site.browser().get("/factors.csv")
            let workbook = try CSVReader.workbook(file.bytes, options: .init(isLossless: true))
            let rows = (workbook.sheets.first?.rows ?? []).map {
                TableRow(number: $0.number, cells: $0.cells.map(\.text))
            }
            let reading = FactorTable.read(rows)
            #expect(reading.problems == [])
            #expect(FactorBook(reading.factors).all == (try await list(site)).book.all)
        }
    }

    @Test func dataHavePagesThatHoldTogether() async throws {
        struct Answer: Decodable {
            struct Item: Decodable { let id: String }
            let total: Int
            let factors: [Item]
            let next: String?
        }
        try await withSite(.sqlite) { site in
            let browser = try await site.browser()
            var address: String? = "/api/v1/factors?family=soils&limit=50"
            var ids: [String] = []
            var total = 0
            while let next = address {
                let answer = try JSONDecoder().decode(Answer.self, from: Data(try await browser.get(next).bytes))
                ids += answer.factors.map(\.id)
                total = answer.total
                address = answer.next.map { String($0.dropFirst("http://hub.test".count)) }
            }
            #expect(total == 120 && ids.count == total && Set(ids).count == total)
            let one = try await browser.get("/api/v1\(Self.path)")
            #expect(one.status == 200 && one.text.contains("\"unit\":\"kg/TJ\""))
        }
    }

    // MARK: Editing

    private static let edition: [(String, String)] = [
        ("value", "55900"), ("lower", "54000"), ("upper", "58000"), ("unit", "kg/TJ"), ("region", "world"),
        ("year", ""), ("methodology", ""), ("source", "Raportul național de inventar 2024, anexa 3"),
        ("status", "sourced"), ("reason", "Verificat la sursă"),
    ]

    @Test(arguments: Engines.all) func anEditionIsSavedInTwoStepsAndTheOldOneStays(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .contentEditor)
            let preview = try await editor.submit(Self.edition, on: "/ro\(Self.path)/edition")
            #expect(preview.status == 200 && preview.text.contains("Niciun inventar nu are un rând"))
            // Looking has saved nothing.
            #expect(try await list(site)[Self.gas]?.edition == 1)
            let form = try #require(preview.forms.first { $0.action.hasSuffix("/editions") })
            #expect(try await editor.post(form.action, form.pairs).status == 303)
            let entry = try #require(try await list(site)[Self.gas])
            #expect(entry.edition == 2 && entry.factor.value == 55900)
            let page = try await site.browser().get("/ro\(Self.path)")
            #expect(page.text.contains("55.900") && page.text.contains("56.100"))
            #expect(page.text.contains("Verificat la sursă"))
            // The same step sent once more comes too late and is said to be.
            let late = try await editor.post(form.action, form.pairs)
            #expect(late.status == 409 && late.text.contains("Cineva a adăugat între timp o ediție"))
            let history = try await site.browser(as: .programmeOfficer).get("/en/audit")
            #expect(history.text.contains("added edition 2 of the factor"))
        }
    }

    @Test(arguments: [
        ("value", "many"), ("lower", "60000"), ("upper", ""), ("region", "Ardeal"), ("methodology", "two words"),
        ("source", ""), ("status", ""), ("reason", ""), ("unit", ""), ("year", "20x"),
    ])
    func badInputIsToldAndKept(example: (field: String, value: String)) async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .contentEditor)
            let fields = Self.edition.filter { $0.0 != example.field } + [(example.field, example.value)]
            let answer = try await editor.submit(fields, on: "/ro\(Self.path)/edition")
            #expect(answer.status == 422)
            #expect(answer.text.contains("Verificat la sursă") || example.field == "reason")
            let direct = try await editor.submit(
                fields, on: "/ro\(Self.path)/edition", to: "/ro\(Self.path)/editions")
            #expect(direct.status == 422)
            #expect(try await list(site)[Self.gas]?.edition == 1)
        }
    }

    @Test func aNewFactorGetsAKeyAndAWithdrawnOneKeepsItsEditions() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .programmeOfficer)
            let typed =
                [("subject", "grid-electricity"), ("property", "co2")]
                + Self.edition.filter { !["value", "lower", "upper", "unit", "region", "year"].contains($0.0) }
                + [
                    ("value", "0.21"), ("lower", ""), ("upper", ""), ("unit", "t/MWh"), ("region", "RO-AB"),
                    ("year", "2021"),
                ]
            let preview = try await editor.submit(typed, on: "/ro/factors/new")
            let form = try #require(preview.forms.first { $0.action == "/ro/factors" })
            let saved = try await editor.post(form.action, form.pairs)
            #expect(saved.location == "/ro/factors/hub.grid-electricity.ro-ab.2021.co2")
            #expect(try await editor.submit(typed, on: "/ro/factors/new").status == 422)
            let path = "/ro/factors/hub.grid-electricity.ro-ab.2021.co2"
            #expect(try await editor.submit([("reason", "")], on: "\(path)/withdrawal").status == 422)
            #expect(try await editor.submit([("reason", "Greșit")], on: "\(path)/withdrawal").status == 303)
            let page = try await site.browser().get(path)
            #expect(page.text.contains("Greșit") && page.text.contains("0,21"))
            let list = try await list(site)
            #expect(list["hub/grid-electricity/ro-ab/2021/co2"]?.isWithdrawn == true)
            #expect(!list.book.all.contains { $0.id == "hub/grid-electricity/ro-ab/2021/co2" })
            #expect(FactorFilter(Answers(["status": "withdrawn"])).matches(list).count == 1)
        }
    }

    @Test(
        arguments: [
            (.visitor, false), (.otherCity, false), (.cityCertifier, false), (.company, false),
            (.authorityOfficer, false), (.contentEditor, true), (.programmeOfficer, true), (.administrator, true),
        ] as [(Persona, Bool)])
    func editorsAloneEdit(example: (persona: Persona, may: Bool)) async throws {
        try await withSite(.sqlite) { site in
            let browser = try await site.browser(as: example.persona)
            for page in ["/en/factors/new", "/en\(Self.path)/edition", "/en\(Self.path)/withdrawal"] {
                #expect((try await browser.get(page).status == 200) == example.may, "\(page)")
            }
            #expect(try await browser.get("/en\(Self.path)").text.contains("Add an edition") == example.may)
        }
    }

    @Test(arguments: [0.033, 1.234, 56100, 0.000036, 0.15, 2.5e-9, -3.125, 0])
    func numbersAreTypedSoThatTheyAreReadBack(value: Double) {
        #expect(Answers(["v": FactorWords.typed(value)]).number("v") == value)
    }
}
