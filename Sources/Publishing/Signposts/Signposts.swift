import Storage
import Web

/// The texts of the files that machines look for.
enum Signposts {
    /// Pages behind the sign-in answer by themselves; only endless views are named here.
    static func robots(_ url: String) -> String {
        let closed = ["/search", "/feedback", "/sign-in", "/password-reset"]
        let lines = Language.allCases.flatMap { language in closed.map { "Disallow: /\(language.rawValue)\($0)" } }
        return "User-agent: *\n" + lines.joined(separator: "\n") + "\n\nSitemap: \(url)/sitemap.xml\n"
    }

    /// Every address in every language, each naming the others (sitemaps.org, with xhtml:link for languages).
    static func sitemap(_ paths: [String], _ url: String) -> String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">

            """
        for path in paths {
            let addresses = Language.allCases.map { language in
                (language, escaped("\(url)/\(language.rawValue)\(path == "/" ? "" : path)"))
            }
            let alternates = addresses.map { language, address in
                #"<xhtml:link rel="alternate" hreflang="\#(language.rawValue)" href="\#(address)"/>"#
            }.joined()
            for (_, address) in addresses { text += "<url><loc>\(address)</loc>\(alternates)</url>\n" }
        }
        return text + "</urlset>\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }

    /// RFC 9116. Expires half a year from now, to the day, so that a copy kept somewhere grows old visibly.
    static func security(_ url: String, contact: String?, now: Instant) -> String {
        let day = Day(number: Int(now.milliseconds / 86_400_000) + 180)
        var lines = contact.map { ["Contact: mailto:\($0)"] } ?? []
        lines += [
            "Contact: \(url)/en/feedback", "Expires: \(day)T00:00:00.000Z", "Preferred-Languages: ro, en",
            "Canonical: \(url)/.well-known/security.txt", "",
        ]
        return lines.joined(separator: "\n")
    }

    /// carbontxt.org, syntax 0.5. The program knows neither the reports nor the hosting of whoever runs it, and names
    /// none; an operator serves a file of their own at the proxy.
    static let carbon = """
        # The operator of this hub has not published disclosures or named its hosting here yet.
        version = "0.5"

        [org]
        disclosures = []

        [upstream]
        services = []

        """

    /// What a device needs to put the hub on its home screen; the files have their hash in their names.
    static func manifest(_ files: StaticFiles, shortName: String, name: String) throws -> Reply {
        let icons = [
            WebManifest.Icon(src: files.url("icon.svg"), sizes: "any", type: "image/svg+xml"),
            WebManifest.Icon(src: files.url("icon-192.png"), sizes: "192x192", type: "image/png"),
            WebManifest.Icon(src: files.url("icon-512.png"), sizes: "512x512", type: "image/png"),
        ]
        var reply = try Reply.json(WebManifest(name: name, shortName: shortName, icons: icons))
        if case .bytes(let bytes, _) = reply.content {
            reply.content = .bytes(bytes, mediaType: "application/manifest+json")
        }
        return reply
    }
}

/// The Web Application Manifest, as far as the hub has something to say in it.
private struct WebManifest: Encodable {
    struct Icon: Encodable { let src, sizes, type: String }

    let name: String
    let shortName: String
    let icons: [Icon]
    var lang = "ro"
    var startURL = "/ro"
    var display = "browser"
    var themeColour = "#0b5258"
    var backgroundColour = "#fbfcfb"

    private enum CodingKeys: String, CodingKey {
        case name, icons, lang, display
        case shortName = "short_name"
        case startURL = "start_url"
        case themeColour = "theme_color"
        case backgroundColour = "background_color"
    }
}
