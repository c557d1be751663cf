import SiteSupport
import Storage
import Support
import Testing
import Web

/// The main pages as they are read, in both languages; both engines must give the same.
@Suite struct SnapshotTests {
    struct Shown: Sendable, CustomStringConvertible {
        let name: String
        let persona: Persona
        let path: String
        var isWhole = false
        /// Filled in and sent, where the answer is what is kept.
        var fields: [(String, String)] = []
        var status = 200

        var description: String { name }
    }

    static let pages: [Shown] = [
        Shown(name: "home", persona: .visitor, path: "", isWhole: true),
        Shown(name: "cities", persona: .visitor, path: "/cities?region=RO21"),
        Shown(name: "city", persona: .visitor, path: "/cities/alba-iulia"),
        Shown(name: "programme", persona: .visitor, path: "/programme"),
        Shown(name: "organisations", persona: .visitor, path: "/organisations"),
        Shown(name: "search", persona: .visitor, path: "/search?q=targu+mures"),
        Shown(name: "about", persona: .visitor, path: "/about"),
        Shown(name: "feedback", persona: .visitor, path: "/feedback?page=/ro/cities"),
        Shown(name: "sign-in", persona: .visitor, path: "/sign-in"),
        Shown(name: "not-found", persona: .visitor, path: "/no-such-page", status: 404),
        Shown(name: "home-signed-in", persona: .cityCertifier, path: "", isWhole: true),
        Shown(name: "account", persona: .cityEditor, path: "/account"),
        Shown(name: "city-edit", persona: .cityEditor, path: "/cities/alba-iulia/edit"),
        Shown(
            name: "city-edit-refused", persona: .cityEditor, path: "/cities/alba-iulia/edit",
            fields: [("website", "no address"), ("summary-en", "Kept.")], status: 422),
        Shown(name: "page-edit", persona: .contentEditor, path: "/pages/contact/edit?language=ro"),
        Shown(name: "people", persona: .administrator, path: "/people"),
        Shown(name: "audit", persona: .administrator, path: "/audit"),
    ]

    @Test(arguments: Engines.all, Language.allCases)
    func pagesReadAsAccepted(engine: Engines, language: Language) async throws {
        try await withSite(engine) { site in
            for page in Self.pages {
                let browser = try await site.browser(as: page.persona)
                let path = "/\(language.rawValue)\(page.path)"
                let answer =
                    page.fields.isEmpty ? try await browser.get(path) : try await browser.submit(page.fields, on: path)
                #expect(answer.status == page.status, "\(path)")
                let outline = PageOutline.text(of: answer.bytes, whole: page.isWhole)
                let difference = try Snapshot.difference(of: outline, from: "\(page.name).\(language.rawValue)")
                #expect(difference == nil, "\(difference ?? "")")
            }
        }
    }

    /// A file that no page is compared with any more is a trap for readers.
    @Test func everyAcceptedTextHasItsPage() throws {
        let names = Self.pages.flatMap { page in Language.allCases.map { "\(page.name).\($0.rawValue)" } }
        let kept = try Snapshot.names()
        #expect(kept == Set(names))
    }
}
