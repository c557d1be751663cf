import Cities
import Inventory
import Storage
import Web

/// Published inventories side by side, for everybody.
struct InventoryComparisonRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        routes.get(
            "/cities/:city/inventories/:year/comparison", .everyone, caching: .untilDataChange, show)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let (slug, year) = (visit.parameters["city"], visit.parameters["year"])
        let found = try await kit.database.read { connection -> (City, InventoryListLine, InventoryComparison?)? in
            guard let city = try City.find(connection, slug: slug),
                let line = try InventoryListLine.published(connection, of: city.code).first(where: {
                    "\($0.year)" == year
                })
            else { return nil }
            return (city, line, try InventoryComparison(connection, city: city.code, line))
        }
        guard let (city, line, comparison) = found else { throw PageError.notFound }
        return .page(InventoryComparisonPages(city, line, comparison, visit).page)
    }
}

extension InventoryComparison {
    /// nil where nobody knows how many people the inventory covers.
    init?(_ connection: any Connection, city: String, _ line: InventoryListLine) throws {
        guard let people = line.people else { return nil }
        let range = Self.likeSize(people.count)
        let lines = Self.nearest(
            try InventoryListLine.others(connection, than: city, people: range), to: line.year)
        let all = try ComparedInventory.all(connection, [line] + lines)
        self.init(all[0], people: range, others: Array(all.dropFirst()))
    }
}

extension ComparedInventory {
    /// Publications with their parts, in the order of the lines.
    static func all(_ connection: any Connection, _ lines: [InventoryListLine]) throws -> [ComparedInventory] {
        guard !lines.isEmpty else { return [] }
        let parts = try InventoryPart.all(connection, of: lines.map(\.publication))
        return lines.map { ComparedInventory(line: $0, parts: parts[$0.publication] ?? []) }
    }
}
