import SiteSupport
import Support
import Testing

@testable import Publishing
@testable import Storage
@testable import Web

@Suite struct SearchTests {
    private func hit(_ kind: String, _ item: String, _ language: String) -> SearchHit {
        SearchHit(kind: kind, item: item, language: language, title: item, path: "/\(item)", excerpt: "")
    }

    @Test func showsEachThingOnceInTheReadersLanguage() {
        let kinds = [Searchable(kind: "city", title: "Cities"), Searchable(kind: "page", title: "Pages")]
        let hits = [
            hit("page", "about", "en"), hit("page", "about", "ro"), hit("city", "iasi", "ro"),
            hit("page", "energie", "en"), hit("secret", "x", "ro"),
        ]
        let groups = SearchRules.groups(hits, kinds: kinds, .ro)
        #expect(groups.map(\.title) == ["Pages", "Cities"] || groups.map(\.title) == ["Cities", "Pages"])
        let found = groups.flatMap(\.hits).map { "\($0.item) \($0.language)" }
        #expect(Set(found) == ["about ro", "iasi ro", "energie en"] && found.count == 3)
    }

    @Test(arguments: Engines.all) func findsWithoutDiacriticsAndSaysWhenNothingFits(engine: Engines) async throws {
        try await withSite(engine) { site in
            let browser = site.browser()
            for query in ["brasov", "Bra%C5%9Fov", "BRA%C8%98OV"] {
                let page = try await browser.get("/ro/search?q=\(query)")
                #expect(page.status == 200 && page.text.contains("href=\"/ro/cities/brasov\""), "\(query)")
            }
            #expect(try await browser.get("/ro/search?q=accesibilitate").text.contains("href=\"/ro/accessibility\""))
            let empty = try await browser.get("/en/search?q=zzzzzz")
            #expect(empty.status == 200 && empty.text.contains("Nothing was found for “zzzzzz”"))
            let form = try await browser.get("/en/search")
            #expect(form.status == 200 && form.text.contains("name=\"q\"") && !form.text.contains("class=\"found\""))
        }
    }

    @Test func hostileQuestionsAreWords() async throws {
        try await withSite(.sqlite) { site in
            for query in ["%3Cscript%3E", "%22%20OR%20%22", "a*%20NEAR(b)", "%27%3B--", "%E2%80%AE"] {
                let page = try await site.browser().get("/ro/search?q=\(query)")
                #expect(page.status == 200 && !page.text.contains("<script>"), "\(query)")
            }
        }
    }
}
