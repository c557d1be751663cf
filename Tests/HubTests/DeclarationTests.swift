import Background
import Hub
import SiteSupport
import Storage
import Support
import Testing

@testable import Members
@testable import Web

/// What wings do is what their `Feature` declares: the history, the news and the mails find their words there.
@Suite struct DeclarationTests {
    /// In the sources an activity, a mail and a job are called `noun.event`; whatever is written so is declared as one.
    @Test func everyCodeInTheSourcesIsDeclared() throws {
        let features = Hub.features()
        let activities = features.flatMap(\.activities).map(\.code)
        let codes = activities + features.flatMap(\.mailTemplates).map(\.key) + features.flatMap(\.jobs).map(\.kind)
        let declared = Set(codes)
        #expect(declared.count == codes.count, "a code is declared twice")
        var uses: [String: Int] = [:]
        let wings = Set(features.map(\.name))
        for file in try SourceTree().sources where wings.contains(file.target.lowercased()) || file.target == "Hub" {
            guard file.name != "HubSettings.swift" else { continue }
            for code in Self.codes(in: file.text) {
                uses[code, default: 0] += 1
                #expect(declared.contains(code), "\(file.path): \(code) is declared nowhere")
            }
        }
        // Once where it is declared, and once where it happens.
        for code in activities { #expect(uses[code, default: 0] > 1, "\(code) is declared and never recorded") }
    }

    private static let fileEndings: Set<String> = [
        "json", "csv", "css", "js", "svg", "db", "webmanifest", "po", "md", "txt", "xlsx", "ods",
    ]

    private static func codes(in text: String) -> [String] {
        guard let code = try? Regex(#""([a-z][a-z-]*)\.([a-z][a-z-]+)""#) else { return [] }
        return text.matches(of: code).compactMap { match in
            guard let ending = match.output[2].substring, !fileEndings.contains(String(ending)) else { return nil }
            // Metadata of documents are called so by their standard (DCMI terms).
            guard match.output[1].substring != "dcterms" else { return nil }
            return String(text[match.range].dropFirst().dropLast())
        }
    }

    /// After every form was sent once, the history and the news consist of declared things, told without a gap.
    @Test(arguments: Engines.all) func whatHappensIsToldInWholeSentences(engine: Engines) async throws {
        try await withSite(engine) { site in
            let places = try await RoutePlaces(site)
            for found in try await FoundForm.all(site, places, as: [.visitor, .cityCertifier, .administrator]) {
                guard let (browser, form) = try await found.reopened(site, places) else { continue }
                _ = try await browser.post(form.action, form.pairs)
            }
            let activities = site.features.flatMap(\.activities)
            let subjects = Set(site.features.flatMap(\.subjects).map(\.kind))
            let sentences = AuditSentences(activities: activities, subjects: site.features.flatMap(\.subjects))
            for language in Language.allCases {
                let lines = try await site.database.read { connection in
                    let entries = try AuditEntry.page(connection, limit: 1000)
                    return try sentences.lines(connection, entries, site.kit.languages[language])
                }
                #expect(Set(lines.map(\.entry.activity)).count > 10)
                for line in lines {
                    #expect(activities.contains { $0.code == line.entry.activity }, "\(line.entry.activity)")
                    #expect(subjects.contains(line.entry.subjectKind), "\(line.entry.subjectKind)")
                    #expect(!line.sentence.contains("{"), "\(line.entry.activity): \(line.sentence)")
                }
            }
            let topics = Set(site.features.flatMap(\.topics).map(\.code))
            let news: [(topic: String, activity: String)] = try await site.database.read { connection in
                try connection.all("SELECT DISTINCT topic, activity FROM notification") {
                    (try $0("topic"), try $0("activity"))
                }
            }
            #expect(!news.isEmpty)
            for (topic, activity) in news {
                #expect(topics.contains(topic) && activities.contains { $0.code == activity }, "\(topic): \(activity)")
            }
        }
    }

    @Test func everyBuiltInMailCanBeSent() throws {
        let mails = Hub.features().flatMap(\.mailTemplates)
        #expect(mails.count > 10)
        for mail in mails {
            #expect(MailTemplateRules.problems(ofDefaultsIn: mail).isEmpty, "\(mail.key)")
            #expect(Set(mail.defaults.keys) == Set(Language.allCases.map(\.rawValue)), "\(mail.key)")
            for (language, text) in mail.defaults {
                let preview = try MailTemplateRules.preview(text, of: mail)
                #expect(!preview.body.contains("{{") && !preview.subject.isEmpty, "\(mail.key) in \(language)")
            }
        }
    }
}
