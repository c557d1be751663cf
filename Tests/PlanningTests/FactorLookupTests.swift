import Cities
import Hub
import Inventory
import SiteSupport
import Storage
import Support
import Testing

@testable import Planning

/// The order of DESIGN §5 in the register as shipped: the nearest region first, then the latest year not later.
@Suite struct FactorLookupTests {
    private func grid(_ region: String, _ year: Int?, _ value: Double, _ methodology: String = "m") -> Factor {
        Factor(
            id: "t/\(region.lowercased())/\(year.map { "\($0)" } ?? "any")/\(methodology)", subject: "grid-electricity",
            property: "co2", value: value, unit: "t/MWh", region: region, year: year, methodology: methodology,
            source: "test")
    }

    @Test func aNearerRegionWinsOverANearerYear() throws {
        let book = FactorBook([
            grid("world", nil, 0.5), grid("EU", 2021, 0.3), grid("RO", 2018, 0.28), grid("RO", 2016, 0.31),
            grid("RO-AB", 2010, 0.4), grid("1017", 2022, 0.1),
        ])
        func find(_ regions: [String], _ year: Int) -> FactorAnswer {
            book.find("grid-electricity", "co2", at: FactorPlace(regions: regions, year: year))
        }
        let all = ["1017", "RO-AB", "RO", "EU", "world"]
        // The city's own is of a later year: the county's older one counts.
        #expect(find(all, 2021).factor?.value == 0.4)
        #expect(find(all, 2023).factor?.value == 0.1)
        #expect(find(["2", "RO-CJ", "RO", "EU", "world"], 2021).factor?.value == 0.28)
        #expect(find(["2", "RO-CJ", "RO", "EU", "world"], 2017).factor?.value == 0.31)
        #expect(find(["2", "RO-CJ", "RO", "EU", "world"], 2012).factor?.value == 0.5)
        #expect(find(["RO"], 2015) == .onlyLater(grid("RO", 2016, 0.31)))
        #expect(find(["MD"], 2015) == .elsewhere(["1017", "EU", "RO", "RO-AB", "world"]))
    }

    @Test func aCityLooksFromNearToFar() async throws {
        try await withSite(.sqlite) { site in
            let city = try #require(try await site.database.read { try City.find($0, slug: "cluj-napoca") })
            let place = FactorPlace(city, year: 2021)
            #expect(place.regions == ["54975", "RO-CJ", "RO", "EU", "world"] && place.year == 2021)
        }
    }

    @Test func thePageSaysWhatIsOnlyThereForLaterYears() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let start = try await editor.submit(
                [
                    ("year", "2012"), ("gwp", "AR5"), ("coverage", "CCC"), ("boundary", "Municipiul Alba Iulia"),
                    ("population", ""), ("population-source", ""), ("source", ""),
                ], on: "/en/cities/alba-iulia/inventories/new")
            let path = try #require(start.location)
            let page = try await editor.get("\(path)/grid-factor")
            #expect(page.text.contains("Production mix (AIB): only for 2016 and later."))
            #expect(!page.text.contains("value=\"aib-production-mix\""))
            #expect(page.text.contains("value=\"ember-life-cycle\""))
        }
    }
}
