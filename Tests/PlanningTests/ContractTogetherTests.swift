import Contract
import Foundation
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// Two people write the same section for ten minutes; nothing that the hub acknowledged may be gone.
@Suite struct ContractTogetherTests {
    private static let start = (1...12).map { "Paragraful \($0) spune ceva despre oraș." }.joined(separator: "\n\n")

    @Test(arguments: Engines.all) func noAcknowledgedKeystrokeIsLost(engine: Engines) async throws {
        try await withSite(engine) { site in
            let seed = UInt64.random(in: 0...UInt64.max)
            var random = SeededRandom(seed)
            let contract = try await ContractWritingTests.start(site) { $0.sections[.outlook] = Self.start }
            let path = "\(contract.path)/sections/outlook"
            var writers = [
                try await SectionWriter("a", try await site.browser(as: .cityEditor), path),
                try await SectionWriter("e", try await site.browser(as: .cityCertifier), path),
            ]
            // A step every two seconds.
            for step in 0..<300 {
                site.clock.advance(seconds: 2)
                let one = Int.random(in: 0..<2, using: &random)
                switch Int.random(in: 0..<20, using: &random) {
                case 0..<9: writers[one].type(&random)
                case 9..<16: try await writers[one].autosave()
                case 16..<19: try await writers[one].save()
                default: try await writers[one].reopen()
                }
                for writer in writers where !writer.lost.isEmpty {
                    Issue.record("seed \(seed), step \(step): \(writer.name) lost \(writer.lost)")
                    return
                }
            }
            for index in [0, 1, 0, 1] { try await writers[index].saveUntilDone() }
            let text = try await ContractWritingTests.document(site, contract.id).sections[.outlook] ?? ""
            let words = Set(text.split { $0.isWhitespace }.map(String.init))
            let kept = writers.flatMap { $0.acknowledged }
            #expect(kept.count > 60, "seed \(seed): only \(kept.count) words were acknowledged")
            #expect(kept.allSatisfy(words.contains), "seed \(seed): lost \(kept.filter { !words.contains($0) })")
            #expect(writers.contains { $0.merges > 0 }, "seed \(seed): nothing was ever put together")
        }
    }
}

/// Somebody at the form of a section, who types words that nobody else types.
private struct SectionWriter {
    let name: String
    private let browser: TestBrowser
    private let path: String
    private var form: PageForm
    private var typed = 0
    /// Words on the screen that no answer has acknowledged yet.
    private var pending: Set<String> = []
    /// Words that the hub said it keeps.
    private(set) var acknowledged: Set<String> = []
    /// Acknowledged words that are neither on the screen nor saved.
    private(set) var lost: [String] = []
    private(set) var merges = 0

    init(_ name: String, _ browser: TestBrowser, _ path: String) async throws {
        (self.name, self.browser, self.path) = (name, browser, path)
        form = try await Self.opened(browser, path)
    }

    private static func opened(_ browser: TestBrowser, _ path: String) async throws -> PageForm {
        try #require(try await browser.get("\(path)/edit").form(to: "\(path)/edit"))
    }

    private var text: String {
        get { form.fields.first { $0.name == "text" }?.value ?? "" }
        set {
            for index in form.fields.indices where form.fields[index].name == "text" {
                form.fields[index].value = newValue
            }
        }
    }

    /// As the button “Save” sends it.
    private var pairs: [(String, String)] { form.pairs.filter { $0.0 != "preview" } }

    /// One more word, somewhere in the text or as a paragraph of its own.
    mutating func type(_ random: inout SeededRandom) {
        typed += 1
        let word = "\(name)\(typed)"
        var lines = text.components(separatedBy: "\n")
        let line = Int.random(in: 0..<lines.count, using: &random)
        if lines[line].isEmpty || Int.random(in: 0..<5, using: &random) == 0 {
            lines.insert(contentsOf: ["", word, ""], at: line)
        } else {
            var words = lines[line].components(separatedBy: " ")
            words.insert(word, at: Int.random(in: 0...words.count, using: &random))
            lines[line] = words.joined(separator: " ")
        }
        text = lines.joined(separator: "\n")
        pending.insert(word)
    }

    /// What the script sends after a pause.
    mutating func autosave() async throws {
        let answer = try await browser.post("\(path)/edit/draft", pairs)
        try #require(answer.status == 200, "\(answer.status): \(answer.text)")
        struct Kept: Decodable { let version: Int }
        let kept = try JSONDecoder().decode(Kept.self, from: Data(answer.bytes))
        for index in form.fields.indices where form.fields[index].name == Autosave.versionName {
            form.fields[index].value = "\(kept.version)"
        }
        acknowledged.formUnion(pending)
        pending = []
    }

    mutating func save() async throws {
        let answer = try await browser.post("\(path)/edit", pairs)
        if answer.status == 409 {
            // Both texts stand there; a person leaves each word once.
            form = try #require(answer.form(to: "\(path)/edit"))
            text = Self.once(text)
            return
        }
        try #require(answer.status == 303, "\(answer.status)")
        acknowledged.formUnion(pending)
        pending = []
        let before = Set(Self.words(text))
        try await reopen()
        if !Set(Self.words(text)).subtracting(before).isEmpty { merges += 1 }
    }

    mutating func saveUntilDone() async throws {
        for _ in 0..<10 {
            let answer = try await browser.post("\(path)/edit", pairs)
            if answer.status == 303 { break }
            form = try #require(answer.form(to: "\(path)/edit"))
            text = Self.once(text)
        }
        acknowledged.formUnion(pending)
        pending = []
        try await reopen()
    }

    /// Closes the page without saving, and opens it again: what was acknowledged is in the draft or in the section.
    mutating func reopen() async throws {
        form = try await Self.opened(browser, path)
        let saved = try await browser.get(path).text
        let there = Set(Self.words(text))
        lost = acknowledged.filter { !there.contains($0) && !saved.contains($0) }
        pending = []
    }

    private static func words(_ text: String) -> [String] { text.split { $0.isWhitespace }.map(String.init) }

    /// The text with words that only a writer types once each.
    private static func once(_ text: String) -> String {
        var seen: Set<String> = []
        return text.components(separatedBy: "\n").map { line in
            line.components(separatedBy: " ").filter { word in
                guard let first = word.first, "ae".contains(first), word.dropFirst().allSatisfy(\.isNumber),
                    word.count > 1
                else { return true }
                return seen.insert(word).inserted
            }.joined(separator: " ")
        }.joined(separator: "\n")
    }
}
