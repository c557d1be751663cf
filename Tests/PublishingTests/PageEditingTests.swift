import Members
import SiteSupport
import Storage
import Support
import Testing

@testable import Publishing
@testable import Web

/// Writing a page, from the first draft to its withdrawal.
@Suite struct PageEditingTests {
    private let text: [(String, String)] = [
        ("title", "Pădurea orașului"), ("lead", "O mie de copaci."), ("markdown", "## Unde\n\nLângă râul *Șieu*."),
    ]

    private func create(_ editor: TestBrowser) async throws {
        let answer = try await editor.submit(
            [("slug", "padure"), ("language", "ro")] + text, on: "/ro/pages/new", to: "/ro/pages")
        #expect(answer.status == 303, "\(answer.text)")
        #expect(answer.location == "/ro/pages/padure/edit?language=ro")
    }

    private func publish(_ editor: TestBrowser, number: Int, language: String = "ro") async throws {
        let answer = try await editor.submit(
            [("language", language), ("number", "\(number)")], on: "/ro/pages/padure/edit?language=\(language)",
            to: "/ro/pages/padure/publication")
        #expect(answer.status == 303, "\(answer.text)")
    }

    @Test(arguments: Engines.all) func draftsArePublicOnceTheyArePublished(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .contentEditor)
            let reader = site.browser()
            try await create(editor)
            #expect(try await reader.get("/ro/pages/padure").status == 404)
            #expect(try await !reader.get("/ro/search?q=padurea").text.contains("/ro/pages/padure"))

            try await publish(editor, number: 1)
            let page = try await reader.get("/ro/pages/padure")
            #expect(page.status == 200)
            #expect(page.text.contains("<h1>Pădurea orașului</h1>") && page.text.contains("<em>Șieu</em>"))
            #expect(try await reader.get("/ro/search?q=padurea+raul+sieu").text.contains("href=\"/ro/pages/padure\""))

            let second = text.map { $0.0 == "markdown" ? ("markdown", "Lângă lacul Zăganului.") : $0 }
            let saved = try await editor.submit(
                [("language", "ro")] + second, on: "/ro/pages/padure/edit?language=ro", to: "/ro/pages/padure/versions")
            #expect(saved.status == 303, "\(saved.text)")
            #expect(try await !reader.get("/ro/pages/padure").text.contains("Zăganului"))
            #expect(try await !reader.get("/ro/search?q=zaganului").text.contains("/ro/pages/padure"))

            try await publish(editor, number: 2)
            #expect(try await reader.get("/ro/pages/padure").text.contains("Zăganului"))
            #expect(try await reader.get("/ro/search?q=zaganului").text.contains("/ro/pages/padure"))

            let changes = try await editor.get("/en/pages/padure/differences?language=ro&from=1&to=2")
            #expect(changes.text.contains("<ins>") && changes.text.contains("Zăganului"))
            let list = try await editor.get("/en/pages/padure/versions?language=ro")
            #expect(list.text.contains("Ioana Mureșan"))

            let withdrawn = try await editor.submit(
                [("language", "ro")], on: "/ro/pages/padure/edit?language=ro", to: "/ro/pages/padure/withdrawal")
            #expect(withdrawn.status == 303)
            #expect(try await reader.get("/ro/pages/padure").status == 404)
            #expect(try await !reader.get("/ro/search?q=zaganului").text.contains("/ro/pages/padure"))
        }
    }

    @Test(arguments: Engines.all) func aPageWithoutTranslationShowsTheOtherLanguage(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .contentEditor)
            try await create(editor)
            try await publish(editor, number: 1)
            let english = try await site.browser().get("/en/pages/padure")
            #expect(english.status == 200)
            #expect(english.text.contains("not available in English yet"))
            #expect(english.text.contains("<article lang=\"ro\">"))
            // Romanian words lead to the Romanian page, whichever language the reader has.
            let found = try await site.browser().get("/en/search?q=padurea")
            #expect(found.text.contains("<a href=\"/ro/pages/padure\" lang=\"ro\" hreflang=\"ro\">"))
        }
    }

    @Test(arguments: Engines.all) func aStaleSaveLosesNeitherText(engine: Engines) async throws {
        try await withSite(engine) { site in
            let first = try await site.browser(as: .contentEditor)
            let second = try await site.browser(as: .administrator)
            try await create(first)
            let path = "/ro/pages/padure/edit?language=ro"
            let token = try #require(try await second.get(path).inputValue("form-token"))
            func answers(_ markdown: String) -> [(String, String)] {
                [("language", "ro"), ("title", "Pădurea"), ("lead", ""), ("markdown", markdown)]
            }
            #expect(
                try await first.submit(answers("Textul Ioanei."), on: path, to: "/ro/pages/padure/versions").status
                    == 303)
            let conflict = try await second.post(
                "/ro/pages/padure/versions",
                answers("Textul lui Andrei.") + [("version", "1"), ("form-token", token)])
            #expect(conflict.status == 409)
            #expect(conflict.text.contains("Textul lui Andrei.") && conflict.text.contains("Textul Ioanei."))
            #expect(conflict.inputValue("version") == "2")

            let merged = try await second.post(
                "/ro/pages/padure/versions",
                answers("Textul Ioanei. Textul lui Andrei.") + [("version", "2"), ("form-token", token)])
            #expect(merged.status == 303)
            let versions = try await site.database.read { connection in
                let page = try #require(try EditablePage.find(connection, slug: "padure"))
                return try PageVersion.all(connection, page: page.id, .ro).map(\.markdown)
            }
            #expect(versions.prefix(2) == ["Textul Ioanei. Textul lui Andrei.", "Textul Ioanei."])
        }
    }

    @Test(arguments: Engines.all) func previewShowsAndKeepsWithoutSaving(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .contentEditor)
            try await create(editor)
            let hostile = "Un **cuvânt** <script>alert(1)</script> [aici](javascript:alert(1))"
            let path = "/ro/pages/padure/edit?language=ro"
            let preview = try await editor.submit(
                [("language", "ro"), ("title", "T"), ("lead", ""), ("markdown", hostile)], on: path,
                to: "/ro/pages/padure/preview")
            #expect(preview.status == 200)
            #expect(preview.text.contains("<strong>cuvânt</strong>"))
            #expect(preview.text.contains("&lt;script&gt;alert(1)"), "the typed text stands in the form")
            #expect(!preview.text.contains("<script>alert") && !preview.text.contains("href=\"javascript"))

            let incomplete = try await editor.submit(
                [("language", "ro"), ("title", ""), ("lead", ""), ("markdown", "Rămâne scris")], on: path,
                to: "/ro/pages/padure/versions")
            #expect(incomplete.status == 422 && incomplete.text.contains("Rămâne scris"))
            let count = try await site.database.read { connection in
                let page = try #require(try EditablePage.find(connection, slug: "padure"))
                return try PageVersion.all(connection, page: page.id, .ro).count
            }
            #expect(count == 1)
        }
    }

    @Test(arguments: Engines.all) func theHubKeepsItsFixedPages(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .contentEditor)
            func withdraw(_ language: String) async throws -> Int {
                try await editor.submit(
                    [("language", language)], on: "/ro/pages/about/edit?language=\(language)",
                    to: "/ro/pages/about/withdrawal"
                ).status
            }
            #expect(try await withdraw("ro") == 303)
            #expect(try await withdraw("en") == 409)
            let romanian = try await site.browser().get("/ro/about")
            #expect(romanian.status == 200 && romanian.text.contains("<article lang=\"en\">"))
        }
    }

    @Test func onlyEditorsWrite() async throws {
        try await withSite(.sqlite) { site in
            for persona in Persona.allCases {
                let browser = try await site.browser(as: persona)
                let isEditor = persona == .contentEditor || persona == .administrator
                for path in ["/ro/pages", "/ro/pages/new", "/ro/pages/about/edit", "/ro/pages/about/versions"] {
                    let status = try await browser.get(path).status
                    #expect(status == (isEditor ? 200 : persona == .visitor ? 303 : 403), "\(path) as \(persona)")
                }
                let page = try await browser.get("/ro/about")
                #expect(page.text.contains("/ro/pages/about/edit") == isEditor, "\(persona)")
            }
        }
    }

    @Test func seedingAgainKeepsWhatEditorsWrote() async throws {
        try await withSite(.sqlite) { site in
            let folder = TestClock.packageRoot + "/Data/pages"
            try await PagesSeed.load(site.database, folder: folder, at: site.clock.now)
            let numbers = try await site.database.read { try PageState.all($0).map(\.number) }
            #expect(numbers == Array(repeating: 1, count: EditablePage.fixedSlugs.count * Language.allCases.count))
        }
    }
}
