import Foundation
import SiteSupport
import Storage
import Support
import Testing

@testable import Web

/// Walks every registered route as every kind of visitor and compares what happens with the table of `RouteRights`.
@Suite(.serialized) struct RouteWalkTests {
    @Test(arguments: Engines.all) func everyRouteLetsInWhoItsRuleNames(engine: Engines) async throws {
        try await withSite(engine) { site in
            let places = try await RoutePlaces(site)
            for persona in Persona.allCases {
                for route in site.site.routes {
                    let allowed = try #require(
                        RouteRights.table[route.access.name],
                        "\(route.path) has the rule '\(route.access.name)', which RouteRights does not know")
                    let outcome = try await visit(route, as: persona, site, places)
                    let isExpected = outcome == (allowed.contains(persona) ? .admitted : .refused)
                    #expect(isExpected, "\(route.method.rawValue) \(route.path) as \(persona): \(outcome)")
                }
            }
        }
    }

    /// Also the other half of every rule: somebody is let in, and (but for pages for everyone) somebody is not.
    @Test func everyRuleDivides() {
        for (name, allowed) in RouteRights.table {
            #expect(!allowed.isEmpty, "\(name) lets nobody in")
            #expect(name == "everyone" || !allowed.contains(.visitor), "\(name)")
        }
    }

    @Test(arguments: Engines.all) func noGetChangesTheDatabase(engine: Engines) async throws {
        try await withSite(engine) { site in
            let places = try await RoutePlaces(site)
            for persona in [Persona.visitor, .cityEditor, .administrator] {
                let browser = try await site.browser(as: persona)
                let before = try await site.database.summary()
                for route in site.site.routes where route.method == .get {
                    let answer = try await browser.get(places.address(of: route))
                    #expect(answer.status < 500, "\(route.path): \(answer.status)")
                }
                let after = try await site.database.summary()
                #expect(before == after, "a GET as \(persona) changed the database")
            }
        }
    }

    enum Outcome: Equatable { case admitted, refused, other(Int) }

    /// A form goes out without a token, so that nobody who is let in changes anything.
    private func visit(
        _ route: Route, as persona: Persona, _ site: TestSite, _ places: RoutePlaces
    ) async throws -> Outcome {
        let browser = try await site.browser(as: persona)
        let address = places.address(of: route)
        if route.method == .post {
            let answer = try await browser.post(address, [("probe", "1")])
            if answer.status == 403, answer.text.contains("Send the form again") { return .admitted }
            return [401, 403, 404].contains(answer.status) ? .refused : .other(answer.status)
        }
        let answer = try await browser.get(address)
        switch answer.status {
        case 200, 409, 422: return .admitted
        case 302, 303: return answer.location?.hasPrefix("/en/sign-in") ?? false ? .refused : .admitted
        case 401, 403, 404: return .refused
        default: return .other(answer.status)
        }
    }
}
