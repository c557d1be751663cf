import Contract
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// What is typed into a row of a table is kept while it is typed, whatever happens to session and row.
@Suite struct ContractRowDraftTests {
    private struct World {
        let contract: ContractID
        let table: String
        var edit: String { "\(table)/rows/plan/edit" }
        var new: String { "\(table)/rows/new" }
    }

    private func world(_ site: TestSite) async throws -> World {
        let start = try await ContractWritingTests.start(site) {
            $0.tables[.policies] = ContractTable(
                rows: [ContractRow("plan", ["name": "Planul de mobilitate"]), ContractRow("other", ["name": "Altul"])])
        }
        return World(contract: start.id, table: "\(start.path)/tables/policies")
    }

    private func form(_ browser: TestBrowser, _ path: String) async throws -> PageForm {
        let page = try await browser.get(path)
        return try #require(page.form(to: path), "\(path): \(page.status)")
    }

    /// What the script does after a pause.
    private func type(_ browser: TestBrowser, _ path: String, _ word: String) async throws {
        let kept = try await browser.post("\(path)/draft", try await form(browser, path).pairs(with: "cell-name", word))
        #expect(kept.status == 200, "\(kept.text)")
    }

    private func names(_ site: TestSite, _ world: World) async throws -> [String] {
        let document = try await ContractWritingTests.document(site, world.contract)
        return document.tables[.policies]?.rows.compactMap { $0.text("name") } ?? []
    }

    @Test(arguments: Engines.all) func aDraftOutlivesItsSession(engine: Engines) async throws {
        try await withSite(engine) { site in
            let world = try await world(site)
            for (path, word) in [(world.edit, "ACTUALIZAT"), (world.new, "ADAUGAT")] {
                let editor = try await site.browser(as: .cityEditor)
                let page = try await form(editor, path)
                try await type(editor, path, word)
                site.clock.advance(seconds: 40 * 86_400)
                let late = try await editor.post("\(path)/draft", page.pairs(with: "cell-name", "PREATARZIU"))
                #expect(late.status == 401 && late.text.contains("PREATARZIU"), "\(late.status) \(late.location ?? "")")
                let again = try await site.browser(as: .cityEditor)
                #expect(try await again.get(path).text.contains("value=\"\(word)\""), "\(path)")
                // It is nobody else's, and in no table.
                let other = try await site.browser(as: .cityCertifier)
                #expect(try await !other.get(path).text.contains(word))
                #expect(try await !names(site, world).contains(word))
                let sent = try await again.post(path, try await form(again, path).pairs)
                #expect(sent.status == 303)
                #expect(try await names(site, world).contains(word))
                #expect(try await !again.get(path).text.contains("/draft/removal"))
            }
        }
    }

    @Test(arguments: Engines.all) func aDraftOutlivesAConflict(engine: Engines) async throws {
        try await withSite(engine) { site in
            let world = try await world(site)
            let (ana, elena) = (try await site.browser(as: .cityEditor), try await site.browser(as: .cityCertifier))
            try await type(ana, world.edit, "ALANEI")
            let theirs = try await elena.post(
                world.edit, try await form(elena, world.edit).pairs(with: "cell-name", "ALELENEI"))
            #expect(theirs.status == 303)
            // The draft still says what it was typed over: saving it asks.
            let mine = try await form(ana, world.edit)
            #expect(mine.pairs.contains { $0 == ("cell-name", "ALANEI") })
            let conflict = try await ana.post(world.edit, mine.pairs)
            #expect(conflict.status == 409)
            #expect(conflict.text.contains("value=\"ALANEI\"") && conflict.text.contains("ALELENEI"))
            #expect(try await ana.get(world.edit).text.contains("value=\"ALANEI\""))
            let settled = try await ana.post(world.edit, try #require(conflict.form(to: world.edit)).pairs)
            #expect(settled.status == 303)
            #expect(try await names(site, world) == ["ALANEI", "Altul"])
        }
    }

    @Test(arguments: Engines.all) func aDraftOutlivesItsRow(engine: Engines) async throws {
        try await withSite(engine) { site in
            let world = try await world(site)
            let (ana, elena) = (try await site.browser(as: .cityEditor), try await site.browser(as: .cityCertifier))
            try await type(ana, world.edit, "ALANEI")
            #expect(try await elena.submit([], on: "\(world.table)/rows/plan/removal").status == 303)
            // Who typed nothing finds no row; who did finds their words, and saves them as a new one.
            #expect(try await elena.get(world.edit).status == 404)
            let left = try #require(try await ana.get(world.edit).form(to: world.new))
            #expect(left.pairs.contains { $0 == ("cell-name", "ALANEI") })
            #expect(try await ana.post(world.new, left.pairs).status == 303)
            #expect(try await names(site, world) == ["Altul", "ALANEI"])
            #expect(try await ana.get(world.edit).status == 404)
        }
    }

    @Test(arguments: Engines.all) func nothingAcknowledgedIsLost(engine: Engines) async throws {
        try await withSite(engine) { site in
            let world = try await world(site)
            let seed = UInt64.random(in: 0...UInt64.max)
            var random = SeededRandom(seed)
            let browsers = [try await site.browser(as: .cityEditor), try await site.browser(as: .cityCertifier)]
            // What the hub said it keeps, by person: in the form when it is opened again, or in the table.
            var kept: [String?] = [nil, nil]
            for step in 0..<60 {
                site.clock.advance(seconds: 2)
                let one = Int.random(in: 0..<2, using: &random)
                var page = try await form(browsers[one], world.edit)
                if let word = kept[one] {
                    #expect(page.pairs.contains { $0 == ("cell-name", word) }, "seed \(seed), step \(step): \(word)")
                }
                let word = "c\(step)"
                guard Int.random(in: 0..<3, using: &random) == 0 else {
                    let answer = try await browsers[one].post(
                        "\(world.edit)/draft", page.pairs(with: "cell-name", word))
                    #expect(answer.status == 200, "seed \(seed), step \(step)")
                    kept[one] = word
                    continue
                }
                var answer = try await browsers[one].post(world.edit, page.pairs(with: "cell-name", word))
                if answer.status == 409 {
                    page = try #require(answer.form(to: world.edit))
                    #expect(page.pairs.contains { $0 == ("cell-name", word) }, "seed \(seed), step \(step)")
                    answer = try await browsers[one].post(world.edit, page.pairs)
                }
                #expect(answer.status == 303, "seed \(seed), step \(step): \(answer.status)")
                #expect(try await names(site, world).first == word, "seed \(seed), step \(step)")
                kept[one] = nil
            }
        }
    }
}
