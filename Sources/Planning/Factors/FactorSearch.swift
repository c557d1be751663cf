import Inventory
import Storage
import Web

/// What the hub's search knows about the register: one entry for each part of it, such as the combustion of fuels in
/// homes, which leads to the part's factors. A single value is found in the register itself.
enum FactorSearch {
    static let kind = "factors"
    static let searchable = Searchable(kind: kind, title: "Emission factors")

    /// The part that a subject belongs to: its first two words.
    static func part(of subject: String) -> String { subject.split(separator: "/").prefix(2).joined(separator: "/") }

    /// Puts parts of the register into the index anew, in both languages; withdrawn factors are not found.
    /// - Parameter part: nil for all of them.
    static func refresh(_ connection: any Connection, part: String? = nil, _ languages: Languages) throws {
        let list = try FactorList.read(connection, changes: 0)
        let offered = list.entries.lazy.filter { !$0.isWithdrawn }.map(\.factor)
        let parts = Dictionary(grouping: offered) { Self.part(of: $0.subject) }
        if let part {
            try SearchIndex.remove(kind: kind, item: part, in: connection)
        } else {
            try SearchIndex.removeAll(kind: kind, in: connection)
        }
        for (name, factors) in parts.sorted(by: { $0.key < $1.key }) where part == nil || part == name {
            for language in Language.allCases {
                try SearchIndex.replace(entry(name, factors, languages[language]), in: connection)
            }
        }
    }

    private static func entry(_ part: String, _ factors: [Factor], _ t: Texts) -> SearchEntry {
        let words = part.split(separator: "/").map(String.init)
        let family = words.first ?? part
        let title = ([FactorWords.family(family, t)] + words.dropFirst().map { FactorParts.name($0, t) }).joined(
            separator: ": ")
        var query: [(String, String)] = [("family", family)]
        if words.count > 1 { query.append(("q", part)) }
        return SearchEntry(
            kind: kind, item: part, language: t.language.rawValue, title: title, body: body(factors, t),
            path: ListAddress("/factors", query: query.map { ($0.0, $0.1) }).text)
    }

    /// What the factors are of, by whom, and where they hold, each once.
    private static func body(_ factors: [Factor], _ t: Texts) -> String {
        func once(_ texts: [String]) -> String {
            var seen: Set<String> = []
            return texts.filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: ", ")
        }
        let subjects = factors.flatMap { factor in
            factor.subject.split(separator: "/").dropFirst(2).map { word(String($0), t) }
        }
        return [
            once(subjects), once(factors.map { $0.property.uppercased() }),
            once(factors.map { FactorWords.methodology($0.methodology, t) }),
            once(factors.map { FactorWords.region($0.region, t) }), once(factors.map(\.source)),
        ].filter { !$0.isEmpty }.joined(separator: ". ")
    }

    private static func word(_ word: String, _ t: Texts) -> String { InventoryMethodWords(t).word(word) }
}
