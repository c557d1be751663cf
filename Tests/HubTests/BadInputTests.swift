import Foundation
import HTTPTypes
import SiteSupport
import Storage
import Support
import Testing

@testable import Web

/// Bad input to every form that is found on any page: a clear 4xx, never a 500, and nothing lost.
@Suite struct BadInputTests {
    private static let personas: [Persona] = [.visitor, .administrator, .cityEditor, .cityCertifier]

    @Test(arguments: Engines.all) func everyFormRefusesWhatCannotBeRead(engine: Engines) async throws {
        try await withSite(engine) { site in
            let places = try await RoutePlaces(site)
            let forms = try await FoundForm.all(site, places, as: Self.personas)
            #expect(forms.count > 25, "only \(forms.count) forms were found")
            for persona in Self.personas {
                let browser = try await site.browser(as: persona)
                // Once for all forms: summing up every table takes longer than all that is sent to a form.
                let before = try await site.database.summary()
                for found in forms where found.persona == persona {
                    let page = try places.address(of: found.pageRoute)
                    let shown = try await browser.get(page).form(to: found.form.action)
                    let form = try #require(shown, "\(page) lost its form")
                    for bad in BadBody.all(for: form) {
                        let answer = try await browser.postRaw(
                            form.action, body: bad.bytes, contentType: bad.contentType, headers: bad.headers)
                        #expect(
                            bad.expected.contains(answer.status),
                            "\(found.form.action) as \(persona): \(bad.name): \(answer.status)")
                        #expect(answer.text.contains("<h1"), "\(found.form.action): \(bad.name): no page")
                    }
                }
                let changed = zip(before, try await site.database.summary()).filter { $0 != $1 }.map { $0.0.name }
                #expect(changed.isEmpty, "a form that was refused as \(persona) changed \(changed)")
            }
        }
    }

    @Test(arguments: Engines.all) func everyFieldIsCheckedAndNothingTypedIsLost(engine: Engines) async throws {
        try await withSite(engine) { site in
            var places = try await RoutePlaces(site)
            var tried = 0
            for found in try await FoundForm.all(site, places, as: Self.personas) {
                for index in BadBody.perField(found.form).indices {
                    guard let (browser, form) = try await found.reopened(site, renewing: &places) else { continue }
                    try await tryField(index, of: form, found, in: browser)
                    tried += 1
                }
            }
            #expect(tried > 200, "only \(tried) attempts were made")
        }
    }

    private func tryField(_ index: Int, of shown: PageForm, _ found: FoundForm, in browser: TestBrowser) async throws {
        var form = shown
        for position in form.fields.indices where form.fields[position].isTyped && form.fields[position].value.isEmpty {
            form.fields[position].value = "păstrat \(position) <&>"
        }
        let attempts = BadBody.perField(form)
        guard attempts.indices.contains(index) else { return }
        let attempt = attempts[index]
        let answer = try await browser.post(form.action, form.pairs(with: attempt.field.name, attempt.value))
        let what: Comment = "\(found.route) as \(found.persona): \(attempt.what): \(answer.status)"
        #expect(attempt.expected.contains(answer.status), what)
        guard answer.status == 422 else { return }
        let answered = answer.forms
        for other in form.fields where other.isTyped && other.name != attempt.field.name {
            let isKept = answered.contains { $0.keeps(other) }
            #expect(isKept, "\(found.route): \(attempt.what): lost \(other.name)")
        }
    }

    /// The second of two equal requests must not fail in any other way than the first could.
    @Test(arguments: Engines.all) func aFormSentTwiceIsAnsweredTwice(engine: Engines) async throws {
        try await withSite(engine) { site in
            let places = try await RoutePlaces(site)
            for found in try await FoundForm.all(site, places, as: Self.personas) {
                guard let (browser, form) = try await found.reopened(site, places) else { continue }
                for time in ["first", "second"] {
                    let answer = try await browser.post(form.action, form.pairs)
                    let isClear = answer.status < 500 && answer.status >= 200
                    #expect(isClear, "\(form.action) as \(found.persona), \(time) time: \(answer.status)")
                }
            }
        }
    }

    @Test(arguments: Engines.all) func oddAddressesAreAnsweredClearly(engine: Engines) async throws {
        try await withSite(engine) { site in
            let deep = "/ro" + String(repeating: "/a", count: 2000)
            let long = "/ro/cities/" + String(repeating: "a", count: 100_000)
            let odd = [
                deep, long, "/ro/cities/%zz", "/ro/cities/%ff", "/ro/cities/%00", "/ro/cities/..%2f..%2fetc",
                "/ro/organisations/%00", "/ro/organisations/none", "/xx/cities", "/static/..%2fPackage.swift",
                "/api/v1/cities/%ff", "/ro/pages/%00", "/ro/invitations/%00", "/ro/password-reset/%00",
                "/ro/feedback/%ff/receipt",
            ]
            let queries = [
                "%zz", "%ff", "%00", "q=%f0%28%8c%28", "sort=none&after=x&page=-1", "after=%00",
                "limit=99999999999999999999",
                "q=" + String(repeating: "a%20", count: 4_000), "q=%22%27%28%29%2a%3a-AND%20NEAR", "page=javascript:1",
            ]
            for persona in [Persona.visitor, .administrator] {
                let browser = try await site.browser(as: persona)
                for path in odd {
                    let status = try await browser.get(path).status
                    #expect([400, 404, 410, 414].contains(status), "\(path.prefix(40)): \(status)")
                }
                let places = try await RoutePlaces(site)
                for route in site.site.routes where route.method == .get {
                    for query in queries {
                        let status = try await browser.get("\(places.address(of: route))?\(query)").status
                        #expect(status < 500, "\(route.path)?\(query.prefix(40)) as \(persona): \(status)")
                    }
                }
            }
        }
    }
}

extension PageForm {
    /// Whether a field still holds what was typed, without regard to how lines end and to space around: forms send
    /// CR LF and answers are trimmed.
    func keeps(_ typed: Field) -> Bool {
        fields.contains { $0.name == typed.name && Self.plain($0.value) == Self.plain(typed.value) }
    }

    private static func plain(_ text: String) -> String {
        text.utf8.contains(13) ? text.replacing("\r\n", with: "\n").trimmingSpaces() : text.trimmingSpaces()
    }
}
