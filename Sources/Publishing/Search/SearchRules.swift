import Storage
import Web

/// How search results are put before a reader.
enum SearchRules {
    /// A kind of thing with what was found of it.
    struct Group: Sendable {
        let title: String
        let hits: [SearchHit]
    }

    /// Longer questions are cut off.
    static let longestQuery = 200
    static let limit = 200

    /// Each thing once, in the reader's language where it was found in it; kinds in the order of the wings.
    static func groups(_ hits: [SearchHit], kinds: [Searchable], _ language: Language) -> [Group] {
        var seen: Set<String> = []
        let own = Set(hits.filter { $0.language == language.rawValue }.map { $0.kind + " " + $0.item })
        let single = hits.filter { hit in
            let thing = hit.kind + " " + hit.item
            guard hit.language == language.rawValue || !own.contains(thing) else { return false }
            return seen.insert(thing).inserted
        }
        return kinds.compactMap { kind in
            let found = single.filter { $0.kind == kind.kind }
            return found.isEmpty ? nil : Group(title: kind.title, hits: found)
        }
    }
}
