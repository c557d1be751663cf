import Foundation
import Members
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Cities

/// The wing as people meet it: the real site on both engines.
@Suite struct CitySiteTests {
    @Test(arguments: Engines.all) func visitorsReadAboutCities(engine: Engines) async throws {
        try await withSite(engine) { site in
            let browser = site.browser()
            let list = try await browser.get("/ro/cities")
            #expect(list.status == 200)
            for line in try await site.database.read({ try CityLine.programme($0) }) {
                #expect(list.text.contains(">\(line.name)</a>"), "\(line.name)")
            }
            let page = try await browser.get("/en/cities/alba-iulia")
            #expect(page.status == 200)
            #expect(page.text.contains("2035"))
            #expect(page.text.contains("application/ld+json"))
            #expect(!page.text.contains("/cities/alba-iulia/edit"))
            #expect(try await browser.get("/ro/cities/no-such-city").status == 404)
            #expect(try await browser.get("/ro/programme").text.contains("Suceava"))
        }
    }

    @Test(arguments: Engines.all) func everyCityHasAPageInBothLanguages(engine: Engines) async throws {
        try await withSite(engine) { site in
            let browser = site.browser()
            for city in try await site.database.read({ try City.allByName($0) }) {
                for language in Language.allCases {
                    let page = try await browser.get("/\(language.rawValue)\(city.path)")
                    #expect(page.status == 200, "\(city.name)")
                    #expect(page.text.contains("<h1>\(city.name)</h1>"), "\(city.name)")
                }
            }
        }
    }

    @Test(arguments: Engines.all) func theGroundOfTheMapIsAFileThatBrowsersKeep(engine: Engines) async throws {
        try await withSite(engine) { site in
            let browser = site.browser()
            let page = try await browser.get("/ro/cities/suceava").text
            let address = try #require(page.firstMatch(of: /<use class="area" href="([^"#]+)#county">/)?.output.1)
            let file = try await browser.get(String(address))
            #expect(file.headers[.contentType] == "image/svg+xml")
            #expect(file.headers[.cacheControl]?.contains("immutable") == true)
            #expect(file.text.matches(of: /<path\s/).count == 43)
            #expect(file.text.contains("<g id=\"country\">"))
            let sent = try #require(Gzip.compress(file.bytes, level: 1))
            #expect(sent.count + 730 <= MapGround.weight, "headers are some 730 bytes")
            // An address that names another load must not be kept with this one's drawing.
            let other = try await browser.get(MapGround.address + "?edition=0123456789ab")
            #expect(other.headers[.cacheControl] == "no-store")
        }
    }

    @Test(arguments: Engines.all) func filesAndDataCarryUnitsAndSources(engine: Engines) async throws {
        try await withSite(engine) { site in
            let browser = site.browser()
            let file = try CSVReader.read(try await browser.get("/cities.csv?show=all").text)
            #expect(file.count == 109)
            let series = try CSVReader.read(try await browser.get("/cities/bucuresti/population.csv").text)
            #expect(try series.map { try $0("status") }.allSatisfy { FigureStatus(rawValue: $0) != nil })
            let data = try await browser.get("/api/v1/cities/suceava")
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(data.bytes)) as? [String: Any])
            #expect(object["siruta"] as? String == Code.suceava)
            let programme = try #require(object["programme"] as? [String: Any])
            #expect(programme["target_year"] as? Int == 2030)
            #expect(try await browser.get("/api/v1/cities/none").status == 404)
            var count = 0
            var next: String? = "/api/v1/cities"
            while let path = next {
                let page = try #require(
                    try JSONSerialization.jsonObject(with: Data(try await browser.get(path).bytes)) as? [String: Any])
                count += (page["cities"] as? [Any])?.count ?? 0
                next = (page["next"] as? String).map { String($0.dropFirst("http://hub.test".count)) }
            }
            #expect(count == 109)
        }
    }

    @Test(
        arguments: Engines.all,
        [
            (.visitor, 303), (.otherCity, 403), (.company, 403), (.cityViewer, 403), (.cityEditor, 200),
            (.cityCertifier, 200), (.programmeOfficer, 200), (.contentEditor, 403), (.administrator, 200),
        ] as [(Persona, Int)])
    func theFormIsForTheTeamAndStaff(engine: Engines, example: (persona: Persona, status: Int)) async throws {
        try await withSite(engine) { site in
            let browser = try await site.browser(as: example.persona)
            #expect(try await browser.get("/ro/cities/alba-iulia/edit").status == example.status)
            let all = try await browser.get("/ro/cities/alba-iulia")
            #expect(all.text.contains("/ro/cities/alba-iulia/edit") == (example.status == 200))
        }
    }

    @Test(arguments: Engines.all) func twoEditorsAtOnce(engine: Engines) async throws {
        try await withSite(engine) { site in
            let path = "/en/cities/alba-iulia/edit"
            let ana = try await site.browser(as: .cityEditor)
            let elena = try await site.browser(as: .cityCertifier)
            let anasForm = try await ana.get(path)
            let elenasForm = try await elena.get(path)
            func send(
                _ browser: TestBrowser, _ form: TestAnswer, _ text: String, website: String = ""
            ) async throws -> TestAnswer {
                try await browser.post(
                    path,
                    [
                        ("form-token", form.inputValue("form-token") ?? ""),
                        ("version", form.inputValue("version") ?? ""),
                        ("summary-ro", text), ("website", website),
                    ])
            }
            #expect(try await send(ana, anasForm, "Ana <scrie>", website: "https://www.apulum.ro").status == 303)
            let conflict = try await send(elena, elenasForm, "Elena scrie")
            #expect(conflict.status == 409)
            #expect(conflict.text.contains("Elena"))
            #expect(conflict.text.contains("Ana &lt;scrie&gt;"))
            #expect(conflict.inputValue("version") == "1")
            // What only Ana answered is in Elena's form now.
            #expect(conflict.inputValue("website") == "https://www.apulum.ro")
            #expect(try await send(elena, conflict, "Ana și Elena").status == 303)
            #expect(try await site.browser().get("/ro/cities/alba-iulia").text.contains("Ana și Elena"))
            let entries = try await site.database.read {
                try AuditEntry.page($0, subject: ("city", Code.albaIulia), activity: "profile.changed", limit: 10)
            }
            #expect(entries.count == 2)
        }
    }

    @Test(arguments: Engines.all) func wrongAnswersStayInTheForm(engine: Engines) async throws {
        try await withSite(engine) { site in
            let browser = try await site.browser(as: .cityEditor)
            let answer = try await browser.submit(
                [("website", "apulum"), ("summary-ro", "Text păstrat")], on: "/ro/cities/alba-iulia/edit")
            #expect(answer.status == 422)
            #expect(answer.text.contains("Text păstrat"))
            #expect(answer.text.contains("value=\"apulum\""))
        }
    }

    @Test(arguments: Engines.all) func anOfficerTakesInTheFourteenthCity(engine: Engines) async throws {
        try await withSite(engine) { site in
            let officer = try await site.browser(as: .programmeOfficer)
            let fields = [
                ("city", Code.sfantuGheorghe), ("cohort", "m100-mirror"), ("target-year", "2040"),
                ("source", "Hotărârea 12/2026"), ("status", "sourced"),
            ]
            #expect(try await officer.submit(fields, on: "/ro/programme/new").status == 303)
            let list = try await site.browser().get("/ro/cities")
            #expect(list.text.contains("Sfântu Gheorghe"))
            #expect(list.text.contains("2040"))
            let withdrawal = [
                ("withdrawn-on-day", "1"), ("withdrawn-on-month", "11"), ("withdrawn-on-year", "2026"),
                ("reason", "Hotărârea 13/2026"),
            ]
            let path = "/ro/programme/sfantu-gheorghe/withdrawal"
            #expect(try await officer.submit(withdrawal, on: path).status == 303)
            #expect(try await site.browser().get("/ro/cities/sfantu-gheorghe").text.contains("Hotărârea 13/2026"))
            #expect(try await officer.get(path).status == 404)
            #expect(try await site.browser(as: .cityEditor).get("/ro/programme/new").status == 403)
        }
    }

    @Test(arguments: Engines.all) func anOfficerChoosesTheTeam(engine: Engines) async throws {
        try await withSite(engine) { site in
            let person = try #require(try await site.person(.otherCity))
            let organisation = try await site.database.read { connection in
                try CityTeam.all(connection, of: Code.suceava).first?.organisation
            }
            let team = try #require(organisation)
            let officer = try await site.browser(as: .programmeOfficer)
            let path = "/ro/cities/buzau/team"
            #expect(try await officer.submit([("organisation", team.description)], on: path).status == 303)
            let editor = try await site.browser(as: .otherCity)
            #expect(try await editor.get("/ro/cities/buzau/edit").status == 200, "\(person.name)")
            #expect(try await officer.submit([], on: path, to: "\(path)/\(team)/unlinking").status == 303)
            #expect(try await editor.get("/ro/cities/buzau/edit").status == 403)
        }
    }
}
