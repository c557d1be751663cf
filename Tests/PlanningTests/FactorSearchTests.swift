import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// The hub's search leads to the register, in both languages.
@Suite struct FactorSearchTests {
    private static let part = "/factors?family=combustion&amp;q=combustion%2Fresidential\""

    @Test(arguments: Engines.all) func everybodyFindsFactorsByTheirWords(engine: Engines) async throws {
        try await withSite(engine) { site in
            let visitor = site.browser()
            for (language, query) in [("ro", "gaz%20natural"), ("ro", "gaz%20gospod"), ("en", "natural%20gas")] {
                let page = try await visitor.get("/\(language)/search?q=\(query)")
                #expect(page.text.contains("href=\"/\(language)\(Self.part)"), "\(language) \(query)")
            }
            let shown = try await visitor.get("/ro/factors?family=combustion&q=combustion%2Fresidential")
            #expect(shown.status == 200 && shown.text.contains("combustion/residential/anthracite"))
        }
    }

    @Test func whatEditorsAddAndWithdrawIsFoundAndNot() async throws {
        try await withSite(.sqlite) { site in
            let officer = try await site.browser(as: .programmeOfficer)
            let visitor = site.browser()
            #expect(try await visitor.get("/en/search?q=zzsoil").text.contains("Nothing was found"))
            let preview = try await officer.submit(
                [
                    ("subject", "zzsoil/test"), ("property", "co2"), ("value", "1"), ("lower", ""), ("upper", ""),
                    ("unit", "kg/TJ"), ("region", "RO"), ("year", ""), ("methodology", ""), ("source", "test"),
                    ("status", "sourced"), ("reason", "test"),
                ], on: "/en/factors/new")
            let form = try #require(preview.forms.first { $0.action == "/en/factors" })
            let saved = try await officer.post(form.action, form.pairs)
            #expect(saved.status == 303)
            #expect(try await visitor.get("/en/search?q=zzsoil").text.contains("q=zzsoil%2Ftest"))
            let address = try #require(saved.location)
            #expect(
                try await officer.submit([("reason", "test")], on: "\(address)/withdrawal").status == 303)
            #expect(try await visitor.get("/en/search?q=zzsoil").text.contains("Nothing was found"))
        }
    }
}
