import Finance
import Foundation
import Portfolio
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// Limits to debt are a city's own lines; the page says which year breaks which of them, and by how much.
@Suite struct InvestmentDebtTests {
    private static let room = "/ro/cities/alba-iulia/investment"

    @Test func theHubsRuleIsData() throws {
        let known = try InvestmentReference(resources: TestClock.packageRoot).debtRules()
        let romania = try #require(known.first { $0.rule.id == "ro-273-2006-63" }).rule(.en)
        #expect(romania.limited == .yearlyService && romania.base == .ownRevenue)
        #expect(romania.share == 0.3 && romania.years == 3 && romania.exempt == [.europeanProject])
        #expect(romania.status == .unverified && romania.source.contains("273/2006"))
    }

    /// Own revenue of a million each year, and 350,000 to be paid in 2026 on old loans.
    private static func start(_ site: TestSite) async throws -> TestBrowser {
        let editor = try await ScenarioTests.start(site)
        for year in ["2023", "2024", "2025"] {
            let line = [
                ("year", year), ("amount", "2000000"), ("own-revenue", "1000000"), ("state", "executed"),
            ]
            #expect(try await editor.submit(line, on: "\(room)/budgets/new").status == 303)
        }
        for (year, amount) in [("2026", "350000"), ("2027", "300000")] {
            let line = [("year", year), ("amount", amount)]
            #expect(try await editor.submit(line, on: "\(room)/debt-service/new").status == 303)
        }
        return editor
    }

    @Test(arguments: Engines.all) func aCityTakesTheHubsRuleAndStatesItsOwn(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await Self.start(site)
            #expect(try await editor.get(Self.room).text.contains("Nu s-a stabilit încă"))
            let list = try await editor.get("\(Self.room)/debt-rules").text
            let start = "\(Self.room)/debt-rules/new?rule=ro-273-2006-63"
            #expect(list.contains("\"\(start)\"") && list.contains("art. 63"))
            // The rule's figures stand in the form; saved as they are, they are the city's.
            let form = try #require(try await editor.get(start).form(to: "\(Self.room)/debt-rules/new"))
            #expect(form.fields.first { $0.name == "share" }?.value == "30")
            #expect(try await editor.post("\(Self.room)/debt-rules/new", form.pairs).status == 303)
            let own = [
                ("name", "Datoria, cel mult un sfert din buget"), ("limited", "stock"), ("base", "budget"),
                ("share", "25"), ("years", "1"), ("source", "HCL 1/2026"), ("status", "sourced"),
            ]
            #expect(try await editor.submit(own, on: "\(Self.room)/debt-rules/new").status == 303)
            for (year, amount) in [("2026", "510000"), ("2027", "500000")] {
                let line = [("year", year), ("amount", amount)]
                #expect(try await editor.submit(line, on: "\(Self.room)/debt-stock/new").status == 303)
            }
            // By hand: 30 % of a million; a quarter of two million.
            let page = try await editor.get(Self.room).text
            for words in [
                "2026: 50.000 euro peste limită", "2026: 10.000 euro peste limită", "Datoria, cel mult un sfert",
                "Depășit", "Respectat", "De verificat",
            ] { #expect(page.contains(words), "\(words)") }
            #expect(!page.contains("2027: "))
            let file = try await editor.get("/cities/alba-iulia/investment/results.json")
            let results = try JSONDecoder().decode(PlanResults.self, from: Data(file.bytes))
            #expect(results.debt.map(\.rule.id) == ["rule-1", "rule-2"])
            #expect(results.debt[0].withHopes.map(\.overCents) == [5_000_000, 0])
            #expect(results.debt[0].rule.exempt == [.europeanProject])
        }
    }

    @Test func aRuleThatCannotBeIsRefusedAndKept() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await ScenarioTests.start(site)
            let path = "\(Self.room)/debt-rules/new"
            for (field, value) in [("share", "0"), ("years", "21"), ("share", "treizeci")] {
                var sent = [
                    "name": "Regulă", "limited": "yearlyService", "base": "ownRevenue", "share": "30", "years": "3",
                    "source": "Lege", "status": "judgement",
                ]
                sent[field] = value
                let answer = try await editor.submit(sent.map { ($0.key, $0.value) }, on: path)
                #expect(answer.status == 422 && answer.text.contains("value=\"\(value)\""), "\(field) \(value)")
                #expect(answer.text.contains("href=\"#field-\(field)\""))
            }
            #expect(try await site.database.read { try InvestmentFrame.find($0, city: "1017") } == nil)
        }
    }

    /// 100,000 each year from 2027 to 2029 on a contracted loan, beside 300,000 on old ones.
    @Test(arguments: [("europeanProject", false), ("other", true)])
    func aLoanForAEuropeanProjectIsLeftOut(purpose: String, isExceeded: Bool) async throws {
        try await withSite(.sqlite) { site in
            let editor = try await Self.start(site)
            let form = try #require(
                try await editor.get("\(Self.room)/debt-rules/new?rule=ro-273-2006-63").form(
                    to: "\(Self.room)/debt-rules/new"))
            #expect(try await editor.post("\(Self.room)/debt-rules/new", form.pairs).status == 303)
            let measure = "/ro\(try await MeasureTests.add(site, "Tramvai").path)"
            let saved = try await editor.submit(
                [
                    ("name", "Banca"), ("payer", "investors"), ("kind", "loan"), ("amount", "300000"),
                    ("from", "2026"), ("to", "2026"), ("status", "contracted"), ("rate", "0"), ("years", "3"),
                    ("payments", "1"), ("form", "linear"), ("purpose", purpose),
                ], on: "\(measure)/funding/new")
            #expect(saved.status == 303)
            let page = try await editor.get(Self.room).text
            #expect(page.contains("2027: 100.000 euro peste limită") == isExceeded)
            #expect(page.contains("Neluate în calcul, potrivit regulii: Banca") == !isExceeded)
        }
    }
}
