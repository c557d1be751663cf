import Cities
import Finance
import Foundation
import Storage
import Web

/// What somebody wants to see of the library, and in which order; read from the address and written back to it.
struct SolutionFilter: Sendable {
    /// How the list can be ordered beside the library's own order.
    enum Order: String, Sendable, CaseIterable { case name, cost }

    let search: String
    let field: FieldOfAction?
    let confidence: Solution.Confidence?
    let order: Order?
    let isDescending: Bool

    init(_ query: Answers) {
        search = String(query.text("q").prefix(100))
        field = FieldOfAction(rawValue: query.text("field"))
        confidence = Solution.Confidence(rawValue: query.text("confidence"))
        let sort = query.text("sort")
        order = Order(rawValue: sort.hasPrefix("-") ? String(sort.dropFirst()) : sort)
        isDescending = sort.hasPrefix("-") && order != nil
    }

    var answers: Answers {
        Answers(["q": search, "field": field?.rawValue ?? "", "confidence": confidence?.rawValue ?? ""])
    }

    /// The order as it stands in an address; empty for the library's own.
    var sort: String { order.map { (isDescending ? "-" : "") + $0.rawValue } ?? "" }

    func address(_ path: String) -> ListAddress {
        ListAddress(
            path,
            query: [
                ("q", search), ("field", field?.rawValue ?? ""), ("confidence", confidence?.rawValue ?? ""),
                ("sort", sort),
            ])
    }

    /// The actions that fit, in the order that is asked for.
    func matches(_ list: SolutionList, _ language: Language) -> [Solution] {
        let words = Self.plain(search).split(separator: " ").map(String.init)
        let found = list.solutions.filter { solution in
            (field == nil || solution.field == field)
                && (confidence == nil || solution.confidence == confidence)
                && (words.isEmpty || Self.mentions(solution, words))
        }
        let sorted: [Solution]
        switch order {
        case nil: sorted = found
        case .name:
            let keyed = found.map { (key: CityName.sortKey($0.name(language)), solution: $0) }
            sorted = keyed.sorted { ($0.key, $0.solution.id) < ($1.key, $1.solution.id) }.map(\.solution)
        case .cost:
            sorted = found.sorted { ($0.cost?.value ?? -1, $0.id) < ($1.cost?.value ?? -1, $1.id) }
        }
        return isDescending ? sorted.reversed() : sorted
    }

    private static func mentions(_ solution: Solution, _ words: [String]) -> Bool {
        let texts = [solution.name, solution.part].flatMap { [$0.english, $0.romanian] }
        let text = plain("\(solution.id) \(texts.joined(separator: " "))")
        return words.allSatisfy { text.contains($0) }
    }

    private static func plain(_ text: String) -> String {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    }

    /// A page of actions that are in memory, by their ids; a place that is not among them is the start.
    static func page(_ found: [Solution], at place: ListPlace<String>, size: Int) -> ListPart<Solution> {
        switch place {
        case .after(let id):
            guard let index = found.firstIndex(where: { $0.id == id }) else { break }
            return ListPart(Array(found[(index + 1)...].prefix(size + 1)), at: place, size: size)
        case .before(let id):
            guard let index = found.firstIndex(where: { $0.id == id }) else { break }
            return ListPart(found[..<index].suffix(size + 1).reversed(), at: place, size: size)
        case .start: break
        }
        return ListPart(Array(found.prefix(size + 1)), at: ListPlace<String>.start, size: size)
    }
}
