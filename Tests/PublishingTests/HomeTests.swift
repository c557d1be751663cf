import Cities
import Foundation
import SiteSupport
import Support
import Testing

@testable import Publishing

@Suite struct HomeTests {
    @Test func cutsTheTextAtItsHeadings() {
        let text = HomeText(
            "Întâi.\n\n## Ce se poate\n\nIntro\n\n### Ca **oraș**\n\nA\n\n### Ca firmă\n\nB\n\n"
                + "## Cifre\n\n```\n## nu\n```")
        #expect(text.opening == "Întâi.\n\n")
        #expect(text.sections.map(\.title) == ["Ce se poate", "Cifre"])
        #expect(text.sections[0].markdown == "\nIntro\n\n")
        #expect(text.sections[0].parts.map(\.title) == ["Ca oraș", "Ca firmă"])
        #expect(text.sections[1].markdown.contains("## nu"))
    }

    @Test(arguments: Engines.all) func showsTheProgrammeAndItsDoors(engine: Engines) async throws {
        try await withSite(engine) { site in
            for language in ["ro", "en"] {
                let page = try await site.browser().get("/\(language)")
                #expect(page.status == 200)
                let cities = try await site.database.read { try CityLine.programme($0) }
                #expect(cities.count == 13)
                for city in cities {
                    let links = page.text.components(separatedBy: "href=\"/\(language)\(city.path)\"").count - 1
                    #expect(links == 2, "\(city.name): once on the map, once in the list")
                }
                #expect(page.text.components(separatedBy: "<section class=\"door\">").count - 1 == 4)
                #expect(page.text.components(separatedBy: "<h1>").count - 1 == 1)
            }
        }
    }

    @Test(arguments: Engines.all) func countsThePeopleOfASectorOnce(engine: Engines) async throws {
        try await withSite(engine) { site in
            let cities = try await site.database.read { try CityLine.programme($0) }
            let counted = HomeFigures.countedOnce(cities)
            #expect(cities.contains { $0.kind == .sector } && cities.contains { $0.kind == .capital })
            #expect(counted.count == 12 && !counted.contains { $0.kind == .sector })
        }
    }
}
