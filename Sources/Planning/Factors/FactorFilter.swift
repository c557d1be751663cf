import Inventory
import Storage
import Web

/// What somebody wants to see of the register; read from the address and written back to it.
struct FactorFilter: Sendable, Equatable {
    /// Values of the choice of status: what the sources say, and what is no longer offered.
    static let withdrawn = "withdrawn"

    var search = ""
    var family = ""
    var property = ""
    var region = ""
    var year = ""
    var status = ""

    init() {}

    init(_ query: Answers) {
        search = String(query.text("q").prefix(100))
        family = query.text("family")
        property = query.text("property")
        region = query.text("region")
        year = query.text("year")
        status = query.text("status")
    }

    var answers: Answers {
        Answers([
            "q": search, "family": family, "property": property, "region": region, "year": year, "status": status,
        ])
    }

    func address(_ path: String) -> ListAddress {
        ListAddress(
            path,
            query: [
                ("q", search), ("family", family), ("property", property), ("region", region), ("year", year),
                ("status", status),
            ])
    }

    /// The factors that fit, in the order of the register; withdrawn ones only when they are asked for.
    func matches(_ list: FactorList) -> [RegisteredFactor] {
        let words = search.lowercased().split(separator: " ").map(String.init)
        return list.entries.filter { fits($0) && (words.isEmpty || Self.mentions($0.factor, words)) }
    }

    private func fits(_ entry: RegisteredFactor) -> Bool {
        let factor = entry.factor
        guard entry.isWithdrawn == (status == Self.withdrawn) else { return false }
        return (family.isEmpty || entry.family == family) && (property.isEmpty || factor.property == property)
            && (region.isEmpty || factor.region == region)
            && (year.isEmpty || factor.year.map(String.init) == year)
            && (status.isEmpty || status == Self.withdrawn || factor.status.rawValue == status)
    }

    private static func mentions(_ factor: Factor, _ words: [String]) -> Bool {
        let text = "\(factor.id) \(factor.subject) \(factor.property) \(factor.methodology) \(factor.source)"
            .lowercased()
        return words.allSatisfy { text.contains($0) }
    }
}

extension FactorFilter {
    /// A page of factors that are in memory, in the order of their keys.
    static func page(
        _ found: [RegisteredFactor], at place: ListPlace<String>, size: Int
    ) -> ListPart<RegisteredFactor> {
        let beyond: [RegisteredFactor]
        switch place {
        case .start: beyond = Array(found.prefix(size + 1))
        case .after(let key): beyond = Array(found.lazy.filter { $0.factor.id > key }.prefix(size + 1))
        case .before(let key): beyond = found.filter { $0.factor.id < key }.suffix(size + 1).reversed()
        }
        return ListPart(beyond, at: place, size: size)
    }
}
