import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Members

/// The directory, the public page and editing it, on the real site.
@Suite struct OrganisationTests {
    static func team(_ site: TestSite) async throws -> Organisation {
        try await site.database.read { connection in
            var filter = OrganisationFilter()
            filter.words = "alba iulia"
            return try #require(try Organisation.list(connection, filter, .start, limit: 2).first)
        }
    }

    @Test(arguments: Engines.all) func theDirectoryFindsWithoutDiacritics(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let browser = site.browser()
            let found = try await browser.get("/ro/organisations?q=asociatia+dezvoltatorilor")
            #expect(found.status == 200)
            #expect(found.text.contains("Asociația Demo a Dezvoltatorilor Urbani"))
            #expect(!found.text.contains("Banca Demo"))
            let science = try await browser.get("/en/organisations?sector=science")
            #expect(science.text.contains("Universitatea Demo"))
            #expect(!science.text.contains("Uzina Demo"))
            let none = try await browser.get("/en/organisations?q=zzzz")
            #expect(none.text.contains("No organisation fits."))
        }
    }

    @Test(arguments: Engines.all) func pagesShowEveryOrganisationOnce(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            for order in [OrganisationFilter.Order.name, .nameDown, .newest] {
                var filter = OrganisationFilter()
                filter.order = order
                var seen: [OrganisationID] = []
                while true {
                    let part = try await site.database.read { [filter, seen] in
                        try Organisation.list($0, filter, seen.last.map { .after($0) } ?? .start, limit: 4)
                    }
                    seen += part.map(\.id)
                    if part.count < 4 { break }
                }
                let count = try await site.database.read { [filter] in try Organisation.count($0, filter) }
                #expect(count > 10)
                #expect(seen.count == count)
                #expect(Set(seen).count == count)
            }
        }
    }

    @Test(arguments: Engines.all) func aFormulaInANameIsHarmlessInTheFile(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let staff = try await site.browser(as: .programmeOfficer)
            let sent = try await staff.submit(
                [("name", "=HYPERLINK(\"http://evil\")"), ("type", "ngo")], on: "/ro/organisations/new")
            #expect(sent.status == 303)
            let file = try await site.browser().get("/ro/organisations/export")
            #expect(file.text.contains("\"'=HYPERLINK"))
            #expect(!file.text.contains(",=HYPERLINK"))
        }
    }

    @Test(arguments: Engines.all) func aWrongFormKeepsWhatWasTyped(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let staff = try await site.browser(as: .programmeOfficer)
            let answer = try await staff.submit(
                [("name", "Grădina <Nouă>"), ("type", "circus"), ("website", "not a site")], on: "/en/organisations/new"
            )
            #expect(answer.status == 422)
            #expect(answer.inputValue("name") == "Grădina <Nouă>")
            #expect(answer.inputValue("website") == "not a site")
            let team = try await Self.team(site)
            let twice = try await staff.submit([("name", team.name), ("type", "ngo")], on: "/en/organisations/new")
            #expect(twice.status == 422)
            #expect(twice.text.contains("another one has this name"))
        }
    }

    @Test(arguments: Engines.all) func aStaleSaveShowsBothTexts(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let team = try await Self.team(site)
            let page = "/en/organisations/\(team.id)/edit"
            let ana = try await site.browser(as: .cityEditor)
            let elena = try await site.browser(as: .cityCertifier)
            let first = try await ana.submit([("name", team.name), ("about", "Ana's text")], on: page)
            #expect(first.status == 303)
            let stale = try await elena.submit(
                [("name", team.name), ("about", "Elena's text"), ("version", "\(team.version)")], on: page)
            #expect(stale.status == 409)
            #expect(stale.text.contains("Ana&#39;s") && stale.text.contains("Elena&#39;s"))
            #expect(stale.text.contains("Ana Pop"))
            let merged = try await elena.post(
                page,
                [
                    ("name", team.name), ("about", "Both texts"),
                    ("version", try #require(stale.inputValue("version"))),
                    ("form-token", try #require(stale.inputValue("form-token"))),
                ])
            #expect(merged.status == 303)
            let saved = try await site.database.read { try Organisation.find($0, team.id) }
            #expect(saved?.about == "Both texts")
            #expect(saved?.version == team.version + 2)
            #expect(saved?.isDemonstration == true, "an editor's form does not ask for the mark and must keep it")
        }
    }

    @Test(arguments: Engines.all) func onlyItsPeopleAndStaffGetIn(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let team = try await Self.team(site)
            let expected: [(Persona, edit: Int, members: Int)] = [
                (.visitor, 303, 303), (.otherCity, 403, 403), (.company, 403, 403), (.cityViewer, 403, 200),
                (.cityEditor, 200, 200), (.cityCertifier, 200, 200), (.programmeOfficer, 200, 200),
                (.contentEditor, 403, 403), (.administrator, 200, 200),
            ]
            for (persona, edit, members) in expected {
                let browser = try await site.browser(as: persona)
                #expect(try await browser.get("/ro/organisations/\(team.id)").status == 200)
                #expect(try await browser.get("/ro/organisations/\(team.id)/edit").status == edit, "\(persona)")
                #expect(try await browser.get("/ro/organisations/\(team.id)/members").status == members, "\(persona)")
            }
        }
    }
}
