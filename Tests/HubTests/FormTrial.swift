import Foundation
import HTTPTypes
import SiteSupport
import Storage
import Testing

@testable import Web

/// A form of the hub, found on a page, with the person who sees it.
struct FoundForm: Sendable {
    let persona: Persona
    /// The route of the page, and of what takes the form.
    let pageRoute: Route
    let route: String
    let form: PageForm

    /// Every form that some persona meets on some page, each once. There is no list of forms to forget one in.
    static func all(_ site: TestSite, _ places: RoutePlaces, as personas: [Persona]) async throws -> [FoundForm] {
        var found: [FoundForm] = []
        var seen: Set<String> = []
        for persona in personas {
            let browser = try await site.browser(as: persona)
            for route in site.site.routes where route.method == .get && route.isLocalised {
                // The samples of /design lead nowhere.
                for form in try await browser.get(places.address(of: route)).forms where form.action.hasPrefix("/") {
                    let taker = Self.route(of: form.action, site)
                    guard seen.insert("\(taker) \(Set(form.fields.map(\.name)).sorted())").inserted else { continue }
                    found.append(FoundForm(persona: persona, pageRoute: route, route: taker, form: form))
                }
            }
        }
        return found
    }

    /// The pattern of the route that takes the form, so that a hundred rows with the same form count once.
    private static func route(of action: String, _ site: TestSite) -> String {
        let parts = action.prefix { $0 != "?" }.split(separator: "/").dropFirst()
        let route = site.site.routes.first { route in
            let pattern = route.path.split(separator: "/")
            return route.method == .post && pattern.count == parts.count
                && zip(pattern, parts).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
        }
        return route?.path ?? action
    }

    /// The form as below; where an attempt has used up the link to it, with links made anew.
    func reopened(_ site: TestSite, renewing places: inout RoutePlaces) async throws -> (TestBrowser, PageForm)? {
        if let opened = try await reopened(site, places) { return opened }
        places = try await RoutePlaces(site)
        return try await reopened(site, places)
    }

    /// The form on a fresh page in a fresh session at a later hour, so that no attempt stands in the way of the next;
    /// nil when an earlier attempt made it superfluous.
    func reopened(_ site: TestSite, _ places: RoutePlaces) async throws -> (browser: TestBrowser, form: PageForm)? {
        site.clock.advance(seconds: 61 * 60)
        let browser = try await site.browser(as: persona)
        let names = Set(form.fields.map(\.name))
        let shown = try await browser.get(places.address(of: pageRoute)).forms.first {
            Self.route(of: $0.action, site) == route && Set($0.fields.map(\.name)) == names
        }
        return shown.map { (browser, $0) }
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
    struct FieldAttempt: Sendable {
        let field: PageForm.Field
        let what: String
        let value: String
        let expected: Set<Int>
    }

    static func perField(_ form: PageForm) -> [FieldAttempt] {
        // Far over every field's limit, and below what a whole form may weigh.
        let long = String(repeating: "x", count: 100_000)
        return form.fields.filter { $0.name != FormView.tokenName }.flatMap { field in
            [("too long", long), ("another kind", "\u{1}\u{202e}<nu>&'\""), ("emptied", "")].map { what, value in
                // Whether a field must be filled in, and whether a box or hidden value is read, only the form knows.
                let mustRefuse = what == "too long" && field.isTyped
                let wrong: Set<Int> = [400, 403, 404, 409, 410, 413, 422, 429]
                return FieldAttempt(
                    field: field, what: "\(field.name) (\(field.type)) \(what)", value: value,
                    expected: mustRefuse ? wrong : wrong.union([200, 303]))
            }
        }
    }
}
