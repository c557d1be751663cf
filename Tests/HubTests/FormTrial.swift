import Foundation
import HTTPTypes
import SiteSupport
import Storage
import Testing

@testable import Web

/// A form of the hub, found on a page, with the person who sees it.
struct FoundForm: Sendable {
    let persona: Persona
    let page: String
    let form: PageForm

    /// Every form that some persona meets on some page, each once. There is no list of forms to forget one in.
    static func all(_ site: TestSite, _ places: RoutePlaces, as personas: [Persona]) async throws -> [FoundForm] {
        var found: [FoundForm] = []
        var seen: Set<String> = []
        for persona in personas {
            let browser = try await site.browser(as: persona)
            for route in site.site.routes where route.method == .get && route.isLocalised {
                let page = try places.address(of: route)
                // The samples of /design lead nowhere.
                for form in try await browser.get(page).forms where form.action.hasPrefix("/") {
                    let key = "\(shape(of: form.action, site)) \(Set(form.fields.map(\.name)).sorted())"
                    guard seen.insert(key).inserted else { continue }
                    found.append(FoundForm(persona: persona, page: page, form: form))
                }
            }
        }
        return found
    }

    /// The pattern of the route that takes the form, so that a hundred rows with the same form count once.
    private static func shape(of action: String, _ site: TestSite) -> String {
        let parts = action.prefix { $0 != "?" }.split(separator: "/").dropFirst()
        let route = site.site.routes.first { route in
            let pattern = route.path.split(separator: "/")
            return route.method == .post && pattern.count == parts.count
                && zip(pattern, parts).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
        }
        return route?.path ?? action
    }
}

/// One way of filling a form in wrongly.
struct BadBody: Sendable {
    let name: String
    let bytes: [UInt8]
    var contentType = "application/x-www-form-urlencoded"
    var headers: HTTPFields = [:]
    /// The statuses that would be right.
    let expected: Set<Int>

    private static func encoded(_ pairs: [(String, String)]) -> [UInt8] { Array(FormBody.encode(pairs).utf8) }

    /// What nobody's form may do, whatever its fields are.
    static func all(for form: PageForm) -> [BadBody] {
        let plain = encoded(form.pairs)
        let foreign: HTTPFields = [SecurityHeaders.Name.fetchSite: "cross-site"]
        let withoutToken = encoded(form.pairs.filter { $0.0 != FormView.tokenName })
        let wrongToken = encoded(form.pairs(with: FormView.tokenName, "0-0.AAAA"))
        let multipart = Array("--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--b--\r\n".utf8)
        return [
            BadBody(name: "no token", bytes: withoutToken, expected: [403]),
            BadBody(name: "made up token", bytes: wrongToken, expected: [403]),
            BadBody(name: "from another site without token", bytes: withoutToken, headers: foreign, expected: [403]),
            BadBody(name: "nothing at all", bytes: [], expected: [403]),
            BadBody(
                name: "300 kB", bytes: plain + Array(("&x=" + String(repeating: "x", count: 300_000)).utf8),
                expected: [413]),
            BadBody(name: "10 MB", bytes: plain + [UInt8](repeating: 120, count: 10_000_000), expected: [413]),
            BadBody(
                name: "3000 fields", bytes: plain + Array(String(repeating: "&a=1", count: 3000).utf8), expected: [400]),
            BadBody(name: "broken escape", bytes: plain + Array("&x=%zz".utf8), expected: [400]),
            BadBody(name: "cut escape", bytes: plain + Array("&x=%4".utf8), expected: [400]),
            BadBody(name: "escaped broken UTF-8", bytes: plain + Array("&x=%ff%fe".utf8), expected: [400]),
            BadBody(name: "bare broken UTF-8", bytes: plain + [38, 120, 61, 0xff, 0xc0], expected: [400]),
            BadBody(name: "NUL", bytes: plain + Array("&x=%00".utf8), expected: [400]),
            BadBody(name: "JSON", bytes: Array("{}".utf8), contentType: "application/json", expected: [400, 415]),
            BadBody(name: "no type", bytes: plain, contentType: "", expected: [400, 415]),
            BadBody(
                name: "multipart", bytes: multipart, contentType: "multipart/form-data; boundary=b",
                expected: [400, 403, 415]),
            BadBody(
                name: "multipart without end", bytes: Array(multipart.dropLast(9)),
                contentType: "multipart/form-data; boundary=b", expected: [400, 403, 415]),
        ]
    }

    /// One field at a time: too long, of another kind, with control characters.
    static func perField(_ form: PageForm) -> [(field: PageForm.Field, body: BadBody)] {
        var bodies: [(PageForm.Field, BadBody)] = []
        for field in form.fields where field.name != FormView.tokenName {
            let long = String(repeating: "x", count: 200_000)
            for (what, value) in [("too long", long), ("another kind", "\u{1}\u{202e}<nu>&'\""), ("emptied", "")] {
                // Whether a field must be filled in, and whether a box or hidden value is read, only the form knows.
                let mustRefuse = what == "too long" && field.isTyped
                let wrong: Set<Int> = [400, 403, 404, 409, 410, 413, 422, 429]
                let body = BadBody(
                    name: "\(field.name) (\(field.type)) \(what)", bytes: encoded(form.pairs(with: field.name, value)),
                    expected: mustRefuse ? wrong : wrong.union([200, 303]))
                bodies.append((field, body))
            }
        }
        return bodies
    }
}
