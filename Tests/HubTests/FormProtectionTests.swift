import HTTPTypes
import Members
import SiteSupport
import Storage
import Support
import Testing

@testable import Web

/// Forms that come too late, from elsewhere, or from somebody who is no longer signed in.
@Suite struct FormProtectionTests {
    private static let page = "/en/cities/alba-iulia/edit"
    private static let crossSite: HTTPFields = [SecurityHeaders.Name.fetchSite: "cross-site"]

    private func body(_ fields: [(String, String)]) -> [UInt8] { Array(FormBody.encode(fields).utf8) }

    @Test(arguments: Engines.all) func anExpiredFormCanBeSentAgainWithWhatWasTyped(engine: Engines) async throws {
        try await withSite(engine) { site in
            let visitor = site.browser()
            let form = try #require(try await visitor.get("/en/feedback").form(to: "/en/feedback"))
            site.clock.advance(seconds: 24 * 3600 + 1)
            let late = try await visitor.post(form.action, form.pairs(with: "message", "Un gând <lung>"))
            #expect(late.status == 403)
            let again = try #require(late.form(to: "/en/feedback"))
            #expect(again.pairs.contains { $0 == ("message", "Un gând <lung>") })
            let sent = try await visitor.post(again.action, again.pairs)
            #expect(sent.status == 303)
        }
    }

    @Test(arguments: Engines.all) func whoIsSignedOutMeanwhileKeepsWhatTheyTyped(engine: Engines) async throws {
        try await withSite(engine) { site in
            let ana = try await site.browser(as: .cityEditor)
            let form = try #require(try await ana.get(Self.page).form(to: Self.page))
            let signOut = try await ana.submit([], on: "/en/account", to: "/en/sign-out")
            #expect(signOut.status == 303)
            let answer = try await ana.post(Self.page, form.pairs(with: "summary-en", "Typed <for> an hour"))
            #expect(answer.status == 401)
            #expect(answer.text.contains("Typed &lt;for&gt; an hour"))
            let before = try await site.browser().get("/en/cities/alba-iulia").text
            #expect(!before.contains("for an hour"))
            // Names of fields are the program's own words.
            let kept = try #require(answer.text.firstRange(of: "<h2>What you typed</h2>"))
            #expect(!answer.text[kept.upperBound...].contains("summary-en"))
        }
    }

    @Test(arguments: Engines.all) func passwordsAreNeverSentBack(engine: Engines) async throws {
        try await withSite(engine) { site in
            let secret = "o-parolă-foarte-secretă"
            let ana = try await site.browser(as: .cityEditor)
            for page in ["/en/account/password", "/en/account/email", "/en/account/deletion"] {
                let form = try #require(try await ana.get(page).forms.first { $0.action == page })
                let typed = form.fields.map { ($0.name, $0.type == "password" ? secret : $0.value) }
                #expect(typed.contains { $0.1 == secret }, "\(page)")
                let wrong = try await ana.post(page, typed)
                let stale = try await ana.post(page, typed.filter { $0.0 != FormView.tokenName })
                let signedOut = try await site.browser().post(page, typed)
                #expect(signedOut.status == 401)
                for answer in [wrong, stale, signedOut] { #expect(!answer.text.contains(secret), "\(page)") }
            }
        }
    }

    @Test(arguments: Engines.all) func anotherSitesFormIsNotOfferedAgain(engine: Engines) async throws {
        try await withSite(engine) { site in
            let ana = try await site.browser(as: .cityEditor)
            let answer = try await ana.postRaw(
                Self.page, body: body([("summary-en", "planted"), ("version", "0")]), headers: Self.crossSite)
            #expect(answer.status == 403)
            #expect(!answer.text.contains("planted"))
            #expect(answer.form(to: Self.page) == nil)
        }
    }

    @Test(arguments: Engines.all) func aTokenServesOnlyItsOwnSession(engine: Engines) async throws {
        try await withSite(engine) { site in
            let ana = try await site.browser(as: .cityEditor)
            let elena = try await site.browser(as: .cityCertifier)
            let form = try #require(try await ana.get(Self.page).form(to: Self.page))
            #expect(try await elena.post(Self.page, form.pairs).status == 403)
            #expect(try await ana.post(Self.page, form.pairs).status == 303)
        }
    }
}
