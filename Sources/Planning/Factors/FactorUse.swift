import Cities
import Inventory
import Storage
import Web

/// An inventory with rows that were computed with a factor.
struct FactorUse: Sendable, RowDecodable, Equatable {
    let inventory: InventoryID
    let city: String
    let cityName: String
    let citySlug: String
    let year: Int
    let isPublished: Bool

    init(row: Row) throws {
        inventory = try row("id")
        city = try row("city_code")
        cityName = try row("name")
        citySlug = try row("slug")
        year = try row("year")
        isPublished = try row("is_published")
    }

    /// Keys of the factors that a method used.
    static func keys(_ method: MethodUse) -> Set<String> {
        Set(method.inputs.compactMap { if case .factor(let factor) = $0.origin { factor.id } else { nil } })
    }
}

/// Where a factor is used, as far as a visitor may know.
struct FactorUses: Sendable {
    /// How many inventories have rows computed with it.
    let count: Int
    /// Those that are public, and those that the visitor may see in work; not more than a page shows.
    let named: [(use: FactorUse, mayWork: Bool)]

    init(_ connection: any Connection, of key: String, _ visitor: Visitor) throws {
        let all = try FactorUse.all(connection, of: key)
        count = all.count
        var rights: [String: InventoryRules.Right] = [:]
        let known = try all.compactMap { use -> (use: FactorUse, mayWork: Bool)? in
            let right = try rights[use.city] ?? InventoryRules.right(visitor, city: use.city, connection)
            rights[use.city] = right
            return right != .none || use.isPublished ? (use, right != .none) : nil
        }
        named = Array(known.prefix(50))
    }
}

extension FactorPlace {
    /// Where a city looks its factors up: itself, its county, Romania, the European Union, the world.
    package init(_ city: City, year: Int) {
        self.init(regions: [city.code, "RO-\(city.county)", "RO", "EU", "world"], year: year)
    }
}
