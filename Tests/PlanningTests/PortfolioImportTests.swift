import Finance
import Foundation
import Inventory
import Pathways
import Portfolio
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// A portfolio leaves the hub as files and comes back the same; what is wrong stays out and is named.
@Suite struct PortfolioImportTests {
    private static let imports = "\(MeasureTests.room)/imports"

    private static func measures(_ site: TestSite) async throws -> [CityMeasure] {
        try await site.database.read { try MeasureRecord.all($0, of: "1017").map(\.measure) }
    }

    /// Two measures that say something in every part.
    private static func fill(_ site: TestSite) async throws {
        try await MeasureTests.add(
            site, "Izolarea blocurilor, etapa „A”", [.claimed(Plan.Claim(sector: .buildings, tonnes: 100.125))]
        ) { measure in
            measure.partners = ["Universitatea", "=SUM(A1)"]
            measure.costs = Costs(
                capitalCents: 123_456_789, yearlyCents: -500, growth: 0.015, priceYear: 2021, lifetime: 30,
                reason: "Mai puțin gaz")
            measure.payers = PayerSplit([.municipality: 1.0 / 3, .eu: 2.0 / 3])
            measure.funding = [
                FundingLine(
                    id: "loan", name: "Împrumut", payer: .investors, kind: .loan, cents: 700_001, from: 2026, to: 2028,
                    status: .applied, terms: LoanTerms(rate: 0.045, years: 10))
            ]
            measure.indicators = [Indicator(id: "walls", name: "Fațade", targets: [.init(year: 2030, value: 12.5)])]
        }
        try await MeasureTests.add(site, "Campanie") { measure in
            measure.effect.requires = ["izolarea-blocurilor-etapa-a"]
            measure.risks = [Risk("Întârzieri", priority: .low)]
        }
    }

    private static func send(
        _ editor: TestBrowser, _ fileName: String, _ bytes: [UInt8]
    ) async throws -> TestAnswer {
        try await UploadedFile(name: "file", fileName: fileName, bytes: bytes).send(editor, to: "\(imports)/new")
    }

    private static func confirm(_ editor: TestBrowser, _ path: String) async throws -> TestAnswer {
        let form = try #require(try await editor.get(path).form(to: "\(path)/confirmation"))
        return try await editor.post(
            "\(path)/confirmation",
            form.fields.filter { $0.type != "radio" }.map { ($0.name, $0.value) } + [("in-plan", "no")])
    }

    @Test(arguments: Engines.all, ["portfolio.xlsx", "portfolio.json"])
    func whatIsExportedIsImportedToTheSame(engine: Engines, file: String) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .cityEditor)
            try await Self.fill(site)
            let before = try await Self.measures(site)
            let exported = try await editor.get("\(MeasureTests.room.dropFirst(3))/\(file)")
            #expect(exported.status == 200)
            // The same file again changes nothing and offers nothing.
            let same = try #require(try await Self.send(editor, file, exported.bytes).location)
            let unchanged = try await editor.get(same)
            #expect(unchanged.text.contains("Ca în prezent") && unchanged.form(to: "\(same)/confirmation") == nil)
            for record in try await site.database.read({ try MeasureRecord.all($0, of: "1017") }) {
                #expect(try await editor.submit([], on: "/ro\(record.path)/removal").status == 303)
            }
            let path = try #require(try await Self.send(editor, file, exported.bytes).location)
            #expect(try await Self.measures(site).isEmpty)
            #expect(try await Self.confirm(editor, path).status == 303)
            #expect(try await Self.measures(site) == before)
            // Sent twice, nothing comes twice.
            #expect(try await editor.get(path).text.contains("Importul s-a încheiat"))
        }
    }

    @Test func twoTablesBelongTogether() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            try await Self.fill(site)
            let before = try await Self.measures(site)
            let uploads = PortfolioTables.Name.allCases.map { name in
                Answers.Upload(fileName: "\(name.rawValue).csv", bytes: PortfolioTables.csv(name, of: before))
            }
            let reading = try PortfolioReading(uploads, site.kit.languages[.en])
            #expect(reading.faults.isEmpty && reading.measures == before)
            let file = try await editor.get("\(MeasureTests.room.dropFirst(3))/funding.csv")
            #expect(file.text.contains("loan,") && file.text.contains("700001"))
        }
    }

    @Test(arguments: Engines.all) func whatIsGoodComesInAndWhatIsBadIsNamed(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .cityEditor)
            try await MeasureTests.add(site, "Campanie")
            let table = """
                id,name,field,start,end,requires,capital_cents,price_year,lifetime_years
                campanie,Campanie nouă,buildings,2027,2028,,,,
                buna,Măsură bună,energy,2026,2030,,100,2021,10
                an-gresit,An greșit,energy,curând,2030,,,,
                cerc,Cerc,energy,2026,2030,cerc,,,
                dupa-cerc,După cerc,energy,2026,2030,cerc,,,
                ieftina,Ieftină,energy,2026,2030,,-100,2021,10
                Buna Ziua,Nume greșit,energy,2026,2030,,,,
                """
            let path = try #require(try await Self.send(editor, "tabel.csv", Array(table.utf8)).location)
            let page = try await editor.get(path)
            #expect(page.status == 200)
            for words in [
                "measures, line 4, start", "curând", "Înlocuiește", "Adăugat", "Buna Ziua", "Preluarea a 2 măsuri",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(try await Self.confirm(editor, path).status == 303)
            let after = try await Self.measures(site)
            #expect(after.map(\.id) == ["campanie", "buna"])
            #expect(after.map(\.name) == ["Campanie nouă", "Măsură bună"])
            let result = try await editor.get(path)
            #expect(result.text.contains("Lăsate deoparte") || result.text.contains("Importul s-a încheiat"))
        }
    }

    @Test func nobodyConfirmsWhatTheyHaveNotSeen() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let table = "id,name,field,start,end\nbuna,Măsură bună,energy,2026,2030\n"
            let path = try #require(try await Self.send(editor, "tabel.csv", Array(table.utf8)).location)
            let form = try #require(try await editor.get(path).form(to: "\(path)/confirmation"))
            try await MeasureTests.add(site, "Campanie")
            let late = try await editor.post(
                "\(path)/confirmation",
                form.fields.filter { $0.type != "radio" }.map { ($0.name, $0.value) } + [("in-plan", "no")])
            #expect(late.status == 409)
            #expect(try await Self.measures(site).map(\.id) == ["campanie"])
            let stranger = try await site.browser(as: .otherCity)
            #expect(try await stranger.get(path).status == 403)
        }
    }

    @Test(
        arguments: [
            ("tabel.csv", "a,b\n1,2\n"), ("plan.json", "{\"name\": 1}"), ("plan.json", "nimic"),
            ("plan.json", "{\"measures\": [{\"id\": \"x\"}]}"),
        ])
    func aFileWithoutMeasuresSaysSo(name: String, text: String) async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let answer = try await Self.send(editor, name, Array(text.utf8))
            if let path = answer.location {
                let page = try await editor.get(path)
                #expect(page.text.contains("Nu s-a putut citi nicio măsură."))
                #expect(page.form(to: "\(path)/confirmation") == nil)
            } else {
                #expect(answer.status == 422)
            }
        }
    }
}
