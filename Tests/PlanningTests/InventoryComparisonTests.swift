import Inventory
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// Published inventories beside each other: over the years, and with those of cities of like size.
@Suite struct InventoryComparisonTests {
    /// Publishes an inventory of one row, as something carried over.
    @discardableResult private func publish(
        _ site: TestSite, _ city: String, _ year: Int, co2: Double, population: Int? = nil, gwp: GWPSet = .ar5,
        coverage: InventoryTotal = .contract
    ) async throws -> InventoryID {
        let ids = site.kit.ids
        let (id, row): (InventoryID, InventoryRowID) = (ids.next(), ids.next())
        let now = site.clock.now
        try await site.database.write { connection in
            var frame = InventoryFrame()
            frame.population = population
            frame.gwp = gwp
            frame.coverage = coverage
            _ = try InventoryRecord.create(connection, id: id, city: city, year: year, frame, by: nil, at: now)
            let line = try #require(GPCReference.coded("I.1.1"))
            try InventoryLine.add(
                connection,
                InventoryRow(
                    id: row.description, placement: Placement(line), label: "Gaz",
                    content: .emissions(GasMasses(.co2, tonnes: co2)), source: "Operator"), id: row, to: id,
                position: 1, by: nil, at: now)
            let record = try #require(try InventoryRecord.find(connection, id: id))
            _ = try InventoryPublication.publish(
                connection, id: ids.next(), record, certification: nil, reason: "", by: nil, at: now)
        }
        return id
    }

    private static let (alba, cluj) = ("1017", "54975")

    /// The census figure of the register stands in where an inventory names no population, and says so.
    @Test(arguments: Engines.all) func perHeadFallsBackOnTheRegister(engine: Engines) async throws {
        try await withSite(engine) { site in
            let own = try await site.database.read { connection in
                try InventoryListLine.published(connection, of: Self.cluj).first
            }
            let line = try #require(own)
            let people = try #require(line.people)
            #expect(line.population == nil && people.origin == .register("census-2021"))
            let page = try await site.browser().get("/en/cities/cluj-napoca/inventories/2021")
            #expect(page.text.contains("Census 2021: the inventory names no population"))
            // A total of 1,167,223 t over the people of the census.
            let figure = Figures(language: .en).decimal(1_167_223 / Double(people.count))
            #expect(page.text.contains(figure))

            // What the inventory says itself goes before the register.
            try await publish(site, Self.alba, 2022, co2: 1000, population: 500)
            let stated = try await site.browser().get("/en/cities/alba-iulia/inventories/2022")
            #expect(stated.text.contains("500 people") && !stated.text.contains("Census 2021: the inventory"))
        }
    }

    @Test(arguments: Engines.all) func nearestNotLaterAndNeverLater(engine: Engines) async throws {
        try await withSite(engine) { site in
            let found = try await site.database.read { connection in
                try [1990, 2011, 2015, 2021, 2030].map {
                    try HeadCount.register(connection, city: Self.cluj, year: $0)?.origin
                }
            }
            #expect(found[0] == nil, "a later census says nothing about 1990")
            #expect(found[1] == .register("census-2011") && found[2] == .register("census-2011"))
            #expect(found[3] == .register("census-2021") && found[4] == .register("census-2021"))
        }
    }

    @Test(arguments: Engines.all) func theYearsOfACityWithItsRestatements(engine: Engines) async throws {
        try await withSite(engine) { site in
            let id = try await publish(site, Self.alba, 2021, co2: 1000, population: 100)
            try await publish(site, Self.alba, 2022, co2: 900, population: 100, gwp: .ar6)
            let now = site.clock.now
            try await site.database.write { connection in
                let record = try #require(try InventoryRecord.find(connection, id: id))
                let line = try #require(try InventoryLine.all(connection, of: id).first)
                var row = line.row
                row.content = .emissions(GasMasses(.co2, tonnes: 1234))
                let person = try #require(InventoryRowID(row.id))
                try connection.execute("DELETE FROM inventory_row WHERE id = \(person)")
                try InventoryLine.add(connection, row, id: person, to: id, position: 1, by: nil, at: now)
                _ = try InventoryPublication.publish(
                    connection, id: site.kit.ids.next(), record, certification: nil, reason: "Contor citit greșit",
                    by: nil, at: now)
                // The page is kept until the history grows.
                try InventoryHistory.record(
                    connection, "inventory.published", id, city: "Alba Iulia", year: 2021, by: nil, at: now)
            }
            let page = try await site.browser().get("/en/cities/alba-iulia/inventories")
            #expect(page.text.contains("Restated") && page.text.contains("before: 1,000 t"))
            #expect(page.text.contains("From 2021 to 2022: 27.1 % less."))
            #expect(page.text.contains("The years were not all counted alike"))
            #expect(page.text.contains("12.34") && page.text.contains("By sector over the years"))
            let city = try await site.browser().get("/en/cities/alba-iulia")
            #expect(city.text.contains("/en/cities/alba-iulia/inventories/2021") && city.text.contains("1,234"))
        }
    }

    @Test(arguments: Engines.all) func onlyLikeThingsStandInOneOrder(engine: Engines) async throws {
        try await withSite(engine) { site in
            try await publish(site, Self.alba, 2021, co2: 3000, population: 1000)
            // As many people, counted alike; one with another set, one with another coverage, one long ago.
            try await publish(site, "114319", 2022, co2: 2000, population: 800)
            try await publish(site, "20297", 2021, co2: 1000, population: 900, gwp: .ar6)
            try await publish(site, "143450", 2021, co2: 1000, population: 900, coverage: .basic)
            try await publish(site, "55259", 2012, co2: 1000, population: 900)
            let own = try await site.database.read { connection -> InventoryComparison? in
                let line = try #require(try InventoryListLine.published(connection, of: Self.alba).first)
                return try InventoryComparison(connection, city: Self.alba, line)
            }
            let found = try #require(own)
            #expect(found.people == 500...2000)
            #expect(found.alike.map(\.line.year) == [2022])
            #expect(Set(found.unlike.flatMap(\.differences).map { "\($0)" }).count == 3)
            let page = try await site.browser().get("/en/cities/alba-iulia/inventories/2021/comparison")
            #expect(page.status == 200)
            #expect(page.text.contains("weighs gases by AR6") && page.text.contains("is of 2012"))
            #expect(page.text.contains("Alba Iulia and 1 city counted alike."))
        }
    }

    @Test func anInventoryWithoutPeopleSaysSo() async throws {
        try await withSite(.sqlite) { site in
            try await publish(site, Self.alba, 1990, co2: 3000)
            let page = try await site.browser().get("/en/cities/alba-iulia/inventories/1990/comparison")
            #expect(page.status == 200 && page.text.contains("cannot be compared per head"))
            #expect(try await site.browser().get("/en/cities/alba-iulia/inventories/1991/comparison").status == 404)
        }
    }

    @Test func ofEachCityTheNearestYear() async throws {
        try await withSite(.sqlite) { site in
            for year in [2015, 2019, 2023] { try await publish(site, Self.alba, year, co2: 1, population: 10) }
            let lines = try await site.database.read { try InventoryListLine.published($0, of: Self.alba) }
            let chosen = [(2000, 2015), (2017, 2019), (2020, 2019), (2030, 2023)].map {
                (InventoryComparison.nearest(lines, to: $0.0).map(\.year), [$0.1])
            }
            for (found, wanted) in chosen { #expect(found == wanted) }
        }
    }

    /// Parts are kept beside a publication as the contract's tables show them, printed sector totals among them.
    @Test func partsAddUpToTheTotal() async throws {
        try await withSite(.sqlite) { site in
            let found = try await site.database.read { connection in
                try ComparedInventory.all(connection, try InventoryListLine.all(connection))
            }
            #expect(found.count >= 3)
            for item in found {
                let sum = ContractSector.allCases.reduce(0) { $0 + (item.total(of: $1) ?? 0) }
                #expect((sum - item.line.total).magnitude < 1e-6, "\(item.line.citySlug)")
            }
            let sector2 = try #require(found.first { $0.line.citySlug == "bucuresti-sector-2" })
            #expect(Scope.allCases.reduce(0) { $0 + (sector2.total(of: $1) ?? 0) } == 1_198_913)
        }
    }
}
