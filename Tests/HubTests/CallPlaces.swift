import Selection
import SiteSupport
import Storage

@testable import Calls

/// Real values for the room of calls: a copy of the demonstration call, published and changed since.
struct CallPlaces: Sendable {
    private let slug: String

    init(_ site: TestSite) async throws {
        let id: OpenCallID = site.kit.ids.next()
        let (slug, now) = ("apel-\(id)", site.clock.now)
        self.slug = slug
        try await site.database.write { connection in
            guard let example = try OpenCall.find(connection, slug: OpenCallExample.slug) else { return }
            try OpenCall.add(connection, id: id, slug: slug, example.draft, by: nil, at: now)
            guard let added = try OpenCall.find(connection, slug: slug) else { return }
            try OpenCall.publish(connection, added, reason: BilingualText(), by: nil, at: now)
            var changed = added.draft
            changed.rules.budget.places = 11
            _ = try OpenCall.save(connection, added, changed, by: nil, at: now)
        }
    }

    /// What the builder's forms show of the demonstration call, as one text a field, and the endings of files.
    static func typed(_ site: TestSite) async throws -> Set<String> {
        let call = try await site.database.read { try OpenCall.find($0, slug: OpenCallExample.slug) }
        guard let draft = call?.draft else { return [] }
        var found = Set(CallDefinition.fileTypes)
        for editor in OpenCallEditor.all {
            for item in editor.list?.items(draft).map(\.id) ?? [""] {
                for texts in editor.answers(draft, item)?.texts.values.map({ $0 }) ?? [] { found.formUnion(texts) }
            }
        }
        return found
    }

    /// nil: not of this room.
    func value(_ name: Substring, in path: String) -> String? {
        guard path.hasPrefix("/calls/") else { return nil }
        switch name {
        case "call": return slug
        case "item": return item(in: path)
        default: return nil
        }
    }

    private func item(in path: String) -> String? {
        let items = [
            "articles": "article-1", "eligibility": "condition-1", "sections": "section-1", "questions": "question-1",
            "criteria": "impact",
        ]
        return items.first { path.contains("/draft/\($0.key)/") }?.value
    }
}
