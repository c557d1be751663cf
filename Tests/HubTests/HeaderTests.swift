import HTTPTypes
import SiteSupport
import Storage
import Support
import Testing

@testable import Web

/// What every answer says to the browser, and which pages visitors share.
@Suite struct HeaderTests {
    @Test(arguments: Engines.all) func everyAnswerCarriesTheSecurityHeaders(engine: Engines) async throws {
        try await withSite(engine) { site in
            let places = try await RoutePlaces(site)
            for persona in [Persona.visitor, .administrator] {
                let browser = try await site.browser(as: persona)
                let gets = try site.site.routes.filter { $0.method == .get }.map { try places.address(of: $0) }
                for path in gets + ["/en/no-such-page", "/ro/cities/%ff", "/ro/cities?q=%zz"] {
                    let headers = try await browser.get(path).headers
                    let policy = headers[.contentSecurityPolicy] ?? ""
                    #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "\(path)")
                    #expect(headers[.xContentTypeOptions] == "nosniff", "\(path)")
                    #expect(headers[SecurityHeaders.Name.referrerPolicy] == "same-origin", "\(path)")
                    #expect(headers[.strictTransportSecurity] == nil, "\(path) is not under https here")
                    if persona == .administrator { #expect(headers[.cacheControl] == "no-store", "\(path)") }
                    for cookie in headers[values: .setCookie] {
                        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "\(path): \(cookie)")
                    }
                }
            }
        }
    }

    @Test(arguments: Engines.all) func sharedPagesAreAskedForAgainCheaply(engine: Engines) async throws {
        try await withSite(engine) { site in
            let places = try await RoutePlaces(site)
            var count = 0
            for route in site.site.routes where route.caching == .untilDataChange {
                let path = try places.address(of: route)
                let first = try await site.browser().get(path)
                guard first.status == 200 else { continue }
                count += 1
                #expect(first.headers[.cacheControl] == "public, no-cache", "\(path)")
                #expect(first.headers[values: .setCookie].isEmpty, "\(path) gives a shared cookie")
                // The samples of /design lead nowhere.
                #expect(!first.forms.contains { $0.action.hasPrefix("/") }, "\(path) shares a form and its token")
                let tag = try #require(first.headers[.eTag], "\(path)")
                let again = try await site.browser().get(path, headers: [.ifNoneMatch: tag])
                #expect(again.status == 304 && again.bytes.isEmpty, "\(path)")
                #expect(again.headers[.eTag] == tag, "\(path)")
            }
            #expect(count > 10)
        }
    }

    @Test(arguments: Engines.all) func whoIsSignedInNeitherFillsNorGetsTheSharedPage(engine: Engines) async throws {
        try await withSite(engine) { site in
            let path = "/en/cities/alba-iulia"
            let ana = try await site.browser(as: .cityEditor)
            #expect(try await ana.get(path).text.contains("\(path)/edit"))
            let shared = try await site.browser().get(path)
            #expect(!shared.text.contains("\(path)/edit") && !shared.text.contains("Ana Pop"))
            let own = try await ana.get(path, headers: [.ifNoneMatch: shared.headers[.eTag] ?? ""])
            #expect(own.status == 200)
            #expect(own.text.contains("\(path)/edit"))
        }
    }

    @Test func underHTTPSCookiesAndConnectionsStaySecure() async throws {
        try await withSite(.sqlite, publicURL: "https://hub.test") { site in
            let visitor = site.browser()
            let page = try await visitor.get("/en/sign-in")
            #expect(page.headers[.strictTransportSecurity]?.contains("max-age=63072000") ?? false)
            let cookies = page.headers[values: .setCookie]
            #expect(!cookies.isEmpty)
            for cookie in cookies {
                #expect(cookie.hasPrefix("__Host-") && cookie.contains("; Secure") && cookie.contains("Path=/"))
            }
            let ana = try await site.browser(as: .cityEditor)
            #expect(try await ana.get("/en/account").status == 200)
        }
    }
}
