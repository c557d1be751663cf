import Calls

/// Real values for the room of calls: the demonstration call and things in it.
enum CallPlaces {
    /// nil: not of this room.
    static func value(_ name: Substring, in path: String) -> String? {
        guard path.hasPrefix("/calls/") else { return nil }
        switch name {
        case "call": return OpenCallExample.slug
        case "item": return item(in: path)
        default: return nil
        }
    }

    private static func item(in path: String) -> String? {
        let items = [
            "articles": "article-1", "eligibility": "condition-1", "sections": "section-1", "questions": "question-1",
            "criteria": "impact",
        ]
        return items.first { path.contains("/draft/\($0.key)/") }?.value
    }
}
