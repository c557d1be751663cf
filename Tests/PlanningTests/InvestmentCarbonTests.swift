import Finance
import Foundation
import Pathways
import Portfolio
import SiteSupport
import Support
import Testing
import Web

@testable import Planning

/// What avoided carbon is worth stands on the page of the investment, apart from the money.
@Suite struct InvestmentCarbonTests {
    @Test func theSeriesIsThatOfTheBank() throws {
        let value = try InvestmentReference(resources: TestClock.packageRoot).carbonValue()
        #expect(value.priceYear == 2016 && value.currency == .eur && value.points.count == 31)
        #expect([2020, 2025, 2030, 2040, 2050].map { value.perTonne(in: $0) } == [80, 165, 250, 525, 800])
        #expect(value.status == .unverified && value.source.contains("2021/C 373/01"))
    }

    /// A million euro in 2026 for 100 t less each year to 2040.
    @Test(arguments: Engines.all) func theValueIsShownApart(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await ScenarioTests.start(site)
            try await MeasureTests.add(site, "Pompe") { measure in
                measure.effect.operators = [.claimed(Plan.Claim(sector: .buildings, tonnes: 100))]
                measure.effect.claimed = true
                measure.costs = Costs(capitalCents: 100_000_000, priceYear: 2021, lifetime: 15)
            }
            let room = "/ro/cities/alba-iulia/investment"
            func results() async throws -> PlanResults {
                let file = try await editor.get("/cities/alba-iulia/investment/results.json")
                return try JSONDecoder().decode(PlanResults.self, from: Data(file.bytes))
            }
            let value = try InvestmentReference(resources: TestClock.packageRoot).carbonValue()
            var worth = 0.0
            for year in 2026...2040 {
                worth += 100 * (value.perTonne(in: year) ?? 0) / Growth.factor(0.04, years: year - 2021)
            }
            let first = try await results()
            let carbon = try #require(first.appraisal.carbon)
            let money = -1_000_000 / Growth.factor(0.04, years: 5)
            #expect((carbon.valueEur - worth).magnitude < 0.01 && carbon.factor == nil)
            #expect((first.appraisal.npvEur - money).magnitude < 0.01)
            #expect((carbon.npvEur - money - worth).magnitude < 0.01)
            let page = try await editor.get(room).text
            for words in ["Cât valorează emisiile evitate", "În prețuri din 2016, neactualizate", "BEI"] {
                #expect(page.contains(words), "\(words)")
            }
            // With an index of both years the series is brought to the plan's prices; the money stays as it was.
            let saved = try await editor.submit(
                [
                    ("rate", "4"), ("price-year", "2021"), ("tonnes", "undiscounted"), ("intensive", "5000000"),
                    ("indices", "2016 = 100\n2021 = 120"),
                ], on: "\(room)/money")
            #expect(saved.status == 303)
            let indexed = try await results()
            #expect(((indexed.appraisal.carbon?.valueEur ?? 0) - 1.2 * worth).magnitude < 0.01)
            #expect(indexed.appraisal.npvEur == first.appraisal.npvEur)
            #expect(try await editor.get(room).text.contains("aduse la nivelul anului 2021"))
        }
    }
}
