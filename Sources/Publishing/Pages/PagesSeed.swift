import Foundation
import Members
import Storage
import Web

/// The first texts of the pages that the hub cannot be without, from Data/pages.
package enum PagesSeed {
    /// Creates and publishes each fixed page that is not there yet; what editors have written stays.
    package static func load(_ database: Database, folder: String, at: Instant) async throws {
        let ids = IDSource(now: { at })
        for slug in EditablePage.fixedSlugs {
            var texts: [Language: Text] = [:]
            for language in Language.allCases {
                let path = "\(folder)/\(slug).\(language.rawValue).md"
                texts[language] = Text(markdown: try String(contentsOfFile: path, encoding: .utf8))
            }
            let page = ids.next(EditablePageKind.self)
            let written = texts
            try await database.write { connection in
                guard try EditablePage.find(connection, slug: slug) == nil else { return }
                try EditablePage.create(connection, id: page, slug: slug, at: at)
                for language in Language.allCases {
                    guard let text = written[language] else { continue }
                    try PageVersion.add(
                        connection, page: page, language, after: 0, title: text.title, lead: text.lead,
                        markdown: text.body, by: nil, at: at)
                    try PageVersion.publish(connection, page: page, language, number: 1, by: nil, at: at)
                }
                try PageSearch.update(connection, slug: slug)
            }
        }
    }

    /// A text file as title (`# …`), lead (the first paragraph) and the rest.
    struct Text: Sendable {
        let title: String
        let lead: String
        let body: String

        init(markdown: String) {
            var blocks = markdown.split(separator: "\n\n", omittingEmptySubsequences: true).map(String.init)
            var title = ""
            if let first = blocks.first, first.hasPrefix("# ") {
                title = String(first.dropFirst(2)).trimmingSpaces()
                blocks.removeFirst()
            }
            var lead = ""
            if let first = blocks.first, !first.hasPrefix("#"), !first.hasPrefix("|"), !first.hasPrefix("-") {
                lead = first.replacing("\n", with: " ").trimmingSpaces()
                blocks.removeFirst()
            }
            self.title = title
            self.lead = lead
            body = blocks.joined(separator: "\n\n").trimmingSpaces()
        }
    }
}
