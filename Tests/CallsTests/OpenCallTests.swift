import Foundation
import Members
import Selection
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Calls

/// A call from nothing to its erratum, as staff write it and as everybody reads it.
@Suite struct OpenCallTests {
    static let demo = "/en/calls/\(OpenCallExample.slug)"

    private static func definition(_ site: TestSite, _ slug: String = OpenCallExample.slug) async throws -> OpenCall {
        try #require(try await site.database.read { try OpenCall.find($0, slug: slug) })
    }

    /// What stands in a form of the builder, with some answers changed.
    private static func fields(
        _ editor: OpenCallEditor, _ item: String, of call: CallDefinition, changing: [String: String] = [:]
    ) throws -> [(String, String)] {
        var texts = try #require(editor.answers(call, item)).texts
        for (name, value) in changing { texts[name] = [value] }
        return texts.flatMap { name, values in values.map { (name, $0) } }
    }

    /// The demonstration call under another name, not published.
    private static func draft(_ site: TestSite, slug: String) async throws {
        let call = try await definition(site)
        let id: OpenCallID = site.kit.ids.next()
        try await site.database.write {
            try OpenCall.add($0, id: id, slug: slug, call.draft, by: nil, at: site.clock.now)
        }
    }

    @Test(arguments: Engines.all) func staffWriteACallAndPublishIt(engine: Engines) async throws {
        try await withSite(engine) { site in
            let officer = try await site.browser(as: .programmeOfficer)
            let visitor = site.browser()
            let title = [("title-ro", "Școli verzi"), ("title-en", "Green schools")]
            let wrong = try await officer.submit([("slug", "Școli")] + title, on: "/en/calls/new")
            #expect(wrong.status == 422)
            let begun = try await officer.submit([("slug", "scoli-verzi")] + title, on: "/en/calls/new")
            #expect(begun.location == "/en/calls/scoli-verzi/draft")
            #expect(try await visitor.get("/en/calls/scoli-verzi").status == 404)
            #expect(try await !visitor.get("/en/calls").text.contains("Green schools"))
            let page = try await officer.get("/en/calls/scoli-verzi/draft")
            #expect(page.text.contains("The calendar does not say when bids can be sent."))
            #expect(!page.text.contains("Publish the call"))

            let article = [
                ("title-ro", "Scop"), ("title-en", "Purpose"), ("text-ro", "Text"), ("text-en", "<b>Words</b>"),
            ]
            let path = "/en/calls/scoli-verzi/draft"
            let added = try await officer.submit(article, on: "\(path)/articles/new")
            #expect(added.location == "\(path)/articles")
            let second =
                [("title-ro", "Întâi"), ("title-en", "First"), ("position", "1")] + Array(article.dropFirst(2))
            _ = try await officer.submit(second, on: "\(path)/articles/new")
            let call = try await Self.definition(site, "scoli-verzi")
            #expect(call.draft.articles.map(\.id) == ["article-2", "article-1"])
            #expect(call.version == 3)
        }
    }

    @Test(arguments: Engines.all) func everyPartTakesWhatItShows(engine: Engines) async throws {
        try await withSite(engine) { site in
            try await Self.draft(site, slug: "copy")
            let officer = try await site.browser(as: .programmeOfficer)
            let before = try await Self.definition(site, "copy").draft
            for editor in OpenCallEditor.all {
                for item in editor.list.map({ $0.items(before).map(\.id) }) ?? [""] {
                    let place = item.isEmpty ? "" : "/\(item)"
                    // What stands in the form is sent back as it is: nothing may change.
                    let answer = try await officer.submit(
                        try Self.fields(editor, item, of: before), on: "/en/calls/copy/draft/\(editor.slug)\(place)")
                    #expect(answer.status == 303, "\(editor.slug)\(place)")
                }
            }
            #expect(try await Self.definition(site, "copy").draft == before)
        }
    }

    @Test(arguments: Engines.all) func anErratumIsShownWithItsReason(engine: Engines) async throws {
        try await withSite(engine) { site in
            let officer = try await site.browser(as: .programmeOfficer)
            let visitor = site.browser()
            let path = "\(Self.demo)/draft"
            let changed = try Self.fields(
                OpenCallItems.eligibility, "condition-1", of: try await Self.definition(site).draft,
                changing: ["text-en": "The city has 50,000 inhabitants at least."])
            _ = try await officer.submit(changed, on: "\(path)/eligibility/condition-1")
            #expect(try await !visitor.get(Self.demo).text.contains("50,000 inhabitants at least"))
            let bare = try await officer.submit([], on: path, to: "\(Self.demo)/errata")
            #expect(bare.status == 422, "an erratum without a reason")
            let reason = [("reason-ro", "Greșeală de redactare"), ("reason-en", "A slip of the pen")]
            #expect(try await officer.submit(reason, on: path, to: "\(Self.demo)/errata").status == 303)
            #expect(try await visitor.get(Self.demo).text.contains("50,000 inhabitants at least"))
            let versions = try await visitor.get("\(Self.demo)/versions").text
            #expect(versions.contains("A slip of the pen"))
            #expect(versions.contains("more than 50,000 inhabitants"))
            #expect(try await visitor.get("/en/search?q=neighbourhoods").text.contains(OpenCallExample.slug))
        }
    }

    @Test(arguments: Engines.all) func aCallWithProblemsIsNotPublished(engine: Engines) async throws {
        try await withSite(engine) { site in
            let officer = try await site.browser(as: .programmeOfficer)
            _ = try await officer.submit(
                [("slug", "gol"), ("title-ro", "Gol"), ("title-en", "Empty")], on: "/en/calls/new")
            let page = try await officer.get("\(Self.demo)/draft")
            let token = try #require(page.inputValue(FormView.tokenName))
            let answer = try await officer.post(
                "/en/calls/gol/publication", [(FormView.tokenName, token), ("version", "1")])
            #expect(answer.status == 409)
            #expect(try await Self.definition(site, "gol").published == nil)
            try await Self.draft(site, slug: "copy")
            let fine = try await officer.post(
                "/en/calls/copy/publication", [(FormView.tokenName, token), ("version", "1")])
            #expect(fine.status == 303)
            #expect(try await Self.definition(site, "copy").published?.number == 1)
        }
    }

    @Test(arguments: Engines.all) func twoOfficersLoseNothing(engine: Engines) async throws {
        try await withSite(engine) { site in
            let officer = try await site.browser(as: .programmeOfficer)
            let other = try await site.browser(as: .administrator)
            let texts = "\(Self.demo)/draft/texts"
            let page = try await officer.get(texts)
            let token = try #require(page.inputValue(FormView.tokenName))
            func save(_ title: String) async throws -> TestAnswer {
                try await officer.post(
                    texts,
                    [
                        (FormView.tokenName, token), ("version", "1"), ("title-ro", title), ("title-en", title),
                        ("summary-ro", "Pe scurt"), ("summary-en", "In short"),
                    ])
            }
            let article = try Self.fields(
                OpenCallItems.articles, "article-1", of: try await Self.definition(site).draft,
                changing: ["text-en": "Other words."])
            _ = try await other.submit(article, on: "\(Self.demo)/draft/articles/article-1")
            // Another part was saved meanwhile: both stay.
            #expect(try await save("Mine").status == 303)
            let call = try await Self.definition(site)
            #expect(call.draft.title.en == "Mine")
            #expect(call.draft.articles[0].text.en == "Other words.")
            // The same part was: the second is asked, with both texts on the page.
            let stale = try await save("Later")
            #expect(stale.status == 409)
            #expect(stale.text.contains("Mine"))
            #expect(stale.text.contains("Later"))
            #expect(try await Self.definition(site).draft.title.en == "Mine")
        }
    }

    @Test(arguments: Engines.all) func nobodyElseSeesADraft(engine: Engines) async throws {
        try await withSite(engine) { site in
            try await Self.draft(site, slug: "copy")
            for persona in [Persona.visitor, .cityCertifier, .evaluator, .contentEditor, .company] {
                let browser = try await site.browser(as: persona)
                for page in ["", "/draft", "/draft/form", "/form", "/versions", "/calendar.ics", "/draft/articles"] {
                    #expect(try await browser.get("/en/calls/copy\(page)").status == 404, "\(persona) \(page)")
                }
                #expect(try await browser.get("/calls/copy/definition.json").status == 404)
                #expect(try await browser.get("\(Self.demo)/draft").status != 200, "\(persona)")
            }
        }
    }

    @Test func filesSayWhatThePageSays() async throws {
        try await withSite(.sqlite) { site in
            let visitor = site.browser()
            let call = try #require(try await Self.definition(site).published)
            let json = try await visitor.get("/calls/\(OpenCallExample.slug)/definition.json").text
            #expect(try CallDefinition.read(Data(json.utf8)) == call.definition)
            let file = try await visitor.get("/ro/calls/\(OpenCallExample.slug)/calendar.ics").text
            let lines = file.components(separatedBy: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 75 })
            #expect(lines.count { $0 == "BEGIN:VEVENT" } == call.definition.calendar.entries.count + 1)
            // 16:00 of a Romanian winter day.
            let last = try #require(call.definition.calendar[.submission]).until
            #expect(file.contains("DTSTART:\(last.description.replacing("-", with: ""))T140000Z"))
            let feed = try await visitor.get("/en/calls.atom").text
            #expect(feed.contains("<title>Climate-neutral neighbourhoods (demonstration call)</title>"))
        }
    }

    @Test func bidsCloseToTheMinute() async throws {
        try await withSite(.sqlite) { site in
            let visitor = site.browser()
            #expect(try await visitor.get(Self.demo).text.contains("Open for bids"))
            let call = try #require(try await Self.definition(site).published)
            let last = try #require(call.definition.calendar[.submission]).until
            let closing = BucharestTime.moment(last.stored, hour: 16, minute: 0)
            site.clock.advance(seconds: closing.seconds(since: site.clock.now) - 1)
            #expect(try await visitor.get(Self.demo).text.contains("Open for bids"))
            site.clock.advance(seconds: 1)
            #expect(try await visitor.get(Self.demo).text.contains("Closed for bids"))
        }
    }

    /// Whatever the day on which it is loaded, the demonstration call is open and could be published.
    @Test func theDemonstrationIsOpenOnEveryDay() throws {
        let file = URL(fileURLWithPath: "\(TestClock.packageRoot)/Data/demo/call.json")
        let call = try CallDefinition.read(try Data(contentsOf: file))
        let first = try #require(CivilDay("2026-11-01"))
        for day in (0..<1500).map({ first.adding($0) }) {
            let moved = OpenCallExample.open(call, on: day)
            #expect(moved.problems == [], "\(day): \(moved.problems.map(\.check))")
            #expect(moved.calendar.running(on: day).contains(.submission), "\(day)")
        }
    }
}
