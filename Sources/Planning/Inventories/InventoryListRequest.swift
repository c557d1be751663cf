import Storage
import Web

/// What somebody wants to see of the published inventories; read from the address and written back to it.
///
/// A country's cities publish some hundred inventories a decade, so the list is narrowed and sorted in memory.
struct InventoryListRequest: Sendable, Equatable {
    enum Order: String, CaseIterable { case year, city, total, head }

    static let pageSize = 50

    var search = ""
    var year = ""
    var order = Order.year
    var isDescending = true

    init(_ query: Answers) {
        search = String(query.text("q").prefix(100))
        year = query.text("year")
        let sort = query.text("sort")
        guard !sort.isEmpty else { return }
        isDescending = sort.hasPrefix("-")
        order = Order(rawValue: isDescending ? String(sort.dropFirst()) : sort) ?? .year
    }

    /// How the address names the order; nothing for the usual one, the latest year first.
    var sort: String {
        order == .year && isDescending ? "" : (isDescending ? "-" : "") + order.rawValue
    }

    var answers: Answers { Answers(["q": search, "year": year]) }

    func address(_ path: String) -> ListAddress {
        ListAddress(path, query: [("q", search), ("year", year), ("sort", sort)])
    }

    /// The inventories that fit, in order; those without the figure that orders them come last.
    func found(_ all: [InventoryListLine]) -> [InventoryListLine] {
        let words = Folding.fold(search).split(separator: " ").map(String.init)
        let fitting = all.filter { line in
            let name = Folding.fold(line.cityName)
            return (year.isEmpty || "\(line.year)" == year) && words.allSatisfy { name.contains($0) }
        }
        return fitting.sorted { isBefore($0, $1) }
    }

    private func isBefore(_ left: InventoryListLine, _ right: InventoryListLine) -> Bool {
        if order == .city, left.citySlug != right.citySlug {
            return (left.citySlug < right.citySlug) != isDescending
        }
        switch (figure(left), figure(right)) {
        case (let a?, let b?) where a != b: return (a < b) != isDescending
        case (.some, nil): return true
        case (nil, .some): return false
        default: return (left.citySlug, -left.year) < (right.citySlug, -right.year)
        }
    }

    private func figure(_ line: InventoryListLine) -> Double? {
        switch order {
        case .year: Double(line.year)
        case .city: 0
        case .total: line.total
        case .head: line.perHead
        }
    }

    /// A page of what was found; the key of a line is its address.
    static func page(
        _ found: [InventoryListLine], at place: ListPlace<String>, size: Int = pageSize
    ) -> ListPart<InventoryListLine> {
        func position(_ key: String) -> Int? { found.firstIndex { $0.key == key } }
        let beyond: [InventoryListLine]
        switch place {
        case .start: beyond = Array(found.prefix(size + 1))
        case .after(let key): beyond = Array(found.dropFirst((position(key) ?? -1) + 1).prefix(size + 1))
        case .before(let key):
            beyond = found.prefix(position(key) ?? 0).suffix(size + 1).reversed()
        }
        return ListPart(beyond, at: place, size: size)
    }
}

extension InventoryListLine {
    /// Names the inventory in a list's address.
    var key: String { "\(citySlug)-\(year)" }
}
