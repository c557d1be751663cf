import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// A plan that starts from tonnes alone says so, why, and what can be done: Romania's published inventories are so.
@Suite struct TonnesAloneTests {
    private static let city = "/ro/cities/suceava"

    @Test(arguments: Engines.all) func thePageSaysWhyAndWhatToDo(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .otherCity)
            let start = "\(Self.city)/scenarios/frame/base"
            let published = try await site.database.read { try InventoryListLine.published($0, of: "146263") }
            let inventory = try #require(published.first { $0.year == 2021 }).publication.description
            let started = try await editor.submit(
                [("publication", inventory), ("final-year", "2050")], on: start)
            #expect(started.status == 303)
            for path in ["", "/B01", "/B06", "/E01"] {
                let page = try await editor.get("\(Self.city)/measures/new\(path)").text
                for words in [
                    "Inventarul are numai tone, fără energie", "inventarul anului 2021",
                    "\(Self.city)/inventories/new", "\(Self.city)/scenarios/model", "marcată ca declarată",
                ] { #expect(page.contains(words), "\(path): \(words)") }
            }
            // Trees take up CO₂ whatever the inventory counts.
            #expect(try await !editor.get("\(Self.city)/measures/new/N01").text.contains("numai tone"))
        }
        // An inventory with energy says nothing of the kind.
        try await withSite(engine) { site in
            let editor = try await ScenarioTests.start(site)
            for path in ["", "/B01"] {
                let page = try await editor.get("\(SolutionTests.new)\(path)").text
                #expect(!page.contains("numai tone"), "\(path)")
            }
        }
    }
}
