import Cities
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// A plan that starts from tonnes alone says so, why, and what can be done: Romania's published inventories are so.
@Suite struct TonnesAloneTests {
    @Test(arguments: Engines.all) func thePageSaysWhyAndWhatToDo(engine: Engines) async throws {
        try await withSite(engine) { site in
            let found = try await site.database.read { connection in
                (
                    try City.find(connection, slug: "suceava"),
                    try InventoryListLine.published(connection, of: "146263").map(\.inventory.year)
                )
            }
            _ = found
        }
    }
}
