import Finance
import Foundation
import Pathways
import Portfolio
import SiteSupport
import Support
import Testing
import Web

@testable import Planning

/// Prices of technologies: written with the plan's prices, named by a measure, followed by every figure of money.
@Suite struct InvestmentPriceTests {
    private static let room = "/ro/cities/alba-iulia/investment"
    private static let rules = [
        ("rate", "4"), ("price-year", "2021"), ("tonnes", "undiscounted"), ("intensive", "5000000"),
    ]

    private func capital(_ browser: TestBrowser) async throws -> [Int] {
        let file = try await browser.get("/cities/alba-iulia/investment/results.json")
        let results = try JSONDecoder().decode(PlanResults.self, from: Data(file.bytes))
        return results.costs.byYear.filter { $0.capitalCents != 0 }.map(\.capitalCents)
    }

    @Test(arguments: Engines.all) func aMeasurePaysThePriceOfItsTechnology(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await ScenarioTests.start(site)
            try await MeasureTests.add(site, "Pompe") { measure in
                measure.effect.operators = [.claimed(Plan.Claim(sector: .buildings, tonnes: 100))]
                measure.effect.claimed = true
                measure.costs = Costs(capitalCents: 100_000_000, priceYear: 2021, lifetime: 15, from: 2026, to: 2027)
            }
            #expect(try await capital(editor) == [50_000_000, 50_000_000])
            let prices = "Pompă de căldură | 2026 = 1.000,5, 2028 = 500,25 | listă de prețuri"
            #expect(
                try await editor.submit(Self.rules + [("prices", prices)], on: "\(Self.room)/money").status == 303)
            let shown = try await editor.get("\(Self.room)/money").text
            #expect(shown.contains("Pompă de căldură | 2026 = 1000,5, 2028 = 500,25 | listă de prețuri"))
            // Nobody follows it yet.
            #expect(try await capital(editor) == [50_000_000, 50_000_000])
            let measure = try #require(
                try await site.database.read { try MeasureRecord.all($0, of: "1017") }.first)
            let form = "/ro/measures/\(measure.id)/costs"
            #expect(try await editor.get(form).text.contains(">Pompă de căldură</option>"))
            let costs = [
                ("capital", "1000000"), ("price-year", "2021"), ("lifetime", "15"), ("renewed", "yes"),
                ("from", "2026"), ("to", "2027"), ("technology", "pompa-de-caldura"),
            ]
            #expect(try await editor.submit(costs, on: form).status == 303)
            #expect(try await capital(editor) == [50_000_000, 37_500_000])
            // A name that is gone would leave the measure without a price: refused, and what was typed stays.
            let gone = try await editor.submit(
                Self.rules + [("prices", "Panouri | 2026 = 5 | x")], on: "\(Self.room)/money")
            #expect(gone.status == 422 && gone.text.contains("Panouri | 2026 = 5 | x"))
            #expect(try await capital(editor) == [50_000_000, 37_500_000])
        }
    }

    @Test func linesThatCannotBeReadAreNamed() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await ScenarioTests.start(site)
            for (text, line) in [
                ("Panouri", 1), ("Panouri | ieri = 5", 1), ("Panouri | 2026 = 0", 1), ("| 2026 = 5", 1),
                ("A | 2026 = 5\n\nB | 2026 5", 3), ("A | 2026 = 5, 2026 = 6", 1),
            ] {
                let answer = try await editor.submit(Self.rules + [("prices", text)], on: "\(Self.room)/money")
                #expect(answer.status == 422 && answer.text.contains("rândul \(line) nu este"), "\(text)")
            }
            let twice = try await editor.submit(
                Self.rules + [("prices", "A | 2026 = 5\nA | 2027 = 6")], on: "\(Self.room)/money")
            #expect(twice.status == 422 && twice.text.contains("de două ori"))
        }
    }
}
