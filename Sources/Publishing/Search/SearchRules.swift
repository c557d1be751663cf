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

    /// Each thing once, in the reader's language where it was found in it; the kind of the best result comes first.
    static func groups(_ hits: [SearchHit], kinds: [Searchable], _ language: Language) -> [Group] {
        var seen: Set<String> = []
        let own = Set(hits.filter { $0.language == language.rawValue }.map { $0.kind + " " + $0.item })
        let single = hits.filter { hit in
            let thing = hit.kind + " " + hit.item
            guard hit.language == language.rawValue || !own.contains(thing) else { return false }
            return seen.insert(thing).inserted
        }
        var order: [String] = []
        for hit in single where !order.contains(hit.kind) { order.append(hit.kind) }
        return order.compactMap { kind in
            // A kind that no wing declares has no heading and is not shown.
            kinds.first { $0.kind == kind }.map { declared in
                Group(title: declared.title, hits: single.filter { $0.kind == kind })
            }
        }
    }
}
