import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// The list of published inventories: narrowed, ordered, by pages and as a file.
@Suite struct InventoryListTests {
    private func places(_ text: String) -> [String] {
        text.matches(of: /\/cities\/([a-z0-9-]+)\/inventories\/(\d+)"/).map { "\($0.output.1)-\($0.output.2)" }
    }

    @Test(
        arguments: Engines.all,
        [
            ("", ["cluj-napoca-2021", "suceava-2021", "bucuresti-sector-2-2016"]),
            ("?sort=total", ["suceava-2021", "cluj-napoca-2021", "bucuresti-sector-2-2016"]),
            ("?sort=-city", ["suceava-2021", "cluj-napoca-2021", "bucuresti-sector-2-2016"]),
            ("?q=bucuresti", ["bucuresti-sector-2-2016"]),
            ("?year=2021&sort=-total", ["cluj-napoca-2021", "suceava-2021"]),
            ("?q=nowhere", []),
        ] as [(String, [String])])
    func theAddressNarrowsAndOrders(engine: Engines, example: (query: String, found: [String])) async throws {
        try await withSite(engine) { site in
            let page = try await site.browser().get("/en/inventories\(example.query)")
            #expect(page.status == 200 && places(page.text) == example.found)
            let file = try await site.browser().get("/inventories.csv\(example.query)").text
            let lines = file.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
            #expect(lines.map { "\($0[1])-\($0[2])" } == example.found)
        }
    }

    @Test func neighbouringPagesHoldEachInventoryOnce() async throws {
        try await withSite(.sqlite) { site in
            let all = try await site.database.read { try InventoryListLine.all($0) }
            let found = InventoryListRequest(Answers(["sort": "total"])).found(all)
            let first = InventoryListRequest.page(found, at: .start, size: 2)
            #expect(first.items.map(\.key) == found.prefix(2).map(\.key) && first.hasAfter && !first.hasBefore)
            let second = InventoryListRequest.page(found, at: .after(found[1].key), size: 2)
            #expect(second.items.map(\.key) == [found[2].key] && second.hasBefore && !second.hasAfter)
            let back = InventoryListRequest.page(found, at: .before(found[2].key), size: 2)
            #expect(back.items.map(\.key) == first.items.map(\.key) && back.hasAfter)
        }
    }
}
