import Foundation
import Inventory
import Pathways
import Storage
import Synchronization

/// What plans start from, read once each: a file that is named by its content never changes.
final class ScenarioBases: Sendable {
    /// What plans' money is held against; nil: plans state it themselves.
    let reference: InvestmentReference?
    private let inventories = Mutex<[String: CityInventory]>([:])
    private let models = Mutex<[String: Plan]>([:])
    /// A hub has some dozens of cities with a plan; beyond that reading anew costs less than keeping everything.
    private static let most = 64

    init(reference: InvestmentReference? = nil) { self.reference = reference }

    /// A frozen inventory, its rows under names that stay the same from year to year.
    func inventory(_ connection: any Connection, _ publication: InventoryPublication) throws -> CityInventory {
        if let known = inventories.withLock({ $0[publication.contentHash] }) { return known }
        let read = Self.named(try publication.content(connection))
        inventories.withLock { held in
            if held.count >= Self.most { held.removeAll() }
            held[publication.contentHash] = read
        }
        return read
    }

    /// A model of a city's own.
    func model(_ connection: any Connection, _ hash: String) throws -> Plan {
        if let known = models.withLock({ $0[hash] }) { return known }
        guard let blob = try Blob.fetch(hash, in: connection) else { throw InventoryContent.Missing() }
        let read = try ScenarioModel.read(blob.bytes)
        models.withLock { held in
            if held.count >= Self.most { held.removeAll() }
            held[hash] = read
        }
        return read
    }

    /// Measures name activities by the rows' ids: a line or sector with the row's label says more than a number, and a
    /// restated inventory has it again.
    private static func named(_ inventory: CityInventory) -> CityInventory {
        var named = inventory
        var taken = Set<String>()
        for index in named.rows.indices {
            let row = named.rows[index]
            let place = row.contractPlacement
            let line =
                row.placement.reference?.code
                ?? place.map { "\($0.sector.rawValue)-scope-\($0.scope.rawValue)" } ?? "row"
            let label = row.label.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            let base = [line.lowercased().replacing(".", with: "-"), label].filter { !$0.isEmpty }.joined(
                separator: " ")
            var (name, number) = (base, 2)
            while !taken.insert(name).inserted {
                name = "\(base) \(number)"
                number += 1
            }
            named.rows[index].id = name
        }
        return named
    }
}
