import Foundation
import SiteSupport
import Storage
import Support
import Testing

@testable import Publishing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct SignpostTests {
    @Test(arguments: Engines.all) func theSitemapNamesEveryPublicPageInBothLanguages(engine: Engines) async throws {
        try await withSite(engine) { site in
            let browser = site.browser()
            let answer = try await browser.get("/sitemap.xml")
            #expect(answer.headers[.contentType]?.hasPrefix("application/xml") ?? false)
            let reader = SitemapReader(Data(answer.bytes))
            #expect(reader.isWellFormed)
            let addresses = Set(reader.addresses)
            #expect(addresses.count == reader.addresses.count)
            for path in ["", "/about", "/privacy", "/cities", "/cities/suceava"] {
                for language in ["ro", "en"] { #expect(addresses.contains("http://hub.test/\(language)\(path)")) }
            }
            // 103 municipalities, Bucharest among them, and its six sectors, in two languages.
            #expect(addresses.filter { $0.contains("/cities/") }.count == 2 * 109)
            for address in reader.addresses where !address.contains("/cities/") {
                let path = address.replacing("http://hub.test", with: "")
                let page = try await browser.get(path)
                #expect(page.status == 200, "\(path)")
            }
        }
    }

    @Test func securityTextExpiresWithinAYear() throws {
        let now = try #require(Instant("2026-11-22T09:00:00.000Z"))
        let text = Signposts.security("https://hub.test", contact: "sec@hub.test", now: now)
        #expect(text.contains("Contact: mailto:sec@hub.test\n") && text.contains("Expires: 2027-05-21T00:00:00.000Z\n"))
        #expect(!Signposts.security("https://hub.test", contact: nil, now: now).contains("mailto"))
    }

    @Test func signpostsAnswer() async throws {
        try await withSite(.sqlite) { site in
            let browser = site.browser()
            for path in ["/robots.txt", "/.well-known/security.txt", "/carbon.txt", "/en/design", "/ro/design"] {
                let answer = try await browser.get(path)
                #expect(answer.status == 200, "\(path)")
            }
            let robots = try await browser.get("/robots.txt")
            #expect(robots.text.contains("Sitemap: http://hub.test/sitemap.xml"))
        }
    }
}

private final class SitemapReader: NSObject, XMLParserDelegate {
    private(set) var addresses: [String] = []
    private(set) var isWellFormed = false
    private var text: String?

    init(_ data: Data) {
        super.init()
        let parser = XMLParser(data: data)
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) { text = name == "loc" ? "" : nil }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text? += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if name == "loc", let text { addresses.append(text) }
        text = nil
    }
}

/// One address a page, and what devices ask for.
@Suite struct AddressTests {
    @Test(arguments: [
        ("/ro//cities", "/ro/cities"), ("//ro/cities", "/ro/cities"), ("/ro/cities/", "/ro/cities"),
        ("/en///cities//alba-iulia/?a=b", "/en/cities/alba-iulia?a=b"), ("/ro//evil.example//", "/ro/evil.example"),
    ])
    func oddSlashesLeadToTheCleanAddress(odd: String, clean: String) async throws {
        try await withSite(.sqlite) { site in
            let answer = try await site.browser().get(odd)
            #expect(answer.status == 308)
            #expect(answer.location == clean)
        }
    }

    @Test func theManifestNamesIconsThatAreThere() async throws {
        try await withSite(.sqlite) { site in
            let browser = site.browser()
            let page = try await browser.get("/ro")
            #expect(page.text.contains("<link rel=\"manifest\" href=\"/site.webmanifest\">"))
            let answer = try await browser.get("/site.webmanifest")
            #expect(answer.headers[.contentType] == "application/manifest+json")
            let object = try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
            let icons = try #require(object?["icons"] as? [[String: String]])
            #expect(icons.map { $0["sizes"] } == ["any", "192x192", "512x512"])
            for icon in icons {
                let file = try await browser.get(icon["src"] ?? "")
                #expect(file.status == 200)
                #expect(file.headers[.contentType] == icon["type"])
            }
        }
    }
}
