import Foundation
import Logging
import Storage
import Support
import Testing

@testable import Background

/// Mail texts that editors may change.
@Suite struct MailTemplateTests {
    private let invitation = MailTemplateDeclaration(
        key: "people.invitation", title: "Invitation",
        variables: ["name": "Ana Pop", "link": "https://m100.example/i/1", "note": "Vă așteptăm."],
        defaults: [
            "ro": (
                subject: "Invitație pentru {{name}}",
                body: "Bună ziua, {{name}}!\n{{#note}}\n{{note}}\n{{/note}}\n{{link}}\n"
            ),
            "en": (subject: "Invitation for {{name}}", body: "Hello {{name}},\n{{link}}\n"),
        ])

    private func save(
        _ subject: String, _ body: String, basedOn version: Int, in hub: TestHub, language: String = "ro"
    ) async throws -> Int {
        try await hub.database.write { [invitation, now = hub.clock.now] in
            try MailTemplate.save(
                MailText(subject: subject, body: body), of: invitation, language: language, basedOn: version, by: nil,
                now: now, in: $0)
        }
    }

    private func sent(_ hub: TestHub, language: String = "ro", values: [String: String]) async throws -> MailMessage {
        let to = try TestHub.address("ana@cluj.example")
        try await hub.database.write { [outbox = hub.outbox] in
            try outbox.send(in: $0, template: "people.invitation", language: language, to: to, values: values)
        }
        let job = try #require(try await hub.jobs(.waiting).first)
        return try JSONDecoder().decode(Envelope.self, from: Data(job.payload.utf8)).message
    }

    @Test func defaultsAreSoundAndPreviewed() throws {
        #expect(MailTemplateRules.problems(ofDefaultsIn: invitation).isEmpty)
        let text = try MailTemplateRules.preview(invitation.text(in: "ro"), of: invitation)
        #expect(text.subject == "Invitație pentru Ana Pop")
        #expect(text.body == "Bună ziua, Ana Pop!\nVă așteptăm.\nhttps://m100.example/i/1\n")
        #expect(invitation.text(in: "hu") == invitation.text(in: "ro"))
    }

    @Test(arguments: [
        ("", "b", MailTemplateProblem.emptySubject), ("s", " \n", .emptyBody), ("a\nb", "b", .subjectHasLines),
        (String(repeating: "s", count: 201), "b", .subjectTooLong),
        ("s", String(repeating: "b", count: 20_002), .bodyTooLong),
        ("s", "{{nume}}", .unknownVariable("nume")), ("s", "{{{ nume }}}", .unknownVariable("nume")),
        ("s", "{{&nume}}", .unknownVariable("nume")), ("s", "{{#nume}}x{{/nume}}", .unknownVariable("nume")),
        ("s", "{{uppercased(name)}}", .unknownVariable("uppercased(name)")), ("{{.}}", "b", .unknownVariable(".")),
        ("s", "{{>secret}}", .forbiddenTag("{{>secret}}")), ("s", "{{$a}}{{/a}}", .forbiddenTag("{{$a}}")),
        ("s", "{{<a}}{{/a}}", .forbiddenTag("{{<a}}")), ("s", "{{=<% %>=}}", .forbiddenTag("{{=<% %>=}}")),
        ("s", "{{% CONTENT_TYPE:HTML}}", .forbiddenTag("{{% CONTENT_TYPE:HTML}}")),
        ("s", "a\nb {{#name}} c", .unreadable(line: 2)), ("s", "a\n\n{{name", .unreadable(line: 3)),
        ("s", "{{#name}}{{/link}}", .unreadable(line: 1)),
        ("s", String(repeating: "{{#name}}", count: 2000), .nestedTooDeeply),
    ])
    func brokenTextsAreNamed(subject: String, body: String, problem: MailTemplateProblem) throws {
        let text = MailText(subject: subject, body: body)
        #expect(MailTemplateRules.problems(of: text, declaration: invitation).contains(problem))
        #expect(throws: MailTemplateError.self) { try MailTemplateRules.preview(text, of: invitation) }
    }

    /// Nothing an editor types may stop the hub: random pieces of tags either have problems or render.
    @Test func noTextStopsTheHub() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed)
        let signs = ["{{", "}}", "{", "}", "#", "/", "^", "!", "&", "$", "<", ">", "=", "%", "*", " ", "\n", "(", "."]
        let pieces = signs + ["name", "link", "a"]
        for _ in 0..<20_000 {
            let count = Int.random(in: 1...12, using: &random)
            let body = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let text = MailText(subject: "s", body: body)
            if MailTemplateRules.problems(of: text, declaration: invitation).isEmpty {
                #expect(throws: Never.self, "seed \(seed)") { try MailTemplateRules.preview(text, of: invitation) }
            }
        }
    }

    @Test func valuesStandAsTheyAreAndAreNoTemplates() throws {
        let values = ["name": "O'Neil & <Fiii> {{link}}", "link": "https://x.example/?a=1&b=2", "note": ""]
        let text = MailTemplateRules.write(
            invitation, language: "ro", saved: nil, values: values, logger: Logger(label: "test"))
        #expect(text.subject == "Invitație pentru O'Neil & <Fiii> {{link}}")
        #expect(text.body == "Bună ziua, O'Neil & <Fiii> {{link}}!\nhttps://x.example/?a=1&b=2\n")
    }

    @Test(arguments: Engines.all)
    func versionsAreAddedAndStaleOnesRefused(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            #expect(try await save("Unu", "{{name}}", basedOn: 0, in: hub) == 1)
            #expect(try await save("Doi", "{{name}}", basedOn: 1, in: hub) == 2)
            #expect(try await save("One", "{{name}}", basedOn: 0, in: hub, language: "en") == 1)
            let current = MailText(subject: "Doi", body: "{{name}}")
            await #expect(throws: MailTemplateError.stale(current: current, version: 2)) {
                try await save("Trei", "{{name}}", basedOn: 1, in: hub)
            }
            await #expect(throws: MailTemplateError.broken([.unknownVariable("nume")])) {
                try await save("Trei", "{{nume}}", basedOn: 2, in: hub)
            }
            let versions = try await hub.database.read {
                try MailTemplate.versions(of: "people.invitation", language: "ro", in: $0)
            }
            #expect(versions.map(\.version) == [2, 1])
            #expect(versions.map(\.text.subject) == ["Doi", "Unu"])
        }
    }

    @Test(arguments: Engines.all)
    func theLastSavedTextIsSent(engine: Engines) async throws {
        try await withHub(engine, templates: [invitation]) { hub async throws in
            _ = try await save("Salut, {{name}}", "{{link}}", basedOn: 0, in: hub)
            let mail = try await sent(hub, values: ["name": "Ion\r\nBcc: x@y.example", "link": "L", "note": ""])
            #expect(mail.subject == "Salut, Ion\r\nBcc: x@y.example")
            #expect(mail.body == "L")
        }
    }

    /// A text can become broken when a new version of the hub renames a variable.
    @Test(arguments: Engines.all)
    func aBrokenSavedTextGivesWayToTheDefault(engine: Engines) async throws {
        try await withHub(engine, templates: [invitation]) { hub async throws in
            try await hub.database.write { [now = hub.clock.now] in
                _ = try $0.execute(
                    """
                    INSERT INTO mail_template (key, language, version, subject, body, created_at)
                    VALUES ('people.invitation', 'en', 1, 'Hi {{gone}}', 'x', \(now))
                    """)
            }
            let mail = try await sent(hub, language: "en", values: ["name": "Ana", "link": "L", "note": ""])
            #expect(mail.subject == "Invitation for Ana")
        }
    }

    @Test(arguments: Engines.all)
    func anUndeclaredTemplateIsAnError(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            await #expect(throws: MailTemplateError.unknown("people.invitation")) {
                _ = try await sent(hub, values: [:])
            }
        }
    }
}
