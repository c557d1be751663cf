import Cities
import Inventory
import Storage
import Web

/// An inventory with its imports: what their pages need, without its rows.
struct InventoryImportDesk: Sendable {
    let city: City
    let record: InventoryRecord
    let imports: [InventoryImport]
    let right: InventoryRules.Right

    static func open(_ kit: Kit, _ visit: Visit) async throws -> InventoryImportDesk {
        guard let id = InventoryID(visit.parameters["inventory"]) else { throw PageError.notFound }
        let desk = try await kit.database.read { connection -> InventoryImportDesk? in
            guard let record = try InventoryRecord.find(connection, id: id),
                let city = try City.find(connection, code: record.city)
            else { return nil }
            return InventoryImportDesk(
                city: city, record: record, imports: try InventoryImport.latest(connection, of: id, most: 20),
                right: try InventoryRules.right(visit.visitor, city: record.city, connection))
        }
        guard let desk else { throw PageError.notFound }
        return desk
    }

    func title(_ t: Texts) -> String {
        t("Inventory of {city}, {year}", ["city": city.name, "year": "\(record.year)"])
    }

    func trail(_ visit: Visit) -> [Page.Crumb] {
        [
            Page.Crumb(visit.t("Cities"), visit.path("/cities")), Page.Crumb(city.name, visit.path(city.path)),
            Page.Crumb(visit.t("Inventories"), visit.path("\(city.path)/inventories")),
            Page.Crumb("\(record.year)", visit.path(record.workPath)),
        ]
    }
}
