import Foundation
import Members
import SiteSupport
import Storage
import Support
import Testing

@testable import Web

/// Walks every registered route as every kind of visitor and compares what happens with the table of `RouteRights`.
@Suite struct RouteWalkTests {
    @Test(arguments: Engines.all) func everyRouteLetsInWhoItsRuleNames(engine: Engines) async throws {
        try await withSite(engine) { site in
            let places = try await RoutePlaces(site)
            #expect(site.site.routes.count > 80)
            for persona in Persona.allCases {
                let browser = try await site.browser(as: persona)
                for route in site.site.routes {
                    guard let allowed = RouteRights.table[route.access.name] else {
                        Issue.record("\(route.path) has the rule '\(route.access.name)', which RouteRights lacks")
                        continue
                    }
                    let outcome = try await outcome(of: route, at: places.address(of: route), in: browser)
                    let isExpected = outcome == (allowed.contains(persona) ? .admitted : .refused)
                    #expect(isExpected, "\(route.method.rawValue) \(route.path) as \(persona): \(outcome)")
                }
            }
        }
    }

    /// Also the other half of every rule: somebody is let in, and (but for pages for everyone) a visitor is not.
    @Test func everyRuleDivides() {
        for (name, allowed) in RouteRights.table {
            #expect(!allowed.isEmpty, "\(name) lets nobody in")
            #expect(name == "everyone" || !allowed.contains(.visitor), "\(name)")
            // A company signs what it commits itself to, and sees nothing else of a contract.
            let isItsOwn = ["everyone", "signed-in"].contains(name) || name.hasPrefix("commitment:")
            #expect(isItsOwn || !allowed.contains(.company), "\(name)")
        }
    }

    /// A rule that nothing uses any more has no place in the table.
    @Test func theTableNamesOnlyRulesThatRoutesHave() async throws {
        try await withSite(.sqlite) { site in
            let used = Set(site.site.routes.map(\.access.name))
            #expect(Set(RouteRights.table.keys).subtracting(used) == [])
        }
    }

    /// What belongs to another city stays closed to whoever may do the same at home.
    @Test(
        arguments: Engines.all,
        [
            (.otherCity, "suceava", 200), (.otherCity, "alba-iulia", 403), (.cityViewer, "alba-iulia", 403),
            (.cityEditor, "alba-iulia", 200), (.cityEditor, "suceava", 403), (.cityCertifier, "alba-iulia", 200),
            (.cityCertifier, "suceava", 403), (.company, "alba-iulia", 403), (.administrator, "suceava", 200),
        ] as [(Persona, String, Int)])
    func aTeamEditsItsOwnCity(engine: Engines, example: (persona: Persona, city: String, status: Int)) async throws {
        try await withSite(engine) { site in
            let browser = try await site.browser(as: example.persona)
            let answer = try await browser.get("/en/cities/\(example.city)/edit")
            #expect(answer.status == example.status, "\(example)")
        }
    }

    @Test(arguments: Engines.all) func noGetChangesTheDatabase(engine: Engines) async throws {
        try await withSite(engine) { site in
            let places = try await RoutePlaces(site)
            for persona in [Persona.visitor, .cityEditor, .contentEditor, .administrator] {
                let browser = try await site.browser(as: persona)
                let before = try await site.database.summary()
                for route in site.site.routes where route.method == .get {
                    // Long enough for whatever is written once in a while.
                    site.clock.advance(seconds: 20)
                    let answer = try await browser.get(places.address(of: route))
                    #expect(answer.status < 500, "\(route.path): \(answer.status)")
                }
                let after = try await site.database.summary()
                // Who is looking at a section is told to others who do; nothing else of a GET stays.
                for (one, other) in zip(before, after) where one.name != "contract_presence" {
                    #expect(one == other, "a GET as \(persona) changed \(one.name)")
                }
                #expect(before.count == after.count)
            }
        }
    }

    enum Outcome: Equatable { case admitted, refused, other(Int) }

    /// A form goes out without a token, so that nobody who is let in changes anything.
    private func outcome(of route: Route, at address: String, in browser: TestBrowser) async throws -> Outcome {
        if route.method == .post {
            let answer = try await browser.post(address, [("probe", "1")])
            if answer.status == 403, answer.text.contains("<h1>Send the form again</h1>") { return .admitted }
            return [401, 403, 404].contains(answer.status) ? .refused : .other(answer.status)
        }
        let answer = try await browser.get(address)
        switch answer.status {
        case 200: return .admitted
        case 302, 303: return isSignIn(answer) ? .refused : .admitted
        case 401, 403, 404: return .refused
        default: return .other(answer.status)
        }
    }

    /// Files outside the languages lead to the Romanian page.
    private func isSignIn(_ answer: TestAnswer) -> Bool {
        ["en", "ro"].contains { answer.location?.hasPrefix("/\($0)/sign-in?next=") ?? false }
    }
}
