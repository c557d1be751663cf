import Planning
import SiteSupport
import Support
import Testing

/// The inventories that three cities published elsewhere, as the demonstration world carries them over.
@Suite struct InventoryExampleTests {
    @Test(
        arguments: Engines.all,
        [
            ("cluj-napoca/inventories/2021", ["1.167.223", "720.540", "389.764", "56.919"]),
            ("suceava/inventories/2021", ["289.055", "223.442", "64.455", "1.158"]),
            ("bucuresti-sector-2/inventories/2016", ["1.198.912", "438.334", "760.579"]),
        ])
    func publicPagesShowTheTotals(engine: Engines, example: (path: String, figures: [String])) async throws {
        try await withSite(engine) { site in
            let page = try await site.browser().get("/ro/cities/\(example.path)")
            #expect(page.status == 200)
            for figure in example.figures { #expect(page.text.contains(figure), "\(example.path): \(figure)") }
        }
    }

    @Test func sectorTwoSaysWhichTotalItShows() async throws {
        try await withSite(.sqlite) { site in
            let page = try await site.browser().get("/en/cities/bucuresti-sector-2/inventories/2016")
            #expect(page.text.contains("add up to 1,198,913 t"))
        }
    }

    /// Findings about a real city's published figures are for the city and for staff.
    @Test(
        arguments: [
            (.visitor, false), (.company, false), (.cityEditor, false), (.otherCity, true), (.programmeOfficer, true),
        ] as [(Persona, Bool)])
    func onlyTheCityAndStaffSeeFindings(example: (persona: Persona, sees: Bool)) async throws {
        try await withSite(.sqlite) { site in
            let page = try await site.browser(as: example.persona).get("/en/cities/suceava/inventories/2021")
            #expect(page.status == 200)
            #expect(page.text.contains("29043 t stand under") == example.sees, "\(example.persona)")
        }
    }

    @Test func theFileReadsBackToTheSameTotals() async throws {
        try await withSite(.sqlite) { site in
            let file = try await site.browser().get("/cities/suceava/inventories/2021/inventory.csv")
            #expect(file.status == 200)
            let inventory = try InventoryContent.read(file.bytes)
            #expect(inventory.rows.count > 15)
            let again = try InventoryContent.read(try InventoryContent.bytes(inventory))
            #expect(again == inventory)
        }
    }

    @Test(arguments: ["?gwp=AR6&view=gpc", "?view=ccc", "?view=crf", ""])
    func theInterfaceGivesEveryForm(query: String) async throws {
        try await withSite(.sqlite) { site in
            let answer = try await site.browser().get("/api/v1/cities/suceava/inventories/2021\(query)")
            #expect(answer.status == 200)
            #expect(answer.text.contains("\"total_t_co2e\":289055"))
        }
    }

    @Test(arguments: ["?gwp=AR9", "?view=xyz"]) func unknownFormsAreNotFound(query: String) async throws {
        try await withSite(.sqlite) { site in
            let answer = try await site.browser().get("/api/v1/cities/suceava/inventories/2021\(query)")
            #expect(answer.status == 404)
        }
    }
}
