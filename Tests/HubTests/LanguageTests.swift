import SiteSupport
import Storage
import Support
import Testing

@testable import Web

/// Pages speak the language of their address, wholly.
@Suite(.serialized) struct LanguageTests {
    /// Every page as everybody, and what every form answers when it is sent empty.
    @Test func romanianPagesShowNothingUntranslated() async throws {
        try await MarkedLanguage.withResources { resources in
            try await withSite(.sqlite, resources: resources) { site in
                let places = try await RoutePlaces(site)
                var known = try await KnownTexts(site)
                var bare: [String: String] = [:]
                func look(_ answer: TestAnswer, _ what: String) {
                    for text in VisibleTexts.all(in: answer.bytes, language: "ro") {
                        for piece in MarkedLanguage.bare(in: text) where !known.contains(piece) {
                            bare[piece] = bare[piece] ?? what
                        }
                    }
                }
                var count = 0
                for persona in Persona.allCases {
                    let browser = try await site.browser(as: persona)
                    // The samples of the catalogue stand there as they are in both languages.
                    for route in site.site.routes
                    where route.method == .get && route.isLocalised && route.path != "/design" {
                        let address = try places.address(of: route, in: .ro)
                        let answer = try await browser.get(address)
                        guard answer.headers[.contentType]?.hasPrefix("text/html") ?? false else { continue }
                        look(answer, "\(address) as \(persona)")
                        count += 1
                        for form in answer.forms where form.asksSomething && form.action.hasPrefix("/ro") {
                            let empty = form.fields.map { ($0.name, $0.isTyped || $0.type == "select" ? "" : $0.value) }
                            let refused = try await browser.post(form.action, empty)
                            if refused.status == 422 { look(refused, "\(form.action), empty, as \(persona)") }
                        }
                    }
                }
                #expect(count > 300)
                for (text, place) in bare.sorted(by: { $0.value < $1.value }) {
                    Issue.record("not translated: \"\(text)\" on \(place)")
                }
            }
        }
    }

    @Test(arguments: Engines.all, Language.allCases)
    func pagesNameTheirLanguage(engine: Engines, language: Language) async throws {
        try await withSite(engine) { site in
            let places = try await RoutePlaces(site)
            for persona in [Persona.visitor, .cityCertifier, .administrator] {
                let browser = try await site.browser(as: persona)
                for route in site.site.routes where route.method == .get && route.isLocalised {
                    let address = try places.address(of: route, in: language)
                    let answer = try await browser.get(address)
                    guard answer.headers[.contentType]?.hasPrefix("text/html") ?? false else { continue }
                    let start = "<!doctype html>\n<html lang=\"\(language.rawValue)\">"
                    #expect(answer.text.hasPrefix(start), "\(address) as \(persona)")
                    let other = "hreflang=\"\(language.other.rawValue)\""
                    #expect(answer.text.contains(other), "\(address) leads to no page in the other language")
                }
            }
        }
    }
}

extension PageForm {
    /// Buttons alone would act, and people would be gone before their pages are looked at.
    fileprivate var asksSomething: Bool { fields.contains { $0.isTyped || $0.type == "password" } }
}

/// What people see or hear of a page: its texts, and the attributes that stand for texts.
enum VisibleTexts {
    private static let spoken: Set<String> = ["aria-label", "title", "alt", "placeholder", "data-counter-text"]
    private static let void: Set<String> = [
        "input", "br", "hr", "img", "meta", "link", "source", "wbr", "path", "circle", "line", "rect", "use",
    ]

    /// Elements that say that they speak another language, and code, are left out.
    static func all(in page: [UInt8], language: String) -> [String] {
        var texts: [String] = []
        var foreign: (name: String, depth: Int)?
        for part in MarkupReader.parts(of: page) {
            switch part {
            case .opening(let name, let attributes):
                if let open = foreign {
                    if open.name == name { foreign?.depth += 1 }
                    continue
                }
                let isForeign = attributes["lang"].map { $0 != language && !void.contains(name) } ?? false
                if isForeign || name == "code" || name == "pre" {
                    foreign = (name, 1)
                    continue
                }
                if name == "meta", attributes["name"] == "description" { texts.append(attributes["content"] ?? "") }
                texts += attributes.filter { spoken.contains($0.key) }.map(\.value)
            case .closing(let name):
                guard let open = foreign, open.name == name else { continue }
                foreign = open.depth > 1 ? (name, open.depth - 1) : nil
            case .text(let text): if foreign == nil { texts.append(text) }
            }
        }
        return texts.filter { $0.contains(where: \.isLetter) }
    }
}
