import Members
import SiteSupport
import Storage
import Support
import Testing
import Web

/// Every field of every form at its limit and one beyond it: what it declares is what the hub does.
@Suite struct FieldLimitTests {
    /// Administrators last: some things they are refused before anybody looks at what they typed.
    private static let personas: [Persona] = [.visitor, .cityEditor, .cityCertifier, .evaluator, .administrator]

    @Test func everyFormIsDeclared() async throws {
        try await withSite(.sqlite) { site in
            let table = DeclaredForms(topics: site.features.flatMap(\.topics)).table
            let routes = Set(site.site.routes.filter { $0.method == .post }.map(\.path))
            #expect(routes.subtracting(table.keys) == [], "DeclaredForms lacks these")
            #expect(Set(table.keys).subtracting(routes) == [], "these take no form any more")
            for found in try await FoundForm.all(site, RoutePlaces(site), as: Self.personas) {
                let declared = table[found.route].flatMap { $0 }?.fields.map(\.name) ?? []
                for field in found.form.fields where field.isTyped || field.type == "password" || field.type == "file" {
                    let isDeclared = declared.contains { field.name == $0 || field.name.hasPrefix("\($0)-") }
                    #expect(isDeclared, "\(found.route) asks for \(field.name), which its form does not declare")
                }
            }
        }
    }

    @Test(arguments: Engines.all) func everyFieldHoldsItsLimit(engine: Engines) async throws {
        try await withSite(engine) { site in
            let places = try await RoutePlaces(site)
            let found = try await FoundForm.all(site, places, as: Self.personas)
            var trial = LimitTrial(site: site, found: found, places: places)
            var count = 0
            for (route, form) in DeclaredForms(topics: site.features.flatMap(\.topics)).table.sorted(by: {
                $0.key < $1.key
            }) {
                guard let form else { continue }
                count += try await trial.run(form, of: route)
            }
            #expect(count > 120, "only \(count) limits were tried")
        }
    }
}

/// Sends answers at the edges of a form's fields and looks at what the page says of them.
private struct LimitTrial {
    let site: TestSite
    let found: [FoundForm]
    var places: RoutePlaces
    var english: Texts { site.kit.languages[.en] }

    mutating func run(_ form: Form, of route: String) async throws -> Int {
        let edges = form.fields.flatMap { field in
            FieldLimit.all(of: field) { DeclaredForms.text(of: $0, for: route, field: field.name) }
                .map { (field, $0) }
        }
        // Refused ones first: they change nothing.
        for (field, edge) in edges.filter({ !$0.1.isAllowed }) + edges.filter({ $0.1.isAllowed }) {
            guard let (browser, page) = try await opened(form, of: route) else {
                // The other forms are tried all the same.
                Issue.record("\(route) has no page with its form")
                return 0
            }
            let own = edge.problem(in: form, at: field.name, english)
            #expect((own == nil) == edge.isAllowed, "\(route): \(edge.what): the declaration says \(own ?? "nothing")")
            let sent = filled(page, edge)
            let answer = try await browser.post(page.action, sent.pairs)
            let shown = problem(at: field.name, in: answer)
            let what = "\(route): \(edge.what): \(answer.status)"
            if edge.isAllowed {
                #expect(answer.status < 500, "\(what)")
                // A secret may still be the wrong one.
                #expect(shown == nil || isSecret(field) || isPartOfAWhole(route), "\(what): \(shown ?? "")")
            } else {
                #expect(answer.status == 422, "\(what)")
                // At the field its name need not stand again.
                let isBeside = shown.map { !$0.isEmpty && (own ?? "").lowercased().hasSuffix($0.lowercased()) } ?? false
                let isSaid =
                    isHidden(field)
                    ? answer.text.unescaped.lowercased().contains((own ?? "-").lowercased()) : isBeside
                #expect(isSaid, "\(what): the page says \(shown ?? "nothing"), not \(own ?? "nothing")")
                expectKept(sent, in: answer, what)
            }
        }
        return edges.count
    }

    /// All that was typed is still there, the refused answer too; passwords never come back.
    private func expectKept(_ sent: PageForm, in answer: TestAnswer, _ what: String) {
        for field in sent.fields where field.isTyped {
            #expect(answer.forms.contains { $0.keeps(field) }, "\(what): lost \(field.name)")
        }
        let secrets = answer.forms.flatMap(\.fields).filter { $0.type == "password" && !$0.value.isEmpty }
        #expect(secrets.isEmpty, "\(what): a password came back")
    }

    private func filled(_ page: PageForm, _ edge: FieldLimit) -> PageForm {
        var sent = page
        // A right answer stands alone, so that most forms are not carried out; beside a wrong one all must be kept.
        for index in sent.fields.indices where !edge.isAllowed && sent.fields[index].isEmptyText {
            sent.fields[index].value = "x"
        }
        for (name, value) in edge.answers {
            sent.fields.removeAll { $0.name == name && $0.type != "text" && $0.type != "textarea" }
            if let index = sent.fields.firstIndex(where: { $0.name == name }) {
                sent.fields[index].value = value
            } else {
                sent.fields.append(.init(name: name, type: "other", value: value))
            }
        }
        return sent
    }

    // MARK: Pages

    private mutating func opened(_ form: Form, of route: String) async throws -> (TestBrowser, PageForm)? {
        if route == "/second-factor" { return try await codeForm() }
        if route == "/inventories/:inventory/publication" { return try await restatementForm() }
        let names = Set(
            form.fields.flatMap { field -> [String] in
                if case .date = field.kind { return ["day", "month", "year"].map { "\(field.name)-\($0)" } }
                return [field.name]
            })
        guard
            let known = found.first(where: { $0.route == route && names.isSubset(of: Set($0.form.fields.map(\.name))) })
        else { return nil }
        return try await known.reopened(site, renewing: &places)
    }

    /// The form for the six digits is the answer to a right password.
    private func codeForm() async throws -> (TestBrowser, PageForm)? {
        site.clock.advance(seconds: 61 * 60)
        let browser = site.browser()
        let email = Persona.contentEditor.email ?? ""
        let answer = try await browser.submit([("email", email), ("password", "demonstratie-m100")], on: "/en/sign-in")
        return answer.form(to: "/en/second-factor").map { (browser, $0) }
    }

    /// The form for a reason appears where an inventory was changed and certified again since its publication: other
    /// forms have changed this one further, so another one is made.
    private mutating func restatementForm() async throws -> (TestBrowser, PageForm)? {
        site.clock.advance(seconds: 61 * 60)
        places = try await RoutePlaces(site)
        let browser = try await site.browser(as: .cityCertifier)
        let route = site.site.routes.first { $0.path == "/inventories/:inventory/publication" }
        let path = try places.address(of: #require(route))
        return try await browser.get(path).form(to: path).map { (browser, $0) }
    }

    /// What the page says at a field, without the word "Error:" before it.
    private func problem(at field: String, in answer: TestAnswer) -> String? {
        var text: String?
        for part in MarkupReader.parts(of: answer.bytes) {
            switch part {
            case .opening("p", let attributes) where attributes["id"] == "field-\(field)-error": text = ""
            case .text(let more): if text != nil { text? += more }
            case .closing("p"):
                if let text { return text.replacing("Error:", with: "").trimmingSpaces() }
            default: break
            }
        }
        return nil
    }

    /// Shares of payers must add up: one alone is never right.
    private func isPartOfAWhole(_ route: String) -> Bool {
        if route == "/measures/:measure/payers" { return true }
        // Days that have not come yet, addresses, and what only some activities have.
        return route.hasPrefix("/cities/:city/monitoring/") || route.hasPrefix("/cities/:city/scenarios/model/")
            || route == "/contracts/:contract/council-decision" || route == "/programmes/:programme/edit"
            || route == "/calls/:call/extension"
    }

    private func isSecret(_ field: Field) -> Bool {
        switch field.kind {
        case .password, .code: true
        default: false
        }
    }

    private func isHidden(_ field: Field) -> Bool {
        if case .hidden = field.kind { true } else { false }
    }
}

extension PageForm.Field {
    fileprivate var isEmptyText: Bool { isTyped && value.isEmpty }
}
