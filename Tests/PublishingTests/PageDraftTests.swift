import Foundation
import SiteSupport
import Storage
import Support
import Testing

@testable import Members
@testable import Publishing
@testable import Web

/// What an editor types is kept before it is saved: for them alone, once, and never over another window's text.
@Suite struct PageDraftTests {
    private static let page = "/ro/pages/about/edit?language=ro"
    private static let draft = "/ro/pages/about/draft"

    private struct Answer: Decodable {
        struct Line: Decodable { let field, label, text: String }
        let message: String
        let version: Int?
        let savedAt: String?
        let texts: [Line]?
        let problems: [Line]?
    }

    private func type(
        _ markdown: String, in browser: TestBrowser, after draft: Int? = nil, title: String = "Despre"
    ) async throws -> (status: Int, answer: Answer) {
        let shown = try await browser.get(Self.page)
        let fields = [
            ("form-token", shown.inputValue("form-token") ?? ""), ("version", shown.inputValue("version") ?? ""),
            ("draft-version", draft.map { "\($0)" } ?? shown.inputValue("draft-version") ?? ""), ("language", "ro"),
            ("title", title), ("lead", ""), ("markdown", markdown),
        ]
        let reply = try await browser.post(Self.draft, fields)
        return (reply.status, try JSONDecoder().decode(Answer.self, from: Data(reply.bytes)))
    }

    @Test(arguments: Engines.all) func aDraftOutlivesTheSession(engine: Engines) async throws {
        try await withSite(engine) { site in
            let ioana = try await site.browser(as: .contentEditor)
            let first = try await type("Început…", in: ioana)
            #expect(first.status == 200 && first.answer.version == 1)
            // 9:00 UTC is 11:00 in Bucharest in November.
            #expect(first.answer.message == "Salvat la 11:00")
            #expect(first.answer.savedAt == "2026-11-22T09:00:00.000Z")
            site.clock.advance(seconds: 180)
            let second = try await type("Început și sfârșit.", in: ioana)
            #expect(second.answer.version == 2 && second.answer.message == "Salvat la 11:03")

            let later = try await site.browser(as: .contentEditor)
            let shown = try await later.get(Self.page)
            #expect(shown.text.contains("Început și sfârșit.</textarea>"))
            #expect(shown.text.contains("22 noiembrie 2026, 11:03"))
            let andrei = try await site.browser(as: .administrator)
            #expect(try await !andrei.get(Self.page).text.contains("Început"))
            #expect(try await !later.get("/ro/pages/about/edit?language=en").text.contains("Început"))
        }
    }

    @Test(arguments: Engines.all) func anotherWindowIsNotWrittenOver(engine: Engines) async throws {
        try await withSite(engine) { site in
            let ioana = try await site.browser(as: .contentEditor)
            #expect(try await type("Din prima fereastră", in: ioana).status == 200)
            let stale = try await type("Din a doua fereastră", in: ioana, after: 0)
            #expect(stale.status == 409 && stale.answer.version == 1)
            #expect(stale.answer.texts?.map(\.field) == ["markdown"])
            #expect(stale.answer.texts?.first?.text == "Din prima fereastră")
            #expect(stale.answer.message.hasPrefix("Nesalvat:"))
            // The same answers again: the first reply was lost on its way.
            #expect(try await type("Din prima fereastră", in: ioana, after: 0).answer.version == 1)
            #expect(try await type("Din a doua fereastră", in: ioana, after: 1).answer.version == 2)
        }
    }

    @Test(arguments: Engines.all) func unfinishedAnswersAreKeptButNotWhatCannotBeStored(engine: Engines) async throws {
        try await withSite(engine) { site in
            let ioana = try await site.browser(as: .contentEditor)
            #expect(try await type("", in: ioana, title: "").status == 200)
            let long = try await type("x", in: ioana, title: String(repeating: "x", count: 121))
            #expect(long.status == 422)
            #expect(long.answer.problems?.map(\.field) == ["title"])
            #expect(long.answer.message.hasPrefix("Nesalvat:"))
        }
    }

    @Test(arguments: Engines.all) func savingTheFormEndsTheDraft(engine: Engines) async throws {
        try await withSite(engine) { site in
            let ioana = try await site.browser(as: .contentEditor)
            let text = [("language", "ro"), ("title", "Despre"), ("lead", ""), ("markdown", "Textul întreg.")]
            _ = try await type("Jumătate", in: ioana)
            let wrong = try await ioana.submit(
                text.map { $0.0 == "title" ? ("title", "") : $0 }, on: Self.page, to: "/ro/pages/about/versions")
            #expect(wrong.status == 422 && wrong.inputValue("draft-version") == "0")
            let saved = try await ioana.submit(text, on: Self.page, to: "/ro/pages/about/versions")
            #expect(saved.status == 303)
            let shown = try await ioana.get(Self.page)
            #expect(shown.inputValue("draft-version") == "0" && shown.text.contains("Textul întreg."))

            _ = try await type("Altă jumătate", in: ioana)
            let removed = try await ioana.submit(
                [("language", "ro")], on: Self.page, to: "/ro/pages/about/draft/removal")
            #expect(removed.location == Self.page)
            #expect(try await !ioana.get(Self.page).text.contains("Altă jumătate"))
        }
    }

    /// A draft begun before a colleague's save ends in the comparison of both texts.
    @Test(arguments: Engines.all) func anOldDraftDoesNotHideAColleaguesText(engine: Engines) async throws {
        try await withSite(engine) { site in
            let ioana = try await site.browser(as: .contentEditor)
            _ = try await type("Ciorna Ioanei", in: ioana)
            let andrei = try await site.browser(as: .administrator)
            let text = [("language", "ro"), ("title", "Despre"), ("lead", ""), ("markdown", "Textul lui Andrei")]
            #expect(try await andrei.submit(text, on: Self.page, to: "/ro/pages/about/versions").status == 303)
            let mine = text.map { $0.0 == "markdown" ? ("markdown", "Ciorna Ioanei") : $0 }
            let conflict = try await ioana.submit(mine, on: Self.page, to: "/ro/pages/about/versions")
            #expect(conflict.status == 409)
            #expect(conflict.text.contains("Ciorna Ioanei") && conflict.text.contains("Textul lui Andrei"))
        }
    }

    @Test(arguments: Engines.all) func oldDraftsAndThoseOfLeaversAreRemoved(engine: Engines) async throws {
        try await withSite(engine) { site in
            let ioana = try await site.browser(as: .contentEditor)
            _ = try await type("Uitat", in: ioana)
            let person = try #require(try await site.person(.contentEditor)).id
            let now = site.clock.now
            func count() async throws -> Int { try await site.database.read { try Draft.all($0, of: person).count } }
            #expect(try await count() == 1)
            let jobs = site.features.flatMap(\.jobs).filter { $0.kind == "drafts.clearing" }
            #expect(jobs.count == 1)
            let early = try await site.database.write { try Draft.removeOld($0, at: now.adding(seconds: 89 * 86_400)) }
            #expect(early == 0)
            let late = try await site.database.write { try Draft.removeOld($0, at: now.adding(seconds: 91 * 86_400)) }
            #expect(late == 1)
        }
    }
}
